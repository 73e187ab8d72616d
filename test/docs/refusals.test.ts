import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { REFUSAL_CODES, reasonOf } from '../support/words.js';
import { CASES, refused } from './refusal-cases.js';

/*
 * docs/refusals.md against the code: one heading for each code in the order of the list, and beneath each what the least command that
 * leads to it is really refused with. `UPDATE_DOCS=1 npm test -- test/docs` writes clause and words anew.
 */

const FILE = new URL('../../docs/refusals.md', import.meta.url);
const CODES = REFUSAL_CODES;

/** The words of a refusal, with the titles of the rules that it was decided by. */
function wordsOf(refusal: Refusal): ReturnType<typeof reasonOf> {
  return reasonOf(refusal, CASES[refusal.code].ruleSet ?? renfa2022);
}

/** The sections of the page by their headings. */
function sections(page: string): Map<string, string> {
  const [, ...parts] = page.split(/^## /m);
  return new Map(
    parts.map((part): [string, string] => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end)];
    }),
  );
}

/** A row of a section: what stands after `**Clause:**`. */
function row(section: string | undefined, name: string): string | undefined {
  return new RegExp(`^- \\*\\*${name}:\\*\\* (.*)$`, 'm').exec(section ?? '')?.[1];
}

/** The page with the rows as they really are. */
function updated(page: string): string {
  return CODES.reduce((written, code) => {
    const section = sections(written).get(code);
    if (section === undefined) return written;
    const refusal = refused(code);
    const { clause } = refusal;
    const text = wordsOf(refusal);
    const rows = section
      .replace(/^(- \*\*Clause:\*\* )`[^`]*`/m, (_, before: string) => `${before}\`${clause}\``)
      .replace(/^(- \*\*中文:\*\*) .*$/m, (_, before: string) => `${before} ${text['zh-CN']}`)
      .replace(/^(- \*\*English:\*\*) .*$/m, (_, before: string) => `${before} ${text.en}`);
    return written.replace(`## ${code}${section}`, () => `## ${code}${rows}`);
  }, page);
}

if (process.env.UPDATE_DOCS === '1') writeFileSync(FILE, updated(readFileSync(FILE, 'utf8')));
const page = sections(readFileSync(FILE, 'utf8'));

describe('the refusals reference', () => {
  test('has a heading for each code, in the order of the list', () => {
    expect([...page.keys()]).toEqual(CODES);
  });

  test('keeps the order of the type that documents the codes', () => {
    const source = readFileSync(new URL('../../src/account/decide/refusal.ts', import.meta.url), 'utf8');
    const [facts = ''] = /export type RefusalFacts = \{[\s\S]*?^\};/m.exec(source) ?? [];
    expect([...facts.matchAll(/^ {2}'?([a-z-]+)'?:/gm)].map(([, code]) => code)).toEqual(CODES);
    expect(Object.keys(CASES)).toEqual(CODES);
  });

  test('says for each what to do', () => {
    expect(CODES.filter((code) => (row(page.get(code), 'What to do') ?? '').length < 20)).toEqual([]);
  });
});

describe.each(CODES)('%s', (code) => {
  const refusal = refused(code);

  test('is what the least command is refused with, with these facts', () => {
    expect({ code: refusal.code, facts: refusal.facts }).toEqual({ code, facts: CASES[code].facts });
  });

  test('has its clause, its facts and its words in the reference', () => {
    const section = page.get(code);
    expect(/^`([^`]+)`/.exec(row(section, 'Clause') ?? '')?.[1]).toBe(refusal.clause);
    expect(row(section, '中文')).toBe(wordsOf(refusal)['zh-CN']);
    expect(row(section, 'English')).toBe(wordsOf(refusal).en);
    const named = [...(row(section, 'Facts') ?? '').matchAll(/`([a-zA-Z]+)(\?)?`/g)];
    const known = named.map(([, fact]) => fact);
    const needed = named.filter(([, , optional]) => optional === undefined).map(([, fact]) => fact);
    expect(Object.keys(refusal.facts).filter((fact) => !known.includes(fact))).toEqual([]);
    expect(needed.filter((fact) => !Object.hasOwn(refusal.facts, fact as string))).toEqual([]);
  });
});
