import { type DayNumber, dayNumber } from '../../../values/calendar.js';
import { own } from '../../../values/json.js';
import { add, eachRecord, lookUp, type PersistentMap, remove } from '../../../values/persistent-map.js';
import { toHundredths } from '../../../values/points.js';
import type { MakeWritable, Writable } from '../../../values/writable.js';
import type { ActivityCredited, AffectedEntry, PostClaimed, Scored } from '../../events/event.js';
import {
  type ClaimRecord,
  type DetailRecord,
  type EntryRecord,
  FIELDS,
  type FoldedAccount,
  type ItemRecord,
  idOfKey,
  type LimitedEntries,
  type LooseClaim,
  type LooseMatter,
  matterKey,
  OPENING_KEY,
  type SumRecord,
  type WritableItem,
} from '../account.js';
import { claimContent, matterContent, memberIn } from '../content.js';
import { claimMeant, matterOf } from '../records.js';
import { placeOfLimited } from './limited-entries.js';
import { undoInSum } from './sums.js';
import { type Booking, bookIn, dropMember, memberOf, quantityOf, takeOut } from './tally.js';

/*
 * Booking matters and claims, and taking them out again. Each pair of functions is the inverse of the other: what was booked and taken
 * out leaves the account as it was.
 */

export type WritableAccount = Writable<FoldedAccount>;

/** The matter that an event credits. */
export function matterOfEvent({ data }: ActivityCredited): LooseMatter {
  const { bar, item, matterId, capacity, lowers, quantity = 0, unit, postId } = data;
  const key = matterKey(matterId, capacity);
  const matter: Writable<LooseMatter> = {
    kind: 'matter',
    item,
    key,
    id: matterId,
    entry: [dayNumber(data.on), data.points, matterContent(data)],
    isReportIn: data.entry === 'registration',
    isLimited: data.limits !== undefined,
  };
  if (quantity !== 0 || postId !== undefined) {
    matter.detail = [toHundredths(lowers ? -quantity : quantity), unit ?? '', postId ?? ''];
  }
  const sum = data.pending ? undefined : sumOf(data);
  if (sum !== undefined) matter.sum = sum;
  if (bar !== undefined) {
    const { ground, from, until } = bar;
    const of = { item, key };
    matter.bar = {
      barId: matterId,
      ground,
      on: data.on,
      from,
      ...(until === undefined ? {} : { until }),
      content: '',
      of,
    };
  }
  return matter;
}

/** What an entry scored by the sum of its window; `undefined` if its quantity was not added up. */
export function sumOf({
  addedUp,
  factor,
  scored,
}: Pick<Scored, 'addedUp' | 'factor' | 'scored'>): SumRecord | undefined {
  return addedUp === undefined ? undefined : [addedUp.window, factor?.scored ?? scored];
}

/** The claim that an event makes. */
export function claimOfEvent({ data }: PostClaimed): LooseClaim {
  return {
    kind: 'claim',
    postId: data.postId,
    entry: [dayNumber(data.on), data.points, claimContent(data), data.item],
    isLimited: data.limits !== undefined,
  };
}

/** Books a matter, and returns the record of its item. */
export function bookMatter(
  account: WritableAccount,
  matter: LooseMatter,
  writable: MakeWritable,
): WritableItem {
  const [day, points, content] = matter.entry;
  const quantity = quantityOf(matter.detail);
  const item = bookPoints(
    account,
    matter.item,
    { day, points, quantity, memberId: memberIn(content) },
    writable,
  );
  item.matters = add(item.matters, matter.key, matter.entry, writable);
  if (matter.detail !== undefined) {
    item.details = add(item.details ?? [], matter.key, matter.detail, writable);
  }
  if (matter.sum !== undefined) item.sums = add(item.sums ?? [], matter.key, matter.sum, writable);
  if (matter.isLimited) useRoom(item, matter.id, day, points, writable);
  if (matter.bar !== undefined) account.bars = [...account.bars, matter.bar];
  if (matter.isReportIn) {
    const reportIns = writable(account.reportIns);
    account.reportIns = reportIns;
    // A report-in is a matter named by its day.
    reportIns.push(matter.id);
  }
  return item;
}

/** Takes a matter out that stands. */
export function unbookMatter(
  account: WritableAccount,
  itemId: string,
  key: string,
  isReportIn: boolean,
  writable: MakeWritable,
): LooseMatter {
  const entry = matterOf(account, itemId, key) as EntryRecord;
  const [day, points, content] = entry;
  const id = idOfKey(key);
  const item = itemOf(account, itemId, writable);
  item.matters = remove(item.matters, key, FIELDS.entry, () => true, writable);
  const detail = lookUp(item.details ?? [], key, FIELDS.detail);
  if (detail !== undefined) unbookDetail(item, key, writable);
  const sum = lookUp(item.sums ?? [], key, FIELDS.sum);
  if (sum !== undefined) unbookSum(item, key, writable);
  const isLimited = giveRoomBack(item, id, day, points, writable);
  if (isReportIn) account.reportIns = account.reportIns.filter((on) => on !== id);
  const bar = account.bars.find(({ of }) => of?.item === itemId && of.key === key);
  if (bar !== undefined) account.bars = account.bars.filter((one) => one !== bar);
  const matter: LooseMatter = {
    kind: 'matter',
    item: itemId,
    key,
    id,
    entry,
    ...(detail === undefined ? {} : { detail }),
    ...(sum === undefined ? {} : { sum }),
    isReportIn,
    isLimited,
    ...(bar === undefined ? {} : { bar }),
  };
  undoInSum(item, matter, 1, writable);
  const quantity = quantityOf(detail);
  unbookPoints(account, itemId, { day, points, quantity, memberId: memberIn(content) }, writable);
  return matter;
}

