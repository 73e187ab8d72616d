/** The longest id, in UTF-16 units. */
export const MAX_ID_LENGTH = 256;
/** The longest free text (a reason, a note), in UTF-16 units. */
export const MAX_TEXT_LENGTH = 2000;

/**
 * What nobody sees in an id: controls, lone surrogates, characters that Unicode calls ignorable or has not assigned, blanks (of Braille,
 * hieroglyphs, Khitan, music, and in place of an object), spaces that no keyboard of its script makes, and those at the ends. Private
 * use shows something of the font's own. How many spaces a name has, a programme does not mind.
 */
const UNSEEN =
  /(?!\p{Co})\p{C}|[\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{13441}\u{13442}\u{16fe4}\u{1d159}]|[^\S \u3000]|^\s|\s$/u;
/**
 * What looks like another character that is taken: hyphens and minus signs (`-` in the table of UTS #39), the Arabic elongation, the
 * Tibetan mark that keeps a line together, letters of mathematics, ligatures and other forms that a font makes by itself, strokes and
 * radicals of ideographs, a dot on a letter that has one, and the long sound of kana where there is none before it, which looks like the
 * number one.
 */
const TWIN =
  /[\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\u02d7\u058a\u0640\u06d4\u0f0c\u1806\u2010-\u2013\u2043\u2212\u2796\u2102\u210a-\u2115\u2119-\u211d\u2124\u2128\u212c-\u2138\u213c-\u2149\u2e80-\u2fdf\u31c0-\u31ef\ufb00-\ufdff\ufe58\ufe63\ufe70-\ufefc\u{1d400}-\u{1d7ff}]|\p{Soft_Dotted}\u0307|(?<![ぁ-ヿｦ-ﾟ])[ーｰ]/u;
/**
 * Unseen characters where they are seen (UAX #31, and what each script makes of it), in this order: the joiner of two emoji; the selector
 * of an emoji that is a plain sign without it; the selector of a key; joiner and non-joiner after the virama of a Devanagari, Bengali or
 * Gujarati letter; the joiner after that of a Sinhala letter; the non-joiner after that of an Oriya, Telugu, Kannada or Malayalam letter;
 * the non-joiner between two Arabic letters that would join.
 */
const SEEN =
  /(?<=[^\P{Emoji}\P{Extended_Pictographic}]|\p{Emoji_Modifier}|\ufe0f)\u200d(?=[^\P{Emoji}\P{Extended_Pictographic}])|(?<=[^\P{Emoji}\p{Emoji_Presentation}\d#*])\ufe0f|(?<=[\d#*])\ufe0f(?=\u20e3)|(?<=\p{L}[\u093c\u09bc\u0abc]?[\u094d\u09cd\u0acd])\p{Join_C}(?=\p{L})|(?<=\p{L}\u0dca)\u200d(?=\p{L})|(?<=\p{L}[\u0b4d\u0c4d\u0ccd\u0d4d])\u200c(?=\p{L})|(?<=[\u0626\u0628\u062a-\u062e\u0633-\u063f\u0641-\u0647\u0649\u064a\u0678-\u0687\u069a-\u06bf\u06c1\u06c2\u06cc\u06d0]\p{M}{0,2})\u200c(?=[\u0622-\u064a\u0671-\u0673\u0675-\u06d5])/gu;
/**
 * A letter before one of another script, in letters that are written twice over, so that each has one behind it. Latin stands beside
 * Chinese and Japanese, Bopomofo or Hangul, as in the highly restrictive level of UTS #39. Scripts are those that UAX #31 recommends, and
 * three more with letters of the same look (Cherokee, Coptic, Lisu); all others count as one.
 */
const MIXED =
  /\p{sc=Arab}\P{sc=Arab}|\p{sc=Armn}\P{sc=Armn}|\p{sc=Beng}\P{sc=Beng}|\p{sc=Bopo}\P{sc=Bopo}|\p{sc=Cher}\P{sc=Cher}|\p{sc=Copt}\P{sc=Copt}|\p{sc=Cyrl}\P{sc=Cyrl}|\p{sc=Deva}\P{sc=Deva}|\p{sc=Ethi}\P{sc=Ethi}|\p{sc=Geor}\P{sc=Geor}|\p{sc=Grek}\P{sc=Grek}|\p{sc=Gujr}\P{sc=Gujr}|\p{sc=Guru}\P{sc=Guru}|\p{sc=Hang}\P{sc=Hang}|\p{sc=Hebr}\P{sc=Hebr}|\p{sc=Khmr}\P{sc=Khmr}|\p{sc=Knda}\P{sc=Knda}|\p{sc=Laoo}\P{sc=Laoo}|\p{sc=Lisu}\P{sc=Lisu}|\p{sc=Mlym}\P{sc=Mlym}|\p{sc=Mymr}\P{sc=Mymr}|\p{sc=Orya}\P{sc=Orya}|\p{sc=Sinh}\P{sc=Sinh}|\p{sc=Taml}\P{sc=Taml}|\p{sc=Telu}\P{sc=Telu}|\p{sc=Thaa}\P{sc=Thaa}|\p{sc=Thai}\P{sc=Thai}|\p{sc=Tibt}\P{sc=Tibt}|[\p{sc=Hira}\p{sc=Kana}][^\p{sc=Hira}\p{sc=Kana}]/u;
/** A letter of a script that does not stand beside Latin or Chinese. */
const APART = /[^\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Hang}]/u;
const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** Control characters other than line breaks and tabs, and those of direction. The joiners that some scripts need are allowed. */
const TEXT_UNSEEN = /[^\P{Cc}\n\r\t]|[\p{Cs}\p{Bidi_Control}]/u;
/** A character that is seen. */
const VISIBLE =
  /[^\s\p{Cc}\p{Cf}\p{Mn}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{13441}\u{13442}\u{16fe4}\u{1d159}]/u;

/**
 * Whether `value` can be the id of an account, a matter, a post, a reward …: 1 to {@link MAX_ID_LENGTH} UTF-16 units of any script
 * (`__proto__` is a name like any other), without unseen characters or spaces at its ends, without words of several scripts that are not
 * written together, and in Unicode's composed form (NFC), so that a name has one spelling.
 */
export function isId(value: unknown): value is string {
  if (typeof value !== 'string' || value.length === 0 || value.length > MAX_ID_LENGTH) return false;
  // Almost every id is all visible ASCII.
  if (/^[!-~]+$/.test(value)) return true;
  if (UNSEEN.test(value) && UNSEEN.test(value.replace(SEEN, ''))) return false;
  return !TWIN.test(value) && !isMixed(value) && value.normalize('NFC') === value;
}

/** Whether a word of an id has letters of scripts that are not written together. Most ids have letters of Latin and Chinese alone. */
function isMixed(value: string): boolean {
  return value.split(/[^\P{sc=Zyyy}\p{L}\p{M}\p{N}_]+/u).some((word) => {
    const others = word.replace(/[\p{sc=Zyyy}\p{sc=Zinh}\p{Co}\p{sc=Latn}\p{sc=Hani}]+/gu, '');
    return MIXED.test(others.repeat(2)) || (APART.test(others) && /[\p{sc=Latn}\p{sc=Hani}]/u.test(word));
  });
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
