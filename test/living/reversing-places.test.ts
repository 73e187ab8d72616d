import { describe, expect, test } from 'vitest';
import { createBank, type RuleSet } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { under } from '../support/arbitraries.js';
import { entitling } from '../support/authority.js';
import {
  accountOf,
  claim,
  correct,
  credit,
  eventOf,
  hardMatters,
  lastEvent,
  open,
  pendingOf,
  redeem,
  refusalOf,
  reportIn,
  run,
  SUBDISTRICT,
} from '../support/history.js';
import { bar, release, reverse, verify } from './commands.js';

/*
 * What comes back, or goes, finds its place among what stands by then: each refusal says what is in the way, and nothing else is.
 */

const HARD = { difficulty: 'hard' };
const BY = { by: SUBDISTRICT };
const OPENED = open('resident');
const SWEEPING = credit('activity', 'sweeping', '2023-03-01', HARD);

const undo = (reverses: Parameters<typeof reverse>[1], on = '2023-03-06') => reverse('r1', reverses, on, BY);
const back = (on = '2023-04-02') => reverse('r2', { kind: 'reversal', id: 'r1' }, on, BY);

/** What the last of some commands came to: its points, or what it was refused for. */
function lastOf(commands: readonly unknown[], ruleSet: RuleSet = renfa2022) {
  const { decision } = run(commands, { ruleSet }).steps.at(-1) ?? {};
  if (decision?.accepted === false) {
    const { code, facts } = refusalOf(decision);
    return { code, ...facts };
  }
  return eventOf(decision).data;
}

describe('what comes back says what is in its place', () => {
  test('a matter of its id', () => {
    const other = credit('activity', 'sweeping', '2023-03-01');
    expect(lastOf([OPENED, SWEEPING, undo({ kind: 'matter', id: 'sweeping' }), other, back()])).toEqual({
      code: 'duplicate-matter',
      item: 'activity',
      title: renfa2022.roles.resident.items.activity.title,
      matterId: 'sweeping',
      on: '2023-03-01',
      points: 1,
    });
  });

  test('a redemption of its id', () => {
    const visit = redeem('visit', '2023-03-02', { haircut: 1 });
    const again = redeem('visit', '2023-03-04', { tea: 1 });
    const commands = [
      OPENED,
      ...hardMatters(2, '2023-03-01'),
      visit,
      undo({ kind: 'redemption', id: 'visit' }),
    ];
    expect(lastOf([...commands, again, back()])).toEqual({
      code: 'duplicate-redemption',
      redemptionId: 'visit',
      on: '2023-03-04',
    });
  });

  test.each(['2023-03-02', '2023-03-04'])('of lines, a visit of another day or other lines: %s', (on) => {
    const visit = redeem('visit', '2023-03-02', { haircut: 1, tea: 1 });
    const of = { kind: 'redemption', id: 'visit' } as const;
    const line = reverse('r1', of, '2023-03-06', { ...BY, lines: [{ rewardId: 'tea', quantity: 1 }] });
    const whole = reverse('r3', of, '2023-03-06', BY);
    const commands = [OPENED, ...hardMatters(3, '2023-03-01'), visit, line, whole];
    expect(lastOf([...commands, back()])).toMatchObject({ code: 'unknown-entry', id: 'visit' });
    const another = redeem('visit', on, { haircut: 1 });
    expect(lastOf([...commands, another, back()])).toMatchObject({ code: 'unknown-entry', id: 'visit' });
  });

  test('a correction of its id', () => {
    const commands = [OPENED, correct('praise', 2, '2023-03-01'), undo({ kind: 'correction', id: 'praise' })];
    expect(lastOf([...commands, correct('praise', 1, '2023-03-07'), back()])).toEqual({
      code: 'duplicate-correction',
      correctionId: 'praise',
    });
    expect(lastOf([...commands, correct('blame', -1, '2023-03-07'), back()])).toMatchObject({
      assessment: 2,
    });
  });

  test('a claim of its post', () => {
    const commands = [OPENED, claim('gate', '2023-02-01'), undo({ kind: 'claim', id: 'gate' })];
    expect(lastOf([...commands, claim('gate', '2023-02-01', HARD), back()])).toMatchObject({
      code: 'duplicate-claim',
      postId: 'gate',
    });
    expect(lastOf([...commands, claim('lamp', '2023-02-01'), back()])).toMatchObject({ assessment: 1 });
  });

  test('a line of a visit that is gone', () => {
    const lines = [{ rewardId: 'haircut', quantity: 1 }];
    const commands = [
      OPENED,
      ...hardMatters(3, '2023-03-01'),
      redeem('visit', '2023-03-02', { haircut: 2 }),
      reverse('r1', { kind: 'redemption', id: 'visit' }, '2023-03-03', { ...BY, lines }),
      reverse('r3', { kind: 'redemption', id: 'visit' }, '2023-03-04', BY),
    ];
    expect(lastOf([...commands, back()])).toEqual({ code: 'unknown-entry', kind: 'redemption', id: 'visit' });
  });
});

