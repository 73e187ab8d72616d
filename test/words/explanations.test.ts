import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { explain, ja } from '../../src/words.js';
import { type Told, told as toldIn } from '../support/words.js';
import { EXPLAINED, type Explained } from './explained.js';

/*
 * Every sentence of an explanation, word for word in all three languages: `explanations.json` is read by people who know the scheme before
 * it is committed. `UPDATE_WORDS=1 npm test -- test/words` writes it anew.
 */

const FILE = new URL('explanations.json', import.meta.url);

/** What is said in each language. */
type ToldInAll = Told & { readonly ja: string };

/** Explained in the test itself, so that a mutation run knows which test reaches what. */
function told({ subject, ruleSet }: Explained): ToldInAll {
  return { ...toldIn(subject, ruleSet), ja: explain(subject, ja, ruleSet) };
}

if (process.env.UPDATE_WORDS !== undefined) {
  const all = Object.entries(EXPLAINED).map(([what, of]) => [what, told(of)]);
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}

const WRITTEN = JSON.parse(readFileSync(FILE, 'utf8')) as { readonly [what: string]: ToldInAll };

describe('it is explained, word for word:', () => {
  test.each(Object.entries(EXPLAINED))('%s', (what, of) => {
    expect(told(of)).toEqual(WRITTEN[what]);
  });

  test('and nothing else is written down', () => {
    expect(Object.keys(WRITTEN)).toEqual(Object.keys(EXPLAINED));
  });
});
