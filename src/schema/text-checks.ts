import { isLocale } from '../values/ids.js';
import { isRecord, own } from '../values/json.js';
import type { Text } from '../values/text.js';
import { type CheckContext, nameList, reportRepeated } from './check-context.js';
import type { Path } from './problem.js';

/** Members that are texts, wherever they stand. */
const TEXTS = ['title', 'question', 'form', 'unitTitle', 'issuer'];

/** Every text of a rule set has words in each of its locales, and in no other. */
export function checkTexts(context: CheckContext): void {
  const locales = context.part<readonly string[]>(['locales']);
  if (locales === undefined) return;
  reportRepeated(context, { at: ['locales'], value: locales });
  const known = new Set(locales);
  for (const { at, text } of textsIn(context.whole, [])) {
    for (const locale of known) {
      if (own(text, locale) === undefined) context.report(at, 'missing-locale', locale);
    }
    for (const locale of Object.keys(text)) {
      if (!known.has(locale)) context.report([...at, locale], 'unknown-locale', nameList(known));
    }
  }
}

/** The well-formed texts of a part and of what is in it. */
function* textsIn(part: unknown, at: Path): Generator<{ readonly at: Path; readonly text: Text }> {
  if (typeof part !== 'object' || part === null || isPatch(at)) return;
  if (isText(part, at)) {
    yield { at, text: part };
    return;
  }
  for (const [name, member] of Object.entries(part)) {
    yield* textsIn(member, [...at, Array.isArray(part) ? Number(name) : name]);
  }
}

/** Whether a part is a text. An id may be called like one: an item with the id `title` is none. */
function isText(part: object, at: Path): part is Text {
  const named = TEXTS.includes(String(at.at(-1))) || (at[0] === 'difficulties' && at.length === 2);
  if (!named || !isRecord(part)) return false;
  const words = Object.entries(part);
  return words.length > 0 && words.every(([locale, of]) => isLocale(locale) && typeof of === 'string');
}

/** An answer's patch may say part of a text; the rules with that answer are checked on their own. */
function isPatch(at: Path): boolean {
  return at[0] === 'readings' && at.length === 5 && at[4] === 'patch';
}