/** Books a claim. */
export function bookClaim(account: WritableAccount, claim: LooseClaim, writable: MakeWritable): void {
  const [day, points, , itemId] = claim.entry;
  const item = bookPoints(account, itemId, { day, points }, writable);
  if (claim.isLimited) useRoom(item, claim.postId, day, points, writable);
  account.posts = add(account.posts, claim.postId, claim.entry, writable);
}

/** Takes the claim out that stands under a name and whose command said this. */
export function unbookClaim(
  account: WritableAccount,
  { id: postId, on }: Pick<AffectedEntry, 'id' | 'on'>,
  said: string,
  writable: MakeWritable,
): LooseClaim {
  const entry = claimMeant(account, { id: postId, on }, said) as ClaimRecord;
  const [day, points, content, itemId] = entry;
  const isMeant = (record: ClaimRecord): boolean => record[0] === day && record[2] === content;
  account.posts = remove<ClaimRecord>(account.posts, postId, FIELDS.claim, isMeant, writable);
  const item = itemOf(account, itemId, writable);
  const isLimited = giveRoomBack(item, postId, day, points, writable);
  unbookPoints(account, itemId, { day, points }, writable);
  return { kind: 'claim', postId, entry, isLimited };
}

/** The account's record of an item, writable; a new one if it had none. */
export function itemOf(account: WritableAccount, id: string, writable: MakeWritable): WritableItem {
  const items = writable(account.items);
  account.items = items;
  const held = own(items, id);
  const item = writable<ItemRecord>(held ?? { days: writable([]), matters: writable([]) });
  if (item !== held) items[id] = item;
  return item;
}

function bookPoints(
  account: WritableAccount,
  itemId: string,
  booking: Booking,
  writable: MakeWritable,
): WritableItem {
  account.earned += booking.points;
  const item = itemOf(account, itemId, writable);
  bookIn(item, booking, writable);
  if (booking.memberId !== undefined) bookIn(memberOf(item, booking.memberId, writable), booking, writable);
  return item;
}

/** Takes an entry's points from its item; an item without entries is no longer held. */
function unbookPoints(
  account: WritableAccount,
  itemId: string,
  booking: Booking,
  writable: MakeWritable,
): void {
  account.earned -= booking.points;
  const item = itemOf(account, itemId, writable);
  takeOut(item, booking, writable);
  if (booking.memberId !== undefined) {
    const member = memberOf(item, booking.memberId, writable);
    takeOut(member, booking, writable);
    if (member.days.length === 0) dropMember(item, member);
  }
  if (item.days.length > 0) return;
  const items = writable(account.items);
  account.items = items;
  delete items[itemId];
}

function unbookDetail(item: WritableItem, key: string, writable: MakeWritable): void {
  const held = item.details as PersistentMap<DetailRecord>;
  const details = remove(held, key, FIELDS.detail, () => true, writable);
  if (isEmpty(details, FIELDS.detail)) delete item.details;
  else item.details = details;
}

function unbookSum(item: WritableItem, key: string, writable: MakeWritable): void {
  const sums = remove(item.sums as PersistentMap<SumRecord>, key, FIELDS.sum, () => true, writable);
  if (isEmpty(sums, FIELDS.sum)) delete item.sums;
  else item.sums = sums;
}

function isEmpty<R extends DetailRecord | SumRecord>(map: PersistentMap<R>, fields: R['length']): boolean {
  let isNone = true;
  eachRecord<R>(map, fields, () => {
    isNone = false;
  });
  return isNone;
}

/** Notes an entry that uses room under the limits of its item. */
function useRoom(
  item: WritableItem,
  id: string,
  day: DayNumber,
  points: number,
  writable: MakeWritable,
): void {
  if (points === 0) return;
  const limited = writable(item.limited ?? []);
  item.limited = limited;
  limited.push(id, day, points, 0);
}

/** Whether a room is the opening's, which limits know by its day, as they know report-ins; it was there before any other. */
function isRoomOfOpening({ matters }: WritableItem, at: number): boolean {
  const opening = lookUp(matters, OPENING_KEY, FIELDS.entry);
  return at === 0 && opening !== undefined && opening[1] !== 0;
}

/** Gives the room that an entry used back, and says whether it used any. */
function giveRoomBack(
  item: WritableItem,
  id: string,
  day: DayNumber,
  points: number,
  writable: MakeWritable,
): boolean {
  const at = placeOfLimited(item.limited ?? [], id, day, points);
  if (at < 0 || isRoomOfOpening(item, at)) return false;
  const limited = writable(item.limited as LimitedEntries);
  limited.splice(at, FIELDS.limited);
  if (limited.length > 0) item.limited = limited;
  else delete item.limited;
  return true;
}
