import type { DayNumber } from '../../../values/calendar.js';
import { addEntries, addTo, type Daily, takeFrom } from '../../../values/daily.js';
import { own } from '../../../values/json.js';
import type { MakeWritable, Writable } from '../../../values/writable.js';
import type { DetailRecord, ItemRecord, MemberTally, Tally } from '../account.js';

/** A quantity in hundredths of its unit. */
export type Hundredths = { readonly hundredths: number; readonly unit: string };

/** What an entry adds to the tally of its item and, if it names a member, to that of the member. */
export type Booking = {
  readonly day: DayNumber;
  readonly points: number;
  readonly quantity?: Hundredths | undefined;
  readonly memberId?: string | undefined;
};

/** The quantity of a matter, if it states one. */
export function quantityOf(detail: DetailRecord | undefined): Hundredths | undefined {
  if (detail === undefined || detail[0] === 0) return undefined;
  return { hundredths: detail[0], unit: detail[1] };
}

/** Adds an entry to a tally, or several of one day together. */
export function bookIn(
  tally: Writable<Tally>,
  { day, points, quantity }: Booking,
  writable: MakeWritable,
  entries = 1,
): void {
  tally.days = addEntries(tally.days, day, points, entries, writable);
  if (quantity !== undefined) addQuantity(tally, day, quantity, writable);
}

/** Adds a quantity of a day to a tally. */
export function addQuantity(
  tally: Writable<Tally>,
  day: DayNumber,
  { hundredths, unit }: Hundredths,
  writable: MakeWritable,
): void {
  const units = writable(tally.quantities ?? {});
  tally.quantities = units;
  units[unit] = addTo(own(units, unit) ?? [], day, hundredths, writable);
}

/** Takes an entry out of a tally that has it. */
export function takeOut(
  tally: Writable<Tally>,
  { day, points, quantity }: Booking,
  writable: MakeWritable,
): void {
  tally.days = takeFrom(tally.days, day, points, writable);
  if (quantity === undefined) return;
  const units = writable(tally.quantities as { readonly [unit: string]: Daily });
  tally.quantities = units;
  const days = takeFrom(units[quantity.unit] as Daily, day, quantity.hundredths, writable);
  if (days.length > 0) units[quantity.unit] = days;
  else delete units[quantity.unit];
  if (Object.keys(units).length === 0) delete tally.quantities;
}

/** Adds to the points that corrections freed on a day, or takes from them. */
export function freeIn(
  tally: Writable<Tally>,
  day: DayNumber,
  points: number,
  change: typeof addTo,
  writable: MakeWritable,
): void {
  const freed = change(tally.freed ?? [], day, points, writable);
  if (freed.length > 0) tally.freed = freed;
  else delete tally.freed;
}

/** A member's tally of an item, writable; a new one if the member had none. */
export function memberOf(
  item: Writable<ItemRecord>,
  memberId: string,
  writable: MakeWritable,
): Writable<MemberTally> {
  const members = writable(item.members ?? []);
  item.members = members;
  const after = members.findIndex((one) => one.memberId >= memberId);
  const at = after < 0 ? members.length : after;
  const isHeld = members[at]?.memberId === memberId;
  const member = writable<MemberTally>(
    isHeld ? (members[at] as MemberTally) : { memberId, days: writable([]) },
  );
  members.splice(at, isHeld ? 1 : 0, member);
  return member;
}

/** Takes away the tally of a member who has no entries left. */
export function dropMember(item: Writable<ItemRecord>, member: MemberTally): void {
  const members = item.members as MemberTally[];
  members.splice(members.indexOf(member), 1);
  if (members.length === 0) delete item.members;
}

/** A member's tally of an item, if the member has one. */
export function tallyOfMember({ members = [] }: ItemRecord, memberId: string): Tally | undefined {
  return members.find((one) => one.memberId === memberId);
}
