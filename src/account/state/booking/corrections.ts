import type { DayNumber } from '../../../values/calendar.js';
import { addTo, takeFrom } from '../../../values/daily.js';
import { own } from '../../../values/json.js';
import { add, remove } from '../../../values/persistent-map.js';
import type { MakeWritable } from '../../../values/writable.js';
import { type CorrectionRecord, FIELDS, type LimitedEntries, type Undone } from '../account.js';
import { correctionOf, memberOfEntry } from '../records.js';
import { itemOf, type WritableAccount } from './entries.js';
import { freedOf, lastLimited } from './limited-entries.js';
import { freeIn, memberOf } from './tally.js';

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
  const [, item, of, , countsOn, points, frees, matterOn] = correction;
  account.corrected += points;
  addCorrected(account, countsOn, points, writable);
  account.corrections = add(account.corrections, correctionId, correction, writable);
  if (frees !== 0) free(account, item, of, matterOn, frees, writable);
}

/** Takes a correction out, or returns `undefined` where it does not stand. */
export function unbookCorrection(
  account: WritableAccount,
  correctionId: string,
  writable: MakeWritable,
): Undone {
  const correction = correctionOf(account, correctionId) as CorrectionRecord;
  const [, item, of, , countsOn, points, frees, matterOn] = correction;
  account.corrected -= points;
  const days = points > 0 ? 'raisedOn' : 'loweredOn';
  account[days] = takeFrom(account[days], countsOn, points, writable);
  account.corrections = remove(account.corrections, correctionId, FIELDS.correction, () => true, writable);
  if (frees !== 0) free(account, item, of, matterOn, -frees, writable);
  return { kind: 'correction', correctionId, correction };
}

/**
 * Frees room under the limits of the matter that a correction takes points from, or takes it back where `frees` is below 0. Several
 * corrections free together what the matter holds at most, whatever their order.
 */
function free(
  account: WritableAccount,
  id: string,
  of: string,
  matterOn: DayNumber,
  frees: number,
  writable: MakeWritable,
): void {
  const at = lastLimited(own(account.items, id)?.limited ?? [], of, matterOn);
  if (at < 0) return;
  const item = itemOf(account, id, writable);
  const limited = writable(item.limited as LimitedEntries);
  item.limited = limited;
  const before = freedOf(limited, at);
  limited[at + 3] = (limited[at + 3] as number) + frees;
  const more = freedOf(limited, at) - before;
  const change = frees > 0 ? addTo : takeFrom;
  freeIn(item, matterOn, Math.abs(more), change, writable);
  const memberId = memberOfEntry(item, of, matterOn);
  if (memberId !== undefined)
    freeIn(memberOf(item, memberId, writable), matterOn, Math.abs(more), change, writable);
}
