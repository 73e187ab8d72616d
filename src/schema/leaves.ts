import { type CalendarDate, isCalendarDate, isMonthDay, type MonthDay } from '../values/calendar.js';
import { isFreeText, isId, isLocale, isSlug, LOCALE, MAX_ID_LENGTH, MAX_TEXT_LENGTH } from '../values/ids.js';
import { isQuantity, isSignedQuantity, isWhole, MAX_QUANTITY } from '../values/points.js';
import { build, type JsonSchema, leaf, named, type Schema } from './build.js';
import type { ProblemCode } from './problem-code.js';

/** The most points that one entry may score or cost by a rule set: whatever is counted, sums stay exact. */
export const MAX_POINTS = 1_000_000;

/*
 * The predicates of ids and texts as patterns for JSON Schema. Validators in other languages lack `\p{…}` (Python) or look-ahead (Go),
 * so the patterns list their characters. They refuse nothing that the predicates take; what only the predicates refuse stands in
 * docs/json-schema.md.
 */

const ODD_SPACE = '\u00a0\u1680\u2000-\u200a\u202f\u205f';
const SPACE = ` \u3000${ODD_SPACE}`;
const BREAKS = '\t\n\r\u2028\u2029';
const CONTROL = '\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f';
/** Characters that are never seen: soft hyphen, fillers, blanks, variation selectors, marks of direction, byte order mark … */
const FORMAT =
  '\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffc';
/** The joiners, and the selector of emoji, which are seen in some places. */
const JOINERS = '\u200c\u200d\ufe0f';
/** Hyphens, forms of letters, strokes and radicals that look like others. */
const TWINS =
  '\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\u02d7\u058a\u0640\u06d4\u0f0c\u1806\u2010-\u2013\u2043\u2102\u210a-\u2115\u2119-\u211d\u2124\u2128\u212c-\u2138\u213c-\u2149\u2212\u2796\u2e80-\u2fdf\u31c0-\u31ef\ufb00-\ufdff\ufe58\ufe63\ufe70-\ufefc';
/** Controls, those of direction among them. */
const TURNING = `${CONTROL}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069`;
const NEVER = `${CONTROL}${BREAKS}${FORMAT}${TWINS}`;

/** The pattern of an id. */
const ID = `^[^${SPACE}${NEVER}]([^${ODD_SPACE}${NEVER}]*[^${SPACE}${NEVER}])?$`;

/** The pattern of a free text. */
const FREE_TEXT = `^[^${TURNING}]*[^${TURNING}${BREAKS}${SPACE}${FORMAT}${JOINERS}][^${TURNING}]*$`;

/** {@link isId}. */
export const id: Schema<string> = /* @__PURE__ */ named(
  'Id',
  'An id in any script: no space at its ends, no unseen or look-alike characters, no mixed scripts, in Unicode form NFC.',
  () => leaf(isId, 'not-an-id', { type: 'string', minLength: 1, maxLength: MAX_ID_LENGTH, pattern: ID }),
);

/** {@link isSlug}. */
export const slug: Schema<string> = /* @__PURE__ */ named(
  'Slug',
  'The id of a part of a rule set: lower-case words joined by -.',
  () =>
    leaf(isSlug, 'not-a-slug', {
      type: 'string',
      maxLength: 64,
      pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
      not: { const: 'constructor' },
    }),
);

/** The id of a clause of the scheme's text. */
export const clause: Schema<string> = /* @__PURE__ */ named(
  'Clause',
  "A clause of the scheme's text, as a path of its own numbering: 2.3.1.2.",
  () => leaf(isId, 'not-an-id', { type: 'string', minLength: 1, maxLength: MAX_ID_LENGTH, pattern: ID }),
);

/** {@link isFreeText}. */
export const freeText: Schema<string> = /* @__PURE__ */ named(
  'FreeText',
  'Words that say something: not only space, no control characters but line breaks and tabs, none of direction.',
  () =>
    leaf(isFreeText, 'not-a-text', {
      type: 'string',
      minLength: 1,
      maxLength: MAX_TEXT_LENGTH,
      pattern: FREE_TEXT,
    }),
);

/** {@link isLocale}. */
export const locale: Schema<string> = /* @__PURE__ */ named(
  'Locale',
  'A language, as BCP 47 names it: zh-CN, en.',
  () => leaf(isLocale, 'not-a-locale', { type: 'string', maxLength: 35, pattern: LOCALE.source }),
);

const YEAR = '(19|[2-9][0-9])[0-9]{2}';
const MONTH = '(0[1-9]|1[0-2])';

const DATE: JsonSchema = {
  type: 'string',
  format: 'date',
  pattern: `^${YEAR}-${MONTH}-(0[1-9]|[12][0-9]|3[01])$`,
};

/** {@link isCalendarDate}. */
export const date: Schema<CalendarDate> = /* @__PURE__ */ named(
  'CalendarDate',
  'A day that exists, YYYY-MM-DD, from 1900 on; no time, no time zone.',
  () => leaf(isCalendarDate, 'not-a-date', DATE),
);

/** {@link isMonthDay}. */
export const monthDay: Schema<MonthDay> = /* @__PURE__ */ named(
  'MonthDay',
  'A day of any year, MM-DD; not 02-29.',
  () =>
    leaf(isMonthDay, 'not-a-day-of-year', {
      type: 'string',
      pattern:
        '^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$',
    }),
);

