import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeableOn } from '../../src/account/state/figures/balance.js';
import {
  type BankEvent,
  balanceOn,
  fold,
  type OpenedAccount,
  type RuleSet,
  withReading,
} from '../../src/index.js';
import { statement } from '../../src/reports.js';
import { huangshan } from '../../src/rule-sets.js';
import { accountOf, correct, run } from '../support/history.js';
import { credited, opened, POINT_BY_POINT, spent } from './commands.js';

const OPENED = opened('volunteer', '2018-01-01');
const FAR = '2099-12-31';

const day = fc
  .tuple(
    fc.integer({ min: 2018, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom('01', '15', '28'),
  )
  .map(([year, month, of]) => `${year}-${String(month).padStart(2, '0')}-${of}`);
const points = fc.integer({ min: 1, max: 9 });

/** Anything that moves a balance, in any order of days. */
const commands = fc
  .array(fc.tuple(fc.constantFrom('earn', 'earn', 'spend', 'correct'), day, points, fc.boolean()), {
    maxLength: 25,
    size: 'max',
  })
  .map((moves) => [
    OPENED,
    ...moves.map(([kind, on, by, up], i) => {
      if (kind === 'earn') return credited('service', `s${i}`, on, by);
      return kind === 'spend' ? spent(by, on, `r${i}`) : correct(`c${i}`, up ? by : -by, on);
    }),
  ]);

/** The end of a statement over everything: the reports' own way to a balance, which knows nothing of accounts. */
function closing(events: readonly BankEvent[], to: string, ruleSet: RuleSet): number {
  return statement(events, { from: '2018-01-01', to, ruleSet })?.closing.redeemable ?? Number.NaN;
}

/** What can be taken on a day. */
function takeable(events: readonly BankEvent[], on: string, ruleSet: RuleSet): number {
  return takeableOn(fold(events) as OpenedAccount, on, ruleSet);
}

/** One more visit, whether or not there are points for it. */
function visit(taken: number, on: string): BankEvent {
  const earning = credited('service', 'any', on, 9);
  const { events } = run([OPENED, earning, spent(1, on, 'one more')], {
    ruleSet: huangshan,
    handbook: POINT_BY_POINT,
  });
  const event = events.at(-1);
  if (event?.type !== 'PointsRedeemed') throw new Error('nothing was redeemed');
  return { ...event, data: { ...event.data, points: taken, deducted: taken } };
}

describe.each(['months', 'calendar-years', 'year-included'] as const)(
  'with three years read as %s',
  (answer) => {
    const ruleSet: RuleSet = withReading(huangshan, 'three-years', answer);
    const rules = { ruleSet, handbook: POINT_BY_POINT };

    test('the account and the statement come to one balance, on any day from the latest entry on', () => {
      fc.assert(
        fc.property(commands, day, (history, on) => {
          const ran = run(history, rules);
          const account = accountOf(ran);
          const to = [account.latestOn, on].sort().at(-1) as string;
          expect(balanceOn(account, to, ruleSet)).toBe(closing(ran.events, to, ruleSet));
        }),
      );
    });

    test('on a day in the past it is what a visit may take without leaving others uncovered, and not a point more', () => {
      fc.assert(
        fc.property(commands, day, (history, on) => {
          const { events } = run(history, rules);
          // When everything has lapsed, what is left is what is owed.
          const owed = closing(events, FAR, ruleSet);
          const balance = takeable(events, on, ruleSet);
          fc.pre(owed === 0 && balance >= 0);
          if (balance > 0) expect(closing([...events, visit(balance, on)], FAR, ruleSet)).toBe(0);
          const days = [on, ...events.map(({ data }) => data.on).filter((one) => one > on), FAR];
          const isShort = (one: string): boolean =>
            closing([...events, visit(balance + 1, on)], one, ruleSet) <
            Math.min(0, closing(events, one, ruleSet));
          expect(days.some(isShort)).toBe(true);
        }),
      );
    });

    test('a visit takes what is there and leaves 0', () => {
      fc.assert(
        fc.property(commands, day, (history, on) => {
          const { events } = run(history, rules);
          const balance = takeable(events, on, ruleSet);
          fc.pre(balance > 0);
          const ran = run([...history, spent(balance + 1, on, 'too much'), spent(balance, on, 'all')], rules);
          expect(ran.outcomes.slice(-2)).toEqual(['insufficient-points', -balance]);
          expect(takeable(ran.events, on, ruleSet)).toBe(0);
        }),
      );
    });
  },
);
