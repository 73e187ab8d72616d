/*
 * 2.3: slips are undone: an entry is struck out, or put back where what is undone is a reversal.
 */
import { maySend } from './apart.js';
import { movedBy, takeableOn } from './balance.js';
import type { ReverseEntry, World } from './commands.js';
import { isHeld, newClaim, noOtherReportIn, oneMatter, roomOfMatter } from './earn.js';
import { byOwnCommunity, byPersons, dated } from './guards.js';
import {
  type Account,
  assessmentOf,
  type Chain,
  type Correction,
  countsOn,
  type Entry,
  idOf,
  isScoring,
  itemOf,
  type Line,
  type Matter,
  type PricedLine,
  type Visit,
} from './ledger.js';
import { AGAIN, done, Objections, type Outcome } from './outcome.js';
import { oneAPeriod, visitsOf } from './redeem.js';
import { roomFor } from './scoring.js';
import { isMeant } from './verify.js';

export function reverseEntry(world: World, account: Account, { data }: ReverseEntry): Outcome {
  const no = new Objections();
  const { reversalId: id, reverses, lines, reason, on, by } = data;
  const isSupervisor = by.office === 'subdistrict';
  no.when(!isSupervisor && world.readings['who-reverses'] === 'supervisor', 'office-not-entitled');
  if (!isSupervisor) byOwnCommunity(no, by, account.community);
  byPersons(no, world, by, account.person);
  const isOfReversal = reverses.kind === 'reversal';
  const said = JSON.stringify([
    by.office,
    by.approvedBy,
    on,
    reverses.kind,
    reverses.id,
    reverses.item,
    reverses.capacity,
    reverses.on,
    reason,
    isOfReversal ? [] : (lines ?? []),
  ]);
  const known = account.chains.flatMap((chain) =>
    chain.reversals.map((reversal, at) => ({ chain, reversal, inForce: isInForce(chain, at) })),
  );
  const ofId = known.filter(({ reversal }) => reversal.id === id);
  if (ofId.some(({ reversal }) => reversal.said === said) && !no.any) return AGAIN;
  no.when(
    ofId.some(({ inForce }) => inForce),
    'duplicate-reversal',
  );
  dated(no, world, data, account);
  const undone = isOfReversal
    ? known.find(({ reversal, inForce }) => inForce && reversal.id === reverses.id)?.chain
    : undefined;
  const chained = undone === undefined ? [] : [undone.entry];
  const named = isOfReversal ? chained : entriesNamed(account, data);
  const [entry] = named;
  no.when(entry === undefined, 'unknown-entry');
  no.when(named.length > 1, 'ambiguous-matter');
  if (entry === undefined || named.length > 1) return no.outcome;
  entitled(no, world, data, entry);
  no.when(on < entry.on, 'before-its-entry');
  const of = { entry, undone, lines: isOfReversal ? undone?.lines : lines };
  possible(no, world, account, of);
  if (no.any) return no.outcome;
  return struck(account, of, { id, on, said });
}

/** What is undone: an entry, or a reversal of it. */
type Undone = {
  readonly entry: Entry;
  /** The reversals so far, where one of them is undone. */
  readonly undone: Chain | undefined;
  /** Of a visit, the part that it is about. */
  readonly lines: readonly Line[] | undefined;
};

function comesBack({ undone }: Undone): boolean {
  return undone?.isOut === true;
}

function possible(no: Objections, world: World, account: Account, of: Undone): void {
  const { entry, lines, undone } = of;
  if (comesBack(of)) placeFor(no, world, account, entry, lines);
  else {
    if (undone !== undefined) no.when(entry.out === true || !isThere(entry, lines), 'unknown-entry');
    if (lines === undefined) nothingAbove(no, world, account, entry);
    else partLeft(no, entry, lines);
  }
  if (!no.any) floored(no, world, account, entry, movesBy(of));
}

function movesBy(of: Undone): number {
  return (comesBack(of) ? 1 : -1) * movesOf(of.entry, of.lines);
}

