import type { DayNumber } from '../../values/calendar.js';
import { addTo, takeFrom } from '../../values/daily.js';
import { own } from '../../values/json.js';
import { add, lookUp, remove } from '../../values/persistent-map.js';
import type { MakeWritable } from '../../values/writable.js';
import { type CorrectionRecord, FIELDS, type Undone } from './account.js';
import { itemOf, type WritableAccount } from './entries.js';
import { lastLimited } from './limited-entries.js';

/** The room that a correction frees under the limits of the matter that it takes points from: never more than the matter holds. */
export function roomFreed(
  account: WritableAccount,
  item: string,
  of: string,
  matterOn: DayNumber,
  points: number,
): number {
  const held = own(account.items, item)?.limited ?? [];
  const at = lastLimited(held, of, matterOn);
  return at < 0 || points >= 0 ? 0 : Math.min(-points, held[at + 2] as number);
}

/** Adds points to the corrections of a day. */
export function addCorrected(
  account: WritableAccount,
  day: DayNumber,
  points: number,
  writable: MakeWritable,
): void {
  const days = points > 0 ? 'raisedOn' : 'loweredOn';
  account[days] = addTo(account[days], day, points, writable);
}

/** Books a correction: both figures move, and room may be freed. */
export function bookCorrection(
  account: WritableAccount,
  correctionId: string,
  correction: CorrectionRecord,
  writable: MakeWritable,
): void {
  const [, item, of, , countsOn, points, freed, matterOn] = correction;
  account.corrected += points;
  addCorrected(account, countsOn, points, writable);
  account.corrections = add(account.corrections, correctionId, correction, writable);
  if (freed !== 0) free(account, item, of, matterOn, freed, writable);
}

/** Takes a correction out, or returns `undefined` where it does not stand. */
export function unbookCorrection(
  account: WritableAccount,
  correctionId: string,
  writable: MakeWritable,
): Undone | undefined {
  const correction = lookUp<CorrectionRecord>(account.corrections, correctionId, FIELDS.correction);
  if (correction === undefined) return undefined;
  const [, item, of, , countsOn, points, freed, matterOn] = correction;
  account.corrected -= points;
  const days = points > 0 ? 'raisedOn' : 'loweredOn';
  account[days] = takeFrom(account[days], countsOn, points, writable);
  account.corrections = remove(account.corrections, correctionId, FIELDS.correction, () => true, writable);
  if (freed !== 0) free(account, item, of, matterOn, -freed, writable);
  return { kind: 'correction', correctionId, correction };
}

/** Frees room under an item's limits, or takes it back where `points` is below 0. */
function free(
  account: WritableAccount,
  id: string,
  of: string,
  matterOn: DayNumber,
  points: number,
  writable: MakeWritable,
): void {
  const item = itemOf(account, id, writable);
  const limited = writable(item.limited ?? []);
  item.limited = limited;
  const at = lastLimited(limited, of, matterOn);
  limited[at + 2] = (limited[at + 2] as number) - points;
  if (points > 0) {
    item.freed = addTo(item.freed ?? [], matterOn, points, writable);
    return;
  }
  const freed = takeFrom(item.freed ?? [], matterOn, -points, writable);
  if (freed.length > 0) item.freed = freed;
  else delete item.freed;
}
