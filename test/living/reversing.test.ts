import { describe, expect, test } from 'vitest';
import {
  assessment,
  type BankEvent,
  balanceOn,
  type Decision,
  fold,
  initialAccount,
  type RuleSet,
  redeemable,
} from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { under } from '../support/arbitraries.js';
import { HANDBOOK } from '../support/handbook.js';
import {
  accountOf,
  bankOf,
  claim,
  correct,
  credit,
  hardMatters,
  lastEvent,
  open,
  outcomeOf,
  redeem,
  refusalOf,
  reportIn,
  run,
  SUBDISTRICT,
} from '../support/history.js';
import { type More, release, reverse } from './commands.js';

const MATTER = { kind: 'matter', id: 'sweeping', item: 'activity' } as const;

/** What is left of an account when the marks of its reversals are left out. */
function withoutMarks(events: readonly BankEvent[]): object {
  const { reversed: _, ...rest } = fold(events) as unknown as { reversed: unknown };
  return rest;
}

/** An account with something of every kind that can be undone. */
const HISTORY = [
  open('resident', '2023-01-10'),
  claim('gate', '2023-02-01', { difficulty: 'hard' }),
  credit('activity', 'sweeping', '2023-03-01', { difficulty: 'hard' }),
  ...hardMatters(3, '2023-03-10'),
  reportIn('2024-01-05'),
  redeem('visit', '2023-05-01', { haircut: 2, tea: 1 }),
  correct('praise', 2, '2023-06-01'),
] as const;

const ENTRIES = [
  ['a matter', MATTER, 2],
  ['a matter, named without its item', { kind: 'matter', id: 'sweeping' }, 2],
  ['a report-in', { kind: 'report-in', id: '2024-01-05' }, 4 + 2],
  ['a claim', { kind: 'claim', id: 'gate' }, 1],
  ['a redemption', { kind: 'redemption', id: 'visit' }, 7],
  ['a correction', { kind: 'correction', id: 'praise' }, 8],
] as const;

describe.each(ENTRIES)('%s', (_, reverses, at) => {
  const by = { by: SUBDISTRICT };
  const undoing = reverse('r1', reverses, '2024-02-01', by);
  const without = HISTORY.filter((__, i) => i !== at);

  test('that was undone leaves the account as if it had never been', () => {
    const ran = run([...HISTORY, undoing]);
    expect(withoutMarks(ran.events)).toEqual(withoutMarks(run(without).events));
  });

  test('is back when its reversal is undone', () => {
    const back = reverse('r2', { kind: 'reversal', id: 'r1' }, '2024-02-02', by);
    const ran = run([...HISTORY, undoing, back]);
    expect(ran.outcomes.slice(-2).every((outcome) => outcome !== 'retried')).toBe(true);
    expect(lastEvent(ran, 'EntryReversed').data.entryIs).toBe('back');
    const [was, is] = [accountOf(run(HISTORY)), accountOf(ran)];
    expect(is).toMatchObject({ earned: was.earned, corrected: was.corrected, redeemed: was.redeemed });
    expect(is.latestOn).toBe(was.latestOn);
    const again = reverse('r3', { kind: 'reversal', id: 'r2' }, '2024-02-03', by);
    expect(withoutMarks(run([...HISTORY, undoing, back, again]).events)).toEqual(
      withoutMarks(run(without).events),
    );
  });

  test('is not undone twice, and the reversal sent again is a retry', () => {
    const ran = run([...HISTORY, undoing, undoing, reverse('r2', reverses, '2024-02-01', by)]);
    expect(ran.outcomes.slice(-2)).toEqual(['retried', 'unknown-entry']);
  });

  test('that was undone and arrives again is still a retry', () => {
    expect(run([...HISTORY, undoing, HISTORY[at]]).outcomes.at(-1)).toBe('retried');
  });

  test('moves the figures by what the event says', () => {
    const before = accountOf(run(HISTORY));
    const ran = run([...HISTORY, undoing]);
    const { data } = lastEvent(ran, 'EntryReversed');
    const after = accountOf(ran);
    expect(assessment(after) - assessment(before)).toBe(data.assessment);
    expect(redeemable(after) - redeemable(before)).toBe(data.balance);
  });
});

