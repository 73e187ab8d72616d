/** The longest id, in UTF-16 units. */
export const MAX_ID_LENGTH = 256;
/** The longest free text (a reason, a note), in UTF-16 units. */
export const MAX_TEXT_LENGTH = 2000;

/**
 * Control characters, lone surrogates, line and paragraph separators, and what is drawn as nothing (format characters, fillers,
 * joiners, variation selectors): with these, two ids could look the same.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const EDGE_SPACE = /^\s|\s$/u;
const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** Text may have line breaks and tabs, and the joiners that some scripts need, but no other control characters. */
const TEXT_UNSEEN = /[^\P{Cc}\n\r\t]|\p{Cs}/u;

/**
 * Whether `value` can be the id of an account, a matter, a post, a reward …: any script, any name
 * (`__proto__` is only a name), 1 to {@link MAX_ID_LENGTH} units, with no unseen characters, no space at its ends,
 * and in Unicode's composed form, so that one name cannot be written in two ways.
 */
export function isId(value: unknown): value is string {
  if (typeof value !== 'string' || value.length === 0 || value.length > MAX_ID_LENGTH) return false;
  if (isPlain(value)) return true;
  return !UNSEEN.test(value) && !EDGE_SPACE.test(value) && value.normalize('NFC') === value;
}

/** All visible ASCII: what almost every id is made of, told without the longer tests. */
function isPlain(value: string): boolean {
  for (let i = 0; i < value.length; i += 1) {
    const unit = value.charCodeAt(i);
    if (unit < 0x21 || unit > 0x7e) return false;
  }
  return true;
}

/**
 * Whether `value` can be the id of a part of a rule set (a role, an item, a limit, a reading): lower-case words joined by `-`,
 * and not a name that every JavaScript object inherits.
 */
export function isSlug(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 64 && SLUG.test(value) && !(value in Object.prototype);
}

/** A language tag whose first part has two or three letters, and so none of the names that every JavaScript object inherits. */
export const LOCALE: RegExp = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;

/** Whether `value` names a language, as BCP 47 does: `zh-CN`, `en`. */
export function isLocale(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 35 && LOCALE.test(value);
}

/** Whether `value` is free text that says something: 1 to {@link MAX_TEXT_LENGTH} units and not only space. */
export function isFreeText(value: unknown): value is string {
  if (typeof value !== 'string' || value.length === 0 || value.length > MAX_TEXT_LENGTH) return false;
  return value.trim() !== '' && !TEXT_UNSEEN.test(value);
}
