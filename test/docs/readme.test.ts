import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { EVENT_VERSIONS, readings } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { type JsonSchema, jsonSchemas } from '../../src/schema.js';
import { REFUSAL_CODES } from '../support/words.js';

/*
 * Both READMEs against the code: the tables of commands, events and readings, and each against the other.
 * `UPDATE_DOCS=1 npm test -- test/docs` writes the tables of readings anew.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
type Locale = 'zh-CN' | 'en';

const PAGES: readonly (readonly [file: string, locale: Locale])[] = [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh-CN'],
];
const MARKED = /<!-- readings -->\n\n([\s\S]*)\n\n<!-- \/readings -->/;
const HEADS: Readonly<Record<Locale, readonly string[]>> = {
  en: ['id', 'clause', 'question', 'default', 'other readings'],
  'zh-CN': ['id', '条款', '问题', '默认', '其他口径'],
};

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The table of readings, as the rule set has them. */
function readingsTable(locale: Locale): string {
  const rows = readings(renfa2022).map(({ id, clause, question, default: literal, answers }) => {
    const shown = Object.entries(answers).map(([answer, { title }]) => ({
      answer,
      words: `\`${answer}\`: ${title[locale]}`,
    }));
    const others = shown.filter(({ answer }) => answer !== literal).map(({ words }) => words);
    const first = shown.find(({ answer }) => answer === literal)?.words ?? '';
    return line([`\`${id}\``, `\`${clause}\``, question[locale] as string, first, others.join('<br>')]);
  });
  return [line(HEADS[locale]), '|---|---|---|---|---|', ...rows].join('\n');
}

/** The rows of a page's tables whose first cell is one of these names: the name, and the other cells. */
function rowsOf(page: string, names: readonly string[]): Map<string, string[]> {
  const rows = page.split('\n').flatMap((text): [string, string[]][] => {
    const [, first = '', ...cells] = text.split('|').map((cell) => cell.trim());
    const name = first.replaceAll('`', '');
    return first === `\`${name}\`` && names.includes(name) ? [[name, cells.slice(0, -1)]] : [];
  });
  return new Map(rows);
}

/** The fields of `data` for each type of a schema, those that may be left out with a `?`. */
function fieldsByType(schema: JsonSchema): Map<string, string[]> {
  const definitions = Object.values(schema.$defs as Record<string, { oneOf?: Variant[] }>);
  const variants = definitions.find(({ oneOf }) => oneOf?.[0]?.properties?.data !== undefined)?.oneOf ?? [];
  return new Map(
    variants.map(({ properties: { type, data } }) => [
      type.const,
      Object.keys(data.properties).map((field) => (data.required.includes(field) ? field : `${field}?`)),
    ]),
  );
}

type Variant = {
  readonly properties: {
    readonly type: { readonly const: string };
    readonly data: { readonly properties: object; readonly required: readonly string[] };
  };
};

function named(cell: string | undefined): string[] {
  return [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

function blocksOf(page: string): string[] {
  return page.match(/^```[\s\S]*?^```$/gm) ?? [];
}

if (process.env.UPDATE_DOCS === '1') {
  for (const [file, locale] of PAGES) {
    const table = `<!-- readings -->\n\n${readingsTable(locale)}\n\n<!-- /readings -->`;
    writeFileSync(
      join(ROOT, file),
      read(file).replace(MARKED, () => table),
    );
  }
}

describe.each(PAGES)('%s', (file, locale) => {
  const page = read(file);

  test('has the rule set’s readings, each with its question, its default and its other answers', () => {
    expect(MARKED.exec(page)?.[1]?.split('\n')).toEqual(readingsTable(locale).split('\n'));
  });

  test('has every command with the fields of its data', () => {
    const fields = fieldsByType(jsonSchemas().command);
    const rows = rowsOf(page, [...fields.keys()]);
    expect([...rows.keys()]).toEqual([...fields.keys()]);
    for (const [type, cells] of rows) expect(named(cells[0]).sort(), type).toEqual(fields.get(type)?.sort());
  });

  test('has every event with its version and the fields that it has beside the common ones', () => {
    const fields = fieldsByType(jsonSchemas().event);
    const common = ['accountId', 'communityId', 'on', 'by', 'clause', 'ruleSet', 'readings'];
    const rows = rowsOf(page, Object.keys(EVENT_VERSIONS));
    expect([...rows.keys()]).toEqual(Object.keys(EVENT_VERSIONS));
    for (const [type, [version, data]] of rows) {
      expect(version, type).toBe(String(EVENT_VERSIONS[type as keyof typeof EVENT_VERSIONS]));
      expect([...common, ...named(data)].sort(), type).toEqual(fields.get(type)?.sort());
    }
    for (const field of common) expect(page).toContain(`\`${field}\``);
  });

  test('counts the refusals rightly', () => {
    expect(/(\d+) (?:codes|个代码)/.exec(page)?.[1]).toBe(String(REFUSAL_CODES.length));
  });

  test('has every entry point', () => {
    const { exports } = JSON.parse(read('package.json')) as { exports: object };
    const entries = Object.keys(exports).filter((key) => key !== './package.json');
    const names = entries.map((key) => `points-bank${key.slice(1)}`);
    expect([...rowsOf(page, names).keys()].sort()).toEqual(names.sort());
  });
});

test('both READMEs have the same code, and headings of the same levels', () => {
  const [english, chinese] = PAGES.map(([file]) => read(file)) as [string, string];
  expect(blocksOf(chinese)).toEqual(blocksOf(english));
  const levels = (page: string): string[] =>
    page.replace(/^```[\s\S]*?^```$/gm, '').match(/^#+(?= )/gm) ?? [];
  expect(levels(chinese)).toEqual(levels(english));
});

test('links between pages lead somewhere', () => {
  const guides = readdirSync(join(ROOT, 'docs/guides')).map((name) => `docs/guides/${name}`);
  const own = [
    'README.md',
    'README.zh-CN.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'docs/refusals.md',
  ];
  const dead = [...own, ...guides].flatMap((file) => {
    const text = read(file).replace(/^```[\s\S]*?^```$/gm, '');
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    return targets.filter((target) => !leadsSomewhere(file, target)).map((target) => `${file}: ${target}`);
  });
  expect(dead).toEqual([]);
});

function leadsSomewhere(file: string, target: string): boolean {
  if (/^[a-z]+:/.test(target)) return true;
  const [path = '', anchor] = target.split('#');
  const page = path === '' ? file : join(dirname(file), path);
  if (!existsSync(join(ROOT, page))) return false;
  if (anchor === undefined) return true;
  const headings = read(page).match(/^#+ .*$/gm) ?? [];
  return headings.map(slug).includes(anchor);
}

/** A heading's anchor, as code hosts make it. */
function slug(heading: string): string {
  return heading
    .replace(/^#+ /, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
