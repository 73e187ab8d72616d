import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renfa2022 } from '../../src/rule-sets.js';

/* `docs/clauses.md` maps each clause of the text to the rule that says it and the test that holds the rule to it. */

const ROOT = new URL('../../', import.meta.url);
const DOCUMENT = readFileSync(new URL('docs/clauses.md', ROOT), 'utf8');

/** The clauses of the text that say something of points. */
const OF_THE_TEXT = [
  ...['1', '2.1', '2.2', '2.3'],
  ...['2.3.1.1', '2.3.1.2', '2.3.1.3', '2.3.1.4', '2.3.1.5', '2.3.1.6'],
  ...['2.3.2.1', '2.3.2.2', '2.3.2.3', '2.3.2.4', '2.3.2.5'],
  ...['2.3.3.1', '2.3.3.2', '2.3.3.3', '2.3.3.4', '2.3.3.5'],
  ...['2.3.4', '3', '4.1', '4.2', '5', 'A.1', 'A.2', 'A.3', 'A.4'],
];

type Row = {
  readonly clause: string;
  readonly says: string;
  /** Parts of the rule set, as dotted paths. */
  readonly rules: readonly string[];
  readonly files: readonly string[];
  readonly tests: readonly string[];
};

const code = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, of]) => of as string);
const links = (cell: string): string[] =>
  [...cell.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, of]) => of as string);

/** The rows of the tables whose first cell is a clause in backquotes. */
const ROWS: readonly Row[] = DOCUMENT.split('\n')
  .filter((line) => /^\| `[\dA][\d.]*` \|/.test(line))
  .map((line): Row => {
    const [, clause = '', says = '', rules = '', tests = ''] = line.split('|').map((cell) => cell.trim());
    return {
      clause: code(clause)[0] ?? '',
      says,
      rules: code(rules),
      files: links(rules),
      tests: links(tests),
    };
  });

/** Every clause that the rule set cites, wherever it cites it. */
function cited(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (key === 'clause') return [String(value)];
    return key === 'clauses' ? Object.values(value as object).map(String) : cited(value);
  });
}

const OF_THE_RULES = [...new Set(cited(renfa2022))];
const EVERY_CLAUSE = [...new Set([...OF_THE_TEXT, ...OF_THE_RULES])];

/** The part of the rule set at a dotted path, or `undefined`. */
function partAt(path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], renfa2022);
}

const isFile = (path: string): boolean => existsSync(new URL(path, ROOT));

describe('the clause map', () => {
  test.each(EVERY_CLAUSE)('has one row for clause %s', (clause) => {
    expect(ROWS.filter((row) => row.clause === clause)).toHaveLength(1);
  });

  test('has no row for a clause that there is not', () => {
    expect(ROWS.map(({ clause }) => clause).filter((clause) => !EVERY_CLAUSE.includes(clause))).toEqual([]);
  });

  test.each(ROWS)(
    'clause $clause: says something, by a rule that exists, held by a test that exists',
    ({ clause, says, rules, files, tests }) => {
      expect(says.length).toBeGreaterThan(10);
      expect(rules).not.toEqual([]);
      expect(files).not.toEqual([]);
      for (const file of files) expect(file.startsWith('src/') && isFile(file), file).toBe(true);
      for (const rule of rules) {
        const part = partAt(rule);
        expect(part, rule).toBeDefined();
        // A part that cites a clause has to cite this one.
        const own =
          typeof part === 'object'
            ? (part as { clause?: string }).clause
            : rule.startsWith('clauses.')
              ? part
              : undefined;
        expect(own ?? clause, rule).toBe(clause);
      }
      expect(tests).not.toEqual([]);
      for (const file of tests) expect(isFile(file), file).toBe(true);
    },
  );

  test.each(OF_THE_TEXT)('clause %s has a test file of its own', (clause) => {
    const file = `test/clauses/${clause}.test.ts`;
    expect(ROWS.find((row) => row.clause === clause)?.tests).toContain(file);
    expect(readFileSync(new URL(file, ROOT), 'utf8')).toContain(`describe('${clause}: `);
  });

  test.each(OF_THE_RULES)(
    'every part of the rule set that cites clause %s is reached from its row',
    (clause) => {
      const rules = ROWS.find((row) => row.clause === clause)?.rules ?? [];
      const parts = pathsCiting(renfa2022, clause).filter((path) => !path.startsWith('readings.'));
      const missing = parts.filter(
        (path) => !rules.some((rule) => path === rule || path.startsWith(`${rule}.`)),
      );
      expect(missing).toEqual([]);
    },
  );

  test.each(Object.entries(renfa2022.readings))(
    'the open question %s stands in the row of its clause',
    (id, { clause }) => {
      const lines = DOCUMENT.split('\n').filter((line) => line.startsWith(`| \`${id}\` |`));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(`\`${clause}\``);
    },
  );
});

/** How many sentences the text has under each clause; what comes before the first clause is `0`. */
const SENTENCES: { readonly [clause: string]: number } = {
  0: 2,
  ...Object.fromEntries(OF_THE_TEXT.filter((clause) => !/^A\./.test(clause)).map((clause) => [clause, 1])),
  '2.3': 3,
  3: 5,
  '4.1': 2,
  '4.2': 6,
  5: 2,
  A: 1,
  ...Object.fromEntries(
    OF_THE_RULES.filter((clause) => /^A\.\d\.\d$/.test(clause)).map((clause) => [clause, 1]),
  ),
};

/** The rows of the table of sentences: clause and place in the first cell. */
const OF_SENTENCES = DOCUMENT.split('\n').flatMap((line) => {
  const [, clause, place] = /^\| `([\dA][\d.]*)` (\d+) \|/.exec(line) ?? [];
  if (clause === undefined) return [];
  return [{ clause, place: Number(place), line }];
});