describe('a slip', () => {
  test('frees its key for the right content', () => {
    const ran = run([
      open('resident'),
      credit('activity', 'sweeping', '2023-03-01', { difficulty: 'hard' }),
      reverse('r1', MATTER, '2023-03-02'),
      credit('activity', 'sweeping', '2023-03-01'),
      credit('activity', 'sweeping', '2023-03-01', { difficulty: 'hard' }),
      credit('affairs', 'sweeping', '2023-03-01'),
    ]);
    expect(ran.outcomes.slice(3)).toEqual([1, 'retried', 'matter-under-another-item']);
    expect(accountOf(ran).earned).toBe(2);
  });

  test('in the name of a post frees the room of the cap', () => {
    const hard = { difficulty: 'hard' };
    const wrong = [open('resident'), claim('gait', '2023-02-01', hard), claim('gate', '2023-02-01', hard)];
    expect(run(wrong).outcomes).toEqual([1, 2, 1]);
    const [opening, gait, gate] = wrong as [unknown, unknown, unknown];
    const right = [opening, gait, reverse('r1', { kind: 'claim', id: 'gait' }, '2023-02-02'), gate];
    expect(run(right).outcomes).toEqual([1, 2, -2, 2]);
    const serving = credit('activity', 'watch', '2023-03-01', { postId: 'gait' });
    expect(run([...right, serving]).outcomes.at(-1)).toBe('post-not-claimed');
  });

  test('that came back and is undone once more stays one entry: none that takes its place is meant', () => {
    const first = credit('activity', 'sweeping', '2023-03-01');
    const second = credit('activity', 'sweeping', '2023-03-01', { difficulty: 'hard' });
    const there = [open('resident'), first, reverse('r1', MATTER, '2023-03-02')];
    const back = [...there, reverse('r2', { kind: 'reversal', id: 'r1' }, '2023-03-03')];
    const out = [...back, reverse('r3', MATTER, '2023-03-04')];
    const undo = (id: string) => reverse('r4', { kind: 'reversal', id }, '2023-03-05');
    expect(run([...out, second, undo('r2')]).outcomes.slice(-2)).toEqual([2, 'unknown-entry']);
    expect(run([...out, undo('r2')]).outcomes.at(-1)).toBe('unknown-entry');
    expect(['r1', 'r3'].map((id) => run([...out, undo(id)]).outcomes.at(-1))).toEqual(['unknown-entry', 1]);
    expect(run([...out, second, undo('r3')]).outcomes.at(-1)).toBe('duplicate-matter');
  });

  test('of a redemption gives the visit, the points and the stock back, whole or by line', () => {
    const visit = redeem('visit', '2023-05-01', { haircut: 2, tea: 2 });
    const next = redeem('next', '2023-06-01', { haircut: 1 });
    const history = [open('resident'), ...hardMatters(3, '2023-03-10'), visit];
    expect(run([...history, next]).outcomes.at(-1)).toBe('already-redeemed');
    const reverses = { kind: 'redemption', id: 'visit' } as const;
    const whole = run([...history, reverse('r1', reverses, '2023-05-02'), next]);
    expect(whole.outcomes.at(-1)).toBe(-1);
    expect(accountOf(whole)).toMatchObject({ earned: 7, redeemed: 1 });

    const line = reverse('r1', reverses, '2023-05-02', { lines: [{ rewardId: 'tea', quantity: 1 }] });
    const part = run([...history, line]);
    expect(accountOf(part)).toMatchObject({ earned: 7, redeemed: 3 });
    expect(accountOf(part).redemptions[0]).toMatchObject({
      deducted: 3,
      returned: [{ rewardId: 'tea', quantity: 1 }],
    });
    expect(run([...history, line, next]).outcomes.at(-1)).toBe('already-redeemed');
    expect(run([...history, line, visit]).outcomes.at(-1)).toBe('retried');
    const more = reverse('r2', reverses, '2023-05-03', { lines: [{ rewardId: 'tea', quantity: 2 }] });
    const refused = run([...history, line, more]).steps.at(-1)?.decision;
    expect(refusalOf(refused)).toMatchObject({
      code: 'not-redeemed',
      facts: { rewardId: 'tea', quantity: 2, left: 1 },
    });
    const rest = [
      reverse('r2', reverses, '2023-05-03', { lines: [{ rewardId: 'haircut', quantity: 2 }] }),
      reverse('r3', reverses, '2023-05-03', { lines: [{ rewardId: 'tea', quantity: 1 }] }),
    ];
    const all = run([...history, line, ...rest, next]);
    expect(all.outcomes.at(-1)).toBe(-1);
    expect(run([...history, line, ...rest, reverse('r4', reverses, '2023-05-04')]).outcomes.at(-1)).toBe(
      'unknown-entry',
    );
    // What was put back goes out with the whole visit, and cannot come back by itself once more.
    const back = [line, reverse('r2', { kind: 'reversal', id: 'r1' }, '2023-05-03')];
    const gone = [...history, ...back, reverse('r3', reverses, '2023-05-04')];
    const twice = run([...gone, reverse('r4', { kind: 'reversal', id: 'r2' }, '2023-05-05')]).steps.at(-1);
    expect(refusalOf(twice?.decision)).toMatchObject({ code: 'unknown-entry', facts: { id: 'visit' } });
    // Another visit under the id is not the one whose lines came back.
    const other = redeem('visit', '2023-05-01', { haircut: 1 });
    const taken = [...history, line, reverse('r2', reverses, '2023-05-03'), other];
    expect(run(taken).outcomes.at(-1)).toBe(-1);
    const mixed = run([...taken, reverse('r3', { kind: 'reversal', id: 'r1' }, '2023-05-04')]).steps.at(-1);
    expect(refusalOf(mixed?.decision)).toMatchObject({ code: 'unknown-entry', facts: { id: 'visit' } });
    const restored = [line, reverse('r2', { kind: 'reversal', id: 'r1' }, '2023-05-02')];
    const instead = [...history, ...restored, reverse('r3', reverses, '2023-05-03'), other];
    const undo = reverse('r4', { kind: 'reversal', id: 'r2' }, '2023-05-04');
    expect(run([...instead, undo]).outcomes.slice(-2)).toEqual([-1, 'unknown-entry']);
    // What had come back whole gave its visit up, which another one may have taken.
    const again = reverse('r4', { kind: 'reversal', id: 'r3' }, '2023-06-02');
    expect(run([...history, line, ...rest, next, again]).outcomes.at(-1)).toBe('already-redeemed');
    expect(run([...history, line, ...rest, again]).outcomes.at(-1)).toBe(-1);
  });

  test('of points that were spent leaves a debt, unless the floor says otherwise', () => {
    const history = [
      open('resident'),
      credit('activity', 'sweeping', '2023-03-01', { difficulty: 'hard' }),
      redeem('visit', '2023-05-01', { rice: 1 }),
      reverse('r1', MATTER, '2023-05-02'),
    ];
    const ran = run(history);
    expect(redeemable(accountOf(ran))).toBe(-2);
    expect(run([...history, redeem('next', '2023-07-02', { haircut: 1 })]).outcomes.at(-1)).toBe(
      'insufficient-points',
    );
    for (const floor of ['refuse-below-zero-balance', 'stop-at-zero'] as const) {
      expect(run(history, { ruleSet: under(['correction-floor', floor]) }).outcomes.at(-1)).toBe(
        'below-zero',
      );
    }
  });

  test('R1: 50 at the opening, 50 redeemed, 21 earned by the order; the order is cancelled', () => {
    const history = [
      open('resident', '2023-01-10'),
      ...hardMatters(24, '2023-01-11'),
      credit('activity', 'one', '2023-01-12'),
      redeem('order', '2023-02-01', { repair: 25 }),
      ...hardMatters(10, '2023-02-01', 'of the order'),
      credit('activity', 'of the order', '2023-02-01'),
    ];
    const cancelled = [
      ...Array.from({ length: 10 }, (_, i) =>
        reverse(`m${i}`, { kind: 'matter', id: `of the order ${i}` }, '2023-02-02'),
      ),
      reverse('one', { kind: 'matter', id: 'of the order' }, '2023-02-02'),
      reverse('order', { kind: 'redemption', id: 'order' }, '2023-02-02'),
    ];
    const ruleSet = under(['carry-over', 'year-end']);
    const account = accountOf(run([...history, ...cancelled], { ruleSet }));
    expect(account.earned).toBe(50);
    expect(balanceOn(account, '2023-12-31', ruleSet)).toBe(50);
    // The points keep the day they were earned on.
    expect(balanceOn(account, '2024-01-01', ruleSet)).toBe(0);
  });
});

