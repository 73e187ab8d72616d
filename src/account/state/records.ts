import { type CalendarDate, type DayNumber, dayFromNumber, dayNumber } from '../../values/calendar.js';
import { own } from '../../values/json.js';
import { eachRecord, firstKeyOf, lookUp, recordsOf } from '../../values/persistent-map.js';
import type { AffectedEntry } from '../events/event.js';
import {
  type BarRecord,
  type ClaimRecord,
  type CorrectionRecord,
  type DetailRecord,
  type EntryRecord,
  FIELDS,
  type FoldedAccount,
  type ItemRecord,
  type LooseMatter,
  matterKey,
  OPENING_KEY,
  type PendingRecord,
  type RedemptionRecord,
  type ReleaseRecord,
  type TransferRecord,
  type Undone,
} from './account.js';
import { memberIn } from './content.js';

/*
 * What decisions look up in an account. The compact form of its records is known here and in the fold, and nowhere else.
 */

/** The day of a matter or claim. */
export function dayOf(entry: EntryRecord | ClaimRecord): CalendarDate {
  return dayFromNumber(entry[0]);
}

/** The points that a matter or claim scored. */
export function pointsOf(entry: EntryRecord | ClaimRecord): number {
  return entry[1];
}

/** The member of a household whom a matter names, or `undefined`. */
export function memberNamedBy(matter: EntryRecord): string | undefined {
  return memberIn(matter[2]);
}

/** The item that a claim is booked under. */
export function itemOfClaim(claim: ClaimRecord): string {
  return claim[3];
}

/** The post that was served in, of a matter apart from the account; `undefined` if it was no service. */
export function postServedIn({ detail }: LooseMatter): string | undefined {
  return detail?.[2] || undefined;
}

/** The day of a correction. */
export function dayOfCorrection(correction: CorrectionRecord): CalendarDate {
  return dayFromNumber(correction[3]);
}

/** The day on which the points of a correction count. */
export function countsOnOf(correction: CorrectionRecord): CalendarDate {
  return dayFromNumber(correction[4]);
}

/** The points of a correction, below 0 if it takes some. */
export function pointsOfCorrection(correction: CorrectionRecord): number {
  return correction[5];
}

/** The matter that a correction corrects, with its item and its day; `undefined` if it corrects none. */
export function matterCorrectedBy(
  correction: CorrectionRecord,
): { readonly id: string; readonly item: string; readonly on: CalendarDate } | undefined {
  const [, item, id, , , , , on] = correction;
  return item === '' ? undefined : { id, item, on: dayFromNumber(on) };
}

/** Whether a matter or claim bears this day and has this content: the same command sent again. */
export function isSameEntry(entry: EntryRecord | ClaimRecord, on: CalendarDate, content: string): boolean {
  return entry[2] === content && entry[0] === dayNumber(on);
}

/** Whether a correction has this content, and corrects under this item where the command names one. */
export function isSameCorrection(
  correction: CorrectionRecord,
  content: string,
  item: string | undefined,
): boolean {
  return correction[0] === content && (item === undefined || item === correction[1]);
}

/** The claims of a post, in the order in which they were entered. */
export function claimsOf(account: FoldedAccount, postId: string): readonly ClaimRecord[] {
  return recordsOf(account.posts, postId, FIELDS.claim);
}

/** Whether a claim was made on this account, and not handed on to it by another. */
export function isOwnClaim(claim: ClaimRecord): boolean {
  return claim[3] !== '';
}

/** The claims of a post that were made on this account on a day. */
export function ownClaimsOn(account: FoldedAccount, postId: string, day: DayNumber): readonly ClaimRecord[] {
  return claimsOf(account, postId).filter((claim) => isOwnClaim(claim) && claim[0] === day);
}

/** The claim of a name whose command said this, where it stands. */
export function claimMeant(
  account: FoldedAccount,
  { id, on }: Pick<AffectedEntry, 'id' | 'on'>,
  said: string,
): ClaimRecord | undefined {
  return ownClaimsOn(account, id, dayNumber(on)).find((claim) => claim[2] === said);
}

/** Whether a post that was claimed had been given up by a day: since the claim, and not after the day. */
export function isReleased(
  account: FoldedAccount,
  postId: string,
  claim: ClaimRecord,
  on: CalendarDate,
): boolean {
  const day = dayNumber(on);
  return releasesOf(account, postId).some(([released]) => released >= claim[0] && released <= day);
}

/** Whether a post was given up on a day. */
export function isReleasedOn(account: FoldedAccount, postId: string, on: CalendarDate): boolean {
  const day = dayNumber(on);
  return releasesOf(account, postId).some(([released]) => released === day);
}

/** The days on which a post was given up. */
export function releaseDaysOf(account: FoldedAccount, postId: string): CalendarDate[] {
  return releasesOf(account, postId).map(([released]) => dayFromNumber(released));
}

