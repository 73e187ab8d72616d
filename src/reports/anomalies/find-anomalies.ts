import type { BankEvent } from '../../account/events/event.js';
import { deepFreeze } from '../../values/json.js';
import { undisturbed } from '../../values/undisturbed.js';
import { ANOMALY_FIELDS } from '../reducers/kept-fields.js';
import { type SettlingReducer, settlingReducerOf } from '../reducers/report-reducer.js';
import { accountsByOpening } from '../shared/read-accounts.js';
import type { Anomaly } from './anomaly.js';
import { type AnomalyOptions, type AnomalyTerms, anomalyTerms } from './anomaly-options.js';
import { entriesOnADay } from './entries-on-a-day.js';
import { earliestFirst, latestFirst } from './late-entries.js';
import { oftenReversed } from './often-reversed.js';
import { outlyingAccounts, peersIn, tooFewToCompare } from './outlying-accounts.js';
import { outlyingIssuers } from './outlying-issuers.js';
import { sameMembers } from './same-member.js';
import { emptyWatch, look, mergeWatch, type Watch } from './watch.js';

/**
 * Finds abnormal awards for the supervising office to look into. A finding is a reason to look, with the figures behind it, and not a
 * verdict.
 *
 * - `outlying-account`: an account whose points of the period are far from those of the other accounts of its role, over all
 *   communities given. Far means `minimumDifference` points or more from the median, and a modified z-score of `threshold` or more
 *   either way: 0.6745 × (value − median) / median distance from the median. An account that was not open for the whole period is
 *   never reported as too low.
 * - `entries-on-a-day`: an account with `entriesOnADay` or more claims and activities on one day.
 * - `outlying-issuer`: a community whose points per entry, or entries per account, have such a score among the communities, and differ
 *   from the median by `minimumShare` of it or more.
 * - `same-member`: a person with several accounts open at the end of the period, over all communities given.
 * - `written-up-late`: an event that came on record `lateAfterDays` or more after its day.
 * - `entries-after-feedback`: a year of an account that changed on record after its feedback was due.
 * - `often-reversed`: a recorder of whose entries `reversedEntries` or more, and `reversedShare` of them or more, were reversed.
 * - `too-few-to-compare`: a role with fewer than `minimumAccounts` accounts, which are not compared.
 *
 * If more than half of a group is equal, the median distance is 0, and the mean distance × 1.253314 replaces it. Fewer than
 * `minimumIssuers` communities are not compared. Entries that were reversed, or wait to be verified, count nowhere.
 *
 * @param events - events of many accounts, of one or several communities, with those of each account in order
 * @param options - the period and the thresholds, each with a default
 * @returns the findings, deeply frozen plain JSON, kind by kind in this order, the most striking of each kind first; the order of the
 *   accounts in `events` makes no difference
 * @throws {@link ReportError} `not-a-date`, `period-backwards`, `bad-option`, `broken-history`
 *
 * @example
 * ```ts
 * import { createBank, evolve, initialAccount } from 'points-bank'
 * import type { Account, BankEvent } from 'points-bank'
 * import { findAnomalies } from 'points-bank/reports'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const bank = createBank(renfa2022)
 * const by = { office: 'community', communityId: 'linan' } as const
 * const on = '2023-03-01'
 * const events: BankEvent[] = []
 * let account: Account = initialAccount
 * const enter = (command: unknown) => {
 *   const decision = bank.decide(command, account)
 *   if (!decision.accepted) return
 *   for (const event of decision.events) account = evolve(account, event)
 *   events.push(...decision.events)
 * }
 * enter({ type: 'OpenAccount', data: { accountId: 'v1', role: 'resident', communityId: 'linan', on, formComplete: true, by } })
 * for (const matterId of ['a', 'b', 'c', 'd', 'e', 'f']) {
 *   enter({ type: 'CreditActivity', data: { accountId: 'v1', item: 'activity', matterId, difficulty: 'hard', on, by } })
 * }
 *
 * const [found] = findAnomalies(events)
 * if (found?.kind === 'entries-on-a-day') console.log(found.accountId, found.on, found.value, found.points) // → v1 2023-03-01 6 12
 * ```
 */
export function findAnomalies(events: Iterable<BankEvent>, options: AnomalyOptions = {}): Anomaly[] {
  return undisturbed(() => {
    const terms = anomalyTerms(options);
    const watch = emptyWatch(terms);
    for (const history of accountsByOpening(events)) look(watch, history, terms);
    return findingsOf(watch, terms);
  });
}

/**
 * Makes the reducer of {@link findAnomalies}. The state is the same for every period and for all thresholds, until accounts of it are settled.
 *
 * @throws {@link ReportError} `not-a-date`, `period-backwards`, `bad-option`
 *
 * @example
 * ```ts
 * import { anomaliesReducer } from 'points-bank/reports'
 *
 * const { empty, settle, finish } = anomaliesReducer({ from: '2023-01-01', to: '2023-12-31' })
 * console.log(finish(settle(empty()))) // → []
 * ```
 */
export function anomaliesReducer(options: AnomalyOptions = {}): SettlingReducer<Anomaly[]> {
  const terms = undisturbed(() => anomalyTerms(options));
  return settlingReducerOf('anomalies-1', ANOMALY_FIELDS, {
    empty: () => emptyWatch(terms),
    look: (watch, history) => look(watch, history, terms),
    merge: mergeWatch,
    reportOf: (watch) => findingsOf(watch, terms),
  });
}

function findingsOf(watch: Watch, terms: AnomalyTerms): Anomaly[] {
  const roles = peersIn(watch);
  return deepFreeze<Anomaly[]>([
    ...outlyingAccounts(watch, roles, terms),
    ...entriesOnADay(watch, terms),
    ...outlyingIssuers(watch, terms),
    ...sameMembers(watch, terms),
    ...copies(watch.late).sort(latestFirst),
    ...copies(watch.afterFeedback).sort(earliestFirst),
    ...oftenReversed(watch, terms),
    ...tooFewToCompare(roles, terms),
  ]);
}

/** Copies of findings, since those of a settled state are not to be frozen. */
function copies<F extends Anomaly>(findings: readonly F[]): F[] {
  return JSON.parse(JSON.stringify(findings)) as F[];
}