describe('what stands on an entry', () => {
  test('keeps a claim whose post was served in', () => {
    const history = [
      open('resident'),
      claim('gate'),
      credit('activity', 'watch', '2023-03-01', { postId: 'gate' }),
    ];
    const undo = reverse('r1', { kind: 'claim', id: 'gate' }, '2023-03-02');
    expect(refusalOf(run([...history, undo]).steps.at(-1)?.decision)).toMatchObject({
      code: 'stands-under-others',
      facts: { kind: 'claim', id: 'gate', others: [{ kind: 'matter', id: 'watch', item: 'activity' }] },
    });
    const served = reverse('r0', { kind: 'matter', id: 'watch' }, '2023-03-02');
    expect(run([...history, served, undo]).outcomes.slice(-2)).toEqual([-1, -1]);
    expect(
      run([...history, undo], { ruleSet: under(['service-needs-claim', 'not-needed']) }).outcomes.at(-1),
    ).not.toBe('stands-under-others');
  });

  test('lets a claim go whose post was served in under an item that needs no claim', () => {
    const history = [
      open('resident'),
      credit('affairs', 'watch', '2023-03-01', { postId: 'gate' }),
      claim('gate', '2023-03-01'),
      reverse('r1', { kind: 'claim', id: 'gate' }, '2023-03-02'),
    ];
    expect(run(history).outcomes).toEqual([1, 1, 1, -1]);
    expect(run(history, { ruleSet: under(['verification', 'apart']) }).outcomes).toEqual([1, 0, 0, 0]);
  });

  test('lets a claim go where an earlier claim of the post, not given up, is ground enough', () => {
    const undo = reverse('r1', { kind: 'claim', id: 'gate' }, '2024-04-01', { by: SUBDISTRICT });
    const [first, second] = [claim('gate', '2023-02-01'), claim('gate', '2024-02-01')];
    const serving = (on: string) => credit('activity', 'watch', on, { postId: 'gate' });
    const undone = (claimed: 'claimed' | 'claimed-by-that-day', ...commands: readonly unknown[]) => {
      const ruleSet = under(['claim-cap-window', 'calendar-year'], ['service-needs-claim', claimed]);
      const { outcomes } = run([open('resident'), ...commands, undo], { ruleSet });
      expect(outcomes.slice(0, -1).every((outcome) => typeof outcome === 'number')).toBe(true);
      return outcomes.at(-1);
    };
    expect(undone('claimed-by-that-day', first, second, serving('2024-03-01'))).toBe(-1);
    // The claim that was entered last is the one that goes.
    expect(undone('claimed-by-that-day', second, first, serving('2023-03-01'))).toBe('stands-under-others');
    expect(undone('claimed', second, first, serving('2023-03-01'))).toBe(-1);
    const given = release('gate', '2023-06-01');
    expect(undone('claimed-by-that-day', first, given, second, serving('2024-03-01'))).toBe(
      'stands-under-others',
    );
    expect(undone('claimed', first, given, second, serving('2024-03-01'))).toBe('stands-under-others');
  });

  test('keeps a matter that was corrected, until the correction is undone', () => {
    const history = [
      open('resident'),
      credit('activity', 'sweeping', '2023-03-01', { difficulty: 'hard' }),
      correct('slip', -1, '2023-03-05', { corrects: 'sweeping' }),
    ];
    const undo = reverse('r1', MATTER, '2023-03-06');
    expect(refusalOf(run([...history, undo]).steps.at(-1)?.decision)).toMatchObject({
      code: 'stands-under-others',
      facts: { others: [{ kind: 'correction', id: 'slip' }] },
    });
    const first = reverse('r0', { kind: 'correction', id: 'slip' }, '2023-03-06', { by: SUBDISTRICT });
    expect(accountOf(run([...history, first, undo])).earned).toBe(1);
  });

  test('does not come back without its ground, its key or its room', () => {
    const hard = { difficulty: 'hard' };
    const back = reverse('r2', { kind: 'reversal', id: 'r1' }, '2023-04-02');
    const claimed = [
      open('resident'),
      claim('gait', '2023-02-01', hard),
      reverse('r1', { kind: 'claim', id: 'gait' }, '2023-02-02'),
      claim('gate', '2023-02-01', hard),
      back,
    ];
    expect(run(claimed).outcomes.at(-1)).toBe('limit-reached');
    const entered = [
      open('resident'),
      credit('activity', 'sweeping', '2023-03-01', hard),
      reverse('r1', MATTER, '2023-03-02'),
      credit('activity', 'sweeping', '2023-03-01'),
      back,
    ];
    expect(run(entered).outcomes.at(-1)).toBe('duplicate-matter');
    const visited = [
      open('resident'),
      ...hardMatters(2, '2023-03-01'),
      redeem('visit', '2023-03-02', { haircut: 1 }),
      reverse('r1', { kind: 'redemption', id: 'visit' }, '2023-03-03'),
      redeem('next', '2023-03-04', { haircut: 1 }),
      back,
    ];
    expect(run(visited).outcomes.at(-1)).toBe('already-redeemed');
    const again = [...visited.slice(0, 5), redeem('visit', '2023-03-04', { tea: 1 }), back];
    expect(run(again).outcomes.at(-1)).toBe('duplicate-redemption');
    const raised = [
      open('resident'),
      correct('praise', 2, '2023-03-01'),
      reverse('r1', { kind: 'correction', id: 'praise' }, '2023-03-02', { by: SUBDISTRICT }),
      correct('praise', 1, '2023-03-03'),
      reverse('r2', { kind: 'reversal', id: 'r1' }, '2023-04-02', { by: SUBDISTRICT }),
    ];
    expect(run(raised).outcomes.at(-1)).toBe('duplicate-correction');
    const corrected = [
      open('resident'),
      credit('activity', 'sweeping', '2023-03-01', hard),
      correct('slip', -1, '2023-03-05', { corrects: 'sweeping' }),
      reverse('r1', { kind: 'correction', id: 'slip' }, '2023-03-06', { by: SUBDISTRICT }),
      reverse('r3', MATTER, '2023-03-07'),
      reverse('r2', { kind: 'reversal', id: 'r1' }, '2023-04-02', { by: SUBDISTRICT }),
    ];
    expect(run(corrected).outcomes.at(-1)).toBe('unknown-matter');
  });
});

