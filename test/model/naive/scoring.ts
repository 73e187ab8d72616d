/*
 * What an entry scores: by difficulty, under the cap on claims, and under a ceiling where the mark is read as one.
 */
import { type Span, spanOf } from './calendar.js';
import type { World } from './commands.js';
import { type Account, type Entry, freedOf, type Handed, isScoring, itemOf, type Scoring } from './ledger.js';
import type { Objections } from './outcome.js';
import type { Readings } from './readings.js';
import { CLAIMS_IN_ALL, HUNDRED, POINTS } from './text.js';

const CAP_SPANS: { readonly [A in Readings['claim-cap-window']]: Span } = {
  life: 'life',
  'calendar-year': 'year',
  'half-year': 'half-year',
};

/** The span over which claims are counted. */
export function capSpan({ readings }: World): Span {
  return CAP_SPANS[readings['claim-cap-window']];
}

/** 2.3: by difficulty; 2.3.1.2 names none for a community party member's claims. */
export function byDifficulty(
  no: Objections,
  { readings }: World,
  account: Account,
  item: string,
  difficulty: string | undefined,
): number {
  no.when(difficulty === undefined, 'wrong-measure');
  if (difficulty === undefined) return 0;
  const member = account.role === 'community-party-member' && item === 'claim';
  const easyOnly = member && readings['community-member-hard-claim'] === 'no';
  const points = difficulty === 'hard' && easyOnly ? undefined : POINTS[difficulty];
  no.when(points === undefined, 'unknown-difficulty');
  return points ?? 0;
}

/** Points that entries have taken up over a span, what corrections gave back left out. */
function taken(account: Account, span: Span, on: string, counts: (item: string) => boolean): number {
  const ofSpan = (entry: Entry): boolean => spanOf(span, entry.on) === spanOf(span, on);
  return account.entries
    .filter((entry): entry is Scoring | Handed => isScoring(entry) || entry.what === 'handed')
    .filter((entry) => counts(entry.what === 'handed' ? entry.item : itemOf(entry)) && ofSpan(entry))
    .reduce((sum, entry) => sum + entry.points - freedOf(account, entry), 0);
}

/** The room that the limits of an entry's item still have in its windows. */
export function roomLeft(world: World, account: Account, entry: Scoring): number {
  const rooms = [Number.POSITIVE_INFINITY];
  if (itemOf(entry) === 'claim') {
    rooms.push(CLAIMS_IN_ALL - taken(account, capSpan(world), entry.on, (of) => of === 'claim'));
  }
  if (world.readings['hundred-mark'] === 'ceiling') {
    rooms.push(HUNDRED - taken(account, 'year', entry.on, () => true));
  }
  return Math.min(...rooms);
}

/** Whether an entry that comes back finds the room that it needs. */
export function roomFor(no: Objections, world: World, account: Account, entry: Scoring): void {
  const item = itemOf(entry);
  if (entry.points === 0) return;
  if (item === 'claim') {
    const room = CLAIMS_IN_ALL - taken(account, capSpan(world), entry.on, (of) => of === 'claim');
    no.when(entry.points > room, 'limit-reached');
  }
  if (world.readings['hundred-mark'] === 'ceiling') {
    no.when(entry.points > HUNDRED - taken(account, 'year', entry.on, () => true), 'limit-reached');
  }
}

/** What the limits leave of an entry's points. */
export function limited(
  no: Objections,
  world: World,
  account: Account,
  item: string,
  on: string,
  scored: number,
): number {
  let points = scored;
  if (item === 'claim') {
    const room = Math.max(CLAIMS_IN_ALL - taken(account, capSpan(world), on, (of) => of === 'claim'), 0);
    const overflow = world.readings['claim-cap-overflow'];
    no.when(overflow === 'refused' && points > room, 'limit-reached');
    no.when(overflow === 'refused-at-zero' && points > room && room === 0, 'limit-reached');
    points = Math.min(points, room);
  }
  if (world.readings['hundred-mark'] === 'ceiling') {
    points = Math.min(points, Math.max(HUNDRED - taken(account, 'year', on, () => true), 0));
  }
  return points;
}
