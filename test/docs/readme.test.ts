import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { EVENT_VERSIONS, readings } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { type JsonSchema, jsonSchemas } from '../../src/schema.js';
import { REFUSAL_CODES } from '../support/words.js';
import { blocksOf, codeOf } from './code-blocks.js';

/*
 * The READMEs and the pages of reference against the code: tables of commands, events and readings, links, and one README against the
 * other. `UPDATE_DOCS=1 npm test -- test/docs` writes the tables of readings anew.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
type Locale = 'zh-CN' | 'en';

const READMES: readonly (readonly [file: string, locale: Locale])[] = [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh-CN'],
];
/** The readings that the READMEs show as an example. */
const SHOWN: readonly string[] = ['claim-cap-window', 'redemption-period', 'carry-over'];
const HEADS: Readonly<Record<Locale, readonly string[]>> = {
  en: ['id', 'clause', 'question', 'default', 'other readings'],
  'zh-CN': ['标识', '条款', '问题', '默认', '其他口径'],
};

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Every table of readings, with the mark that it stands between. */
const TABLES: readonly { file: string; mark: string; locale: Locale; ids?: readonly string[] }[] = [
  ...READMES.map(([file, locale]) => ({ file, mark: 'readings', locale, ids: SHOWN })),
  { file: 'docs/readings.md', mark: 'readings en', locale: 'en' },
  { file: 'docs/readings.md', mark: 'readings zh-CN', locale: 'zh-CN' },
];

/** The table of readings, as the rule set has them: all of them, or those that are named. */
function readingsTable(locale: Locale, ids?: readonly string[]): string {
  const shown = readings(renfa2022).filter(({ id }) => ids === undefined || ids.includes(id));
  const rows = shown.map(({ id, clause, question, default: literal, answers }) => {
    const all = Object.entries(answers).map(([answer, { title }]) => ({
      answer,
      words: `\`${answer}\`${locale === 'en' ? ': ' : '：'}${title[locale]}`,
    }));
    const others = all.filter(({ answer }) => answer !== literal).map(({ words }) => words);
    const first = all.find(({ answer }) => answer === literal)?.words ?? '';
    return line([
      `\`${id}\``,
      citedIn(locale, clause),
      question[locale] as string,
      first,
      others.join('<br>'),
    ]);
  });
  return [line(HEADS[locale]), '|---|---|---|---|---|', ...rows].join('\n');
}

/** A clause by its id, and in Chinese as the document writes it. */
function citedIn(locale: Locale, clause: string): string {
  const numbering: Readonly<Record<string, string>> = renfa2022.source?.numbering ?? {};
  return locale === 'en' ? `\`${clause}\`` : (numbering[clause] ?? clause);
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
  const definitions = definitionsOf(schema);
  return new Map(formsOf(schema).map((type) => [type, fieldsOf(definitions[`${type}Data`] ?? {})]));
}

/** The types of command or event that a schema has, each a definition of its own. */
function formsOf(schema: JsonSchema): string[] {
  const whole = definitionsOf(schema)[String(schema.$ref).replace('#/$defs/', '')];
  return (whole?.oneOf ?? []).map(({ $ref = '' }) => $ref.replace('#/$defs/', ''));
}

function definitionsOf({ $defs }: JsonSchema): Readonly<Record<string, Part>> {
  return $defs as Record<string, Part>;
}

/** The fields of some members of an event's `data`, sorted; of a list, those of its parts. */
function partsOfData(schema: JsonSchema, event: string, members: readonly string[]): Map<string, string[]> {
  const definitions = definitionsOf(schema);
  const data = definitions[`${event}Data`];
  return new Map(
    members.map((member) => {
      let part = data?.properties?.[member];
      while (part?.items !== undefined || part?.$ref !== undefined)
        part = part.items ?? definitions[part.$ref?.replace('#/$defs/', '') ?? ''];
      return [member, fieldsOf(part ?? {}).sort()];
    }),
  );
}

function fieldsOf({ properties = {}, required = [] }: Part): string[] {
  return Object.keys(properties).map((field) => (required.includes(field) ? field : `${field}?`));
}

type Part = {
  readonly $ref?: string;
  readonly oneOf?: readonly Part[];
  readonly items?: Part;
  readonly properties?: Readonly<Record<string, Part>>;
  readonly required?: readonly string[];
};

