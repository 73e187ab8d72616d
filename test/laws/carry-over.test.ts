import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeableOn } from '../../src/account/state/figures/balance.js';
import { type BankEvent, balanceOn, fold, type OpenedAccount, type RuleSet } from '../../src/index.js';
import { statement } from '../../src/reports.js';
import { huangshan } from '../../src/rule-sets.js';
import { credited, opened, POINT_BY_POINT, spent } from '../rule-sets/commands.js';
import { accountOf, correct, movedBy, run } from '../support/history.js';
import { monthsLater, standing, windowName } from '../support/naive.js';

type CarryOver = RuleSet['redemption']['carryOver'];

const OPENED = opened('volunteer', '2022-01-01');

const day = fc
  .tuple(
    fc.integer({ min: 2022, max: 2024 }),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom('01', '15', '28', '31'),
  )
  .map(([year, month, of]) => {
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return `${year}-${String(month).padStart(2, '0')}-${Math.min(Number(of), last)}`.replace(
      /-(\d)$/,
      '-0$1',
    );
  });
const points = fc.integer({ min: 1, max: 30 });

/** Anything that moves a balance, in any order of days. */
const commands = fc
  .array(fc.tuple(fc.constantFrom('earn', 'earn', 'spend', 'correct'), day, points, fc.boolean()), {
    maxLength: 15,
    size: 'max',
  })
  .map((moves) => [
    OPENED,
    ...moves.map(([kind, on, by, up], i) => {
      if (kind === 'earn') return credited('service', `s${i}`, on, by);
      return kind === 'spend' ? spent(by, on, `r${i}`) : correct(`c${i}`, up ? by : -by, on);
    }),
  ]);

const window = fc.constantFrom('year' as const, 'half-year' as const, 'quarter' as const, 'month' as const);
const term = fc.oneof(
  fc.record({ last: fc.integer({ min: 1, max: 14 }), of: fc.constant('months' as const) }),
  fc.record({ last: fc.integer({ min: 1, max: 400 }), of: fc.constant('days' as const) }),
);
const keeps = fc.record(
  {
    per: window,
    percent: fc.integer({ min: 1, max: 99 }),
    atMost: fc.integer({ min: 0, max: 40 }),
    inStepsOf: fc.integer({ min: 2, max: 12 }),
  },
  { requiredKeys: ['per'] },
);
const carryOver: fc.Arbitrary<CarryOver> = fc.record(
  {
    clause: fc.constant('1'),
    lapse: fc.record({ window, periods: fc.integer({ min: 0, max: 3 }) }),
    goodFor: term,
    keeps,
    inactivity: term,
  },
  { requiredKeys: ['clause'] },
);

function under(of: CarryOver, overdraft: number): RuleSet {
  const owed = overdraft === 0 ? {} : { overdraft: { clause: '1', points: overdraft } };
  return { ...huangshan, redemption: { ...huangshan.redemption, carryOver: of, ...owed } };
}

const dayAfter = (on: string, days = 1): string =>
  new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);

/** The last day of a term that begins on a day. */
function endOf({ last, of }: { readonly last: number; readonly of: string }, on: string): string {
  return of === 'days' ? dayAfter(on, last) : monthsLater(on, last);
}

/** The last day on which a coin is good. */
function goodUntil(on: string, { lapse, goodFor }: CarryOver): string {
  let until = '9999-12-31';
  if (lapse !== undefined) {
    let name = windowName(lapse.window, on);
    let left = lapse.periods;
    until = on;
    for (let next = on; left >= 0; next = dayAfter(next)) {
      if (windowName(lapse.window, next) !== name) {
        name = windowName(lapse.window, next);
        left -= 1;
      }
      if (left >= 0) until = next;
    }
  }
  const term = goodFor === undefined ? until : endOf(goodFor, on);
  return term < until ? term : until;
}

/** The coins of a new day: those that are good by their age, and of these what the end of a window leaves. */
function carriedTo(today: string, coins: readonly string[], { keeps: cut }: CarryOver): string[] {
  const good = coins.filter((until) => until >= today);
  if (cut === undefined || windowName(cut.per, today) === windowName(cut.per, dayAfter(today, -1)))
    return good;
  const share = Math.min(Math.floor((good.length * (cut.percent ?? 100)) / 100), cut.atMost ?? 1e9);
  return good.slice(good.length - (share - (share % (cut.inStepsOf ?? 1))));
}