/** Strikes the entry out or puts it back. */
function struck(account: Account, of: Undone, reversal: Chain['reversals'][number]): Outcome {
  const { entry, lines, undone } = of;
  const [moves, isBack] = [movesBy(of), comesBack(of)];
  if (undone === undefined) account.chains.push({ entry, lines, reversals: [reversal], isOut: true });
  else {
    undone.isOut = !undone.isOut;
    undone.reversals.push(reversal);
  }
  if (lines !== undefined) changeLines(entry as Visit, lines, isBack ? 1 : -1);
  else {
    entry.out = !isBack;
    if (isBack) account.moveToEnd(entry);
  }
  return done(moves === 0 ? 0 : moves);
}

/** Each reversal after it takes its force or gives it back. */
function isInForce({ reversals }: Chain, at: number): boolean {
  return (reversals.length - 1 - at) % 2 === 0;
}

/** What a name means: what counts, and, of what waits, the same. Of several claims of a post it is the last. */
function entriesNamed(account: Account, { reverses }: ReverseEntry['data']): Entry[] {
  const all = account.standing.filter((entry) => isMeant(entry, reverses));
  const found = all.filter((entry) => entry.what !== 'visit' || entry.lines.length > 0);
  if (reverses.kind !== 'claim') return found;
  const counting = found.filter((entry) => !entry.pending);
  return counting.length > 0 ? counting.slice(-1) : found.slice(0, 1);
}

function isThere(entry: Entry, lines: readonly Line[] | undefined): boolean {
  return entry.what !== 'visit' || entry.lines.length > 0 || lines !== undefined;
}

/** Corrections and bars are undone by those who may make them; the rest by a community too, until the year is fed back. */
function entitled(no: Objections, { readings }: World, { by, on }: ReverseEntry['data'], entry: Entry): void {
  if (by.office === 'subdistrict') return;
  const own =
    entry.what === 'bar' || (entry.what === 'correction' && readings['correction-office'] === 'subdistrict');
  no.when(own, 'not-theirs-to-reverse');
  if (readings['who-reverses'] !== 'community-until-due') return;
  const isNext = readings['feedback-cut-off'] === 'december-november' && entry.on.slice(5) >= '12-01';
  const year = Number(entry.on.slice(0, 4)) + (isNext ? 1 : 0);
  no.when(on > `${year}-11-30`, 'too-late-to-reverse');
}

/** What corrects an entry, and service in a post, would be left without ground. */
function nothingAbove(no: Objections, world: World, account: Account, entry: Entry): void {
  if (!isScoring(entry)) return;
  const corrected = account.entries.some(
    (one) =>
      one.what === 'correction' &&
      one.item === itemOf(entry) &&
      one.corrects === idOf(entry) &&
      one.matterOn === entry.on,
  );
  no.when(corrected, 'stands-under-others');
  if (entry.what !== 'claim') return;
  const services = account.standing.filter(
    (one): one is Matter => one.what === 'matter' && one.item === 'activity' && one.post === entry.post,
  );
  const isBare = services.some(({ on }) => !isHeld(world, account, entry.post, on, entry));
  no.when(isBare && !entry.pending, 'stands-under-others');
}

function partLeft(no: Objections, entry: Entry, lines: readonly Line[]): void {
  if (entry.what !== 'visit') {
    no.when(true, 'invalid-command');
    return;
  }
  for (const { rewardId } of lines) {
    no.when(sumOf(lines, rewardId) > sumOf(entry.lines, rewardId), 'not-redeemed');
  }
}

function sumOf(lines: readonly Line[], rewardId: string): number {
  return lines.filter((line) => line.rewardId === rewardId).reduce((sum, { quantity }) => sum + quantity, 0);
}