test('no line comes back of a reward that was not redeemed', () => {
  const returned = (lines: readonly object[]) =>
    run([...HISTORY, reverse('r1', { kind: 'redemption', id: 'visit' }, '2023-05-02', { lines })]).steps.at(
      -1,
    );
  expect(refusalOf(returned([{ rewardId: 'rice', quantity: 1 }])?.decision)).toMatchObject({
    code: 'not-redeemed',
    facts: { rewardId: 'rice', quantity: 1, left: 0 },
  });
});

describe('what comes back', () => {
  const back = reverse('r2', { kind: 'reversal', id: 'r1' }, '2023-04-02', { by: SUBDISTRICT });

  test('fits beside the matter’s other entry, or stays out', () => {
    const history = (difficulty: string) => [
      open('resident'),
      claim('gate'),
      credit('activity', 'sweeping', '2023-03-01', { difficulty }),
      reverse('r1', MATTER, '2023-03-02'),
      credit('activity', 'sweeping', '2023-03-01', { postId: 'gate' }),
      back,
    ];
    expect(run(history('base')).outcomes).toEqual([1, 1, 1, -1, 1, 1]);
    const ran = run(history('hard'));
    expect(ran.outcomes.slice(0, -1)).toEqual([1, 1, 2, -2, 1]);
    expect(refusalOf(ran.steps.at(-1)?.decision)).toMatchObject({
      code: 'matter-used-up',
      clause: '2.3.3.3',
      facts: { item: 'activity', matterId: 'sweeping', held: 1, maximum: 2 },
    });
  });

  test('corrects a claim while that stands', () => {
    const history = [
      open('resident'),
      claim('gate', '2023-02-01', { difficulty: 'hard' }),
      correct('slip', -1, '2023-03-05', { corrects: 'gate' }),
      reverse('r1', { kind: 'correction', id: 'slip' }, '2023-03-06', { by: SUBDISTRICT }),
    ];
    expect(run([...history, back]).outcomes).toEqual([1, 2, -1, 1, -1]);
    const gone = reverse('r3', { kind: 'claim', id: 'gate' }, '2023-03-07');
    expect(run([...history, gone, back]).outcomes.slice(-2)).toEqual([-2, 'unknown-matter']);
    const anew = [gone, claim('gate', '2023-02-02')];
    expect(run([...history, ...anew, back]).outcomes.at(-1)).toBe('unknown-matter');
  });
});