/** Coin by coin and day by day, what each day up to the last leaves: what a new day takes, then what comes, then what goes. */
function coinsByDay(events: readonly BankEvent[], to: string, rule: CarryOver): Map<string, number> {
  const { inactivity } = rule;
  const moves = standing(events).map((event) => ({
    on: event.type === 'ScoreCorrected' ? event.data.countsOn : event.data.on,
    points: movedBy(event),
    isEntry: event.type === 'AccountOpened' || event.type === 'ActivityCredited',
  }));
  const left = new Map<string, number>();
  let coins: string[] = [];
  let owed = 0;
  let idleAfter = '9999-12-31';
  for (let today = '2022-01-01'; today <= to; today = dayAfter(today)) {
    coins = carriedTo(today, coins, rule);
    if (today > idleAfter) {
      coins = [];
      idleAfter = '9999-12-31';
    }
    const ofDay = moves.filter(({ on }) => on === today);
    if (inactivity !== undefined && ofDay.some(({ isEntry }) => isEntry))
      idleAfter = endOf(inactivity, today);
    const gained = ofDay.reduce((sum, move) => sum + Math.max(move.points, 0), 0);
    const went = ofDay.reduce((sum, move) => sum - Math.min(move.points, 0), 0);
    const kept = Math.max(gained - owed, 0);
    owed = Math.max(owed - gained, 0) + Math.max(went - coins.length - kept, 0);
    const until = kept === 0 ? today : goodUntil(today, rule);
    coins = [...coins, ...Array<string>(kept).fill(until)].slice(went);
    left.set(today, coins.length - owed);
  }
  return left;
}

describe('whatever carries over', () => {
  test('the account, the statement and the coins come to one balance on any day', () => {
    fc.assert(
      fc.property(commands, carryOver, fc.nat(20), day, (history, of, overdraft, on) => {
        const ruleSet = under(of, overdraft);
        const ran = run(history, { ruleSet, handbook: POINT_BY_POINT });
        const held = balanceOn(accountOf(ran), on, ruleSet);
        expect(held).toBe(coinsByDay(ran.events, on, of).get(on));
        const told = statement(ran.events, { from: '2022-01-01', to: on, ruleSet });
        expect(told?.closing.redeemable).toBe(held);
        const lapsed = told?.entries.filter(({ type }) => type === 'PointsLapsed') ?? [];
        expect(lapsed.every((one) => one.points < 0)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('what can be taken on a day leaves no later day owing more than it did or may, and a point more would', () => {
    fc.assert(
      fc.property(commands, carryOver, fc.nat(20), day, (history, of, overdraft, on) => {
        const ruleSet = under(of, overdraft);
        const { events } = run(history, { ruleSet, handbook: POINT_BY_POINT });
        const takeable = takeableOn(fold(events) as OpenedAccount, on, ruleSet, overdraft);
        fc.pre(takeable >= 0);
        const days = [on, ...events.map(({ data }) => data.on).filter((one) => one > on)];
        const last = [...days].sort().at(-1) as string;
        const before = coinsByDay(events, last, of);
        const taking = (more: number): boolean => {
          const after = coinsByDay(more === 0 ? events : [...events, visit(more, on)], last, of);
          return days.some((one) => Number(after.get(one)) < Math.min(Number(before.get(one)), -overdraft));
        };
        expect([taking(takeable), taking(takeable + 1)]).toEqual([false, true]);
      }),
      { numRuns: 60 },
    );
  });
});

/** A visit, whether or not there are points for it. */
function visit(taken: number, on: string): BankEvent {
  const earning = credited('service', 'any', on, 9);
  const rules = { ruleSet: huangshan, handbook: POINT_BY_POINT };
  const event = run([OPENED, earning, spent(1, on, 'one more')], rules).events.at(-1);
  if (event?.type !== 'PointsRedeemed') throw new Error('nothing was redeemed');
  return { ...event, data: { ...event.data, points: taken, deducted: taken } };
}