function releasesOf(account: FoldedAccount, postId: string): readonly ReleaseRecord[] {
  return recordsOf(account.releases, postId, FIELDS.release);
}

/** The posts that are held on a day, with the days of their claims. */
export function heldPosts(
  account: FoldedAccount,
  on: CalendarDate,
): { readonly postId: string; readonly on: CalendarDate }[] {
  const held: { postId: string; on: CalendarDate }[] = [];
  eachRecord<ClaimRecord>(account.posts, FIELDS.claim, (postId, claim) => {
    if (!isReleased(account, postId, claim, on)) held.push({ postId, on: dayOf(claim) });
  });
  return held.sort((a, b) => (a.postId < b.postId || (a.postId === b.postId && a.on < b.on) ? -1 : 1));
}

/** The matter that stands under an item by this key (see `matterKey`), or `undefined`. */
export function matterOf(account: FoldedAccount, item: string, key: string): EntryRecord | undefined {
  return lookUp(own(account.items, item)?.matters ?? [], key, FIELDS.entry);
}

/** The matter that stands, or waits to be verified, under an item by this key, or `undefined`. */
export function enteredMatterOf(account: FoldedAccount, item: string, key: string): EntryRecord | undefined {
  return matterOf(account, item, key) ?? pendingMatterOf(account, item, key)?.entry;
}

/** The days on which somebody served in a post, each with the matter that it was credited as. */
export function servicesIn(
  account: FoldedAccount,
  postId: string,
): { readonly item: string; readonly key: string; readonly on: CalendarDate }[] {
  return Object.entries(account.items).flatMap(([item, record]) => {
    const services: { item: string; key: string; on: CalendarDate }[] = [];
    eachRecord<DetailRecord>(record.details ?? [], FIELDS.detail, (key, [, , post]) => {
      const entry = post === postId ? matterOf(account, item, key) : undefined;
      if (entry !== undefined) services.push({ item, key, on: dayOf(entry) });
    });
    return services;
  });
}

/** The correction of this id, or `undefined`. */
export function correctionOf(account: FoldedAccount, correctionId: string): CorrectionRecord | undefined {
  return lookUp(account.corrections, correctionId, FIELDS.correction);
}

/** The ids of the corrections that correct a matter. */
export function correctionsOf(account: FoldedAccount, item: string, id: string, on: CalendarDate): string[] {
  const day = dayNumber(on);
  const ids: string[] = [];
  eachRecord<CorrectionRecord>(account.corrections, FIELDS.correction, (correctionId, record) => {
    if (record[1] === item && record[2] === id && record[7] === day) ids.push(correctionId);
  });
  return ids.sort();
}

/** The points by which the corrections of a matter changed it. */
export function correctedBy(account: FoldedAccount, item: string, id: string, on: CalendarDate): number {
  const day = dayNumber(on);
  let points = 0;
  eachRecord<CorrectionRecord>(account.corrections, FIELDS.correction, (_key, record) => {
    if (record[1] === item && record[2] === id && record[7] === day) points += pointsOfCorrection(record);
  });
  return points;
}

/** The bar of this id that was entered as one, and not set by an entry of an item; of two that were handed on, the first. */
export function barOf({ bars }: Pick<FoldedAccount, 'bars'>, barId: string): BarRecord | undefined {
  return bars.find((bar) => bar.barId === barId && bar.of === undefined);
}

/** The points sent or received under this id, or `undefined`. */
export function transferOf(account: FoldedAccount, transferId: string): TransferRecord | undefined {
  return account.transfers.find((one) => one.transferId === transferId);
}

/** The redemption of this id, or `undefined`. */
export function redemptionOf(account: FoldedAccount, redemptionId: string): RedemptionRecord | undefined {
  return account.redemptions.find((visit) => visit.redemptionId === redemptionId);
}

/** In which capacity a matter was entered; none where the item does not tell them apart. */
export type Capacity = 'service' | 'attendance' | undefined;

const CAPACITIES: readonly Capacity[] = [undefined, 'attendance', 'service'];