/** What comes back finds its place, as if it were entered now. */
function placeFor(
  no: Objections,
  world: World,
  account: Account,
  entry: Entry,
  lines: readonly Line[] | undefined,
): void {
  const others = account.standing.filter((one) => one !== entry);
  const isTaken = others.some(
    (one) => one.what === entry.what && 'id' in one && 'id' in entry && one.id === entry.id,
  );
  switch (entry.what) {
    case 'matter':
      no.when(
        others.some(
          (one) =>
            one.what === 'matter' &&
            one.item === entry.item &&
            one.matter === entry.matter &&
            one.capacity === entry.capacity,
        ),
        'duplicate-matter',
      );
      oneMatter(no, world, account, entry);
      no.when(roomOfMatter(world, account, entry, entry) < Math.max(entry.points, 1), 'matter-used-up');
      break;
    case 'report-in':
      noOtherReportIn(no, world, account, entry.on);
      break;
    case 'claim':
      newClaim(no, world, account, entry.post, entry.on);
      break;
    case 'visit':
      if (lines !== undefined) {
        no.when(entry.out === true, 'unknown-entry');
        // Of a visit that was returned line by line, until none was left, the first line back makes it a visit again.
        if (entry.lines.length === 0) oneAPeriod(no, world, visitsOf(account), entry.on);
        return;
      }
      no.when(isTaken, 'duplicate-redemption');
      oneAPeriod(no, world, visitsOf(account), entry.on);
      break;
    case 'correction':
      no.when(isTaken, 'duplicate-correction');
      no.when(!itsMatterStands(account, entry), 'unknown-matter');
      break;
    case 'transfer':
      no.when(isTaken, 'duplicate-transfer');
      if (entry.points < 0) maySend(no, account, { on: entry.on, points: -entry.points });
      break;
    case 'bar':
      no.when(isTaken, 'duplicate-bar');
      break;
    default:
      break;
  }
  if (isScoring(entry) && !entry.pending) roomFor(no, world, account, entry);
}

function itsMatterStands(account: Account, { item, corrects, matterOn }: Correction): boolean {
  if (corrects === undefined) return true;
  return account.entries
    .filter(isScoring)
    .some((entry) => itemOf(entry) === item && idOf(entry) === corrects && entry.on === matterOn);
}

/** What an entry, or a part of a visit, moves the balance by. */
function movesOf(entry: Entry, lines: readonly Line[] | undefined): number {
  if (entry.pending) return 0;
  if (entry.what !== 'visit' || lines === undefined) return movedBy(entry);
  return 0 - lines.reduce((sum, { rewardId, quantity }) => sum + quantity * priceOf(entry, rewardId), 0);
}

/** What one of a reward took; lines that were returned are remembered at their price. */
function priceOf({ prices }: Visit, rewardId: string): number {
  return prices[rewardId] ?? 0;
}

function changeLines(visit: Visit, lines: readonly Line[], sign: 1 | -1): void {
  let left: PricedLine[] = visit.lines.map((line) => ({ ...line }));
  for (const { rewardId, quantity } of lines) {
    for (let i = 0; i < quantity; i += 1) {
      const at = left.findIndex((line) => line.rewardId === rewardId);
      const line = left[at];
      if (line === undefined) left.push({ rewardId, quantity: 1, price: priceOf(visit, rewardId) });
      else left[at] = { ...line, quantity: line.quantity + sign };
      left = left.filter((one) => one.quantity > 0);
    }
  }
  visit.lines = left;
}

/** Points that go meet the floor under corrections. */
function floored(no: Objections, { readings }: World, account: Account, entry: Entry, moves: number): void {
  const floor = readings['correction-floor'];
  if (floor === 'none') return;
  const assessed = isScoring(entry) || entry.what === 'correction' ? moves : 0;
  const points = floor === 'refuse-below-zero-score' ? assessed : moves;
  if (points >= 0) return;
  const figure =
    floor === 'refuse-below-zero-score'
      ? assessmentOf(account)
      : takeableOn(account, countsOn(entry), readings);
  no.when(figure + points < 0, 'below-zero');
}
