import { type Account, assessment } from '../../account/state/account.js';
import { balanceOn } from '../../account/state/balance.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { deepFreeze } from '../../values/json.js';
import { accountSums, type Pair, paired } from './account-sums.js';
import { changeOf, type EntryChange } from './entry-change.js';
import type { Replay, Replayed } from './replay.js';

/** One account under two rule sets. */
export type AccountComparison = {
  readonly accountId: string;
  readonly communityId: string;
  readonly role: string;
  readonly earned: Pair;
  readonly corrected: Pair;
  readonly redeemed: Pair;
  readonly assessment: Pair;
  /** What can be redeemed on the day that was asked for, else on that of the latest entry; lapsed points are left out. */
  readonly redeemable: Pair;
  /** Points earned by item, where they differ. */
  readonly byItem: { readonly [item: string]: Pair };
  /** Assessment by calendar year, where it differs. */
  readonly byYear: { readonly [year: string]: Pair };
  readonly changes: readonly EntryChange[];
  /** Redemptions of `a` that `b` refuses. */
  readonly lostRedemptions: readonly EntryChange[];
};

/** An account under two rule sets, with all of its sums, those that do not differ among them. */
export type ComparedReplays = {
  readonly comparison: AccountComparison;
  readonly items: ReadonlyMap<string, Pair>;
  readonly years: ReadonlyMap<string, Pair>;
};

/**
 * Compares what two replays of one history led to; `undefined` for a history without an opening.
 *
 * @param rules - the rule sets of the two replays
 * @param on - the day of the balances; that of the latest entry where left out
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
  const changes = a.outcomes.flatMap((outcome, i) => changeOf(outcome, b.outcomes[i] as Replayed));
  const day = on ?? latestOf(a.account, b.account);
  const sums = { a: accountSums(a.account), b: accountSums(b.account) };
  const items = paired(sums.a.items, sums.b.items);
  const years = paired(sums.a.years, sums.b.years);
  const over = (of: 'earned' | 'corrected' | 'redeemed'): Pair => ({ a: sums.a[of], b: sums.b[of] });
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

function latestOf(a: Account, b: Account): CalendarDate {
  const days = [a, b].map((account) => (account.status === 'open' ? account.latestOn : ''));
  return days.sort().at(-1) as string;
}

/** The pairs that differ, under sorted keys. */
function differing(pairs: ReadonlyMap<string, Pair>): { [key: string]: Pair } {
  return Object.fromEntries(
    [...pairs].filter(([, { a, b }]) => a !== b).sort(([x], [y]) => (x < y ? -1 : 1)),
  );
}