describe('a bar', () => {
  const ruleSet: RuleSet = {
    ...renfa2022,
    authority: entitling({ BarAccount: ['subdistrict'] }),
    ineligibility: {
      throwing: { clause: '9', title: { 'zh-CN': '高空抛物', en: 'throwing' }, bars: ['redeeming'] },
    },
  };
  const barred = bar('b1', 'throwing', '2023-03-01', undefined);
  const commands = [OPENED, barred, undo({ kind: 'bar', id: 'b1' })];

  test('is back when its reversal is undone', () => {
    expect(lastOf([...commands, back()], ruleSet)).toMatchObject({
      entryIs: 'back',
      assessment: 0,
      balance: 0,
    });
    const { bars } = accountOf(run([...commands, back()], { ruleSet }));
    expect(bars).toMatchObject([{ barId: 'b1', ground: 'throwing', from: '2023-03-01' }]);
  });

  test('stays out where another has its id, and not where another has another', () => {
    const other = (barId: string) => bar(barId, 'throwing', '2023-03-08', undefined);
    expect(lastOf([...commands, other('b1'), back()], ruleSet)).toEqual({
      code: 'duplicate-bar',
      barId: 'b1',
    });
    expect(lastOf([...commands, other('b2'), back()], ruleSet)).toMatchObject({ entryIs: 'back' });
  });
});

describe('what waits to be verified', () => {
  const ruleSet = under(['verification', 'apart']);

  test('comes back to wait, though the room under its limit was used up meanwhile', () => {
    const commands = [
      OPENED,
      claim('gate', '2023-02-01', HARD),
      undo({ kind: 'claim', id: 'gate' }),
      claim('lamp', '2023-02-01', HARD),
      verify({ kind: 'claim', id: 'lamp' }, '2023-03-07'),
      claim('bench', '2023-02-01', HARD),
      verify({ kind: 'claim', id: 'bench' }, '2023-03-07'),
    ];
    const ran = run([...commands, back()], { ruleSet });
    expect(lastEvent(ran, 'EntryReversed').data).toMatchObject({ entryIs: 'back', assessment: 0 });
    expect(pendingOf(accountOf(ran))).toMatchObject([{ kind: 'claim', postId: 'gate' }]);
  });

  test('comes back as the kind that it was', () => {
    const commands = [OPENED, SWEEPING, undo({ kind: 'matter', id: 'sweeping' })];
    expect(pendingOf(accountOf(run([...commands, back()], { ruleSet })))).toMatchObject([
      { kind: 'matter', id: 'sweeping', item: 'activity' },
    ]);
    const other = credit('activity', 'sweeping', '2023-03-01');
    expect(lastOf([...commands, other, back()], ruleSet)).toMatchObject({ code: 'duplicate-matter' });
  });

  test('keeps the claim of the post that it was served in, and no other', () => {
    const commands = [OPENED, claim('gate', '2023-02-01'), claim('lamp', '2023-02-01')];
    const counted = [
      verify({ kind: 'claim', id: 'gate' }, '2023-02-02'),
      verify({ kind: 'claim', id: 'lamp' }, '2023-02-02'),
    ];
    const served = credit('activity', 'watch', '2023-03-01', { postId: 'gate' });
    const of = (id: string) => [...commands, ...counted, served, undo({ kind: 'claim', id })];
    expect(lastOf(of('gate'), ruleSet)).toEqual({
      code: 'stands-under-others',
      kind: 'claim',
      id: 'gate',
      others: [{ kind: 'matter', id: 'watch', item: 'activity' }],
    });
    expect(lastOf(of('lamp'), ruleSet)).toMatchObject({ entryIs: 'out' });
  });
});

