import type { BankEvent } from '../../account/events/event.js';
import { indexReadings, type ReadingsUsed } from '../../rules/readings-used.js';
import { requireRuleSet } from '../../rules/require-rule-set.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { deepFreeze } from '../../values/json.js';
import { undisturbed } from '../../values/undisturbed.js';
import { RECOGNITION_FIELDS } from '../reducers/kept-fields.js';
import { type ReportReducer, reducerOf } from '../reducers/report-reducer.js';
import { type AccountDetails, detailsOf } from '../shared/account-details.js';
import type { AccountHistory } from '../shared/account-history.js';
import { isOnRecord } from '../shared/fate.js';
import { closingBy } from '../shared/movements.js';
import { accountsByOpening, ofEach, readAccount } from '../shared/read-accounts.js';
import { checkedDate, checkedKnownOn } from '../shared/report-error.js';
import { standingEvents } from '../shared/standing-events.js';
import { deedsOf } from './deeds.js';
import {
  type BarringGround,
  barringGrounds,
  barsOnRecord,
  groundsFallenUnder,
  type LevelStanding,
  levelsOf,
} from './levels.js';

/** Options of {@link recognition}. */
export type RecognitionOptions = {
  /** The last day that counts. */
  readonly on: CalendarDate;
  /** What came on record after this day is not there; everything is if absent. */
  readonly knownOn?: CalendarDate;
  /** The ids of grounds of ineligibility that hold for the volunteer as the host knows, besides the bars on record. */
  readonly grounds?: readonly string[];
  /** The account; required if the events belong to several accounts. */
  readonly accountId?: string;
};

/** Options of the recognition of many accounts. */
export type RecognitionsOptions = {
  /** The last day that counts. */
  readonly on: CalendarDate;
  /** What came on record after this day is not there; everything is if absent. */
  readonly knownOn?: CalendarDate;
  /** By account id, the ids of grounds of ineligibility that hold for the volunteer as the host knows, besides the bars on record. */
  readonly grounds?: { readonly [accountId: string]: readonly string[] };
};

/** The levels of recognition that an account has reached. */
export type Recognition = AccountDetails & {
  readonly on: CalendarDate;
  /** All levels that accounts of the role can reach, the lowest first. */
  readonly levels: readonly LevelStanding[];
  /** The levels recognised: those reached, or none while a ground bars recognition. */
  readonly recognised: readonly string[];
  /** The grounds that hold: those that the host named, the bars on record that hold on the day, then marks that it fell below. */
  readonly barredBy: readonly BarringGround[];
  /** The lowest level not reached yet; absent if all are reached. */
  readonly next?: LevelStanding;
  /** The readings used. */
  readonly readings: ReadingsUsed;
};

/**
 * Shows which levels of recognition an account has reached by a day, from its events alone. Levels count the points earned and
 * corrected in the window that the rule set names. The balance does not matter, so nobody loses a level because points are redeemed
 * or lapse. A bar from recognition counts from its first day to its last.
 *
 * @param events - the account's events in order, possibly among events of other accounts; upcast older versions first
 * @returns the standing, deeply frozen plain JSON; `undefined` if the events have no such account on record
 * @throws {@link ReportError} `not-a-date`, `bad-option` (the rule set does not have the ground, or the grounds are no list),
 *   `several-accounts` (without `accountId`), `broken-history`
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
  options: RecognitionOptions,
): Recognition | undefined {
  return undisturbed(() => recognitionOf(events, ruleSet, options));
}

function recognitionOf(
  events: Iterable<BankEvent>,
  ruleSet: RuleSet,
  options: RecognitionOptions,
): Recognition | undefined {
  const { on, knownOn, grounds = [], accountId }: RecognitionOptions = Object(options);
  const request = checkedRequest(ruleSet, { on, knownOn });
  const named = barringGrounds(ruleSet, grounds);
  const history = readAccount(events, accountId);
  return history === undefined ? undefined : recognitionOfAccount(history, request, named);
}

/**
 * Makes the {@link recognition} of every account in a stream, in one pass.
 *
 * @param events - events of many accounts, such as a community's, with those of each account in order
 * @returns the standing by account id, by the day of the opening, then by id; leaves out accounts that are not on record
 * @throws {@link ReportError} `not-a-date`, `bad-option` (the rule set does not have the ground, or the grounds are no list), `broken-history`
 *
 * @example
 * ```ts
 * import { recognitions } from 'points-bank/reports'
 * import { luohe } from 'points-bank/rule-sets'
 *
 * console.log(recognitions([], luohe, { on: '2024-03-31' }).size) // → 0
 * ```
 */
