import {
  type ClaimRecord,
  type CorrectionRecord,
  type DetailRecord,
  type EntryRecord,
  FIELDS,
  type LimitedEntries,
  type ReleaseRecord,
  type SumRecord,
  type UndoneOfSum,
} from '../../account/state/account.js';
import { type DayNumber, dayFromNumber, isCalendarDate } from '../../values/calendar.js';
import { isId, isSlug } from '../../values/ids.js';
import type { Fields, PersistentMap } from '../../values/persistent-map.js';
import { isWhole } from '../../values/points.js';
import { build, leaf, type Schema } from '../build.js';
import { isWindowName } from '../leaves.js';
import { isKeyed } from './keyed.js';

/*
 * The compact records of an account, and the maps that hold them. In JSON Schema they are only said to be lists: their form is no host's
 * business.
 */

type IsFields = (fields: readonly unknown[]) => boolean;

function record<R extends Fields>(length: R['length'], is: IsFields): Schema<R> {
  const isOne = (value: unknown): boolean => Array.isArray(value) && value.length === length && is(value);
  return leaf(isOne, 'not-entries', { type: 'array' });
}

function mapOf<R extends Fields>(length: R['length'], is: IsFields): Schema<PersistentMap<R>> {
  return leaf((value) => isKeyed(value, length, is), 'not-a-map', { type: 'array' });
}

function isDayNumber(value: unknown): value is DayNumber {
  return isWhole(value) && isCalendarDate(dayFromNumber(value));
}

/** What a command said beside its key and its day, as the library writes it. */
function isContent(value: unknown): value is string {
  return typeof value === 'string';
}

/** The content of a command. */
export const content: Schema<string> = /* @__PURE__ */ build(() =>
  leaf(isContent, 'not-a-text', { type: 'string' }),
);

function isFrom0(value: unknown): boolean {
  return isWhole(value) && value >= 0;
}

function isNoneOr(is: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => value === '' || is(value);
}

const isSlugOrNone = /* @__PURE__ */ isNoneOr(isSlug);
const isIdOrNone = /* @__PURE__ */ isNoneOr(isId);

function isEntry([on, points, content]: readonly unknown[]): boolean {
  return isDayNumber(on) && isWhole(points) && isContent(content);
}

function isClaim([on, points, content, item]: readonly unknown[]): boolean {
  return isEntry([on, points, content]) && isSlugOrNone(item);
}

function isDetail([hundredths, unit, postId]: readonly unknown[]): boolean {
  return isWhole(hundredths) && isSlugOrNone(unit) && isIdOrNone(postId);
}

function isSum([window, scored]: readonly unknown[]): boolean {
  return isWindowName(window) && isWhole(scored);
}

/** A correction of a matter names its item, its id and its day; one of the score at large names none of them. */
function isCorrection([
  content,
  item,
  of,
  on,
  countsOn,
  points,
  freed,
  matterOn,
]: readonly unknown[]): boolean {
  if (!isContent(content) || !isDayNumber(on) || !isDayNumber(countsOn)) return false;
  if (!isWhole(points) || points === 0 || !isFrom0(freed)) return false;
  return item === ''
    ? of === '' && freed === 0 && matterOn === 0
    : isSlug(item) && isId(of) && isDayNumber(matterOn);
}

function isLimited(value: unknown): value is LimitedEntries {
  if (!Array.isArray(value) || value.length % FIELDS.limited !== 0) return false;
  for (let at = 0; at < value.length; at += FIELDS.limited) {
    if (!isId(value[at]) || !isDayNumber(value[at + 1]) || !isWhole(value[at + 2]) || !isFrom0(value[at + 3]))
      return false;
  }
  return true;
}

/** Entries under a limit. */
export const limited: Schema<LimitedEntries> = /* @__PURE__ */ build(() =>
  leaf(isLimited, 'not-entries', { type: 'array' }),
);

export const entry: Schema<EntryRecord> = /* @__PURE__ */ build(() =>
  record<EntryRecord>(FIELDS.entry, isEntry),
);
export const claim: Schema<ClaimRecord> = /* @__PURE__ */ build(() =>
  record<ClaimRecord>(FIELDS.claim, isClaim),
);
export const detail: Schema<DetailRecord> = /* @__PURE__ */ build(() =>
  record<DetailRecord>(FIELDS.detail, isDetail),
);
export const sum: Schema<SumRecord> = /* @__PURE__ */ build(() => record<SumRecord>(FIELDS.sum, isSum));

/** What was undone of a window's sum: never nothing, since the account then keeps no record of it. */
export const undoneOfSum: Schema<UndoneOfSum> = /* @__PURE__ */ build(() =>
  record<UndoneOfSum>(2, (fields) => fields.every(isWhole) && fields.some((field) => field !== 0)),
);
export const correction: Schema<CorrectionRecord> = /* @__PURE__ */ build(() =>
  record<CorrectionRecord>(FIELDS.correction, isCorrection),
);

export const matters: Schema<PersistentMap<EntryRecord>> = /* @__PURE__ */ build(() =>
  mapOf<EntryRecord>(FIELDS.entry, isEntry),
);
export const claims: Schema<PersistentMap<ClaimRecord>> = /* @__PURE__ */ build(() =>
  mapOf<ClaimRecord>(FIELDS.claim, isClaim),
);
export const details: Schema<PersistentMap<DetailRecord>> = /* @__PURE__ */ build(() =>
  mapOf<DetailRecord>(FIELDS.detail, isDetail),
);
export const sums: Schema<PersistentMap<SumRecord>> = /* @__PURE__ */ build(() =>
  mapOf<SumRecord>(FIELDS.sum, isSum),
);
export const releases: Schema<PersistentMap<ReleaseRecord>> = /* @__PURE__ */ build(() =>
  mapOf<ReleaseRecord>(FIELDS.release, ([on]) => isDayNumber(on)),
);
export const corrections: Schema<PersistentMap<CorrectionRecord>> = /* @__PURE__ */ build(() =>
  mapOf<CorrectionRecord>(FIELDS.correction, isCorrection),
);