/** What stands, or waits to be verified, under an item by a matter's id, in whichever capacity; `undefined` if nothing does. */
export function enteredUnder(
  account: FoldedAccount,
  item: string,
  matterId: string,
): EntryRecord | undefined {
  const matters = own(account.items, item)?.matters ?? [];
  // Keys with a capacity come before all others, so that the first tells whether there are any.
  const isPlain = account.pending.length === 0 && !firstKeyOf(matters)?.startsWith(' ');
  if (isPlain) return lookUp(matters, matterId, FIELDS.entry);
  for (const capacity of CAPACITIES) {
    const entry = enteredMatterOf(account, item, matterKey(matterId, capacity));
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** What stands under an item by a name that a person would use, in every capacity in which it does. */
export function mattersNamed(
  account: FoldedAccount,
  item: string,
  id: string,
): { readonly capacity: Capacity; readonly entry: EntryRecord }[] {
  return CAPACITIES.flatMap((capacity) => {
    const entry = matterOf(account, item, matterKey(id, capacity));
    return entry === undefined ? [] : [{ capacity, entry }];
  });
}

/** What stands under an item by a name that a person would use: a matter in any capacity, a report-in or the opening by its day. */
export function namedMatterOf(account: FoldedAccount, item: string, id: string): EntryRecord | undefined {
  const [named] = mattersNamed(account, item, id);
  // Only the item that the opening is booked under has anything by that key.
  return named?.entry ?? (id === account.openedOn ? matterOf(account, item, OPENING_KEY) : undefined);
}

/** The member whom the entry of an item on a day names, in whichever capacity. */
export function memberOfEntry({ matters }: ItemRecord, id: string, day: DayNumber): string | undefined {
  for (const capacity of CAPACITIES) {
    const entry = lookUp<EntryRecord>(matters, matterKey(id, capacity), FIELDS.entry);
    if (entry !== undefined && entry[0] === day) return memberIn(entry[2]);
  }
  return undefined;
}

/** What reversals took out and nothing put back. */
export function undoneIn(account: FoldedAccount): readonly Undone[] {
  // Hardly any account has one, and every command asks.
  return account.reversed.length === 0
    ? NOTHING
    : account.reversed.flatMap(({ undone }) => {
        if (undone === undefined) return [];
        return [undone.kind === 'pending' ? undone.pending : undone];
      });
}

const NOTHING: readonly Undone[] = [];

/** The entry under a key that waits to be verified, or `undefined`. */
export function pendingMatterOf(account: FoldedAccount, item: string, key: string): LooseMatter | undefined {
  for (const one of account.pending) {
    if (one.kind === 'matter' && one.item === item && one.key === key) return one;
  }
  return undefined;
}

/**
 * What the commands said whose entries stand or wait under a name. The first is the one that is meant: several claims of a post can stand
 * on a day, of which that is the latest, and before all that wait.
 */
export function saidUnder(account: FoldedAccount, entry: AffectedEntry): readonly string[] {
  const waiting = account.pending.filter((one) => isPendingUnder(one, entry)).map((one) => one.entry[2]);
  return [...saidByStanding(account, entry), ...waiting];
}

function saidByStanding(
  account: FoldedAccount,
  { kind, id, item = '', capacity, on }: AffectedEntry,
): readonly string[] {
  switch (kind) {
    case 'matter':
    case 'report-in': {
      const entry = matterOf(account, item, matterKey(id, capacity));
      return entry === undefined || dayOf(entry) !== on ? [] : [entry[2]];
    }
    case 'claim':
      return ownClaimsOn(account, id, dayNumber(on))
        .map((claim) => claim[2])
        .reverse();
    case 'redemption': {
      const visit = redemptionOf(account, id);
      return visit === undefined || visit.on !== on ? [] : [saidOfVisit(visit)];
    }
    case 'correction': {
      const correction = correctionOf(account, id);
      return correction === undefined ? [] : [`${correction[0]}\n${correction[1]}`];
    }
    case 'bar': {
      const bar = barOf(account, id);
      return bar === undefined ? [] : [bar.content];
    }
    case 'transfer': {
      const transfer = transferOf(account, id);
      return transfer === undefined ? [] : [`${transfer.points} ${transfer.other}`];
    }
  }
}

/** What the command of a visit said, lines and all. */
function saidOfVisit({ content, lines }: RedemptionRecord): string {
  return [content, ...lines.map(({ quantity, rewardId }) => `${quantity} ${rewardId}`)].join('\n');
}

/** The entry of that name and day that waits to be verified, and whose command said this; `undefined` if none does. */
export function pendingEntryOf(
  account: FoldedAccount,
  entry: AffectedEntry,
  said: string,
): PendingRecord | undefined {
  return account.pending.find((one) => isPendingUnder(one, entry) && one.entry[2] === said);
}

/** Whether an entry that waits is the one that a verification names. */
export function isPendingUnder(
  pending: PendingRecord,
  {
    kind,
    id,
    item,
    capacity,
    on,
  }: {
    readonly kind: string;
    readonly id: string;
    readonly item?: string | undefined;
    readonly capacity?: Capacity;
    readonly on?: CalendarDate | undefined;
  },
): boolean {
  if (on !== undefined && dayOf(pending.entry) !== on) return false;
  if (pending.kind === 'claim') return kind === 'claim' && pending.postId === id;
  if (kind === 'claim' || pending.isReportIn !== (kind === 'report-in')) return false;
  if (item !== undefined && pending.item !== item) return false;
  return capacity === undefined ? pending.id === id : pending.key === matterKey(id, capacity);
}
