import { dayFromNumber, dayNumber } from '../../../values/calendar.js';
import { addTo, adjust, takeFrom } from '../../../values/daily.js';
import { eachRecord } from '../../../values/persistent-map.js';
import type { MakeWritable } from '../../../values/writable.js';
import type { RedemptionLine } from '../../commands/command.js';
import type { AffectedEntry, EntryReversed } from '../../events/event.js';
import {
  type BarRecord,
  type ClaimRecord,
  type CorrectionRecord,
  type EntryRecord,
  FIELDS,
  matterKey,
  type RedemptionRecord,
  type ReversalRecord,
  type ReversedRecord,
  type TransferRecord,
  type Undone,
} from '../account.js';
import { reversalContent } from '../content.js';
import { HistoryError } from '../history-error.js';
import { barOf, pendingEntryOf, redemptionOf, saidUnder, transferOf } from '../records.js';
import { bookCorrection, unbookCorrection } from './corrections.js';
import { bookClaim, bookMatter, unbookClaim, unbookMatter, type WritableAccount } from './entries.js';
import { undoInSum } from './sums.js';

/*
 * Undoing entries. What a reversal takes out of the account is kept beside it, so that another reversal can put it back; the account
 * itself is then as if the entry had never been.
 */

/** Takes out the entry that an event reverses, or puts it back where the event reverses a reversal. */
export function reversed(account: WritableAccount, { data }: EntryReversed, writable: MakeWritable): void {
  const { reversalId, on, reverses, entry } = data;
  const reversal = { reversalId, on, content: reversalContent(data) };
  if (reverses.kind !== 'reversal') {
    const [said] = saidUnder(account, entry);
    if (said === undefined) throw standsNot(entry);
    // The event is its owner's, and may be changed afterwards.
    const lines = data.lines?.map((line) => ({ ...line }));
    const about = { of: { ...entry }, ...(lines === undefined ? {} : { lines }), said };
    const undone = takenOut(account, about, writable);
    account.reversed = [...account.reversed, { ...about, chain: [reversal], undone }];
    return;
  }
  const held = standingReversal(account, reverses.id);
  if (held === undefined) throw new HistoryError(`reversal '${reverses.id}' is reversed and does not stand`);
  const { undone, ...rest } = held;
  const chain = [...held.chain, reversal];
  // Lines come back to their own visit.
  if (undone === undefined || undone.kind === 'lines') requireStanding(account, held);
  if (undone !== undefined) putBack(account, undone, writable);
  const now =
    undone === undefined ? { ...rest, chain, undone: takenOut(account, held, writable) } : { ...rest, chain };
  account.reversed = account.reversed.map((one) => (one === held ? now : one));
}

/** The reversed entry of which a reversal of this id stands: that reversal, or one that does the same, came last. */
export function standingReversal(
  { reversed: records }: { readonly reversed: readonly ReversedRecord[] },
  reversalId: string,
): ReversedRecord | undefined {
  return records.find(({ chain }) =>
    chain.some((one, at) => one.reversalId === reversalId && isInForce(chain.length, at)),
  );
}

/** Whether the reversal at a place of its chain is in force: of those after it, each second one restores it. */
function isInForce(length: number, at: number): boolean {
  return (length - 1 - at) % 2 === 0;
}

/** The reversals on record under an id, and whether they are in force. */
export function reversalsOf(
  { reversed: records }: { readonly reversed: readonly ReversedRecord[] },
  reversalId: string,
): readonly { readonly reversal: ReversalRecord; readonly isInForce: boolean }[] {
  return records.flatMap(({ chain }) =>
    chain.flatMap((reversal, at) =>
      reversal.reversalId === reversalId ? [{ reversal, isInForce: isInForce(chain.length, at) }] : [],
    ),
  );
}

/** An entry that stands and is to go out, or lines of it. */
type Meant = Pick<ReversedRecord, 'of' | 'lines' | 'said'>;

