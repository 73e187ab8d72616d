/*
 * The predicates of ids and texts as patterns for JSON Schema. Validators in other languages lack `\p{…}` (Python) or look-ahead
 * (Go), so the characters are listed, and only what every language's patterns have is used. They refuse nothing that the
 * predicates take; what they let through (Unicode form NFC, rarer unseen characters) only the predicates refuse.
 */

const SPACE = ' \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000';
const BREAKS = '\t\n\r\u2028\u2029';
const CONTROL = '\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f';
/** Characters that are not seen: soft hyphen, joiners, fillers, variation selectors, marks of direction, byte order mark … */
const FORMAT =
  '\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb';
const UNSEEN = `${CONTROL}${BREAKS}${FORMAT}`;

/** The pattern of an id. */
export const ID: string = `^[^${SPACE}${UNSEEN}]([^${UNSEEN}]*[^${SPACE}${UNSEEN}])?$`;

/** The pattern of a free text. */
export const FREE_TEXT: string = `^[^${CONTROL}]*[^${CONTROL}${BREAKS}${SPACE}\ufeff][^${CONTROL}]*$`;