describe('room under a limit', () => {
  const hard = { difficulty: 'hard' };

  test('that a correction freed is taken again when the correction is undone', () => {
    const ruleSet = under(['correction-year', 'frees-room']);
    const history = [
      open('resident'),
      claim('gate', '2023-02-01', hard),
      claim('lamp', '2023-02-01'),
      correct('one', -1, '2023-03-01', { corrects: 'gate' }),
      correct('two', -1, '2023-03-01', { corrects: 'lamp' }),
    ];
    const undo = (id: string) =>
      reverse(`r-${id}`, { kind: 'correction', id }, '2023-03-02', { by: SUBDISTRICT });
    const next = claim('bench', '2023-04-01', hard);
    const room = (...undone: readonly unknown[]) =>
      run([...history, ...undone, next], { ruleSet }).outcomes.at(-1);
    expect([room(), room(undo('one')), room(undo('two')), room(undo('one'), undo('two'))]).toEqual([
      2, 1, 1, 0,
    ]);
    const left = (commands: readonly unknown[]) => withoutMarks(run(commands, { ruleSet }).events);
    expect(left([...history, undo('two')])).toEqual(left(history.slice(0, 4)));
    expect(left([...history, undo('two'), undo('one')])).toEqual(left(history.slice(0, 3)));
  });

  test.each([
    ['no limit', 1, undefined],
    ['a limit', 1, 2],
    ['a limit, and no points at the opening', 0, 2],
  ])('that the opening used stays used when the report-in of its day is undone: %s', (_, points, maximum) => {
    const apart = under(['registration-year', 'opening-apart']);
    const resident = apart.roles.resident as RuleSet['roles'][string];
    const limits = {
      ...resident.limits,
      ...(maximum === undefined
        ? {}
        : {
            'report-ins': {
              clause: '2.3.3.1',
              title: { 'zh-CN': '报到', en: 'report-ins' },
              items: ['registration'],
              counts: 'points',
              maximum,
              per: 'year',
              beyond: 'trim',
            } as const,
          }),
    };
    const roles = { resident: { ...resident, limits, opening: { ...resident.opening, points } } };
    const ruleSet: RuleSet = { ...apart, roles };
    const history = [open('resident'), reportIn('2023-01-10')];
    const undo = reverse('r1', { kind: 'report-in', id: '2023-01-10' }, '2023-02-01');
    const back = reverse('r2', { kind: 'reversal', id: 'r1' }, '2023-02-02');
    const left = (commands: readonly unknown[]) => withoutMarks(run(commands, { ruleSet }).events);
    expect(run([...history, undo, back], { ruleSet }).outcomes).toEqual([points, 1, -1, 1]);
    expect(left([...history, undo])).toEqual(left(history.slice(0, 1)));
    expect(left([...history, undo, back])).toEqual(left(history));
  });
});

