import { describe, expect, test } from 'vitest';
import { type BankEvent, balanceOn, fold, type RuleSet, redeemable } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { under } from '../support/arbitraries.js';
import { entitling } from '../support/authority.js';
import {
  accountOf,
  claim,
  correct,
  credit,
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
import { bar, close, type More, receive, release, reverse, send, verify } from './commands.js';

const HARD = { difficulty: 'hard' };

describe('entries that are verified apart', () => {
  const ruleSet = under(['verification', 'apart']);
  const history = [
    open('resident'),
    claim('gate', '2023-02-01', HARD),
    claim('lamp', '2023-02-01', HARD),
    credit('activity', 'sweeping', '2023-03-01', HARD),
    reportIn('2024-01-03'),
  ];
  const SWEEPING = { kind: 'matter', id: 'sweeping' } as const;

  test('count nowhere until they are', () => {
    const account = accountOf(run(history, { ruleSet }));
    expect(account).toMatchObject({ earned: 1, reportIns: ['2023-01-10'] });
    expect(pendingOf(account)).toHaveLength(4);
    expect(run([...history, redeem('visit', '2023-04-01', { repair: 1 })], { ruleSet }).outcomes.at(-1)).toBe(
      'insufficient-points',
    );
  });

  test('count from then on, on their own day and within the limits', () => {
    const verified = [
      verify({ kind: 'claim', id: 'gate' }, '2023-04-01'),
      verify({ kind: 'claim', id: 'lamp' }, '2023-04-01'),
      verify(SWEEPING, '2023-04-01'),
      verify({ kind: 'report-in', id: '2024-01-03' }, '2024-01-04'),
    ];
    const ran = run([...history, ...verified], { ruleSet });
    expect(ran.outcomes.slice(-4)).toEqual([2, 1, 2, 1]);
    const account = accountOf(ran);
    expect(account).toMatchObject({ earned: 7, pending: [], reportIns: ['2023-01-10', '2024-01-03'] });
    expect(balanceOn(account, '2023-02-28', ruleSet)).toBe(4);
    expect(run([...history, ...verified, verified[2]], { ruleSet }).outcomes.at(-1)).toBe('retried');
  });

  test('are known by their keys, can be undone, and are not verified twice or before their day', () => {
    const codes = (command: unknown): unknown => run([...history, command], { ruleSet }).outcomes.at(-1);
    expect(codes(history[3])).toBe('retried');
    expect(codes(credit('activity', 'sweeping', '2023-03-01'))).toBe('duplicate-matter');
    expect(codes(claim('gate', '2023-02-02'))).toBe('duplicate-claim');
    expect(codes(reportIn('2024-02-03'))).toBe('already-reported-in');
    expect(codes(verify(SWEEPING, '2023-02-28'))).toBe('before-its-entry');
    expect(codes(verify({ kind: 'matter', id: 'mopping' }, '2023-04-01'))).toBe('unknown-entry');
    const undo = reverse('r1', SWEEPING, '2023-03-02');
    const undone = run([...history, undo], { ruleSet });
    expect(pendingOf(accountOf(undone))).toHaveLength(3);
    expect(undone.outcomes.at(-1)).toBe(0);
    const later = [verify(SWEEPING, '2023-04-01'), credit('activity', 'sweeping', '2023-03-01'), history[3]];
    expect(run([...history, undo, ...later], { ruleSet }).outcomes.slice(-3)).toEqual([
      'unknown-entry',
      0,
      'retried',
    ]);
    const back = reverse('r2', { kind: 'reversal', id: 'r1' }, '2023-03-03');
    expect(run([...history, undo, back, later[0]], { ruleSet }).outcomes.at(-1)).toBe(2);
  });

  test('that share a name are verified by item, and refused without', () => {
    const rules = { ruleSet: under(['verification', 'apart'], ['one-matter-one-item', 'each-item']) };
    const both = [open('resident'), credit('activity', 'sweeping'), credit('affairs', 'sweeping')];
    const ran = run([...both, verify(SWEEPING, '2023-04-01')], rules);
    expect(refusalOf(ran.steps.at(-1)?.decision)).toMatchObject({
      code: 'ambiguous-matter',
      facts: { matterId: 'sweeping', items: ['activity', 'affairs'] },
    });
    const named = run([...both, verify({ ...SWEEPING, item: 'affairs' }, '2023-04-01')], rules);
    expect(named.outcomes.at(-1)).toBe(1);
    expect(pendingOf(accountOf(named))).toMatchObject([{ item: 'activity' }]);
  });

  describe('several claims of one post', () => {
    const again = { ruleSet: under(['verification', 'apart'], ['claim-again', 'scores']) };
    const CLAIM = { kind: 'claim', id: 'gate' } as const;
    const both = [open('resident'), claim('gate'), claim('gate', '2023-06-01', HARD)];

    test('are verified by their day, and refused without', () => {
      const ran = run([...both, verify(CLAIM, '2023-07-01')], again);
      expect(refusalOf(ran.steps.at(-1)?.decision)).toMatchObject({
        code: 'ambiguous-claim',
        facts: { postId: 'gate', days: ['2023-02-01', '2023-06-01'] },
      });
      const second = verify({ ...CLAIM, on: '2023-06-01' }, '2023-07-01');
      const first = verify({ ...CLAIM, on: '2023-02-01' }, '2023-07-01');
      const named = run([...both, second, second, first, second], again);
      expect(named.outcomes.slice(3)).toEqual([2, 'retried', 1, 'retried']);
      expect(pendingOf(accountOf(named))).toEqual([]);
    });

    test('are none once verified: what was sent without a day never means the next one', () => {
      const alone = verify(CLAIM, '2023-02-02');
      const ran = run([both[0], both[1], alone, both[2], alone], again);
      expect(ran.outcomes.slice(2)).toEqual([1, 0, 'ambiguous-claim']);
    });

    test('are reversed by their day, whether they wait or count', () => {
      const undo = (on: string, id: string) => reverse(id, { ...CLAIM, on }, '2023-07-02');
      const first = run([...both, undo('2023-02-01', 'u1')], again);
      expect(pendingOf(accountOf(first))).toMatchObject([{ postId: 'gate', scored: 2 }]);
      const second = run([...both, undo('2023-06-01', 'u1')], again);
      expect(pendingOf(accountOf(second))).toMatchObject([{ postId: 'gate', scored: 1 }]);
      const verified = verify({ ...CLAIM, on: '2023-02-01' }, '2023-07-01');
      const waiting = run([...both, verified, undo('2023-06-01', 'u1')], again);
      expect(waiting.outcomes.at(-1)).toBe(0);
      expect(accountOf(waiting)).toMatchObject({ earned: 2, pending: [] });
      expect(run([...both, undo('2023-06-02', 'u1')], again).outcomes.at(-1)).toBe('unknown-entry');
    });

    test('are not of one day, where nobody could say which of them is verified', () => {
      const sameDay = claim('gate', '2023-02-01', HARD);
      expect(run([both[0], both[1], sameDay], again).outcomes.at(-1)).toBe('duplicate-claim');
      const verified = [both[0], both[1], verify(CLAIM, '2023-02-02'), sameDay];
      expect(run(verified, again).outcomes.at(-1)).toBe('duplicate-claim');
    });
  });

  test('leave each other the room of their matter', () => {
    const ran = run(
      [
        open('resident'),
        claim('gate'),
        verify({ kind: 'claim', id: 'gate' }, '2023-02-02'),
        credit('activity', 'sweeping'),
        credit('activity', 'sweeping', '2023-03-01', { ...HARD, postId: 'gate' }),
        verify({ ...SWEEPING, capacity: 'service' }, '2023-04-01'),
      ],
      { ruleSet },
    );
    expect(lastEvent(ran, 'EntryVerified').data).toMatchObject({
      verifies: { ...SWEEPING, item: 'activity', capacity: 'service' },
      scored: 2,
      points: 1,
      matter: { clause: '2.3.3.3', maximum: 2, held: 1, took: 1 },
    });
  });

  test('keep a post that scores once a month from scoring twice', () => {
    const monthly = under(['verification', 'apart'], ['continuing-post', 'monthly']);
    const posts = ['gate', 'lamp'].flatMap((postId) => [
      claim(postId),
      verify({ kind: 'claim', id: postId }, '2023-02-02'),
    ]);
    const serving = (matterId: string, on: string, postId: string) =>
      credit('activity', matterId, on, { postId });
    const waiting = [open('resident'), ...posts, claim('bench'), serving('first', '2023-03-01', 'gate')];
    const last = (command: unknown) =>
      run([...waiting, command], { ruleSet: monthly }).steps.at(-1)?.decision;
    expect(refusalOf(last(serving('second', '2023-03-31', 'gate')))).toMatchObject({
      code: 'once-per-period',
      facts: { item: 'activity', per: 'month', window: '2023-03', postId: 'gate' },
    });
    expect(last(serving('second', '2023-04-01', 'gate'))).toMatchObject({ accepted: true });
    expect(last(serving('second', '2023-03-31', 'lamp'))).toMatchObject({ accepted: true });
    expect(last(credit('activity', 'second', '2023-03-31'))).toMatchObject({ accepted: true });
  });

  test('are nobody’s to verify where the rules do not part the two', () => {
    expect(run([...history, verify(SWEEPING, '2023-04-01')]).outcomes.at(-1)).toBe('office-not-entitled');
  });
});

describe('a post that was given up', () => {
  const history = [open('resident'), claim('gate', '2023-02-01'), release('gate', '2023-04-01')];
  const serving = (on: string): unknown => credit('activity', `watch of ${on}`, on, { postId: 'gate' });

  test('is served until then, and not from that day on', () => {
    expect(run([...history, serving('2023-03-31')]).outcomes.at(-1)).toBe(1);
    expect(refusalOf(run([...history, serving('2023-04-01')]).steps.at(-1)?.decision)).toMatchObject({
      code: 'post-not-claimed',
      facts: { postId: 'gate', on: '2023-04-01', releasedOn: '2023-04-01' },
    });
  });

  test('keeps its points, is given up once, and can be claimed again', () => {
    expect(accountOf(run(history)).earned).toBe(2);
    expect(run([...history, release('gate', '2023-04-01')]).outcomes.at(-1)).toBe('retried');
    expect(run([...history, release('gate', '2023-05-01')]).outcomes.at(-1)).toBe('post-not-claimed');
    expect(run([...history, release('gate', '2023-01-15')]).outcomes.at(-1)).toBe('post-not-claimed');
    const again = [...history, claim('gate', '2023-06-01'), serving('2023-06-02'), serving('2023-05-02')];
    const ruleSet = under(['service-needs-claim', 'claimed-by-that-day']);
    expect(run(again, { ruleSet }).outcomes.slice(-3)).toEqual([1, 1, 'post-not-claimed']);
  });
});

describe('points that are sent to another account', () => {
  const transfer = { clause: '5', title: { 'zh-CN': '积分转让', en: 'transfer of points' } };
  const authority = entitling({ TransferPoints: ['community'], ReceivePoints: ['community'] });
  const ruleSet = { ...renfa2022, transfer, authority } as RuleSet;
  const other = open('resident', '2023-01-10', { accountId: 'v2' });
  const history = [
    open('resident'),
    ...hardMatters(2, '2023-02-01'),
    other,
    send('t1', 'v2', 3, '2023-03-01'),
  ];
  const sent = lastEvent(run(history, { ruleSet }), 'PointsSent');

  test('leave the one balance and come into the other, and no assessment moves', () => {
    const ran = run([...history, receive(sent, 'v2', '2023-03-02')], { ruleSet });
    expect(accountOf(ran)).toMatchObject({ earned: 5, transferred: -3 });
    expect(accountOf(ran, 'v2')).toMatchObject({ earned: 1, transferred: 3 });
    expect([redeemable(accountOf(ran)), redeemable(accountOf(ran, 'v2'))]).toEqual([2, 4]);
    expect(balanceOn(accountOf(ran, 'v2'), '2023-03-01', ruleSet)).toBe(1);
  });

  test('are received once, by the account that they were sent to, and not before', () => {
    const codes = (...commands: unknown[]) => run([...history, ...commands], { ruleSet }).outcomes.at(-1);
    const received = receive(sent, 'v2', '2023-03-02');
    expect(codes(received, received)).toBe('retried');
    expect(codes(received, receive(sent, 'v2', '2023-03-03'))).toBe('duplicate-transfer');
    expect(codes(receive(sent, 'v2', '2023-02-28'))).toBe('before-it-was-sent');
    expect(
      codes(open('resident', '2023-01-10', { accountId: 'v3' }), receive(sent, 'v3', '2023-03-02')),
    ).toBe('not-the-receiver');
    expect(codes(receive({ ...sent, type: 'PointsReceived' }, 'v2', '2023-03-02'))).toBe('invalid-command');
    expect(codes(send('t1', 'v2', 3, '2023-03-01'))).toBe('retried');
    expect(codes(send('t1', 'v2', 2, '2023-03-01'))).toBe('duplicate-transfer');
    expect(codes(send('t2', 'v1', 1, '2023-03-01'))).toBe('transfer-to-itself');
    expect(codes(send('t2', 'v2', 3, '2023-03-01'))).toBe('insufficient-points');
    expect(run(history.slice(0, 4)).outcomes).not.toContain('office-not-entitled');
    expect(run(history).outcomes.at(-1)).toBe('office-not-entitled');
  });

  test('are not received where they could not be counted any more', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const huge = (points: number) => receive({ ...sent, data: { ...sent.data, points } }, 'v2', '2023-03-02');
    const ran = (points: number) => run([other, huge(points)], { ruleSet });
    expect(refusalOf(ran(most).steps.at(-1)?.decision)).toMatchObject({
      code: 'out-of-range',
      facts: { figure: 'balance', before: 0, points: most },
    });
    expect(redeemable(accountOf(ran(most - 1), 'v2'))).toBe(most);
  });

  test('do not come back beside others under their id', () => {
    const ran = run(
      [
        ...history,
        reverse('r1', { kind: 'transfer', id: 't1' }, '2023-03-02'),
        send('t1', 'v2', 2, '2023-03-03'),
        reverse('r2', { kind: 'reversal', id: 'r1' }, '2023-03-04'),
      ],
      { ruleSet },
    );
    expect(refusalOf(ran.steps.at(-1)?.decision)).toMatchObject({
      code: 'duplicate-transfer',
      facts: { transferId: 't1', on: '2023-03-03' },
    });
    expect(accountOf(ran).transferred).toBe(-2);
  });

  test('come back when the sending is undone', () => {
    const ran = run([...history, reverse('r1', { kind: 'transfer', id: 't1' }, '2023-03-02')], { ruleSet });
    expect(accountOf(ran)).toMatchObject({ transferred: 0 });
    expect(redeemable(accountOf(ran))).toBe(5);
  });

  test('are sent again when that is undone in turn, and come back for good', () => {
    const undo = (id: string, kind: 'transfer' | 'reversal', of: string) =>
      reverse(id, { kind, id: of }, '2023-03-02');
    const undone = [undo('r1', 'transfer', 't1'), undo('r2', 'reversal', 'r1'), undo('r3', 'reversal', 'r2')];
    const transferred = [0, 1, 2, 3].map(
      (n) => accountOf(run([...history, ...undone.slice(0, n)], { ruleSet })).transferred,
    );
    expect(transferred).toEqual([-3, 0, -3, 0]);
  });
});