describe('the table of sentences', () => {
  test.each(Object.entries(SENTENCES))('has every sentence of clause %s, in order', (clause, count) => {
    const places = OF_SENTENCES.filter((row) => row.clause === clause).map(({ place }) => place);
    expect(places).toEqual(Array.from({ length: count }, (_, i) => i + 1));
  });

  test('has no sentence of a clause that there is not', () => {
    expect(
      OF_SENTENCES.map(({ clause }) => clause).filter((clause) => !Object.hasOwn(SENTENCES, clause)),
    ).toEqual([]);
  });

  test.each(OF_SENTENCES)('$clause, sentence $place: is answered by what there is', ({ line, clause }) => {
    const files = links(line);
    expect(files.some((file) => file.startsWith('src/'))).toBe(true);
    expect(files.some((file) => file.startsWith('test/clauses/'))).toBe(true);
    expect(clause === '0' || files.some((file) => file.startsWith('examples/counter/src/'))).toBe(true);
    for (const file of files) expect(isFile(file), file).toBe(true);
    const named = code(line).slice(1);
    expect(named).not.toEqual([]);
    for (const name of named) {
      expect(partAt(name) ?? partAt(`readings.${name}`), name).toBeDefined();
    }
  });

  test.each(Object.keys(renfa2022.readings))('the open question %s is asked of one sentence', (id) => {
    expect(
      OF_SENTENCES.filter(({ line }) => code(line).includes(id)).map(({ clause }) => clause),
    ).toHaveLength(1);
  });
});

/** What both languages have in common in a row: the kind of table, what the row is about, and the code and the links of each cell. */
type Facts = {
  readonly table: 'clause' | 'sentence' | 'reading';
  readonly about: readonly string[];
  readonly cells: readonly { readonly code: readonly string[]; readonly links: readonly string[] }[];
};

/** The place of a sentence, from the text of a row's first cell: `2` of `` `4.2` 2 `` and of `` 四 2 `4.2` 第 2 句 ``. */
const PLACE = /` (?:第 )?(\d+)(?: 句)?$/;

function factsOf(page: string): readonly Facts[] {
  return page.split('\n').flatMap((line): Facts[] => {
    const [, first = '', ...rest] = line.split('|').map((cell) => cell.trim());
    const [id] = code(first);
    if (id === undefined) return [];
    const place = PLACE.exec(first)?.[1];
    return [
      {
        table: place !== undefined ? 'sentence' : /^[\dA]/.test(id) ? 'clause' : 'reading',
        about: place === undefined ? [id] : [id, place],
        cells: rest.map((cell) => ({ code: code(cell), links: links(cell) })),
      },
    ];
  });
}

const IN_CHINESE = readFileSync(new URL('docs/clauses.zh-CN.md', ROOT), 'utf8');

describe('the clause map in Chinese', () => {
  const english = factsOf(DOCUMENT);
  const chinese = factsOf(IN_CHINESE);

  test.each(['clause', 'sentence', 'reading'] as const)(
    'has a row for every %s, in the same order',
    (table) => {
      const about = (rows: readonly Facts[]) =>
        rows.filter((row) => row.table === table).map((row) => row.about);
      expect(about(english).length).toBeGreaterThan(40);
      expect(about(chinese)).toEqual(about(english));
    },
  );

  test.each(english)('$about: names the same parts, readings, files and tests', (row) => {
    expect(
      chinese.filter(({ table, about }) => table === row.table && `${about}` === `${row.about}`),
    ).toEqual([row]);
  });

  test.each(IN_CHINESE.split('\n').filter((line) => /^\|.*`/.test(line)))(
    'writes the clause as the document does, and says what it asks in Chinese: %s',
    (line) => {
      const [, first = '', second = '', third = '', fourth = ''] = line.split('|').map((cell) => cell.trim());
      const isReading = /^`[a-z]/.test(first);
      const [written, clause = ''] = (isReading ? second : first).split(' `');
      const numbering: { readonly [clause: string]: string } = { 0: '卷首', ...renfa2022.source?.numbering };
      expect(written).toBe(numbering[clause.split('`')[0] ?? '']);
      expect(isReading ? fourth : second).toMatch(/^[^a-z`]*[\u4e00-\u9fff][^a-z`]*$/);
      expect(isReading ? third : second).not.toBe('');
    },
  );

  test('the pages link to each other', () => {
    expect(DOCUMENT).toContain('](clauses.zh-CN.md)');
    expect(IN_CHINESE).toContain('](clauses.md)');
  });

  test.each(Object.entries(renfa2022.readings))(
    'the reading %s has its default in the words of the rule set, on both pages',
    (id, { answers, default: literal }) => {
      const title = answers[literal as keyof typeof answers] as (typeof answers)[keyof typeof answers];
      const words = (title as { readonly title: { readonly [locale: string]: string } }).title;
      const row = (page: string) => page.split('\n').find((line) => line.startsWith(`| \`${id}\` |`));
      expect(row(DOCUMENT)).toContain(`| \`${literal}\` | ${words.en} |`);
      expect(row(IN_CHINESE)).toContain(`| \`${literal}\` | ${words['zh-CN']} |`);
    },
  );
});

/** The parts of the rule set, as dotted paths, that cite a clause. */
function pathsCiting(part: unknown, clause: string, path = ''): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (key === 'clause') return value === clause ? [path] : [];
    if (key === 'clauses')
      return Object.entries(value as object).flatMap(([of, cites]) =>
        cites === clause ? [`${at}.${of}`] : [],
      );
    return pathsCiting(value, clause, at);
  });
}
