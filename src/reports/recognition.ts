import type { AccountOpened, BankEvent } from '../account/events/event.js';
import { type ReadingsRested, readingsIndex } from '../rules/readings.js';
import type { RecognitionRule, RuleSet } from '../rules/rule-set.js';
import { type CalendarDate, monthOf } from '../values/calendar.js';
import { deepFreeze, own } from '../values/json.js';
import { windowOf } from '../values/window.js';
import { type AccountFacts, copyOf, factsOf } from './account-facts.js';
import { dayOf } from './figures.js';
import type { BarringGround, LevelStanding } from './level-standing.js';
import { type Reader, readAccount } from './read.js';
import { checkedDate, ReportError } from './report-error.js';

/** What recognition is asked for. */
export type RecognitionOptions = {
  /** The day: what counts on it or earlier is counted. */
  readonly on: CalendarDate;
  /** Grounds of ineligibility, by the rule set's ids, that hold for the volunteer; which do, the host knows. */
  readonly grounds?: readonly string[];
  /** Whose; needed where the events are of several accounts. */
  readonly accountId?: string;
};

/** Which levels of recognition an account has reached. */
export type Recognition = AccountFacts & {
  readonly on: CalendarDate;
  /** Every level of the rule set, the lowest first. */
  readonly levels: readonly LevelStanding[];
  /** The levels that are recognised: those reached, and none of them while a ground bars it. */
  readonly recognised: readonly string[];
  /** The grounds that hold. */
  readonly barredBy: readonly BarringGround[];
  /** The lowest level not reached yet; absent where all are. */
  readonly next?: LevelStanding;
  /** The readings of open questions that it rests on. */
  readonly readings: ReadingsRested;
};

/**
 * Which levels of recognition an account has reached by a day, computed from its events alone. Levels count what was earned, with
 * its corrections, in the window that the rule set names; the balance has no part in it, so that nobody loses a level by redeeming,
 * or by points that lapse.
 *
 * @param events - an account's events in their order, or a stream that has them among others; older forms upcast first
 * @returns the standing, deeply frozen plain JSON; `undefined` where the events have no such account
 * @throws {@link ReportError} `not-a-date`, `bad-option` (a ground that the rule set does not have), `several-accounts` (without
 *   `accountId`), `broken-history`
 *
 * @example
 * ```ts
 * import { createBank, initialAccount } from 'points-bank'
 * import { recognition } from 'points-bank/reports'
 * import { luohe } from 'points-bank/rule-sets'
 *
 * const by = { office: 'community', communityId: 'c1' } as const
 * const opened = createBank(luohe).decide(
 *   { type: 'OpenAccount', data: { accountId: 'v1', role: 'volunteer', communityId: 'c1', on: '2024-01-02', formComplete: true, by } },
 *   initialAccount,
 * )
 * const standing = recognition(opened.accepted ? opened.events : [], luohe, { on: '2024-03-31' })
 * console.log(standing?.next?.level, standing?.next?.missing) // → silver 50
 * ```
 */
export function recognition(
  events: Iterable<BankEvent>,
  ruleSet: RuleSet,
  { on, grounds = [], accountId }: RecognitionOptions,
): Recognition | undefined {
  checkedDate('on', on);
  const barredBy = grounds.map((ground) => barringGround(ruleSet, ground));
  const account = readAccount(events, accountId, levelReader(ruleSet, on));
  if (account === undefined) return undefined;
  const levels = account.levels.map(({ id, rule, counted }) => standingOf(id, rule, counted, on));
  const reached = levels.filter((level) => level.reached);
  const next = levels.find((level) => !level.reached);
  return deepFreeze<Recognition>({
    ...factsOf(account.opened),
    on,
    levels,
    recognised: barredBy.length > 0 ? [] : reached.map(({ level }) => level),
    barredBy,
    ...(next === undefined ? {} : { next }),
    readings: readingsIndex(ruleSet)(['recognition', 'ineligibility']),
  });
}

function barringGround({ ineligibility }: RuleSet, ground: string): BarringGround {
  const rule = own(ineligibility, ground);
  if (rule !== undefined) return { ground, clause: rule.clause, title: copyOf(rule.title) };
  const known = Object.keys(ineligibility).join(', ');
  throw new ReportError('bad-option', `grounds: the rule set has no ground '${ground}'; it has: ${known}`);
}

/** A level, while what counts for it is being added up. */
type CountedLevel = { readonly id: string; readonly rule: RecognitionRule; counted: number };

function levelReader(
  { recognition: rules }: RuleSet,
  on: CalendarDate,
): Reader<{ readonly opened: AccountOpened; readonly levels: readonly CountedLevel[] }> {
  const lowestFirst = Object.entries(rules).sort(([, a], [, b]) => a.points - b.points);
  return {
    open: (opened) => ({ opened, levels: lowestFirst.map(([id, rule]) => ({ id, rule, counted: 0 })) }),
    take: ({ levels }, event) => {
      const day = dayOf(event);
      if (event.type === 'PointsRedeemed' || day > on) return;
      for (const level of levels) {
        if (monthOf(day) >= windowOf(level.rule.per, on).first) level.counted += event.data.points;
      }
    },
  };
}

function standingOf(level: string, rule: RecognitionRule, counted: number, on: CalendarDate): LevelStanding {
  const { clause, title, points: threshold, per } = rule;
  return {
    level,
    clause,
    title: copyOf(title),
    threshold,
    per,
    window: windowOf(per, on).key,
    counted,
    reached: counted >= threshold,
    missing: Math.max(threshold - counted, 0),
  };
}