function takenOut(account: WritableAccount, meant: Meant, writable: MakeWritable): Undone {
  const undone = unbooked(account, meant, writable);
  if (meant.of.on === account.latestOn) account.latestOn = latestDayOf(account);
  return undone;
}

function requireStanding(account: WritableAccount, { of, said }: Meant): void {
  if (!saidUnder(account, of).includes(said)) throw standsNot(of);
}

function standsNot({ kind, id }: AffectedEntry): HistoryError {
  return new HistoryError(`${kind} '${id}' is reversed and does not stand`);
}

/** Takes out what stands or waits. */
function unbooked(
  account: WritableAccount,
  { of: entry, lines, said }: Meant,
  writable: MakeWritable,
): Undone {
  const { kind, id, item = '', capacity } = entry;
  const pending = pendingEntryOf(account, entry, said);
  if (pending !== undefined) {
    account.pending = account.pending.filter((one) => one !== pending);
    return { kind: 'pending', pending };
  }
  switch (kind) {
    case 'matter':
      return unbookMatter(account, item, matterKey(id, capacity), false, writable);
    case 'report-in':
      return unbookMatter(account, item, matterKey(id), true, writable);
    case 'claim':
      return unbookClaim(account, entry, said, writable);
    case 'redemption':
      return lines === undefined
        ? unbookRedemption(account, id, writable)
        : returnLines(account, id, lines, writable);
    case 'correction':
      return unbookCorrection(account, id, writable);
    case 'bar': {
      const bar = barOf(account, id) as BarRecord;
      account.bars = account.bars.filter((one) => one !== bar);
      return { kind, bar };
    }
    case 'transfer': {
      const transfer = transferOf(account, id) as TransferRecord;
      account.transferred -= transfer.points;
      const days = transfer.points > 0 ? 'receivedOn' : 'sentOn';
      account[days] = takeFrom(account[days], dayNumber(transfer.on), transfer.points, writable);
      account.transfers = account.transfers.filter((one) => one !== transfer);
      return { kind, transfer };
    }
  }
}

function putBack(account: WritableAccount, undone: Undone, writable: MakeWritable): void {
  const on = bookAgain(account, undone, writable);
  if (on > account.latestOn) account.latestOn = on;
}

/** Books what was taken out, and returns its day. */
function bookAgain(account: WritableAccount, undone: Undone, writable: MakeWritable): string {
  switch (undone.kind) {
    case 'matter':
      undoInSum(bookMatter(account, undone, writable), undone, -1, writable);
      return dayFromNumber(undone.entry[0]);
    case 'claim':
      bookClaim(account, undone, writable);
      return dayFromNumber(undone.entry[0]);
    case 'pending':
      account.pending = [...account.pending, undone.pending];
      return dayFromNumber(undone.pending.entry[0]);
    case 'redemption':
      bookRedemption(account, undone.redemption, writable);
      return undone.redemption.on;
    case 'lines':
      return changeReturned(account, undone.redemptionId, undone.lines, -1, writable);
    case 'correction':
      bookCorrection(account, undone.correctionId, undone.correction, writable);
      return dayFromNumber(undone.correction[3]);
    case 'bar':
      account.bars = [...account.bars, undone.bar];
      return undone.bar.on;
    case 'transfer':
      bookTransfer(account, undone.transfer, writable);
      return undone.transfer.on;
  }
}

/** Books a visit: its points leave the balance. */
export function bookRedemption(
  account: WritableAccount,
  redemption: RedemptionRecord,
  writable: MakeWritable,
): void {
  const { on, deducted } = redemption;
  account.redeemed += deducted;
  account.redeemedOn = addTo(account.redeemedOn, dayNumber(on), deducted, writable);
  const redemptions = writable(account.redemptions);
  account.redemptions = redemptions;
  redemptions.push(redemption);
}

