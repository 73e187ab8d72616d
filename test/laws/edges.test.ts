import { describe, expect, test } from 'vitest';
import {
  type ActivityCredited,
  assessment,
  createBank,
  figures,
  fold,
  initialAccount,
  type LimitRule,
  quantities,
  type RuleSet,
  redeemable,
} from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { text } from '../../src/values/text.js';
import { en, explain, zhCN } from '../../src/words.js';
import {
  accountOf,
  claim,
  correct,
  credit,
  lastEvent,
  open,
  outcomes,
  redeem,
  refusalOf,
  reportIn,
  run,
} from '../support/history.js';
import { OTHER_SCHEME } from '../support/other-scheme.js';

const hours = (item: string, matterId: string, quantity: number, on = '2023-03-01') =>
  credit(item, matterId, on, { difficulty: undefined, quantity });

describe('a report-in', () => {
  const resident = renfa2022.roles.resident;

  test('counts against a limit that the rules put on it, and is refused past it', () => {
    const twice = {
      ...resident.limits.claims,
      items: ['registration'],
      maximum: 2,
      beyond: 'refuse' as const,
    };
    const ruleSet = {
      ...renfa2022,
      roles: { ...renfa2022.roles, resident: { ...resident, limits: { ...resident.limits, twice } } },
    } as RuleSet;
    const ran = run([open('resident'), reportIn('2024-01-10'), reportIn('2025-01-10')], { ruleSet });
    expect(accountOf(ran).earned).toBe(2);
    expect(refusalOf(ran.steps[2]?.decision)).toMatchObject({
      code: 'limit-reached',
      facts: { item: 'registration', scored: 1, limit: { limit: 'twice', used: 2, maximum: 2 } },
    });
  });

  test('may come any day where the rules name no window', () => {
    const { once: _, ...registration } = resident.items.registration;
    const ruleSet = {
      ...renfa2022,
      roles: { ...renfa2022.roles, resident: { ...resident, items: { ...resident.items, registration } } },
    } as unknown as RuleSet;
    const ran = run([open('resident'), reportIn('2023-01-11'), reportIn('2023-01-12')], { ruleSet });
    expect(accountOf(ran).earned).toBe(3);
  });
});

describe('a claim', () => {
  const { resident } = renfa2022.roles;
  const { claims, ...limits } = resident.limits;
  const { claim: rule, ...others } = resident.items;
  const rules = (change: object) =>
    ({ ruleSet: { ...renfa2022, roles: { resident: { ...resident, ...change } } } as RuleSet }) as const;

  test('is refused where the role has nothing to book claims under', () => {
    const { steps } = run([open('resident'), claim('gate')], rules({ items: others, limits }));
    expect(refusalOf(steps[1]?.decision)).toMatchObject({
      code: 'unknown-item',
      clause: resident.clause,
      facts: { item: 'claim', known: ['registration', 'activity', 'affairs', 'other'] },
    });
  });

  test('of the same post is refused for life where no limit gives it a window', () => {
    const commands = [open('resident'), claim('gate', '2023-02-01'), claim('gate', '2033-02-01')];
    const { steps } = run(commands, rules({ items: { ...others, claim: rule }, limits }));
    expect(refusalOf(steps[2]?.decision)).toMatchObject({
      code: 'duplicate-claim',
      facts: { postId: 'gate', on: '2023-02-01', window: 'life' },
    });
  });

  test('of the same post scores again in the next window of its first limit', () => {
    const yearly = rules({ limits: { claims: { ...claims, per: 'year' } } });
    const commands = ['2023-02-01', '2023-12-31', '2024-01-01'].map((on) => claim('gate', on));
    expect(outcomes([open('resident'), ...commands], yearly)).toEqual([1, 1, 'duplicate-claim', 1]);
  });
});

describe('a deduction', () => {
  const { resident } = OTHER_SCHEME.roles;
  const under = (limit: Pick<LimitRule, 'items' | 'counts' | 'maximum' | 'beyond'>) => {
    const shared = { clause: '9', title: text('上限', 'limit'), per: 'year', ...limit };
    return {
      ruleSet: { ...OTHER_SCHEME, roles: { resident: { ...resident, limits: { shared } } } } as RuleSet,
    };
  };
  const enter = (item: string, n: number) =>
    credit(item, `${item} ${n}`, `2023-02-0${n}`, { difficulty: undefined });
  const points = { items: ['talks', 'penalty'], counts: 'points' } as const;
  const entries = { items: ['penalty'], counts: 'entries', maximum: 1 } as const;

  test('is not capped by a limit on points that is full, and makes room under it', () => {
    const commands = [
      open('resident'),
      enter('talks', 1),
      enter('talks', 2),
      enter('penalty', 3),
      enter('talks', 4),
    ];
    expect(outcomes(commands, under({ ...points, maximum: 3, beyond: 'trim' }))).toEqual([1, 2, 1, -3, 2]);
    expect(outcomes(commands, under({ ...points, maximum: 2, beyond: 'refuse' }))).toEqual([
      1,
      2,
      'limit-reached',
      -3,
      2,
    ]);
  });

  test('is not capped by a limit on entries that is full, unless that limit refuses what is beyond it', () => {
    const commands = [open('resident'), enter('penalty', 1), enter('penalty', 2)];
    expect(outcomes(commands, under({ ...entries, beyond: 'trim' }))).toEqual([1, -3, -3]);
    expect(outcomes(commands, under({ ...entries, beyond: 'refuse' }))).toEqual([1, -3, 'limit-reached']);
  });
});

