import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeableOn } from '../../src/account/state/figures/balance.js';
import { type BankEvent, balanceOn, type Lapse, type RuleSet } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { anyDay, under } from '../support/arbitraries.js';
import { accountOf, correct, credit, hardMatters, open, redeem, run } from '../support/history.js';

/** The first scheme's rules with points that lapse so. */
function lapsing(lapse: Lapse | undefined): RuleSet {
  const { lapse: _, ...carryOver } = renfa2022.redemption.carryOver as { clause: string; lapse?: Lapse };
  const redemption = {
    ...renfa2022.redemption,
    carryOver: lapse === undefined ? carryOver : { ...carryOver, lapse },
  };
  return { ...renfa2022, redemption };
}

const NEXT_YEAR: Lapse = { window: 'year', periods: 1 };

describe('what was held on a day', () => {
  test('R7: points of a later day are not held before', () => {
    const account = accountOf(run([open('resident'), ...hardMatters(5, '2024-03-10')]));
    expect(balanceOn(account, '2024-02-01', renfa2022)).toBe(1);
    expect(balanceOn(account, '2024-03-10', renfa2022)).toBe(11);
    expect(balanceOn(account, '2023-01-09', renfa2022)).toBe(0);
  });

  test('R4: a deduction takes the oldest points', () => {
    const ruleSet = lapsing(NEXT_YEAR);
    const history = [
      open('resident', '2022-12-01'),
      ...hardMatters(5, '2023-01-10'),
      ...hardMatters(5, '2024-12-01'),
      correct('less', -5, '2024-12-02'),
    ];
    const account = accountOf(run(history, { ruleSet }));
    expect(balanceOn(account, '2024-12-31', ruleSet)).toBe(15);
    expect(balanceOn(account, '2025-01-01', ruleSet)).toBe(10);
  });

  test('R5: batches go one after the other, whatever of them is left', () => {
    const ruleSet = lapsing({ window: 'month', periods: 12 });
    const history = [
      open('resident', '2022-01-10'),
      ...hardMatters(50, '2023-01-10'),
      ...hardMatters(25, '2023-06-10'),
      redeem('visit', '2023-08-01', { repair: 40 }),
    ];
    const account = accountOf(run(history, { ruleSet }));
    expect(balanceOn(account, '2024-01-31', ruleSet)).toBe(70);
    expect(balanceOn(account, '2024-02-01', ruleSet)).toBe(50);
    expect(balanceOn(account, '2024-06-30', ruleSet)).toBe(50);
    expect(balanceOn(account, '2024-07-01', ruleSet)).toBe(0);
  });

  test('S5: a deduction written up late meets the floor of its own day', () => {
    const floor = under(['correction-floor', 'stop-at-zero'], ['carry-over', 'year-end']);
    const history = [
      open('resident', '2024-01-02'),
      ...hardMatters(30, '2024-01-02'),
      ...hardMatters(30, '2025-01-06'),
      correct('deduction', -100, '2024-12-30'),
    ];
    const ran = run(history, { ruleSet: floor });
    expect(ran.outcomes.at(-1)).toBe(-61);
    expect(balanceOn(accountOf(ran), '2024-12-30', floor)).toBe(0);
    expect(balanceOn(accountOf(ran), '2025-01-06', floor)).toBe(60);
  });
});

describe('a redemption', () => {
  const february = [
    open('resident', '2023-01-05'),
    credit('activity', 'a', '2023-02-10', { difficulty: 'hard' }),
  ];

  test('takes what was held on its day', () => {
    expect(run([...february, redeem('early', '2023-01-11', { rice: 1 })]).outcomes.at(-1)).toBe(
      'insufficient-points',
    );
    expect(run([...february, redeem('early', '2023-01-11', { haircut: 1 })]).outcomes.at(-1)).toBe(-1);
    const byEntry = { ruleSet: under(['redemption-day', 'order-of-entry']) };
    expect(run([...february, redeem('early', '2023-01-11', { rice: 1 })], byEntry).outcomes.at(-1)).toBe(-3);
  });

  test('leaves what was spent since to those who spent it', () => {
    const spent = [...february, redeem('july', '2023-07-02', { rice: 1 })];
    expect(run([...spent, redeem('early', '2023-01-11', { haircut: 1 })]).outcomes.at(-1)).toBe(
      'insufficient-points',
    );
    const left = [...february, redeem('july', '2023-07-02', { repair: 1 })];
    expect(run([...left, redeem('early', '2023-01-11', { haircut: 1 })]).outcomes.at(-1)).toBe(-1);
  });
});

