import type { BankEvent } from '../../account/events/event.js';
import { type Account, assessment } from '../../account/state/account.js';
import { balanceOn } from '../../account/state/figures/balance.js';
import { requireEvents, requireHistories } from '../../account/state/history-error.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { deepFreeze } from '../../values/json.js';
import { changeOf, type EntryChange } from './entry-change.js';
import { type Replay, type ReplayOutcome, replayer } from './replay.js';
import { accountSums, type PointsComparison, paired } from './sums.js';

/** One account under two rule sets. */
export type AccountComparison = {
  readonly accountId: string;
  readonly communityId: string;
  readonly role: string;
  readonly earned: PointsComparison;
  readonly corrected: PointsComparison;
  readonly redeemed: PointsComparison;
  readonly assessment: PointsComparison;
  /** The redeemable balance on the requested day, or on the day of the latest entry; without lapsed points. */
  readonly redeemable: PointsComparison;
  /** Points earned, by item, if they differ. */
  readonly byItem: { readonly [item: string]: PointsComparison };
  /** The assessment, by calendar year, if it differs. */
  readonly byYear: { readonly [year: string]: PointsComparison };
  readonly changes: readonly EntryChange[];
  /** Redemptions that `a` accepts and `b` refuses. */
  readonly lostRedemptions: readonly EntryChange[];
};

/** A comparison with all sums of the account, including those that do not differ. */
export type ComparedReplays = {
  readonly comparison: AccountComparison;
  readonly items: ReadonlyMap<string, PointsComparison>;
  readonly years: ReadonlyMap<string, PointsComparison>;
};

/**
 * Compares two replays of one history; `undefined` for a history without an opening.
 *
 * @param rules - the rule sets of the two replays
 * @param on - the day of the balances; by default that of the latest entry, or of the opening where neither rule set accepts it
 */
export function compareReplays(
  a: Replay,
  b: Replay,
  rules: { readonly a: RuleSet; readonly b: RuleSet },
  on?: CalendarDate,
): ComparedReplays | undefined {
  const opening = a.outcomes.find(({ recorded }) => recorded.type === 'AccountOpened')?.recorded;
  if (opening?.type !== 'AccountOpened') return undefined;
  const { accountId, communityId, role } = opening.data;
  const changes = a.outcomes.flatMap((outcome, i) =>
    changeOf(outcome, b.outcomes[i] as ReplayOutcome, rules),
  );
  const day = on ?? latestOf([a.account, b.account], opening.data.on);
  const sums = { a: accountSums(a.account), b: accountSums(b.account) };
  const items = paired(sums.a.items, sums.b.items);
  const years = paired(sums.a.years, sums.b.years);
  const over = (of: 'earned' | 'corrected' | 'redeemed'): PointsComparison => ({
    a: sums.a[of],
    b: sums.b[of],
  });
  const comparison = deepFreeze({
    accountId,
    communityId,
    role,
    earned: over('earned'),
    corrected: over('corrected'),
    redeemed: over('redeemed'),
    assessment: { a: assessment(a.account), b: assessment(b.account) },
    redeemable: { a: balanceOn(a.account, day, rules.a), b: balanceOn(b.account, day, rules.b) },
    byItem: differing(items),
    byYear: differing(years),
    changes,
    lostRedemptions: changes.filter(
      ({ recorded, refusedByA, refusedByB }) =>
        recorded.type === 'PointsRedeemed' && refusedByA === undefined && refusedByB !== undefined,
    ),
  });
  return { comparison, items, years };
}

/** The day of the latest entry of some accounts, none of which may have been opened. */
function latestOf(accounts: readonly Account[], openedOn: CalendarDate): CalendarDate {
  const days = accounts.flatMap((account) => (account.status === 'unopened' ? [] : account.latestOn));
  return [openedOn, ...days].sort().at(-1) as CalendarDate;
}

/** The pairs that differ, with sorted keys. */
function differing(pairs: ReadonlyMap<string, PointsComparison>): { [key: string]: PointsComparison } {
  return Object.fromEntries(
    [...pairs].filter(([, { a, b }]) => a !== b).sort(([x], [y]) => (x < y ? -1 : 1)),
  );
}

/** Options of a comparison of histories. */
export type CompareOptions = {
  /** The number of winners and of losers to keep in full; 10 by default. */
  readonly keep?: number;
  /** The day of the balances, which matters if points lapse; the day of each account's latest entry by default. */
  readonly on?: CalendarDate;
  /** Called with each account in turn, for lists that need not be kept in memory. */
  readonly onAccount?: (comparison: AccountComparison) => void;
};

/**
 * Compares each account of a ledger under two rule sets, one at a time and on demand, so that a city's ledger need not fit in memory.
 *
 * @param histories - for each account, its events in order; skips histories without an opening
 * @throws HistoryError (of `points-bank`), when the first account is requested, if they are no list of histories
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
  options: Pick<CompareOptions, 'on'> = {},
): Generator<AccountComparison, void, void> {
  const { on }: typeof options = Object(options);
  for (const { comparison } of compared(histories, a, b, on)) yield comparison;
}

/** {@link compareAccounts}, with all sums of each account. */
export function* compared(
  histories: Iterable<Iterable<BankEvent>>,
  a: RuleSet,
  b: RuleSet,
  on: CalendarDate | undefined,
): Generator<ComparedReplays, void, void> {
  const compare = comparer(a, b, on);
  requireHistories(histories);
  for (const history of histories) {
    const replays = compare(history);
    if (replays !== undefined) yield replays;
  }
}

/** Makes a function that decides an account again under both rule sets; `undefined` for a history without an opening. */
export function comparer(
  a: RuleSet,
  b: RuleSet,
  on: CalendarDate | undefined,
): (history: Iterable<BankEvent>) => ComparedReplays | undefined {
  const underA = replayer(a);
  const underB = replayer(b);
  return (history) => {
    requireEvents(history);
    // Each history is read twice, which an iterator does not allow.
    const events = Array.isArray(history) ? (history as BankEvent[]) : [...history];
    return compareReplays(underA(events), underB(events), { a, b }, on);
  };
}
