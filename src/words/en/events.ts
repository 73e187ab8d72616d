import { clip, plural, written } from '../../values/text.js';
import type { ContinuedAccount, WordPack } from '../pack.js';
import { itemNamed } from '../shown.js';
import { entryNamed, limitResets, limitWords } from './refusals.js';

/** `+2 points`, `−1 point`. */
function signed(points: number): string {
  return `${points > 0 ? '+' : ''}${plural(points, 'point')}`;
}

/** `a, b and c`. */
function joined(parts: readonly string[]): string {
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter((part) => part !== '').join(' and ');
}

const ROUNDED = {
  up: ', rounded up,',
  down: ', rounded down,',
  nearest: ', rounded to the nearest,',
} as const;

/** `3 (hours)`, or `3` where there is no unit. */
function amount(quantity: number, unit: string | undefined): string {
  return unit === undefined ? String(quantity) : `${quantity} (${unit})`;
}

/** A clause of a sentence: how many points were cut. */
function cut(took: number): string {
  return `${plural(took, 'point')} ${took === 1 ? 'was' : 'were'} cut`;
}

/** `12 points earned, 1 post held. All of it …`; what is 0 is left out. */
function handedOn({ earned, corrected, transferred, redeemed, posts }: ContinuedAccount): string {
  const parts = [
    ...(earned === 0 ? [] : [`${plural(earned, 'point')} earned`]),
    ...(corrected === 0 ? [] : [`${signed(corrected)} by corrections`]),
    ...(transferred === 0 ? [] : [`${signed(transferred)} by transfers`]),
    ...(redeemed === 0 ? [] : [`${plural(redeemed, 'point')} redeemed`]),
    ...(posts === 0 ? [] : [`${plural(posts, 'post')} held`]),
  ];
  return parts.length === 0 ? 'no points.' : `${parts.join(', ')}. All of it counts here on its own days.`;
}

/** An account by its title; rules that give it none call it after the role, which says nothing more. */
function accountCalled(title: string, role: string): string {
  return title === role ? 'account' : title;
}

