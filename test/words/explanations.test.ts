import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { explain } from '../../src/index.js';
import { EXPLAINED } from './explained.js';

/*
 * Every sentence of an explanation, word for word in both languages: `explanations.json` is read by people who know the scheme before
 * it is committed. `UPDATE_WORDS=1 npm test -- test/words` writes it anew.
 */

const FILE = new URL('explanations.json', import.meta.url);

type Told = { readonly 'zh-CN': string; readonly en: string };

const TOLD: { [what: string]: Told } = Object.fromEntries(
  Object.entries(EXPLAINED).map(([what, { subject, ruleSet }]) => [
    what,
    { 'zh-CN': explain(subject, 'zh-CN', ruleSet), en: explain(subject, 'en', ruleSet) },
  ]),
);

if (process.env.UPDATE_WORDS !== undefined) writeFileSync(FILE, `${JSON.stringify(TOLD, null, 2)}\n`);

const WRITTEN = JSON.parse(readFileSync(FILE, 'utf8')) as { readonly [what: string]: Told };

describe('it is explained, word for word:', () => {
  test.each(Object.keys(EXPLAINED))('%s', (what) => {
    expect(TOLD[what]).toEqual(WRITTEN[what]);
  });

  test('and nothing else is written down', () => {
    expect(Object.keys(WRITTEN)).toEqual(Object.keys(EXPLAINED));
  });
});