describe('an account that was not opened', () => {
  test('has no points, no entries and nothing counted', () => {
    expect(redeemable(initialAccount)).toBe(0);
    expect(assessment(initialAccount)).toBe(0);
    expect(figures(initialAccount)).toEqual({
      earned: 0,
      entries: 0,
      corrected: 0,
      redeemed: 0,
      assessment: 0,
    });
    expect(figures(initialAccount, { item: 'activity' })).toEqual(figures(initialAccount));
    expect(quantities(initialAccount)).toEqual({});
  });
});

describe('the figures of one item', () => {
  const account = accountOf(
    run([
      open('resident', '2023-01-10'),
      credit('activity', 'a', '2023-03-01', { difficulty: 'hard' }),
      credit('activity', 'b', '2023-04-30'),
      credit('other', 'c', '2023-04-30'),
      correct('c1', -1, '2023-05-04'),
      redeem('r1', '2023-05-05', { haircut: 1 }),
    ]),
  );

  test('are its own, with no correction and no redemption among them', () => {
    expect(figures(account, { item: 'activity' })).toEqual({
      earned: 3,
      entries: 2,
      corrected: 0,
      redeemed: 0,
      assessment: 3,
    });
    expect(figures(account, { item: 'activity', from: '2023-04' })).toMatchObject({ earned: 1, entries: 1 });
    expect(figures(account, { item: 'activity', to: '2023-03' })).toMatchObject({ earned: 2, entries: 1 });
    expect(figures(account, { item: 'unheard-of' })).toMatchObject({ earned: 0, entries: 0 });
    expect(figures(account)).toEqual({ earned: 5, entries: 4, corrected: -1, redeemed: 1, assessment: 4 });
  });
});

describe('what is counted apart from points', () => {
  const ran = run(
    [
      open('resident'),
      hours('halves', 'a', 1.5),
      hours('halves', 'b', 0.25, '2023-05-31'),
      hours('thirds', 'c', 4),
    ],
    { ruleSet: OTHER_SCHEME },
  );

  test('of one item, of some months, and of everything', () => {
    const account = accountOf(ran);
    expect(quantities(account)).toEqual({ hour: 5.75 });
    expect(quantities(account, { item: 'halves' })).toEqual({ hour: 1.75 });
    expect(quantities(account, { item: 'halves', from: '2023-05' })).toEqual({ hour: 0.25 });
    expect(quantities(account, { from: '2023-06' })).toEqual({});
    expect(quantities(account, { item: 'club' })).toEqual({});
  });

  test('what names no unit is kept apart from hours', () => {
    const { data, ...credited } = lastEvent(ran, 'ActivityCredited');
    const { unit: _, ...without } = data;
    const bare: ActivityCredited = { ...credited, data: { ...without, matterId: 'bare' } };
    expect(quantities(fold([...ran.events, bare]))).toEqual({ hour: 5.75, '': 4 });
    expect(explain(bare, en)).toContain('Quantity 4 scores 4.');
  });
});

test('what a limit took is told without the entries that used it, where the event does not name them', () => {
  const ran = run([
    open('resident'),
    claim('gate', '2023-02-01', { difficulty: 'hard' }),
    claim('square', '2023-02-02', { difficulty: 'hard' }),
  ]);
  const { data, ...claimed } = lastEvent(ran, 'PostClaimed');
  const limits = (data.limits ?? []).map(({ usedBy: _, ...limit }) => limit);
  const bare = { ...claimed, data: { ...data, limits } };
  expect(explain(lastEvent(ran, 'PostClaimed'), en)).toContain(
    "had been used by 'gate' on 2023-02-01 (2), so 1 point was cut",
  );
  expect(explain(bare, en)).toContain('had been used, so 1 point was cut');
  expect(explain(bare, zhCN)).toContain('（条款 2.3.3.2）；此前已用 2 分，本次至多记 1 分');
});

test('an object that says other fields when it is asked again is refused all the same', () => {
  const { type, data } = reportIn('2024-01-08');
  let asked = 0;
  const shifting = new Proxy(
    { ...data, more: 1 },
    {
      ownKeys: (target) => {
        asked += 1;
        return Reflect.ownKeys(target).filter((key) => asked === 1 || key !== 'more');
      },
    },
  );
  const decision = createBank(renfa2022).decideUnknown({ type, data: shifting }, initialAccount);
  expect(refusalOf(decision)).toMatchObject({ code: 'invalid-command', facts: { problem: 'unknown-field' } });
  expect(asked).toBeGreaterThan(0);
});