/** {@link isQuantity}. */
export const quantity: Schema<number> = /* @__PURE__ */ named(
  'Quantity',
  'A quantity such as hours, with at most two decimals.',
  () => leaf(isQuantity, 'not-a-quantity', { type: 'number', exclusiveMinimum: 0, maximum: MAX_QUANTITY }),
);

/** A quantity from which on something counts: 0, or a {@link quantity}. */
export const quantityFrom0: Schema<number> = /* @__PURE__ */ build(() =>
  leaf((value) => value === 0 || isQuantity(value), 'not-a-quantity', {
    type: 'number',
    minimum: 0,
    maximum: MAX_QUANTITY,
  }),
);

/** {@link isSignedQuantity}. */
export const signedQuantity: Schema<number> = /* @__PURE__ */ build(() =>
  leaf(isSignedQuantity, 'not-a-quantity', {
    type: 'number',
    minimum: -MAX_QUANTITY,
    maximum: MAX_QUANTITY,
    not: { const: 0 },
  }),
);

/** What quantities add up to, which may be nothing or below 0. */
export const quantitySum: Schema<number> = /* @__PURE__ */ build(() =>
  leaf((value) => typeof value === 'number' && Number.isFinite(value), 'not-a-quantity', { type: 'number' }),
);

/** A whole number in a range, which is that of all that can be held exactly where left out. */
export function wholeFrom(
  minimum: number = Number.MIN_SAFE_INTEGER,
  maximum: number = Number.MAX_SAFE_INTEGER,
): Schema<number> {
  return inRange('not-a-whole-number', minimum, maximum);
}

/** Points as a rule set gives them to one entry; a deduction is below 0. */
export function points(minimum: number = -MAX_POINTS): Schema<number> {
  return inRange('not-points', minimum, MAX_POINTS);
}

function inRange(code: ProblemCode, minimum: number, maximum: number): Schema<number> {
  const is = (value: unknown): boolean => isWhole(value) && value >= minimum && value <= maximum;
  return leaf(is, code, { type: 'integer', minimum, maximum }, rangeText(minimum, maximum));
}

/** A range as a problem's detail says it: each language has words for two ends. */
function rangeText(minimum: number, maximum: number): string {
  if (minimum === maximum) return ` = ${minimum}`;
  const least = minimum === Number.MIN_SAFE_INTEGER ? '' : ` ≥ ${minimum}`;
  const most = maximum === Number.MAX_SAFE_INTEGER ? '' : ` ≤ ${maximum}`;
  return least === '' || most === '' ? least + most : `${minimum} – ${maximum}`;
}

/** An amount that something is held against: a whole number, or a quantity with at most two decimals. */
export function amount(minimum: number = Number.MIN_SAFE_INTEGER): Schema<number> {
  const is = (value: unknown): boolean =>
    typeof value === 'number' && value >= minimum && (isWhole(value) || isQuantity(Math.abs(value)));
  return leaf(is, 'not-an-amount', { type: 'number', minimum, maximum: Number.MAX_SAFE_INTEGER });
}

/** Any whole number that can be held exactly. */
export const whole: Schema<number> = /* @__PURE__ */ build(() => wholeFrom());
/** A whole number from 0. */
export const wholeFrom0: Schema<number> = /* @__PURE__ */ build(() => wholeFrom(0));
/** A whole number from 1. */
export const wholeFrom1: Schema<number> = /* @__PURE__ */ build(() => wholeFrom(1));

const EXACT: JsonSchema = {
  type: 'integer',
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
};

/** A whole number that is not 0. */
export const signed: Schema<number> = /* @__PURE__ */ build(() =>
  leaf(
    (value) => isWhole(value) && value !== 0,
    'not-a-whole-number',
    { ...EXACT, not: { const: 0 } },
    ' ≠ 0',
  ),
);

const WEEK = 'W(0[1-9]|[1-4][0-9]|5[0-3])';
const MONTHS = '[0-9]{4}-(0[1-9]|1[0-2])';
const DAYS = `${MONTHS}-(0[1-9]|[12][0-9]|3[01])`;
/** Every name of a window but that of a day. */
const WINDOW_PATTERN = `^(life|[0-9]{4}(-(H[12]|Q[1-4]|${WEEK}))?|${MONTHS}([.]{2}${MONTHS})?|${DAYS}[.]{2}${DAYS})$`;
const WINDOW_NAME = /* @__PURE__ */ new RegExp(WINDOW_PATTERN);

/** Whether a value is the name of a window. */
export function isWindowName(value: unknown): value is string {
  return typeof value === 'string' && (WINDOW_NAME.test(value) || isCalendarDate(value));
}

/**
 * The name of a window: `life`, `2023`, `2023-H1`, `2023-Q3`, `2023-05`, `2024-W07`, `2024-02-29`, or its first and last month or day,
 * `2024-04..2025-03`. A period of redemption of its own is named by the day on which it began.
 */
export const windowName: Schema<string> = /* @__PURE__ */ named(
  'WindowName',
  'The name of a period: life, 2023, 2023-H1, 2023-Q3, 2023-05, 2024-W07, 2024-02-29, or first and last: 2024-04..2025-03.',
  () => leaf(isWindowName, 'not-a-window', { anyOf: [DATE, { type: 'string', pattern: WINDOW_PATTERN }] }),
);

/** A SHA-256 digest, as 64 hexadecimal digits. */
export const digest: Schema<string> = /* @__PURE__ */ build(() =>
  leaf((value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value), 'not-a-digest', {
    type: 'string',
    pattern: '^[0-9a-f]{64}$',
  }),
);
