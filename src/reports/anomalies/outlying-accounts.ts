import { byText } from '../shared/order.js';
import type { OutlierMeasure, OutlyingAccount, TooFewToCompare } from './anomaly.js';
import type { AnomalyTerms } from './anomaly-options.js';
import type { WatchedAccount } from './anomaly-tally.js';
import { type ModifiedZScore, zScores } from './statistics.js';

/** Finds accounts far from the others of their role, the farthest first. */
export function outlyingAccounts(
  accounts: readonly WatchedAccount[],
  terms: AnomalyTerms,
): OutlyingAccount[] {
  const found: OutlyingAccount[] = [];
  for (const peers of byRole(accounts)) {
    if (peers.length < terms.minimumAccounts) continue;
    const measure = zScores(peers.map((account) => pointsOf(account, terms)));
    for (const account of peers) {
      const value = pointsOf(account, terms);
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
export function byRole(accounts: readonly WatchedAccount[]): IterableIterator<WatchedAccount[]> {
  const roles = new Map<string, WatchedAccount[]>();
  for (const account of accounts) {
    const peers = roles.get(account.facts.role);
    if (peers === undefined) roles.set(account.facts.role, [account]);
    else peers.push(account);
  }
  return roles.values();
}

function pointsOf({ tally }: WatchedAccount, { measure }: AnomalyTerms): number {
  return measure === 'earned' ? tally.earned : tally.earned + tally.corrected;
}

/** An account that was not open for the whole period had less time to earn points. */
function wasOpenInPart({ facts }: WatchedAccount, { from }: AnomalyTerms): boolean {
  return facts.openedOn > from || facts.closed !== undefined;
}

function finding({ facts }: WatchedAccount, measured: OutlierMeasure, terms: AnomalyTerms): OutlyingAccount {
  const { accountId, communityId, role, roleTitle } = facts;
  const { clause, measure } = terms;
  return {
    kind: 'outlying-account',
    clause,
    accountId,
    communityId,
    role,
    roleTitle,
    measure,
    ...measured,
  };
}

/** The roles that have too few accounts for a comparison, sorted by id. */
export function tooFewToCompare(
  accounts: readonly WatchedAccount[],
  { clause, minimumAccounts }: AnomalyTerms,
): TooFewToCompare[] {
  return [...byRole(accounts)]
    .filter((peers) => peers.length < minimumAccounts)
    .map(([first, ...others]) => {
      const { role, roleTitle } = (first as WatchedAccount).facts;
      return {
        kind: 'too-few-to-compare' as const,
        clause,
        role,
        roleTitle,
        value: others.length + 1,
        minimum: minimumAccounts,
      };
    })
    .sort((a, b) => byText(a.role, b.role));
}