describe('who undoes', () => {
  const history = [open('resident'), credit('activity', 'sweeping', '2023-03-01', { difficulty: 'hard' })];

  test("the community, until its year's account is due; then the supervisor", () => {
    expect(run([...history, reverse('r1', MATTER, '2023-11-30')]).outcomes.at(-1)).not.toBe(
      'too-late-to-reverse',
    );
    const late = run([...history, reverse('r1', MATTER, '2023-12-01')]);
    expect(refusalOf(late.steps.at(-1)?.decision)).toMatchObject({
      code: 'too-late-to-reverse',
      clause: '2.3',
      facts: {
        kind: 'matter',
        id: 'sweeping',
        on: '2023-12-01',
        due: '2023-11-30',
        entitled: ['subdistrict'],
      },
    });
    expect(
      lastEvent(run([...history, reverse('r1', MATTER, '2023-12-01', { by: SUBDISTRICT })]), 'EntryReversed'),
    ).toBeDefined();
  });

  test('a December entry is of the year that begins with it, where the rules read years so', () => {
    const ruleSet = under(['feedback-cut-off', 'december-november']);
    const undone = (on: string, by: string) =>
      run([open('resident', '2022-11-01'), credit('activity', 'sweeping', on), reverse('r1', MATTER, by)], {
        ruleSet,
      }).steps.at(-1)?.decision;
    expect(refusalOf(undone('2022-11-30', '2022-12-01'))).toMatchObject({
      code: 'too-late-to-reverse',
      facts: { due: '2022-11-30' },
    });
    expect(outcomeOf(undone('2022-12-01', '2023-11-30') as Decision)).toBe(-1);
    expect(refusalOf(undone('2022-12-01', '2023-12-01'))).toMatchObject({
      code: 'too-late-to-reverse',
      facts: { due: '2023-11-30' },
    });
  });

  test('as the reading says', () => {
    const at = (answer: 'community' | 'supervisor', by: More = {}) =>
      run([...history, reverse('r1', MATTER, '2024-12-01', by)], {
        ruleSet: under(['who-reverses', answer]),
      }).outcomes.at(-1);
    expect(at('community')).not.toBeTypeOf('string');
    expect(at('supervisor')).toBe('office-not-entitled');
    expect(at('supervisor', { by: SUBDISTRICT })).not.toBeTypeOf('string');
  });

  test("a community does not undo the supervisor's correction", () => {
    const corrected = [...history, correct('slip', -1, '2023-03-05')];
    const undo = reverse('r1', { kind: 'correction', id: 'slip' }, '2023-03-06');
    expect(run([...corrected, undo]).outcomes.at(-1)).toBe('not-theirs-to-reverse');
  });
});