/** The sentences of events. */
export const EVENTS: WordPack['events'] = {
  heading: ({ on, clause, what, points }) =>
    `${on}, ${what} (clause ${clause})${points === undefined ? '' : `: ${signed(points)}`}.`,
  what: {
    AccountOpened: ({ accountTitle, roleTitle }, names) =>
      `${accountCalled(names.text(accountTitle), names.text(roleTitle))} opened: ${names.text(roleTitle)}`,
    PostClaimed: ({ title, postId }, names) => `${names.text(title)}: '${clip(postId)}'`,
    ActivityCredited: ({ entry, title, matterId }, names) =>
      entry === 'registration' ? names.text(title) : `${names.text(title)}: '${clip(matterId)}'`,
    PostReleased: ({ postId }) => `post or project '${clip(postId)}' given up`,
    EntryVerified: ({ title, verifies: { kind, id } }, names) =>
      `${names.text(title)}${kind === 'report-in' ? '' : `: '${clip(id)}'`} verified`,
    PointsRedeemed: ({ period }, names) => `redemption (${names.window(period)})`,
    ScoreCorrected: () => 'score corrected',
    EntryReversed: ({ entry: { kind, id }, entryIs, lines }, names) => {
      const part = lines === undefined ? '' : 'part of ';
      return `${part}${entryNamed(kind, id, names)} ${entryIs === 'out' ? 'reversed' : 'put back'}`;
    },
    PointsSent: ({ to }) => `points sent to account '${clip(to)}'`,
    PointsReceived: ({ from }) => `points received from account '${clip(from)}'`,
    AccountBarred: ({ title }, names) => `account barred: ${names.text(title)}`,
    AccountClosed: ({ reasonTitle }, names) => `account closed: ${names.text(reasonTitle)}`,
  },
  recordedOn: (day) => `It was written up on ${day}.`,
  reportsIn: (counts) =>
    counts ? 'Opening the account counts as the report-in.' : 'Opening the account is not a report-in.',
  continues: (closed) =>
    `It continues account '${clip(closed.accountId)}' of community '${clip(closed.communityId)}', ` +
    `closed on ${closed.closedOn}, which handed on ${handedOn(closed)}`,
  otherAccount: ({ accountId, communityId }) =>
    `The same person has account '${clip(accountId)}' open in community '${clip(communityId)}'.`,
  member: (memberId) => `It is entered for household member '${clip(memberId)}'.`,
  servedIn: (postId) => `Served in the claimed post '${clip(postId)}'.`,
  measures: {
    fixed: (scored) => `It scores a fixed ${plural(scored, 'point')}.`,
    difficulty: ({ difficulty, scored }) => `Difficulty '${difficulty}' scores ${plural(scored, 'point')}.`,
    quantity: ({ quantity, unit, scored }) => `Quantity ${amount(quantity, unit)} scores ${written(scored)}.`,
    quantityByRule: ({ quantity, rule, scored, rounded }, names) => {
      const { unitTitle, each, points, rounding, maximum = quantity } = rule;
      const cut = quantity > maximum ? `, of which at most ${maximum} counts` : '';
      const round = rounded ? ROUNDED[rounding] : '';
      return `${quantity} (${names.text(unitTitle)})${cut}: ${plural(points, 'point')} for each ${each}${round} scores ${written(scored)}.`;
    },
    quantityByBand: ({ quantity, rule, band, scored, rounded }, names) => {
      const { unitTitle, maximum = quantity, rounding = 'down' } = rule;
      const cut = quantity > maximum ? `, of which at most ${maximum} counts` : '';
      const counted = `${quantity} (${names.text(unitTitle)})${cut}`;
      if (band === undefined) return `${counted}: below ${rule.bands[0]?.from}, it scores 0.`;
      const { each, from, points } = band;
      if (each === undefined) return `${counted}: from ${from} on, it scores ${plural(points, 'point')}.`;
      const round = rounded ? ROUNDED[rounding] : '';
      return `${counted}: from ${from} on, ${plural(points, 'point')} for each ${each}${round} scores ${written(scored)}.`;
    },
    addedUp: ({ quantity, unit, window, before, sum, scored }, names) =>
      `${amount(quantity, unit)}, added to ${before} over ${names.window(window)}, makes ${sum}, which scores ${plural(scored, 'point')} more than before.`,
    lowers: (quantity, unit) => `${amount(quantity, unit)} is taken off the sum.`,
    takesAll: (taken) => `It takes everything that was held: ${plural(taken, 'point')}.`,
    factor: ({ title, times, points, clause, rounded }, names) =>
      `'${names.text(title)}' (clause ${clause}) counts it ${times} times${rounded ? ', rounded down' : ''}: ${plural(points, 'point')}.`,
  },
  stoppedAtZero: (taken) => `It stops where the balance is 0, so it takes ${plural(taken, 'point')}.`,
  matter: ({ held, maximum, took, clause }) => {
    const together = `The matter's other entry scored ${plural(held, 'point')}, and both together score at most ${maximum}`;
    return took === 0 ? `${together}; nothing was cut.` : `${together}, so ${cut(took)} (clause ${clause}).`;
  },
  highest: ({ held, took, clause }) => {
    const highest = `The matter scored ${plural(held, 'point')} under other items, and only the highest counts`;
    return took === 0 ? `${highest}; nothing was cut.` : `${highest}, so ${cut(took)} (clause ${clause}).`;
  },
  barsOn: ({ title, clause }, names) =>
    `It sets a bar on the ground '${names.text(title)}' (clause ${clause}).`,
  limit: (limit, names) => {
    const { counts, took, usedBy = [], clause } = limit;
    if (took === 0) return `${limitWords(limit, names)}; nothing was cut.`;
    // Beside a quantity that is used, points would be taken for some of it.
    const of = (points: number) => (counts === 'quantity' ? '' : ` (${written(points)})`);
    const by = usedBy.map(({ id, on, points }) => `'${clip(id)}' on ${on}${of(points)}`).join(', ');
    const so =
      counts === 'deductions'
        ? `${plural(took, 'point')} fewer ${took === 1 ? 'is' : 'are'} deducted`
        : cut(took);
    return `${limitWords(limit, names)}${by === '' ? '' : ` by ${by}`}, so ${so} (clause ${clause}).`;
  },
  limitResets,
  claimStands: 'The claim stands and the post is held, but this claim scores nothing.',
  pending: (points) =>
    `It waits to be verified and counts nowhere until then; as things stand, it would score ${plural(points, 'point')}.`,
  verified: (entryOn) => `The entry is of ${entryOn} and counts on that day.`,
  released: (claimedOn) =>
    `It was claimed on ${claimedOn}. From now on, service in it does not score; points already earned stay.`,
  redeemedAt: (communityId) => `Redeemed at community '${clip(communityId)}'.`,
  collectedBy: (person) => `Collected by '${clip(person)}'.`,
  reward: ({ title, kind, quantity, price, points, consent }, names) =>
    `${names.text(title)} × ${quantity}${kind === 'honour' ? ', an honour at no price' : ` at ${price} = ${plural(points, 'point')}`}${consent === undefined ? '' : ` (consent of ${consent})`}.`,
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
    `It corrects '${clip(id)}' (${[...itemNamed(item, names), on].join(', ')}, ${plural(points, 'point')} at the time).`,
  correctionCut: (requested) =>
    `A correction of ${written(requested)} was asked for; it stops where the balance is 0.`,
  countsOn: (day) => `It counts in the year of ${day}.`,
  freesRoom: 'The points it takes free room under the limits of the item.',
  bothFigures: 'Assessment and balance both move.',
  reversal: {
    entry: ({ item, capacity, on, entryIs }, names) => {
      const under = itemNamed(item, names)
        .map((title) => ` under '${title}'`)
        .join('');
      const as = capacity === undefined ? '' : ` (${capacity})`;
      const is = entryIs === 'out' ? 'is as if it had never been' : 'counts again';
      return `From now on, the entry of ${on}${under}${as} ${is}.`;
    },
    lines: ({ lines, entryIs }, names) => {
      const parts = lines
        .map(({ rewardId, quantity }) => `'${names.reward(rewardId)}' × ${quantity}`)
        .join(', ');
      return entryIs === 'out' ? `Returned: ${parts}.` : `Redeemed again: ${parts}.`;
    },
    undoes: (reversalId) => `This undoes reversal '${clip(reversalId)}'.`,
    figures: (assessment, balance) => {
      if (balance === 0 && assessment === 0) return 'Neither assessment nor balance moves.';
      if (assessment === 0) return 'Only the balance moves; the assessment stays as it was.';
      return `The assessment moves by ${signed(assessment)}, the balance by ${signed(balance)}.`;
    },
  },
  transfer: {
    sent: ({ before, after }) =>
      `The balance was ${written(before)} and is ${written(after)}; the points go on counting in the assessment.`,
    received: (sentOn) =>
      `They were sent on ${sentOn}. They add to the balance and do not count in the assessment.`,
  },
  barred: ({ bars, from, until }, names) => {
    const to = until === undefined ? ', with no end set' : ` to ${until}`;
    return `From ${from}${to}, the account is barred from ${joined(bars.map(names.barred))}.`;
  },
  closing: {
    forfeits: (balance) =>
      balance > 0
        ? `The balance of ${plural(balance, 'point')} is forfeited.`
        : `The balance was ${written(balance)}, and nothing is handed on.`,
    handsOn: (balance) =>
      `The balance of ${plural(balance, 'point')} is handed on, with what was used under limits, the redemptions of the period and the posts held.`,
    goesOnIn: (accountId) => `Its holder continues in account '${clip(accountId)}'.`,
    stays: 'The account takes no more entries; what is on record stays.',
  },
  readings: (readings) =>
    `Readings used: ${readings
      .map(
        ({ question, title, ruled }) =>
          `${question === undefined ? '' : `${question} – `}'${title}'${ruled === undefined ? '' : ` (ruled by ${ruled.by} on ${ruled.on})`}`,
      )
      .join('; ')}.`,
};
