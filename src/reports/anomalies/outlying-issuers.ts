import { ascendingBy, byText } from '../shared/order.js';
import type { OutlyingIssuer } from './anomaly.js';
import type { AnomalyTerms } from './anomaly-options.js';
import { outlierMeasure } from './outlying-accounts.js';
import { zScores } from './statistics.js';
import type { Watch, WatchedIssuer } from './watch.js';

type IssuerMeasure = OutlyingIssuer['measure'];

const MEASURES: Readonly<Record<IssuerMeasure, (issuer: WatchedIssuer) => number>> = {
  'points-per-entry': ({ points, entries }) => points / entries,
  'entries-per-account': ({ entries, accounts }) => entries / Math.max(accounts, 1),
};

/** Finds communities that issue points unlike the others, the farthest first. */
export function outlyingIssuers({ issuers }: Watch, terms: AnomalyTerms): OutlyingIssuer[] {
  // A fixed order keeps sums of fractions equal, whatever the order of the events.
  const compared = Object.values(issuers)
    .sort(ascendingBy(({ communityId }) => communityId))
    .filter(({ entries }) => entries >= terms.minimumEntries);
  if (compared.length < terms.minimumIssuers) return [];
  return (Object.keys(MEASURES) as IssuerMeasure[])
    .flatMap((measure) => outlyingBy(measure, compared, terms))
    .sort(
      (a, b) =>
        Math.abs(b.score) - Math.abs(a.score) ||
        byText(a.communityId, b.communityId) ||
        byText(a.measure, b.measure),
    );
}

function outlyingBy(
  measure: IssuerMeasure,
  issuers: readonly WatchedIssuer[],
  { clause, threshold, minimumShare }: AnomalyTerms,
): OutlyingIssuer[] {
  const figureOf = MEASURES[measure];
  const measured = zScores(issuers.map(figureOf));
  return issuers.flatMap((issuer) => {
    const value = figureOf(issuer);
    const deviation = measured(value);
    if (Math.abs(value - deviation.median) < minimumShare * Math.abs(deviation.median)) return [];
    const far = outlierMeasure(value, deviation, threshold, issuers.length - 1);
    if (far === undefined) return [];
    return [{ kind: 'outlying-issuer', clause, ...issuer, measure, ...far }];
  });
}