test('wrong orders are refused by name, and change nothing', () => {
  const sweeping = credit('activity', 'sweeping', '2023-03-01', { difficulty: 'hard' });
  const history = [open('resident'), sweeping];
  const wrong: readonly [unknown, string][] = [
    [reverse('r1', MATTER, '2023-02-28'), 'before-its-entry'],
    [reverse('r1', { kind: 'matter', id: 'mopping' }, '2023-03-02'), 'unknown-entry'],
    [reverse('r1', { kind: 'matter', id: 'sweeping', item: 'affairs' }, '2023-03-02'), 'unknown-entry'],
    [reverse('r1', { kind: 'reversal', id: 'r0' }, '2023-03-02'), 'unknown-entry'],
    [reverse('r1', { kind: 'report-in', id: '2023-01-10' }, '2023-03-02'), 'unknown-entry'],
    [reverse('r1', { kind: 'matter', id: '2023-01-10' }, '2023-03-02'), 'unknown-entry'],
    [reverse('r1', MATTER, '2023-03-02', { lines: [{ rewardId: 'tea', quantity: 1 }] }), 'invalid-command'],
    [reverse('r1', MATTER, '2022-12-31'), 'before-opening'],
    [reverse('r1', MATTER, '2023-03-02', { recordedOn: '2023-03-01' }), 'recorded-before'],
    [release('gate', '2023-03-01'), 'post-not-claimed'],
  ];
  for (const [command, code] of wrong) {
    const ran = run([...history, command]);
    expect([command, ran.outcomes.at(-1)]).toEqual([command, code]);
    expect(ran.steps.at(-1)?.after).toBe(ran.steps.at(-1)?.before);
  }
  const twice = [
    ...history,
    credit('affairs', 'sweeping', '2023-03-01'),
    reverse('r1', { kind: 'matter', id: 'sweeping' }, '2023-03-02'),
  ];
  const ruleSet = under(['one-matter-one-item', 'each-item']);
  expect(refusalOf(run(twice, { ruleSet }).steps.at(-1)?.decision)).toMatchObject({
    code: 'ambiguous-matter',
    facts: { matterId: 'sweeping', items: ['activity', 'affairs'] },
  });
  const other = [...history, reverse('r1', MATTER, '2023-03-02'), reverse('r1', MATTER, '2023-03-03')];
  expect(run(other).outcomes.at(-1)).toBe('duplicate-reversal');
});

test('a reversal of nothing is refused on an account that is not open', () => {
  const decision = bankOf(renfa2022, HANDBOOK).decideUnknown(
    reverse('r1', MATTER, '2023-03-02'),
    initialAccount,
  );
  expect(outcomeOf(decision)).toBe('account-not-open');
});