export function recognitions(
  events: Iterable<BankEvent>,
  ruleSet: RuleSet,
  options: RecognitionsOptions,
): Map<string, Recognition> {
  return undisturbed(() => {
    const request = checkedRequest(ruleSet, options);
    return recognitionOfEach(accountsByOpening(events), request);
  });
}

/**
 * Makes the reducer of {@link recognitions}. The state is the same for every day and every rule set.
 *
 * @throws {@link ReportError} `not-a-date`, `bad-option` (the rule set does not have the ground, or the grounds are no list)
 *
 * @example
 * ```ts
 * import { recognitionsReducer } from 'points-bank/reports'
 * import { luohe } from 'points-bank/rule-sets'
 *
 * const { empty, finish } = recognitionsReducer(luohe, { on: '2024-03-31' })
 * console.log(finish(empty()).size) // → 0
 * ```
 */
export function recognitionsReducer(
  ruleSet: RuleSet,
  options: RecognitionsOptions,
): ReportReducer<Map<string, Recognition>> {
  const request = undisturbed(() => checkedRequest(ruleSet, options));
  return reducerOf('recognitions-1', RECOGNITION_FIELDS, (histories) =>
    recognitionOfEach(histories, request),
  );
}

/** What recognition is asked for. */
type RecognitionRequest = {
  readonly ruleSet: RuleSet;
  readonly on: CalendarDate;
  readonly knownOn: CalendarDate | undefined;
  /** The grounds that the host named, by account id. */
  readonly grounds: ReadonlyMap<string, readonly BarringGround[]>;
  readonly readings: ReadingsUsed;
};

/** The options of either: the grounds of many accounts, and the days. */
type RequestOptions = Omit<RecognitionsOptions, 'knownOn'> & { readonly knownOn?: CalendarDate | undefined };

function checkedRequest(ruleSet: RuleSet, options: RequestOptions): RecognitionRequest {
  requireRuleSet(ruleSet);
  // Without options, what is told is that the day is missing.
  const { on, knownOn, grounds = {} }: RequestOptions = Object(options);
  checkedDate('on', on);
  checkedKnownOn(knownOn);
  const named = Object.entries<readonly string[]>(Object(grounds)).map(
    ([accountId, ids]) => [accountId, barringGrounds(ruleSet, ids)] as const,
  );
  const readings = indexReadings(ruleSet).readingsOf('recognition', 'ineligibility');
  return { ruleSet, on, knownOn, grounds: new Map(named), readings };
}

function recognitionOfEach(
  histories: Iterable<AccountHistory>,
  request: RecognitionRequest,
): Map<string, Recognition> {
  const recognised = ofEach(histories, (history) => {
    const named = request.grounds.get(history.opened.data.accountId) ?? [];
    return recognitionOfAccount(history, request, named);
  });
  return new Map(recognised.map((one) => [one.accountId, one]));
}

function recognitionOfAccount(
  history: AccountHistory,
  { ruleSet, on, knownOn, readings }: RecognitionRequest,
  named: readonly BarringGround[],
): Recognition | undefined {
  if (!isOnRecord(history, knownOn)) return undefined;
  const standing = standingEvents(history, knownOn);
  const deeds = deedsOf(standing);
  const barredBy = [
    ...named,
    ...barsOnRecord(standing, ruleSet, on),
    ...groundsFallenUnder(deeds, ruleSet, on),
  ];
  const levels = levelsOf(deeds, ruleSet, history.opened.data, on);
  const reached = levels.filter((level) => level.reached);
  const next = levels.find((level) => !level.reached);
  return deepFreeze<Recognition>({
    ...detailsOf(history.opened, closingBy(history, { knownOn, through: on })),
    on,
    levels,
    recognised: barredBy.length > 0 ? [] : reached.map(({ level }) => level),
    barredBy,
    ...(next === undefined ? {} : { next }),
    readings,
  });
}