/** Day by day, one point after the other: what is spent takes the oldest that is still good, and what nothing covers is owed. */
function coinByCoin(
  events: readonly BankEvent[],
  until: (on: string) => string,
  on: string,
  extra: number,
  by: string,
) {
  const moves = events.flatMap(({ type, data }) => {
    if (type === 'PointsRedeemed') return [{ day: data.on, points: -data.deducted }];
    if (type === 'ScoreCorrected') return [{ day: data.countsOn, points: data.points }];
    return type === 'AccountOpened' || type === 'ActivityCredited'
      ? [{ day: data.on, points: data.points }]
      : [];
  });
  const spend = { day: on, points: -extra, isLast: true };
  const days = [...moves.map((move) => ({ ...move, isLast: false })), spend].filter(({ day }) => day <= by);
  days.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : order(a) - order(b)));
  let coins: string[] = [];
  let owed = 0;
  for (const { day, points } of days) {
    coins = coins.filter((good) => good >= day);
    if (points > 0) {
      const kept = Math.max(points - owed, 0);
      owed = Math.max(owed - points, 0);
      coins.push(...Array<string>(kept).fill(until(day)));
    } else {
      const taken = Math.min(-points, coins.length);
      coins = coins.slice(taken);
      owed += -points - taken;
    }
  }
  return coins.filter((good) => good >= by).length - owed;

  function order({ points, isLast }: { points: number; isLast: boolean }): number {
    if (isLast) return 2;
    return points > 0 ? 0 : 1;
  }
}

describe.each([
  ['points that do not lapse', undefined],
  ['points that are good to the end of their year', { window: 'year', periods: 0 }],
  ['points that are good for three months more', { window: 'month', periods: 3 }],
] as const)('%s', (_, lapse) => {
  const ruleSet = lapsing(lapse);
  const until = (on: string): string => {
    if (lapse === undefined) return '9999-12-31';
    if (lapse.window === 'year') return `${on.slice(0, 4)}-12-31`;
    const month = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + 4;
    const next = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    return new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10);
  };
  const moves = fc.array(fc.tuple(anyDay(2023, 2024), fc.integer({ min: -4, max: 6 })), { maxLength: 12 });
  const events = moves.map((list) => {
    const corrections = list
      .filter(([, points]) => points !== 0)
      .map(([on, points], i) => correct(`c${i}`, points, on));
    return run([open('resident', '2023-01-01'), ...corrections], { ruleSet });
  });

  test('are held, coin by coin, on any day', () => {
    fc.assert(
      fc.property(events, anyDay(2023, 2025), (ran, on) => {
        const expected = coinByCoin(ran.events, until, on, 0, on);
        expect(balanceOn(accountOf(ran), on, ruleSet)).toBe(expected);
      }),
    );
  });

  test('can be taken on a day as long as no later day is left shorter', () => {
    fc.assert(
      fc.property(events, anyDay(2023, 2025), (ran, on) => {
        const taken = takeableOn(accountOf(ran), on, ruleSet);
        if (taken <= 0) return;
        const later = [on, ...ran.events.map((event) => event.data.on).filter((day) => day > on)];
        const debtsWith = (points: number) =>
          later.map((day) => Math.max(0, -coinByCoin(ran.events, until, on, points, day)));
        expect(debtsWith(taken)).toEqual(debtsWith(0));
        expect(debtsWith(taken + 1)).not.toEqual(debtsWith(0));
      }),
    );
  });
});
