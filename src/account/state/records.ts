import { type CalendarDate, dayFromNumber, dayNumber } from '../../values/calendar.js';
import { own } from '../../values/json.js';
import { lookUp, recordsOf } from '../../values/persistent-map.js';
import {
  type CorrectionRecord,
  type EntryRecord,
  FIELDS,
  type FoldedAccount,
  matterKey,
  OPENING_KEY,
  type RedemptionRecord,
} from './account.js';

/*
 * What decisions look up in an account. The compact form of its records is known here and in the fold, and nowhere else.
 */

/** The day of a matter or claim. */
export function dayOf(entry: EntryRecord): CalendarDate {
  return dayFromNumber(entry[0]);
}

/** The points that a matter or claim scored. */
export function pointsOf(entry: EntryRecord): number {
  return entry[1];
}

/** Whether a matter or claim bears this day and has this content: the same command sent again. */
export function isSameEntry(entry: EntryRecord, on: CalendarDate, content: number): boolean {
  return entry[2] === content && entry[0] === dayNumber(on);
}

/** Whether a correction has this content, and corrects under this item where the command names one. */
export function isSameCorrection(
  correction: CorrectionRecord,
  content: number,
  item: string | undefined,
): boolean {
  return correction[0] === content && (item === undefined || item === correction[1]);
}

/** The claims of a post, in the order in which they were entered. */
export function claimsOf(account: FoldedAccount, postId: string): readonly EntryRecord[] {
  return recordsOf(account.posts, postId, FIELDS.entry);
}

/** The matter that stands under an item by this key (see `matterKey`), or `undefined`. */
export function matterOf(account: FoldedAccount, item: string, key: string): EntryRecord | undefined {
  return lookUp(own(account.items, item)?.matters ?? [], key, FIELDS.entry);
}

/** The correction of this id, or `undefined`. */
export function correctionOf(account: FoldedAccount, correctionId: string): CorrectionRecord | undefined {
  return lookUp(account.corrections, correctionId, FIELDS.correction);
}

/** The redemption of this id, or `undefined`. */
export function redemptionOf(account: FoldedAccount, redemptionId: string): RedemptionRecord | undefined {
  return account.redemptions.find((visit) => visit.redemptionId === redemptionId);
}

/** What stands under an item by a name that a person would use: a matter in any capacity, a report-in or the opening by its day. */
export function namedMatterOf(account: FoldedAccount, item: string, id: string): EntryRecord | undefined {
  const keys = [matterKey(id), matterKey(id, 'attendance'), matterKey(id, 'service')];
  // Only the item that the opening is booked under has anything by that key.
  if (id === account.openedOn) keys.push(OPENING_KEY);
  for (const key of keys) {
    const matter = matterOf(account, item, key);
    if (matter !== undefined) return matter;
  }
  return undefined;
}
