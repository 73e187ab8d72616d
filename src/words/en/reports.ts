import type { OutlierMeasure } from '../../reports/anomalies/anomaly.js';
import { plural } from '../../values/text.js';
import type { ReportPack } from '../report-pack.js';
import { shown } from '../shown.js';

/** The lines of a statement that have no title of an item. */
export const ENTRIES: ReportPack['entries'] = {
  PointsRedeemed: (rewards, names) => {
    const named = rewards.map(
      ({ title, quantity }) => `${names.text(title)}${quantity === 1 ? '' : ` × ${quantity}`}`,
    );
    return `Redemption: ${named.join(', ')}`;
  },
  ScoreCorrected: () => 'Correction of the score',
  PostReleased: () => 'Post given up',
  EntryReversed: () => 'Reversal of an entry',
  PointsSent: () => 'Points sent to another account',
  PointsReceived: () => 'Points received from another account',
  AccountBarred: () => 'Account barred',
  AccountClosed: () => 'Account closed',
  PointsLapsed: ({ from, to }) =>
    `Points lapsed (earned ${from === to ? `in ${from}` : `from ${from} to ${to}`})`,
};

const ACCOUNT_MEASURES = { assessment: 'in the assessment', earned: 'earned' } as const;
const ISSUER_MEASURES = {
  'points-per-entry': 'points an entry',
  'entries-per-account': 'entries an account',
} as const;

function measured({ median, spread, spreadBy, score, threshold }: OutlierMeasure): string {
  const distance = spreadBy === 'median-distance' ? 'median distance' : 'mean distance';
  return (
    `the median is ${shown(median)}, the ${distance} from it ${shown(spread)}, ` +
    `the modified z-score ${shown(score)} (threshold ${threshold}).`
  );
}

/** Findings, each a reason to look. */
export const ANOMALIES: ReportPack['anomalies'] = {
  'outlying-account': (found, names) =>
    `Account '${found.accountId}' (${names.text(found.roleTitle)}) has ${plural(found.value, 'point')} ${ACCOUNT_MEASURES[found.measure]}, ` +
    `beside ${plural(found.peers, 'other account')} of its role; ${measured(found)}`,
  'entries-on-a-day': ({ accountId, on, value, points, median, threshold }) =>
    `Account '${accountId}' has ${value} entries of ${on}, for ${plural(points, 'point')}; ` +
    `the median over its role's days with entries is ${shown(median)}, and ${threshold} are worth a look.`,
  'outlying-issuer': (found) =>
    `Community '${found.communityId}' issues ${shown(found.value)} ${ISSUER_MEASURES[found.measure]} ` +
    `(${plural(found.points, 'point')}, ${found.entries} entries, ${plural(found.accounts, 'account')}), ` +
    `beside ${found.peers} other communities; ${measured(found)}`,
};

/** Levels of recognition. */
export const RECOGNITION: ReportPack['recognition'] = {
  noLevels: 'The rules have no levels of recognition.',
  reached: (on, levels) =>
    levels.length === 0
      ? `By ${on} no level is reached.`
      : `By ${on} the points have reached ${levels.map((level) => `'${level}'`).join(', ')}.`,
  barred: ({ title, clause }) => `There is no recognition: '${title}' (clause ${clause}).`,
  next: ({ title, threshold, clause, missing }) =>
    `For '${title}' (${plural(threshold, 'point')}, clause ${clause}) ${missing} more are needed.`,
};
