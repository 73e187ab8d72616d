import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../src/schema.js';
import { ruleSets } from '../../src/testing.js';
import { WEEKDAYS, WINDOW_KINDS } from '../../src/values/window.js';

/*
 * Generated rule sets have, between them, every member and every word that the JSON Schema of rule sets knows: what is new in the language
 * has to be drawn as well, or no law ever meets it.
 */

type Schema = { readonly [keyword: string]: unknown };

const ROOT = jsonSchemas()['rule-set'] as unknown as Schema;
const DEFINITIONS = ROOT.$defs as { readonly [name: string]: Schema };

/** The schema that a reference names. */
function resolved(schema: Schema): Schema {
  return typeof schema.$ref === 'string'
    ? resolved(DEFINITIONS[schema.$ref.split('/').at(-1) as string] as Schema)
    : schema;
}

function branchesOf(schema: Schema): Schema[] {
  const of = resolved(schema);
  const branches = [of.anyOf, of.oneOf, of.allOf].flatMap((list) => (list ?? []) as Schema[]);
  return branches.length === 0 ? [of] : branches.flatMap(branchesOf);
}

/** Every member and word of a schema by its path; the members of a map as `*`. A text and a patch are as long as they are. */
function wanted(schema: Schema, path: string, into: Set<string>): void {
  if (path.endsWith('.patch') || isText(schema)) return;
  for (const branch of branchesOf(schema)) {
    for (const word of wordsOf(branch).filter(isTold)) into.add(wordAt(path, word));
    for (const [name, member] of Object.entries((branch.properties ?? {}) as Record<string, Schema>)) {
      // Short for the items of a single role, in definitions alone.
      if (path === '' && name === 'items') continue;
      into.add(`${path}.${name}`);
      wanted(member, `${path}.${name}`, into);
    }
    for (const [part, at] of [
      [branch.additionalProperties, '.*'],
      [branch.items, '[]'],
    ] as const) {
      if (typeof part === 'object') wanted(part as Schema, path + at, into);
    }
  }
}

function wordsOf({ const: only, enum: some }: Schema): readonly unknown[] {
  return (some ?? [only]) as unknown[];
}

/** Windows and days of the week are many, and one is as good as another. */
function isTold(word: unknown): word is string {
  return typeof word === 'string' && !REPEATED.has(word);
}

const REPEATED: ReadonlySet<string> = new Set([...WINDOW_KINDS, 'account-year', ...WEEKDAYS]);

/** A word of a part, wherever the part may stand. */
function wordAt(path: string, word: string): string {
  return `${path.split('.').slice(-2).join('.')} = ${word}`;
}

function isText(schema: Schema): boolean {
  return typeof schema.$ref === 'string' && schema.$ref.endsWith('/Text');
}

/** The same of a value, with every name in the place of a map's. */
function drawn(value: unknown, path: string, known: ReadonlySet<string>, into: Set<string>): void {
  if (isTold(value)) into.add(wordAt(path, value));
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const member of value) drawn(member, `${path}[]`, known, into);
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    const here = known.has(`${path}.${name}`) ? `${path}.${name}` : `${path}.*`;
    into.add(here);
    drawn(member, here, known, into);
  }
}

test('every member and every word of a rule set is drawn', () => {
  const all = new Set<string>();
  wanted(ROOT, '', all);
  expect(all.size).toBeGreaterThan(200);
  const seen = new Set<string>();
  for (const ruleSet of fc.sample(ruleSets(), { numRuns: 1200, seed: 1 })) drawn(ruleSet, '', all, seen);
  expect([...all].filter((path) => !seen.has(path))).toEqual([]);
});
