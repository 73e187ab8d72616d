import type { BankEvent } from '../../account/events/event.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { type AccountComparison, type ComparedReplays, compareReplays } from './compare-account.js';
import { replayer } from './replay.js';

/** How a comparison over many histories is run. */
export type CompareOptions = {
  /** How many winners and losers are kept whole; 10 where left out. */
  readonly keep?: number;
  /** The day of the balances, which matters where points lapse; each account's latest entry where left out. */
  readonly on?: CalendarDate;
  /** Called with each account as it is done: for lists that need not be held in memory. */
  readonly onAccount?: (comparison: AccountComparison) => void;
};

/**
 * Each account of a ledger under two rule sets, one at a time as it is asked for, so that a city's ledger never has to fit in
 * memory.
 *
 * @param histories - one account's events in their order, for each account; histories without an opening are passed over
 *
 * @example
 * ```ts
 * import { withReading } from 'points-bank'
 * import { compareAccounts, plainPopulation, simulateHistories } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const population = plainPopulation(renfa2022, { volunteers: 3 })
 * const histories = simulateHistories({ ruleSet: renfa2022, population, from: '2023-01-01', to: '2025-12-31', seed: 1 })
 * const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year')
 * const ids = []
 * for (const account of compareAccounts(histories, renfa2022, yearly)) ids.push(account.accountId)
 * console.log(ids.join(' ')) // → v1 v2 v3
 * ```
 */
export function* compareAccounts(
  histories: Iterable<Iterable<BankEvent>>,
  a: RuleSet,
  b: RuleSet,
  { on }: Pick<CompareOptions, 'on'> = {},
): Generator<AccountComparison, void, void> {
  for (const { comparison } of compared(histories, a, b, on)) yield comparison;
}

/** {@link compareAccounts} with all sums of each account. */
export function* compared(
  histories: Iterable<Iterable<BankEvent>>,
  a: RuleSet,
  b: RuleSet,
  on: CalendarDate | undefined,
): Generator<ComparedReplays, void, void> {
  const underA = replayer(a);
  const underB = replayer(b);
  for (const history of histories) {
    // Each history is gone through twice; an iterator could be only once.
    const events = Array.isArray(history) ? (history as BankEvent[]) : [...history];
    const replays = compareReplays(underA(events), underB(events), { a, b }, on);
    if (replays !== undefined) yield replays;
  }
}
