import { own } from '../values/json.js';
import type { Text } from '../values/text.js';
import type { Path } from './problem.js';
import { reportRepeated, type Scope } from './scope.js';

/** Members that are texts, wherever they stand. */
const TEXTS = ['title', 'question', 'form', 'unitTitle', 'issuer'];

/** Every text of a rule set has words in each of its locales, and in no other. */
export function checkTexts(scope: Scope): void {
  const locales = scope.part<readonly string[]>(['locales']);
  if (locales === undefined) return;
  reportRepeated(scope, { at: ['locales'], value: locales });
  for (const { at, text } of textsIn(scope, [])) {
    for (const locale of new Set(locales)) {
      if (own(text, locale) === undefined) scope.report(at, 'missing-locale', locale);
    }
    for (const locale of Object.keys(text)) {
      if (!locales.includes(locale)) scope.report([...at, locale], 'unknown-locale', locales.join(', '));
    }
  }
}

/** The texts at a path and below it that are well formed. */
function* textsIn(scope: Scope, at: Path): Generator<{ readonly at: Path; readonly text: Text }> {
  const text = textAt(scope, at);
  if (text !== undefined) yield { at, text };
  // An answer's patch may say part of a text; the rules with that answer are checked on their own.
  else if (!isPatch(at)) for (const part of partsOf(scope, at)) yield* textsIn(scope, part);
}

function textAt(scope: Scope, at: Path): Text | undefined {
  const isOne = TEXTS.includes(String(at.at(-1))) || (at[0] === 'difficulties' && at.length === 2);
  const part = isOne ? scope.part<Text>(at) : undefined;
  // An id may be called like a text: an item with the id `title` is none.
  return part !== undefined && Object.values(part).every((words) => typeof words === 'string')
    ? part
    : undefined;
}

function isPatch(at: Path): boolean {
  return at[0] === 'readings' && at.length === 5 && at[4] === 'patch';
}

function partsOf(scope: Scope, at: Path): Path[] {
  const names = scope.names(at);
  if (names !== undefined) return [...names].map((name) => [...at, name]);
  return scope.members(at).map((member) => member.at);
}