function named(cell: string | undefined): string[] {
  return [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

/** What stands between `<!-- mark -->` and `<!-- /mark -->`. */
function marked(mark: string): RegExp {
  return new RegExp(`<!-- ${mark} -->\\n\\n([\\s\\S]*?)\\n*<!-- /${mark} -->`);
}

if (process.env.UPDATE_DOCS === '1') {
  for (const { file, mark, locale, ids } of TABLES) {
    const table = `<!-- ${mark} -->\n\n${readingsTable(locale, ids)}\n\n<!-- /${mark} -->`;
    writeFileSync(
      join(ROOT, file),
      read(file).replace(marked(mark), () => table),
    );
  }
}

test.each(TABLES)(
  '$file ($locale) has the rule set’s readings, with question, default and other answers',
  ({ file, mark, locale, ids }) => {
    expect(marked(mark).exec(read(file))?.[1]?.split('\n')).toEqual(readingsTable(locale, ids).split('\n'));
  },
);

describe('docs/commands.md', () => {
  const page = read('docs/commands.md');

  test('has every command with the fields of its data', () => {
    const fields = fieldsByType(jsonSchemas().command);
    const rows = rowsOf(page, [...fields.keys()]);
    expect([...rows.keys()]).toEqual([...fields.keys()]);
    for (const [type, cells] of rows) expect(named(cells[0]).sort(), type).toEqual(fields.get(type)?.sort());
  });
});

describe('docs/events.md', () => {
  const page = read('docs/events.md');

  test('has every event with its version and the fields that it has beside the common ones', () => {
    const fields = fieldsByType(jsonSchemas().event);
    const common = ['accountId', 'communityId', 'on', 'recordedOn?', 'by', 'clause', 'ruleSet', 'readings'];
    const rows = rowsOf(page, Object.keys(EVENT_VERSIONS));
    expect([...rows.keys()]).toEqual(Object.keys(EVENT_VERSIONS));
    for (const [type, [version, data]] of rows) {
      expect(version, type).toBe(String(EVENT_VERSIONS[type as keyof typeof EVENT_VERSIONS]));
      expect([...common, ...named(data)].sort(), type).toEqual(fields.get(type)?.sort());
    }
    for (const field of common) expect(page).toContain(`\`${field}\``);
  });

  test('has the fields of what an entry says of its points', () => {
    const { event } = jsonSchemas();
    const members = partsOfData(event, 'ActivityCredited', ['limits', 'matter', 'addedUp', 'factor', 'bar']);
    const rows = rowsOf(page, [...members.keys()]);
    expect([...rows.keys()]).toEqual([...members.keys()]);
    for (const [member, [fields]] of rows) expect(named(fields).sort(), member).toEqual(members.get(member));
  });
});

describe.each(READMES)('%s', (file) => {
  const page = read(file);

  test('counts the readings and the refusals rightly', () => {
    const counts = [...page.matchAll(/(\d+) (?:readings|个解释口径)/g)].map(([, count]) => Number(count));
    expect(counts).toEqual([readings(renfa2022).length]);
    expect(/(\d+) (?:codes|个代码)/.exec(page)?.[1]).toBe(String(REFUSAL_CODES.length));
  });

  test('has every entry point', () => {
    const { exports } = JSON.parse(read('package.json')) as { exports: object };
    const entries = Object.keys(exports).filter((key) => key !== './package.json');
    const names = entries.map((key) => `points-bank${key.slice(1)}`);
    expect([...rowsOf(page, names).keys()].sort()).toEqual(names.sort());
  });
});

test('the first program is ten lines that fit a screen, and each README explains in its own language', () => {
  for (const [file, locale] of READMES) {
    const program = blocksOf(read(file)).find((block) => block.startsWith('```ts')) ?? '';
    const lines = program.split('\n').slice(1, -1);
    expect(lines.filter((text) => text !== '' && !text.startsWith('//'))).toHaveLength(10);
    expect(lines.filter((text) => text.length > 140 && !text.startsWith('//'))).toEqual([]);
    expect(program).toContain(locale === 'en' ? '(event, en,' : '(event, zhCN,');
  }
});

test('both READMEs have the same code, and headings of the same levels', () => {
  const [english, chinese] = READMES.map(([file]) => read(file)) as [string, string];
  expect(blocksOf(chinese).map(codeOf)).toEqual(blocksOf(english).map(codeOf));
  const levels = (page: string): string[] =>
    page.replace(/^```[\s\S]*?^```$/gm, '').match(/^#+(?= )/gm) ?? [];
  expect(levels(chinese)).toEqual(levels(english));
});

test('links between pages lead somewhere', () => {
  const guides = readdirSync(join(ROOT, 'docs/guides'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/guides/${name}`);
  const own = [
    'README.md',
    'README.zh-CN.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    ...readdirSync(join(ROOT, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
    ...readdirSync(join(ROOT, 'examples'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /^[^/]+\/README[^/]*\.md$/.test(name))
      .map((name) => `examples/${name}`),
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
