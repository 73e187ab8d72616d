import { type CalendarDate, dayFromNumber, dayNumber } from '../../values/calendar.js';
import { own } from '../../values/json.js';
import { lookUp, recordsOf } from '../../values/keyed.js';
import {
  type CorrectionRecord,
  FIELDS,
  type MatterRecord,
  matterKey,
  OPENING_KEY,
  type OpenedAccount,
  type RedemptionRecord,
} from './account.js';

/*
 * What decisions look up in an account. The compact form of its records is known here and in the fold, and nowhere else.
 */

/** The day of a matter or claim. */
export function dayOf(entry: MatterRecord): CalendarDate {
  return dayFromNumber(entry[0]);
}

/** The points that a matter or claim scored. */
export function pointsOf(entry: MatterRecord): number {
  return entry[1];
}

/** Whether a matter or claim bears this day and has this content: the same command sent again. */
export function isSameEntry(entry: MatterRecord, on: CalendarDate, content: number): boolean {
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
export function claimsOf(account: OpenedAccount, postId: string): readonly MatterRecord[] {
  return recordsOf(account.posts, postId, FIELDS.matter);
}

/** The matter that stands under an item by this key (see `matterKey`), or `undefined`. */
export function matterOf(account: OpenedAccount, item: string, key: string): MatterRecord | undefined {
  return lookUp(own(account.items, item)?.matters ?? [], key, FIELDS.matter);
}

/** The correction of this id, or `undefined`. */
export function correctionOf(account: OpenedAccount, correctionId: string): CorrectionRecord | undefined {
  return lookUp(account.corrections, correctionId, FIELDS.correction);
}

/** The redemption of this id, or `undefined`. */
export function redemptionOf(account: OpenedAccount, redemptionId: string): RedemptionRecord | undefined {
  return account.redemptions.find((visit) => visit.redemptionId === redemptionId);
}

/** What stands under an item by a name that a person would use: a matter in any capacity, a report-in or the opening by its day. */
export function namedMatterOf(account: OpenedAccount, item: string, id: string): MatterRecord | undefined {
  const keys = [matterKey(id), matterKey(id, 'attendance'), matterKey(id, 'service')];
  // Only the item that the opening is booked under has anything by that key.
  if (id === account.openedOn) keys.push(OPENING_KEY);
  for (const key of keys) {
    const matter = matterOf(account, item, key);
    if (matter !== undefined) return matter;
  }
  return undefined;
}
