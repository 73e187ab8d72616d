import type { CalendarDate } from '../../values/calendar.js';
import { copyOf } from '../shared/account-details.js';
import { byText } from '../shared/order.js';
import { byOpening } from '../shared/read-accounts.js';
import type { OutlierMeasure, OutlyingAccount, TooFewToCompare } from './anomaly.js';
import type { AnomalyTerms } from './anomaly-options.js';
import { type ModifiedZScore, zScores } from './statistics.js';
import type { Watch, WatchedAccount, WatchedKind } from './watch.js';

/** An account that is compared. */
export type Compared = WatchedKind & {
  readonly accountId: string;
  readonly on: CalendarDate;
  readonly points: number;
  readonly closed: 0 | 1;
  readonly memberId: string;
};

/** The accounts that are compared, one after the other: there may be more of them than fit beside their rows. */
export function* comparedIn({ accounts, kinds }: Watch): Generator<Compared, void, undefined> {
  const kindOf = new Map(Object.values(kinds).map((kind) => [kind.number, kind]));
  for (const accountId of Object.keys(accounts)) {
    const account = accounts[accountId] as WatchedAccount | null;
    if (account === null) continue;
    const [number, on, points, closed, memberId = accountId] = account;
    const { communityId, role, roleTitle } = kindOf.get(number) as WatchedKind;
    yield { number, communityId, role, roleTitle, accountId, on, points, closed, memberId };
  }
}

/** The accounts of a role. */
export type Peers = {
  /** The first of them by the day of its opening, then by id. */
  first: Compared;
  readonly points: number[];
};

/** The accounts of each role. */
export function peersIn(watch: Watch): Map<string, Peers> {
  const roles = new Map<string, Peers>();
  for (const account of comparedIn(watch)) {
    const peers = roles.get(account.role) ?? { first: account, points: [] };
    roles.set(account.role, peers);
    peers.points.push(account.points);
    if (byOpening(account, peers.first) < 0) peers.first = account;
  }
  return roles;
}

/** Finds accounts far from the others of their role, the farthest first. */
export function outlyingAccounts(
  watch: Watch,
  roles: ReadonlyMap<string, Peers>,
  terms: AnomalyTerms,
): OutlyingAccount[] {
  const found: OutlyingAccount[] = [];
  const measures = new Map(
    [...roles]
      .filter(([, { points }]) => points.length >= terms.minimumAccounts)
      .map(([role, { points }]) => [role, { score: zScores(points), peers: points.length - 1 }]),
  );
  for (const account of comparedIn(watch)) {
    const measure = measures.get(account.role);
    if (measure === undefined) continue;
    const { points: value } = account;
    const deviation = measure.score(value);
    if (Math.abs(value - deviation.median) < terms.minimumDifference) continue;
    const measured = outlierMeasure(value, deviation, terms.threshold, measure.peers);
    if (measured === undefined || (measured.direction === 'below' && wasOpenInPart(account, terms))) continue;
    found.push(finding(account, measured, terms));
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
  roles: ReadonlyMap<string, Peers>,
  { clause, minimumAccounts }: AnomalyTerms,
): TooFewToCompare[] {
  return [...roles.values()]
    .filter(({ points }) => points.length < minimumAccounts)
    .map(({ first: { role, roleTitle }, points }) => ({
      kind: 'too-few-to-compare' as const,
      clause,
      role,
      roleTitle: copyOf(roleTitle),
      value: points.length,
      minimum: minimumAccounts,
    }))
    .sort((a, b) => byText(a.role, b.role));
}
