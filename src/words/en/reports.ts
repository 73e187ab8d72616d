import type { OutlierMeasure, WrittenUpLate } from '../../reports/anomalies/anomaly.js';
import type { Reverses } from '../../reports/shared/report-entry.js';
import { plural } from '../../values/text.js';
import type { ReportPack } from '../report-pack.js';
import { shown } from '../shown.js';

const KINDS: Readonly<Record<Reverses['kind'], string>> = {
  matter: 'matter',
  'report-in': 'report-in',
  claim: 'claim',
  redemption: 'redemption',
  correction: 'correction',
  bar: 'bar',
  transfer: 'transfer',
};

/** The entry that a reversal is about. What has a name that people know is called by it. */
function reversedEntry({ kind, id, on }: Reverses): string {
  return kind === 'matter' || kind === 'claim'
    ? `${KINDS[kind]} '${id}' of ${on}`
    : `${KINDS[kind]} of ${on}`;
}

/** The lines of a statement that are not called by the title of their item alone. */
export const ENTRIES: ReportPack['entries'] = {
  PointsRedeemed: (rewards, names) => {
    const named = rewards.map(
      ({ title, quantity }) => `${names.text(title)}${quantity === 1 ? '' : ` × ${quantity}`}`,
    );
    return `Redemption: ${named.join(', ')}`;
  },
  ScoreCorrected: () => 'Correction of the score',
  PostReleased: (postId) => `Post given up: ${postId}`,
  EntryVerified: (title, names) => `Verified: ${names.text(title)}`,
  EntryReversed: (reverses) =>
    reverses.entryIs === 'out'
      ? `Undone: ${reversedEntry(reverses)}`
      : `Reversal taken back: ${reversedEntry(reverses)} counts again`,
  PointsSent: (to) => `Points sent to account '${to}'`,
  PointsReceived: (from) => `Points received from account '${from}'`,
  AccountBarred: ({ title, from, until }, names) =>
    `Barred: ${names.text(title)} (${until === undefined ? `from ${from}` : `${from} to ${until}`})`,
  AccountClosed: ({ title, holdings, continuedBy }, names) =>
    `Account closed: ${names.text(title)}; points ${holdings === 'forfeited' ? 'forfeited' : 'handed on'}` +
    (continuedBy === undefined ? '' : ` to account '${continuedBy}'`),
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
    `the median is ${shown(median)}, and the ${distance} from it ${shown(spread)}; ` +
    `the deviation is ${shown(score)} (modified z-score), and ${threshold} either way is worth a look.`
  );
}

/** What an event without a title is called. */
const TYPES: Readonly<Record<WrittenUpLate['entry']['type'], string>> = {
  AccountOpened: 'the opening',
  PostClaimed: 'the claim',
  PostReleased: 'the giving up of a post',
  ActivityCredited: 'the activity',
  EntryVerified: 'the verification',
  PointsRedeemed: 'the redemption',
  ScoreCorrected: 'the correction',
  EntryReversed: 'the reversal',
  PointsSent: 'the sending of points',
  PointsReceived: 'the receipt of points',
  AccountBarred: 'the bar',
  AccountClosed: 'the closing',
};

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
  'same-member': ({ memberId, accounts }, names) => {
    const named = accounts.map(
      ({ accountId, communityId, roleTitle }) =>
        `'${accountId}' (${names.text(roleTitle)}, community '${communityId}')`,
    );
    return `Member '${memberId}' has ${accounts.length} open accounts: ${named.join(', ')}.`;
  },
  'written-up-late': ({ accountId, entry, on, recordedOn, value, threshold }, names) =>
    `Account '${accountId}': ${entry.title === undefined ? TYPES[entry.type] : `'${names.text(entry.title)}'`} of ${on} ` +
    `was written up on ${recordedOn}, ${value} days later; ${threshold} are worth a look.`,
  'entries-after-feedback': ({ accountId, year, dueOn, value, points }) =>
    `Account '${accountId}': the feedback for ${year} was due on ${dueOn}; since then ${plural(value, 'change')} of entries dated by that day ` +
    `came on record, for ${plural(points, 'point')} in all. They belong in a supplement.`,
  'often-reversed': ({ communityId, recorder, value, entries, threshold }) =>
    `Of ${entries} entries by ${recorder === undefined ? 'recorders not named' : `recorder '${recorder}'`}` +
    `${communityId === undefined ? '' : ` in community '${communityId}'`}, ${value} were undone; ${threshold} are worth a look.`,
  'too-few-to-compare': ({ roleTitle, value, minimum }, names) =>
    `Too few to compare: ${names.text(roleTitle)} has ${plural(value, 'account')}, and ${minimum} are needed.`,
};

/** Levels of recognition. */
export const RECOGNITION: ReportPack['recognition'] = {
  noLevels: 'There are no levels of recognition for this role.',
  reached: (on, levels) =>
    levels.length === 0
      ? `By ${on} no level is reached.`
      : `By ${on} the points have reached ${levels.map((level) => `'${level}'`).join(', ')}.`,
  barred: ({ title, clause, since }) =>
    `There ${since === undefined ? 'is no recognition' : `has been no recognition since ${since}`}: '${title}' (clause ${clause}).`,
  next: ({ title, threshold, clause, missing }) =>
    `For '${title}' (${plural(threshold, 'point')}, clause ${clause}) ${missing} more ${missing === 1 ? 'is' : 'are'} needed.`,
  condition: ({ level, title, clause, minimum, maximum, missing, above }) =>
    above === undefined
      ? `For '${level}', ${missing} more of ${minimum} ${missing === 1 ? 'is' : 'are'} needed: '${title}' (clause ${clause}).`
      : `For '${level}', there may be ${maximum} at most, and there ${above === 1 ? 'is' : 'are'} ${above} more: '${title}' (clause ${clause}).`,
};