describe('a correction that comes back', () => {
  const slip = (corrects: string, points = -1) => correct('slip', points, '2023-03-05', { corrects });
  const undone = undo({ kind: 'correction', id: 'slip' });

  test('stands on the matter that it is about', () => {
    expect(lastOf([OPENED, SWEEPING, slip('sweeping'), undone, back()])).toMatchObject({ assessment: -1 });
    const gone = reverse('r3', { kind: 'matter', id: 'sweeping' }, '2023-03-07', BY);
    const anew = credit('activity', 'sweeping', '2023-03-02');
    for (const rest of [[gone], [gone, anew]])
      expect(lastOf([OPENED, SWEEPING, slip('sweeping'), undone, ...rest, back()])).toEqual({
        code: 'unknown-matter',
        matterId: 'sweeping',
        item: 'activity',
      });
  });

  test('stands on a report-in, and on the opening as one', () => {
    const reported = reportIn('2024-01-05');
    const later = (corrects: string) => [
      correct('slip', -1, '2024-01-06', { corrects }),
      reverse('r1', { kind: 'correction', id: 'slip' }, '2024-01-07', BY),
      back('2024-01-08'),
    ];
    expect(lastOf([OPENED, reported, ...later('2024-01-05')])).toMatchObject({ assessment: -1 });
    expect(lastOf([OPENED, ...later('2023-01-10')])).toMatchObject({ assessment: -1 });
  });
});

test('what used no room under a limit, since there was none, asks for none when it comes back', () => {
  const { resident } = renfa2022.roles;
  const unlimited: RuleSet = {
    ...renfa2022,
    roles: { ...renfa2022.roles, resident: { ...resident, limits: {} } },
  };
  const claims = ['gate', 'lamp', 'bench'].map((postId) => claim(postId, '2023-02-01', HARD));
  const gone = undo({ kind: 'claim', id: 'gate' });
  const account = accountOf(run([OPENED, ...claims, gone], { ruleSet: unlimited }));
  const decision = createBank(renfa2022).decideUnknown(back(), account);
  expect(eventOf(decision).data).toMatchObject({ entryIs: 'back', assessment: 2 });
});

describe('what goes', () => {
  test('is held by corrections of its own, and not by those of another kind of entry with its id', () => {
    const visited = [
      OPENED,
      ...hardMatters(2, '2023-03-01', 'visit'),
      redeem('visit 1', '2023-03-02', { haircut: 1 }),
      correct('slip', -1, '2023-03-05', { corrects: 'visit 1' }),
      correct('visit 1', 1, '2023-03-05'),
    ];
    expect(lastOf([...visited, undo({ kind: 'matter', id: 'visit 1' })])).toMatchObject({
      code: 'stands-under-others',
      others: [{ kind: 'correction', id: 'slip' }],
    });
    expect(lastOf([...visited, undo({ kind: 'redemption', id: 'visit 1' })])).toMatchObject({
      entryIs: 'out',
    });
    expect(lastOf([...visited, undo({ kind: 'correction', id: 'visit 1' })])).toMatchObject({
      entryIs: 'out',
    });
  });

  test('is the claim of the day that is named, of those that the account made itself', () => {
    const ruleSet = under(
      ['claim-cap-window', 'calendar-year'],
      ['service-needs-claim', 'claimed-by-that-day'],
    );
    const served = credit('activity', 'watch', '2024-02-01', { postId: 'gate' });
    const commands = [OPENED, claim('gate', '2023-02-01'), claim('gate', '2024-02-01'), served];
    const of = (on: string) => reverse('r1', { kind: 'claim', id: 'gate', on }, '2024-03-01', BY);
    // The other day's claim is ground enough for the service, whichever goes.
    expect(lastOf([...commands, of('2024-02-01')], ruleSet)).toMatchObject({ entry: { on: '2024-02-01' } });
    const given = [OPENED, claim('gate', '2023-02-01'), release('gate', '2023-06-01'), ...commands.slice(2)];
    expect(lastOf([...given, of('2023-02-01')], ruleSet)).toMatchObject({ entry: { on: '2023-02-01' } });
    expect(lastOf([...given, of('2024-02-01')], ruleSet)).toMatchObject({ code: 'stands-under-others' });
  });
});