/** Books points received, or sent where they are below 0. */
export function bookTransfer(
  account: WritableAccount,
  transfer: TransferRecord,
  writable: MakeWritable,
): void {
  account.transferred += transfer.points;
  const days = transfer.points > 0 ? 'receivedOn' : 'sentOn';
  account[days] = addTo(account[days], dayNumber(transfer.on), transfer.points, writable);
  account.transfers = [...account.transfers, transfer];
}

function unbookRedemption(account: WritableAccount, id: string, writable: MakeWritable): Undone {
  const redemption = redemptionOf(account, id) as RedemptionRecord;
  account.redeemed -= redemption.deducted;
  account.redeemedOn = takeFrom(account.redeemedOn, dayNumber(redemption.on), redemption.deducted, writable);
  account.redemptions = account.redemptions.filter((visit) => visit !== redemption);
  return { kind: 'redemption', redemption };
}

/** What some lines of a visit cost when they were redeemed. */
export function priceOf({ lines, redemptionId }: RedemptionRecord, of: readonly RedemptionLine[]): number {
  return of.reduce((sum, { rewardId, quantity }) => {
    const line = lines.find((one) => one.rewardId === rewardId);
    if (line === undefined)
      throw new HistoryError(`redemption '${redemptionId}' has no line of '${rewardId}'`);
    return sum + line.price * quantity;
  }, 0);
}

function returnLines(
  account: WritableAccount,
  redemptionId: string,
  lines: readonly RedemptionLine[],
  writable: MakeWritable,
): Undone {
  const points = priceOf(redemptionOf(account, redemptionId) as RedemptionRecord, lines);
  changeReturned(account, redemptionId, lines, 1, writable);
  return { kind: 'lines', redemptionId, lines, points };
}

/** Adds lines to what came back of a visit, or takes them from it, and returns its day. */
function changeReturned(
  account: WritableAccount,
  redemptionId: string,
  lines: readonly RedemptionLine[],
  sign: 1 | -1,
  writable: MakeWritable,
): string {
  const at = account.redemptions.findIndex((visit) => visit.redemptionId === redemptionId);
  const visit = account.redemptions[at] as RedemptionRecord;
  const points = sign * priceOf(visit, lines);
  const returned = new Map<string, number>();
  for (const { rewardId, quantity } of visit.returned ?? []) returned.set(rewardId, quantity);
  for (const { rewardId, quantity } of lines) {
    returned.set(rewardId, (returned.get(rewardId) ?? 0) + sign * quantity);
  }
  const left = [...returned]
    .filter(([, quantity]) => quantity !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rewardId, quantity]) => ({ rewardId, quantity }));
  const { returned: _before, ...rest } = visit;
  account.redeemed -= points;
  account.redeemedOn = adjust(account.redeemedOn, dayNumber(visit.on), -points, writable);
  const redemptions = writable(account.redemptions);
  account.redemptions = redemptions;
  redemptions[at] = {
    ...rest,
    deducted: visit.deducted - points,
    ...(left.length === 0 ? {} : { returned: left }),
  };
  return visit.on;
}

/** The latest day that an entry of the account bears. */
function latestDayOf(account: WritableAccount): string {
  let latest = dayNumber(account.openedOn);
  const see = (day: number): void => {
    if (day > latest) latest = day;
  };
  for (const { matters } of Object.values(account.items)) {
    eachRecord<EntryRecord>(matters, FIELDS.entry, (_key, [day]) => see(day));
  }
  eachRecord<ClaimRecord>(account.posts, FIELDS.claim, (_key, [day]) => see(day));
  eachRecord<readonly [number]>(account.releases, FIELDS.release, (_key, [day]) => see(day));
  eachRecord<CorrectionRecord>(account.corrections, FIELDS.correction, (_key, record) => see(record[3]));
  for (const { entry } of account.pending) see(entry[0]);
  for (const { on } of [...account.redemptions, ...account.bars, ...account.transfers]) see(dayNumber(on));
  return dayFromNumber(latest);
}