describe('an account that is barred', () => {
  const ground = (bars?: readonly string[]) => ({
    clause: '5',
    title: { 'zh-CN': '高空抛物', en: 'throwing things from a height' },
    ...(bars === undefined ? {} : { bars }),
  });
  const ruleSet = {
    ...renfa2022,
    ineligibility: {
      throwing: ground(['redeeming']),
      idling: ground(['earning', 'redeeming']),
      talking: ground(),
    },
    authority: entitling({ BarAccount: ['subdistrict'] }),
  } as unknown as RuleSet;
  const history = [open('resident'), ...hardMatters(2, '2023-02-01')];
  const last = (...commands: unknown[]) => run([...history, ...commands], { ruleSet }).outcomes.at(-1);

  test('does not redeem from its first day to its last, and does again after', () => {
    const barred = bar('b1', 'throwing', '2023-03-01', '2024-12-31');
    const visit = (on: string): unknown => redeem('visit', on, { haircut: 1 });
    expect(
      refusalOf(run([...history, barred, visit('2024-12-31')], { ruleSet }).steps.at(-1)?.decision),
    ).toMatchObject({
      code: 'barred',
      clause: '5',
      facts: { barId: 'b1', ground: 'throwing', bars: 'redeeming', from: '2023-03-01', until: '2024-12-31' },
    });
    expect(last(barred, visit('2023-02-28'))).toBe(-1);
    expect(last(barred, visit('2025-01-01'))).toBe(-1);
    expect(last(barred, credit('activity', 'sweeping', '2023-03-02'))).toBe(1);
    expect(
      last(bar('b1', 'idling', '2023-03-01', undefined), credit('activity', 'sweeping', '2023-03-02')),
    ).toBe('barred');
    expect(last(bar('b1', 'talking', '2023-03-01', undefined), visit('2023-03-02'))).toBe(-1);
  });

  test('is free again when the bar is undone, by those who may bar', () => {
    const barred = bar('b1', 'throwing', '2023-03-01', undefined);
    const undo = (more: More) => reverse('r1', { kind: 'bar', id: 'b1' }, '2023-03-02', more);
    expect(last(barred, undo({}))).toBe('not-theirs-to-reverse');
    expect(last(barred, undo({ by: SUBDISTRICT }), redeem('visit', '2023-03-03', { haircut: 1 }))).toBe(-1);
    expect(last(barred, undo({ by: SUBDISTRICT }), barred)).toBe('retried');
  });

  test('is barred as the accounts were that it continues, until each bar is undone', () => {
    const closed = ['v1', 'v2'].map((accountId, i) => {
      const ground = i === 0 ? 'throwing' : 'idling';
      const commands = [
        open('resident', '2023-01-10', { accountId }),
        bar('b1', ground, '2023-03-01', undefined, { accountId }),
        close('merged', '2023-04-01', { accountId }),
      ];
      return lastEvent(run(commands, { ruleSet }), 'AccountClosed');
    });
    const merged = open('resident', '2023-04-01', { accountId: 'v3', continues: closed });
    const undo = (id: string) =>
      reverse(id, { kind: 'bar', id: 'b1' }, '2023-05-01', { accountId: 'v3', by: SUBDISTRICT });
    const grounds = (...commands: unknown[]) =>
      accountOf(run([merged, ...commands], { ruleSet }), 'v3').bars.map(({ ground: of }) => of);
    expect(grounds()).toEqual(['throwing', 'idling']);
    expect(grounds(undo('r1'))).toEqual(['idling']);
    expect(grounds(undo('r1'), undo('r2'))).toEqual([]);
    expect(run([merged, undo('r1'), undo('r2'), undo('r3')], { ruleSet }).outcomes.at(-1)).toBe(
      'unknown-entry',
    );
  });

  test('is barred on a ground of the rules, once under an id, and not backwards', () => {
    expect(last(bar('b1', 'humming', '2023-03-01', undefined))).toBe('unknown-ground');
    expect(last(bar('b1', 'throwing', '2023-03-01', '2023-02-28'))).toBe('ends-before-it-begins');
    const barred = bar('b1', 'throwing', '2023-03-01', '2023-12-31');
    expect(last(barred, barred)).toBe('retried');
    expect(last(barred, bar('b1', 'throwing', '2023-03-01', undefined))).toBe('duplicate-bar');
    expect(run([...history, barred]).outcomes.at(-1)).toBe('office-not-entitled');
  });
});