describe('a service that comes back', () => {
  const served = credit('activity', 'watch', '2023-03-01', { ...HARD, postId: 'gate' });
  const undone = undo({ kind: 'matter', id: 'watch', item: 'activity' });

  test('needs the claim of its post still', () => {
    const claimed = [OPENED, claim('gate', '2023-02-01'), served, undone];
    expect(lastOf([...claimed, back()])).toMatchObject({ entryIs: 'back', assessment: 2 });
    const gone = reverse('r3', { kind: 'claim', id: 'gate' }, '2023-03-07', BY);
    expect(lastOf([...claimed, gone, back()])).toMatchObject({ code: 'post-not-claimed', postId: 'gate' });
  });

  test('fits beside what was attended of the same matter', () => {
    const attended = credit('activity', 'watch', '2023-03-01', HARD);
    const claimed = [OPENED, claim('gate', '2023-02-01'), served, undone];
    expect(lastOf([...claimed, attended, back()])).toEqual({
      code: 'matter-used-up',
      item: 'activity',
      title: renfa2022.roles.resident.items.activity.title,
      matterId: 'watch',
      held: 2,
      maximum: 2,
    });
  });

  test('finds its post free in the window in which it is served once', () => {
    const ruleSet = under(['continuing-post', 'monthly']);
    const claimed = [OPENED, claim('gate', '2023-02-01'), claim('lamp', '2023-02-01'), served, undone];
    const other = (postId: string, on: string) => credit('activity', 'other watch', on, { postId });
    const room = (...of: Parameters<typeof other>) => lastOf([...claimed, other(...of), back()], ruleSet);
    expect(room('gate', '2023-03-31')).toMatchObject({
      code: 'once-per-period',
      postId: 'gate',
      per: 'month',
      window: '2023-03',
    });
    expect(room('gate', '2023-04-01')).toMatchObject({ entryIs: 'back' });
    expect(room('lamp', '2023-03-31')).toMatchObject({ entryIs: 'back' });
  });

  test('needs none where the rules ask for none', () => {
    const ruleSet = under(['service-needs-claim', 'not-needed']);
    expect(lastOf([OPENED, served, undone, back()], ruleSet)).toMatchObject({ entryIs: 'back' });
  });
});

describe('a reversal names the readings that it rests on', () => {
  const readingsOf = (commands: readonly unknown[], ruleSet?: RuleSet) =>
    lastEvent(run(commands, ruleSet === undefined ? {} : { ruleSet }), 'EntryReversed').data.readings;
  const who = { 'who-reverses': 'community-until-due' };
  const floor = { 'correction-floor': 'none' };

  test('who undoes; the floor, where points go; and who corrects, of a correction', () => {
    const matter = [OPENED, SWEEPING, undo({ kind: 'matter', id: 'sweeping' })];
    expect(readingsOf(matter)).toEqual({ ...who, ...floor });
    expect(readingsOf([...matter, back()])).toEqual(who);
    const visit = [OPENED, ...hardMatters(2, '2023-03-01'), redeem('visit', '2023-03-02', { haircut: 1 })];
    expect(readingsOf([...visit, undo({ kind: 'redemption', id: 'visit' })])).toEqual(who);
    const praised = [OPENED, correct('praise', 1, '2023-03-01'), undo({ kind: 'correction', id: 'praise' })];
    expect(readingsOf(praised)).toEqual({ ...who, ...floor, 'correction-office': 'subdistrict' });
    // Of nothing there is no floor.
    const entered = under(['verification', 'apart']);
    expect(readingsOf(matter, entered)).toEqual(who);
  });

  test.each([
    ['refuse-below-zero-score', 'assessment'],
    ['refuse-below-zero-balance', 'balance'],
    ['stop-at-zero', 'balance'],
  ] as const)('under the floor %s, what would fall below it is refused', (answer, figure) => {
    const ruleSet = under(['correction-floor', answer]);
    const fallen = [OPENED, SWEEPING, correct('slip', -3, '2023-03-05')];
    const undone = undo({ kind: 'matter', id: 'sweeping' });
    expect(lastOf([...fallen, undone], ruleSet)).toEqual({
      code: 'below-zero',
      figure,
      before: 0,
      points: -2,
    });
    expect(refusalOf(run([...fallen, undone], { ruleSet }).steps.at(-1)?.decision)).toMatchObject({
      clause: '2.3',
      readings: { 'correction-floor': answer },
    });
    // By the day on which it would fall.
    const raised = (points: number) => correct('praise', points, '2023-03-05');
    expect(lastOf([...fallen, raised(2), undone], ruleSet)).toMatchObject({ assessment: -2, balance: -2 });
    expect(lastOf([...fallen, raised(1), undone], ruleSet)).toMatchObject({ code: 'below-zero', before: 1 });
  });

  test('points that were spent may be missing from the balance where the floor is the assessment', () => {
    const ruleSet = under(['correction-floor', 'refuse-below-zero-score']);
    const spent = [
      OPENED,
      ...hardMatters(2, '2023-03-01', 'work'),
      redeem('visit', '2023-03-02', { haircut: 5 }),
    ];
    const undone = undo({ kind: 'matter', id: 'work 1' });
    expect(lastOf([...spent, undone], ruleSet)).toMatchObject({ assessment: -2, balance: -2 });
  });
});
