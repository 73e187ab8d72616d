/** The longest id, in UTF-16 units. */
export const MAX_ID_LENGTH = 256;
/** The longest free text (a reason, a note), in UTF-16 units. */
export const MAX_TEXT_LENGTH = 2000;

/**
 * What would let two ids look the same: control characters, lone surrogates, characters that are not seen (format characters, fillers,
 * joiners, variation selectors), those that Unicode has not assigned, spaces that no keyboard of its script makes, the blank of Braille, and
 * radicals, which look like the characters that they are parts of. How many spaces a name has, a programme does not mind.
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\u2e80-\u2fdf]|[^\S \u3000]|^\s|\s$/u;
/** A letter beside one of another script that has letters of the same look. */
const MIXED =
  /\p{Script=Latin}\p{M}*[\p{Script=Greek}\p{Script=Cyrillic}]|\p{Script=Greek}\p{M}*[\p{Script=Latin}\p{Script=Cyrillic}]|\p{Script=Cyrillic}\p{M}*[\p{Script=Latin}\p{Script=Greek}]/u;
/** Unseen characters where they are seen, as Unicode's rules for identifiers have it (UAX #31). */
const SEEN: readonly RegExp[] = [
  // The joiner of two emoji.
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f)\u200d(?=\p{Extended_Pictographic})/gu,
  // The selector of an emoji that is a plain sign without it, and of a key.
  /(?<=(?!\p{Emoji_Presentation})\p{Extended_Pictographic})\ufe0f|(?<=[0-9#*])\ufe0f(?=\u20e3)/gu,
  // A joiner, or a non-joiner, after the virama of an Indic letter.
  /(?<=[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca])[\u200c\u200d](?=\p{L})/gu,
  // A non-joiner after an Arabic letter that would join the next one. It is found first: marks would else be gone through at every place.
  /\u200c(?=\p{Script=Arabic})(?<=(?![\u0621-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef])(?=\p{L})\p{Script=Arabic}\p{M}*\u200c)/gu,
];
const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** Control characters other than line breaks and tabs, and those of direction. The joiners that some scripts need are allowed. */
const TEXT_UNSEEN = /[^\P{Cc}\n\r\t]|[\p{Cs}\p{Bidi_Control}]/u;
/** A character that is seen. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Mn}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Whether `value` can be the id of an account, a matter, a post, a reward …: 1 to {@link MAX_ID_LENGTH} UTF-16 units of any script
 * (`__proto__` is a name like any other), without unseen characters or spaces at its ends, without letters of Latin,
 * Greek and Cyrillic side by side, and in Unicode's composed form (NFC), so that a name has one spelling.
 */
export function isId(value: unknown): value is string {
  if (typeof value !== 'string' || value.length === 0 || value.length > MAX_ID_LENGTH) return false;
  if (isPlain(value)) return true;
  return isAllSeen(value) && !MIXED.test(value) && value.normalize('NFC') === value;
}

/** Whether every character of an id is seen. Few ids have joiners, so these are looked for only where something is unseen. */
function isAllSeen(value: string): boolean {
  if (!UNSEEN.test(value)) return true;
  const rest = SEEN.reduce((of, seen) => of.replace(seen, ''), value);
  return rest !== value && !UNSEEN.test(rest);
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

/** Whether `value` is free text: 1 to {@link MAX_TEXT_LENGTH} UTF-16 units, of which something is seen, without controls of direction. */
export function isFreeText(value: unknown): value is string {
  if (typeof value !== 'string' || value.length === 0 || value.length > MAX_TEXT_LENGTH) return false;
  return VISIBLE.test(value) && !TEXT_UNSEEN.test(value);
}
