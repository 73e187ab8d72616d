import type { CalendarDate } from '../../values/calendar.js';
import { copyOf } from '../shared/account-details.js';
import { byText } from '../shared/order.js';
import { byOpening } from '../shared/read-accounts.js';
import type { OutlierMeasure, OutlyingAccount, TooFewToCompare } from './anomaly.js';
import type { AnomalyTerms } from './anomaly-options.js';
import { type ModifiedZScore, zScores } from './statistics.js';
import type { Watch, WatchedKind } from './watch.js';

/** An account that is compared. */
export type Compared = WatchedKind & {
  readonly accountId: string;
  readonly on: CalendarDate;
  readonly points: number;
  readonly closed: 0 | 1;
  readonly memberId: string;
};

/** The accounts that are compared, by the day of their opening, then by id. */
export function comparedIn({ accounts, kinds }: Watch): Compared[] {
  const kindOf = new Map(Object.values(kinds).map((kind) => [kind.number, kind]));
  return Object.entries(accounts)
    .flatMap(([accountId, account]) => {
      if (account === null) return [];
      const [number, on, points, closed, memberId = accountId] = account;
      const { communityId, role, roleTitle } = kindOf.get(number) as WatchedKind;
      return [{ number, communityId, role, roleTitle, accountId, on, points, closed, memberId }];
    })
    .sort(byOpening);
}

/** Finds accounts far from the others of their role, the farthest first. */
export function outlyingAccounts(accounts: readonly Compared[], terms: AnomalyTerms): OutlyingAccount[] {
  const found: OutlyingAccount[] = [];
  for (const peers of byRole(accounts)) {
    if (peers.length < terms.minimumAccounts) continue;
    const measure = zScores(peers.map(({ points }) => points));
    for (const account of peers) {
      const { points: value } = account;
      const deviation = measure(value);
      if (Math.abs(value - deviation.median) < terms.minimumDifference) continue;
      const measured = outlierMeasure(value, deviation, terms.threshold, peers.length - 1);
      if (measured === undefined || (measured.direction === 'below' && wasOpenInPart(account, terms)))
        continue;
      found.push(finding(account, measured, terms));
    }
  }
  return found.sort((a, b) => Math.abs(b.score) - Math.abs(a.score) || byText(a.accountId, b.accountId));
}

/** The measure of an outlier; `undefined` if the value is not one. */
export function outlierMeasure(
  value: number,
  deviation: ModifiedZScore,
  threshold: number,
  peers: number,
): OutlierMeasure | undefined {
  if (deviation.score === 0 || Math.abs(deviation.score) < threshold) return undefined;
  return { ...deviation, value, direction: deviation.score > 0 ? 'above' : 'below', threshold, peers };
}

/** The accounts of each role. */
export function byRole(accounts: readonly Compared[]): IterableIterator<Compared[]> {
  const roles = new Map<string, Compared[]>();
  for (const account of accounts) {
    const peers = roles.get(account.role);
    if (peers === undefined) roles.set(account.role, [account]);
    else peers.push(account);
  }
  return roles.values();
}

/** An account that was not open for the whole period had less time to earn points. */
function wasOpenInPart({ on, closed }: Compared, { from }: AnomalyTerms): boolean {
  return on > from || closed === 1;
}

function finding(account: Compared, measured: OutlierMeasure, terms: AnomalyTerms): OutlyingAccount {
  const { accountId, communityId, role, roleTitle } = account;
  const { clause, measure } = terms;
  return {
    kind: 'outlying-account',
    clause,
    accountId,
    communityId,
    role,
    roleTitle: copyOf(roleTitle),
    measure,
    ...measured,
  };
}

/** The roles that have too few accounts for a comparison, sorted by id. */
export function tooFewToCompare(
  accounts: readonly Compared[],
  { clause, minimumAccounts }: AnomalyTerms,
): TooFewToCompare[] {
  return [...byRole(accounts)]
    .filter((peers) => peers.length < minimumAccounts)
    .map(([first, ...others]) => {
      const { role, roleTitle } = first as Compared;
      return {
        kind: 'too-few-to-compare' as const,
        clause,
        role,
        roleTitle: copyOf(roleTitle),
        value: others.length + 1,
        minimum: minimumAccounts,
      };
    })
    .sort((a, b) => byText(a.role, b.role));
}