test('what was written up late says so, and is decided as if it had not been', () => {
  const late = { recordedOn: '2023-09-01' };
  const commands = (more: More): unknown[] => [
    open('resident', '2023-01-10', more),
    claim('gate', '2023-02-01', more),
    credit('activity', 'watch', '2023-03-01', { postId: 'gate', ...more }),
    redeem('visit', '2023-03-02', { haircut: 1 }, more),
    correct('slip', 1, '2023-04-01', more),
    release('gate', '2023-05-01', more),
    reverse('r1', { kind: 'matter', id: 'watch' }, '2023-05-02', more),
    close('left', '2023-06-01', more),
  ];
  const [ran, plain] = [run(commands(late)), run(commands({}))];
  expect(ran.outcomes).toEqual(plain.outcomes);
  expect(ran.events.map(({ data }) => data.recordedOn)).toEqual(Array(8).fill('2023-09-01'));
  const bare = ran.events.map((event) => {
    const { recordedOn: _, ...data } = event.data;
    return { ...event, data } as BankEvent;
  });
  expect(bare).toEqual(plain.events);
  expect(fold(ran.events)).toEqual(fold(plain.events));
  expect(run([...commands({}).slice(0, 2), commands(late)[1]]).outcomes.at(-1)).toBe('retried');
});
