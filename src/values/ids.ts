/** The longest id, in UTF-16 units. */
export const MAX_ID_LENGTH = 256;
/** The longest free text (a reason, a note), in UTF-16 units. */
export const MAX_TEXT_LENGTH = 2000;

/**
 * Control characters, lone surrogates, line and paragraph separators, and invisible characters (format characters, fillers, joiners,
 * variation selectors), any of which would let two ids look the same.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const EDGE_SPACE = /^\s|\s$/u;
const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** Control characters other than line breaks and tabs. The joiners that some scripts need are allowed. */
const TEXT_UNSEEN = /[^\P{Cc}\n\r\t]|\p{Cs}/u;

/**
 * Whether `value` can be the id of an account, a matter, a post, a reward …: 1 to {@link MAX_ID_LENGTH} UTF-16 units of any script
 * (`__proto__` is a name like any other), without invisible characters or spaces at its ends, and in Unicode's composed form (NFC), so
 * that a name has one spelling.
 */
export function isId(value: unknown): value is string {
  if (typeof value !== 'string' || value.length === 0 || value.length > MAX_ID_LENGTH) return false;
  if (isPlain(value)) return true;
  return !UNSEEN.test(value) && !EDGE_SPACE.test(value) && value.normalize('NFC') === value;
}

/** Whether an id is all visible ASCII, as almost every id is. It needs no further test. */
function isPlain(value: string): boolean {
  for (let i = 0; i < value.length; i += 1) {
    const unit = value.charCodeAt(i);
    if (unit < 0x21 || unit > 0x7e) return false;
  }
  return true;
}

/**
 * Whether `value` can be the id of a part of a rule set (a role, an item, a limit, a reading): lower-case words joined by `-`,
 * but no name that every JavaScript object inherits.
 */
export function isSlug(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 64 && SLUG.test(value) && !(value in Object.prototype);
}

/** A language tag whose first part has two or three letters, unlike any name that every JavaScript object inherits. */
export const LOCALE: RegExp = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;

/** Whether `value` names a language, as BCP 47 does: `zh-CN`, `en`. */
export function isLocale(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 35 && LOCALE.test(value);
}

/** Whether `value` is free text: 1 to {@link MAX_TEXT_LENGTH} UTF-16 units, not all of them spaces. */
export function isFreeText(value: unknown): value is string {
  if (typeof value !== 'string' || value.length === 0 || value.length > MAX_TEXT_LENGTH) return false;
  return value.trim() !== '' && !TEXT_UNSEEN.test(value);
}
