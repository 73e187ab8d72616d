import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RefusalCode } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { explain, ja } from '../../src/words.js';
import { CASES, refused } from '../docs/refusal-cases.js';
import { REFUSAL_CODES } from '../support/words.js';

/*
 * Every refusal in Japanese, word for word; docs/refusals.md has them in Chinese and in English. `UPDATE_WORDS=1 npm test -- test/words`
 * writes the file anew.
 */

const FILE = new URL('refusals-ja.json', import.meta.url);

function told(code: RefusalCode): string {
  return explain(refused(code), ja, CASES[code].ruleSet ?? renfa2022);
}

if (process.env.UPDATE_WORDS !== undefined) {
  const all = Object.fromEntries(REFUSAL_CODES.map((code) => [code, told(code)]));
  writeFileSync(FILE, `${JSON.stringify(all, null, 2)}\n`);
}

const WRITTEN = JSON.parse(readFileSync(FILE, 'utf8')) as { readonly [code: string]: string };

describe('it is refused in Japanese, word for word:', () => {
  test.each(REFUSAL_CODES)('%s', (code) => {
    expect(told(code)).toBe(WRITTEN[code]);
  });

  test('and nothing else is written down', () => {
    expect(Object.keys(WRITTEN)).toEqual(REFUSAL_CODES);
  });
});
