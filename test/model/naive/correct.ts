/*
 * 3: corrections move assessment and balance both.
 */
import { takeableOn } from './balance.js';
import type { CorrectScore, World } from './commands.js';
import { byOwnCommunity, byPersons, dated, isApprovedAlike } from './guards.js';
import {
  type Account,
  assessmentOf,
  type Correction,
  idOf,
  isScoring,
  itemOf,
  type Scoring,
} from './ledger.js';
import { AGAIN, done, Objections, type Outcome } from './outcome.js';
import { roomLeft } from './scoring.js';
import { POINTS_OF_A_MATTER } from './text.js';

export function correctScore(world: World, account: Account, { data }: CorrectScore): Outcome {
  const no = new Objections();
  const { readings } = world;
  const { correctionId: id, points: asked, reason, corrects, item, on, by } = data;
  if (by.office === 'community') {
    if (readings['correction-office'] === 'subdistrict') no.when(true, 'office-not-entitled');
    else byOwnCommunity(no, by, account.community);
    no.when(corrects === undefined, 'matter-needed');
  }
  byPersons(no, world, by, account.person);
  const before = account.log.filter(
    (entry): entry is Correction => entry.what === 'correction' && entry.id === id,
  );
  const same = (entry: Correction): boolean =>
    entry.on === on &&
    entry.by.office === by.office &&
    isApprovedAlike(entry, by) &&
    entry.asked === asked &&
    entry.reason === reason &&
    entry.corrects === corrects &&
    (item === undefined || entry.item === item);
  if (before.some(same) && !no.any) return AGAIN;
  no.when(
    before.some((entry) => !entry.out),
    'duplicate-correction',
  );
  dated(no, world, data, account);
  const matter = corrected(no, account, corrects, item);
  if (matter !== undefined) bounded(no, world, account, matter, asked);
  const byMatter = readings['correction-year'].startsWith('matter-year');
  const countsOn = byMatter && matter !== undefined ? matter.on : on;
  const points = floored(no, world, account, asked, countsOn);
  if (no.any) return no.outcome;
  account.log.push({
    what: 'correction',
    id,
    asked,
    points,
    reason,
    corrects,
    item: matter === undefined ? undefined : itemOf(matter),
    matterOn: matter?.on,
    frees: readings['correction-year'].endsWith('frees-room') && matter !== undefined && points < 0,
    countsOn,
    on,
    by,
  });
  return done(points);
}

/** The one entry that the correction names. Of several claims of one post it is the last. */
function corrected(
  no: Objections,
  account: Account,
  corrects: string | undefined,
  item: string | undefined,
): Scoring | undefined {
  if (corrects === undefined) {
    no.when(item !== undefined, 'unknown-matter');
    return undefined;
  }
  const named = account.entries
    .filter(isScoring)
    .filter((entry) => idOf(entry) === corrects && (item === undefined || itemOf(entry) === item));
  no.when(named.length === 0, 'unknown-matter');
  no.when(new Set(named.map(itemOf)).size > 1, 'ambiguous-matter');
  // The text does not say which of two: attendance before service, a report-in before the opening of the same day.
  const taking = named.filter((entry) => entry.what !== 'matter' || entry.post === undefined);
  const among = taking.length > 0 ? taking : named;
  return among.at(-1);
}

/** No more off a matter than it holds; under another reading, no more on it than its item and the limits leave. */
function bounded(no: Objections, world: World, account: Account, matter: Scoring, asked: number): void {
  const bound = world.readings['correction-bound'];
  if (bound === 'none') return;
  const holds = account.entries.reduce((sum, entry) => {
    const isOfIt =
      entry.what === 'correction' &&
      entry.item === itemOf(matter) &&
      entry.corrects === idOf(matter) &&
      entry.matterOn === matter.on;
    return isOfIt ? sum + entry.points : sum;
  }, matter.points);
  no.when(asked < 0 && holds + asked < 0, 'more-than-matter-holds');
  if (bound !== 'item-maximum' || asked <= 0) return;
  no.when(
    holds + asked > Math.min(mostOf(world, account, matter), holds + roomLeft(world, account, matter)),
    'above-item-maximum',
  );
}

/** The most that an entry of the same item scores. */
function mostOf({ readings }: World, account: Account, matter: Scoring): number {
  const item = itemOf(matter);
  if (item === 'registration') return 1;
  const isEasyOnly = item === 'claim' && account.role === 'community-party-member';
  return isEasyOnly && readings['community-member-hard-claim'] === 'no' ? 1 : POINTS_OF_A_MATTER;
}

/** No floor; or, under other readings, refused or cut where a figure would fall below 0. */
function floored(no: Objections, { readings }: World, account: Account, points: number, on: string): number {
  const floor = readings['correction-floor'];
  if (points >= 0 || floor === 'none') return points;
  const figure =
    floor === 'refuse-below-zero-score' ? assessmentOf(account) : takeableOn(account, on, readings);
  if (figure + points >= 0) return points;
  if (floor !== 'stop-at-zero') no.when(true, 'below-zero');
  no.when(floor === 'stop-at-zero' && figure <= 0, 'below-zero');
  return -Math.max(figure, 0);
}
