import { clip, plural, written } from '../../values/text.js';
import type { WordPack } from '../pack.js';
import { limitWords } from './refusals.js';

/** `+2 points`, `−1 point`. */
function signed(points: number): string {
  return `${points > 0 ? '+' : ''}${plural(points, 'point')}`;
}

const ROUNDED = {
  up: ', rounded up,',
  down: ', rounded down,',
  nearest: ', rounded to the nearest,',
} as const;

/** The sentences of events. */
export const EVENTS: WordPack['events'] = {
  heading: ({ on, clause, what, points }) => `${on}, ${what} (clause ${clause}): ${signed(points)}.`,
  what: {
    AccountOpened: ({ accountTitle, roleTitle }, names) =>
      `${names.text(accountTitle)} opened: ${names.text(roleTitle)}`,
    PostClaimed: ({ title, postId }, names) => `${names.text(title)}: '${clip(postId)}'`,
    ActivityCredited: ({ entry, title, matterId }, names) =>
      entry === 'registration' ? names.text(title) : `${names.text(title)}: '${clip(matterId)}'`,
    PointsRedeemed: ({ period }, names) => `redemption (${names.window(period)})`,
    ScoreCorrected: () => 'score corrected',
  },
  reportsIn: (counts) =>
    counts ? 'Opening the account counts as the report-in.' : 'Opening the account is not a report-in.',
  servedIn: (postId) => `Served in the claimed post '${clip(postId)}'.`,
  measures: {
    fixed: (scored) => `It scores a fixed ${plural(scored, 'point')}.`,
    difficulty: ({ difficulty, scored }) => `Difficulty '${difficulty}' scores ${plural(scored, 'point')}.`,
    quantity: ({ quantity, unit = '', scored }) =>
      `Quantity ${quantity} (${unit}) scores ${written(scored)}.`,
    quantityByRule: ({ quantity, rule, scored, rounded }, names) => {
      const { unitTitle, each, points, rounding, maximum = quantity } = rule;
      const cut = quantity > maximum ? `, of which at most ${maximum} counts` : '';
      const round = rounded ? ROUNDED[rounding] : '';
      return `${quantity} (${names.text(unitTitle)})${cut}: ${plural(points, 'point')} for each ${each}${round} scores ${written(scored)}.`;
    },
  },
  stoppedAtZero: (taken) => `It stops where the balance is 0, so it takes ${plural(taken, 'point')}.`,
  limit: (limit, names) => {
    const { took, usedBy = [], clause } = limit;
    if (took === 0) return `${limitWords(limit, names)}; it took nothing.`;
    const by = usedBy.map(({ id, on, points }) => `'${clip(id)}' on ${on} (${points})`).join(', ');
    return `${limitWords(limit, names)}${by === '' ? '' : ` by ${by}`}, so it took ${plural(took, 'point')} (clause ${clause}).`;
  },
  limitResets: (on) => (on === undefined ? 'This limit does not reset.' : `This limit resets on ${on}.`),
  claimStands: 'The claim stands and the post is held; it only scores nothing.',
  reward: ({ title, quantity, price, points, consent }, names) =>
    `${names.text(title)} × ${quantity} at ${price} = ${plural(points, 'point')}${consent === undefined ? '' : ` (consent of ${consent})`}.`,
  reduced: ({ before, after }) =>
    `The balance was ${written(before)} and is ${written(after)}; the points go on counting in the assessment.`,
  notReduced: (balance) =>
    `This account is not reduced by redemptions; the balance is still ${written(balance)}.`,
  handbook: (version, missed) =>
    missed === undefined
      ? `From handbook ${clip(version)}.`
      : `From handbook ${clip(version)}, due for filing by ${missed} and not filed in time.`,
  reason: (reason) => `Reason: ${reason}.`,
  corrects: ({ id, item, on, points }, names) =>
    `It corrects '${clip(id)}' (${names.item(item)}, ${on}, ${plural(points, 'point')} at the time).`,
  correctionCut: (requested) =>
    `A correction of ${written(requested)} was asked for; it stops where the balance is 0.`,
  countsOn: (day) => `It counts in the year of ${day}.`,
  freesRoom: 'The points it takes free room under the limits of the item.',
  bothFigures: 'Assessment and balance both move.',
  readings: (readings) => `Readings it rests on: ${readings.map((reading) => `'${reading}'`).join(', ')}.`,
};
