import { renfa2022 } from 'points-bank/rule-sets';
import { beforeEach, describe, expect, test } from 'vitest';
import { readCsv } from '../../src/csv/read-csv.js';
import { csvOf } from '../../src/csv/write-csv.js';
import { FILE_LIMIT, MOST_COLUMNS, MOST_IN_CELL, MOST_LINES, MOST_ROWS } from '../../src/import/limits.js';
import { readFile } from '../../src/import/read-file.js';
import { type Read, readText } from '../../src/import/read-register.js';
import { rowCommand } from '../../src/import/row-command.js';
import { templateOf } from '../../src/import/template.js';
import { type Host, openHost } from './support/host.js';
import { addPeople, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';
import { type SheetCell, sheetXml, workbook } from './support/workbook.js';

/*
 * A register as a workbook of Excel or WPS: what a spreadsheet makes of days and numbers, rows that are empty, and workbooks that are none
 * or too large. The template says what may be entered, and is itself no entry.
 */
const HEAD: readonly SheetCell[] = ['类型', '账户编号', '日期', '类别', '登记表完整'];

const problemOf = (read: Read) => ('problem' in read ? read.problem : undefined);
function rowsOf(read: Read) {
  if ('problem' in read) throw new Error(read.problem.en);
  return read.rows;
}

describe('a workbook', () => {
  test('is read as it looks: days by their cells or by their numbers, numbers as they are, empty rows not at all', async () => {
    const sheet = sheetXml({
      1: HEAD,
      2: ['开户', 'a-1', { day: 46027 }, '居民志愿者', '是'],
      3: [undefined, undefined],
      5: ['开户', 17, 46028, '居民\n志愿者', '是'],
      7: ['开户', '=1+1', '2026年1月8日', '居民志愿者', '是'],
      900: [],
    });
    const rows = rowsOf(await readFile(workbook(sheet)));
    expect(rows.map(({ line, cells }) => [line, cells.accountId, cells.on])).toEqual([
      [2, 'a-1', '2026-01-05'],
      [5, '17', '46028'],
      [7, '=1+1', '2026年1月8日'],
    ]);
    const place = { communityId: 'linan', by: { office: 'community', communityId: 'linan' } };
    const days = rows.map((row) => rowCommand(row, renfa2022, place));
    expect(days).toMatchObject([
      { command: { data: { on: '2026-01-05' } } },
      { command: { data: { on: '2026-01-06' } } },
      { command: { data: { on: '2026-01-08' } } },
    ]);
    expect(rows[1]?.cells.role).toBe('居民 志愿者');
  });

  test('may have titles over several columns and empty rows above its headings; its rows keep their numbers', async () => {
    const row: readonly SheetCell[] = ['开户', 'a-1', { day: 46027 }, '居民志愿者', '是'];
    const sheet = sheetXml({ 1: ['临安社区积分台账'], 2: ['2026年一季度'], 4: HEAD, 6: row }).replace(
      '</sheetData>',
      '</sheetData><mergeCells count="2"><mergeCell ref="A1:E1"/><mergeCell ref="A2:E3"/></mergeCells>',
    );
    const read = await readFile(workbook(sheet));
    expect('headingsLine' in read && read.headingsLine).toBe(4);
    expect(rowsOf(read).map(({ line, cells }) => [line, cells.accountId])).toEqual([[6, 'a-1']]);
  });

  test.each<readonly [string, Uint8Array, RegExp]>([
    ['of too many rows', workbook(sheetXml({ 1: HEAD, [MOST_LINES + 1]: ['开户'] })), /50000 rows/],
    ['of too many rows without numbers', workbook('<row/>'.repeat(MOST_LINES + 1)), /50000 rows/],
    ['of too many columns', workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>'), /50 columns/],
    ['of a column more than may be', workbook('<row r="1"><c r="AY1"><v>1</v></c></row>'), /50 columns/],
    ['with a cell of too much', workbook(sheetXml({ 1: ['x'.repeat(MOST_IN_CELL + 1)] })), /32767 char/],
    ['whose cells share a long text', sharing('x'.repeat(MOST_IN_CELL), 300), /8 MB/],
    // An address that the library reads and a look at the sheet might not.
    ...[
      `<c r='XFD1'/>`,
      '<c r="&#88;FD1"/>',
      '<c s=">" r="XFD1"/>',
      '<c s="<" r="XFD1"/>',
      '<x:c r="A1" x:r="XFD1"/>',
      '<row r="1e6"/>',
      '<row r=" 999999"/>',
      '<row r="0xfffff"/>',
      '<c r="\u00c1\u00c11"/>',
    ].map((tag) => [`with ${tag}`, workbook(tag), /cannot be read|columns|rows/] as const),
    ['that unpacks to more than there is room for', workbook(' '.repeat(65 * 1024 * 1024)), /too large/],
    ['that is none', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), /cannot be read/],
    ['whose sheet is none', workbook('<row'), /cannot be read/],
    ['of the old kind', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /old kind/],
    ['that is empty', workbook(sheetXml({})), /no rows/],
  ])('%s is refused as a whole, and says why', async (_, bytes, words) => {
    const problem = problemOf(await readFile(bytes));
    expect(problem?.en).toMatch(words);
    expect(problem?.['zh-CN']).toMatch(/\p{Script=Han}/u);
  });
});

/** A workbook whose first column has the same text in so many rows, which it keeps once. */
function sharing(words: string, rows: number): Uint8Array {
  const cells = Array.from(
    { length: rows },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`,
  );
  return workbook(`<worksheet><sheetData>${cells.join('')}</sheetData></worksheet>`, [words]);
}

test('a cell far from all others makes no row longer but its own', async () => {
  const far: SheetCell[] = Array.from({ length: 26 });
  far[25] = 'type of thing';
  const rows = {
    1: ['type', 'account', 'date', ...far.slice(3)],
    [MOST_LINES]: ['report-in', 'a', { day: 46027 }],
  };
  const register = await readFile(workbook(sheetXml(rows)));
  expect(rowsOf(register)).toEqual([
    { line: MOST_LINES, cells: { type: 'report-in', accountId: 'a', on: '2026-01-05' } },
  ]);
  // The empty rows between are an end of line each, and nothing else.
  expect('text' in register && register.text.length).toBeLessThan(3 * MOST_LINES);
});

const HEADINGS = 'type,account,date,note';
const ROW = 'report-in,a,2026-01-05,';

describe('a text', () => {
  test.each([
    ['of too many rows', `${HEADINGS}\n${`${ROW}\n`.repeat(MOST_ROWS + 1)}`, /50000 rows/],
    ['of too many lines', `${HEADINGS}\n${'\n'.repeat(MOST_LINES)}${ROW}`, /100000 lines/],
    ['of too many columns', `${HEADINGS}${',x'.repeat(MOST_COLUMNS)}\n${ROW}`, /50 columns/],
    ['with a row of too many columns', `${HEADINGS}\n${ROW}${','.repeat(MOST_COLUMNS)}`, /50 columns/],
    ['with a heading of too much', `${HEADINGS},${'x'.repeat(MOST_IN_CELL + 1)}\n${ROW}`, /32767 char/],
    ['of too much', `${HEADINGS}\n${ROW}${'字'.repeat(FILE_LIMIT / 3)}`, /8 MB/],
    ['with the character 0', `${HEADINGS}\nreport-in,a\0b,2026-01-05,`, /encoding/],
  ])('%s is refused as a whole, in both languages', (_, text, words) => {
    const problem = problemOf(readText(text, 'UTF-8'));
    expect(problem?.en).toMatch(words);
    expect(problem?.['zh-CN']).toMatch(/\p{Script=Han}/u);
  });

  test('may have as many rows, lines and columns as that, and a cell as long', () => {
    const rows = `${ROW}${'x'.repeat(32)}\n`.repeat(MOST_ROWS - 1);
    const last = `${ROW}${'x'.repeat(MOST_IN_CELL)}${','.repeat(MOST_COLUMNS - 4)}`;
    const read = rowsOf(readText(`${HEADINGS}\n${rows}${'\n'.repeat(MOST_ROWS - 1)}${last}`, 'UTF-8'));
    expect(read.length).toBe(MOST_ROWS);
    expect(read.at(-1)?.line).toBe(MOST_LINES);
    expect(read.at(-1)?.cells.note?.length).toBe(MOST_IN_CELL);
  });

  test('loses only the row with a cell of too much', () => {
    const rows = rowsOf(readText(`${HEADINGS}\n${ROW}${'x'.repeat(MOST_IN_CELL + 1)}\n${ROW}`, 'UTF-8'));
    expect(rows.map(({ line, problem }) => [line, problem?.en])).toEqual([
      [2, 'A cell has more than 32767 characters.'],
      [3, undefined],
    ]);
  });

  test('is read no further than its limits, however much comes after', () => {
    const rows = readCsv(`${HEADINGS}\n${'a\n'.repeat(1000)}`, ',', MOST_COLUMNS);
    expect(rows.next().value).toEqual({ line: 1, cells: HEADINGS.split(',') });
    expect(rows.next().value).toEqual({ line: 2, cells: ['a'] });
    const [wide, ...more] = readCsv(','.repeat(1_000_000), ',', MOST_COLUMNS);
    expect(wide?.cells.length).toBe(MOST_COLUMNS + 1);
    expect(more).toEqual([]);
  });
});

describe('at the counter', () => {
  let host: Host;
  let clerk: Visitor;

  beforeEach(async () => {
    host = await openHost();
    await addPeople(host);
    clerk = new Visitor(host);
    await clerk.signIn('clerk-linan', PASSWORD);
  });

  test('a workbook is tried and then imported, once', async () => {
    const sheet = sheetXml({ 1: HEAD, 2: ['开户', 'a-1', { day: 46027 }, '居民志愿者', '是'] });
    const file = new File([workbook(sheet) as BlobPart], '台账.xlsx');
    for (const added of [1, 0]) {
      const tried = await clerk.post('/import', { file });
      expect(tried.text).toContain('XLSX');
      const [, csv] = /name="csv" value="([^"]*)"/.exec(tried.text) ?? [];
      expect(csv === undefined).toBe(added === 0);
      if (csv !== undefined) expect((await clerk.post('/import/apply', { csv })).status).toBe(200);
    }
    expect(await host.counter.store.events('linan-a-1')).toMatchObject([{ data: { on: '2026-01-05' } }]);
  });

  test.each(['zh-CN', 'en'] as const)(
    'the template in %s is no entry, and without its marks is',
    async (locale) => {
      await clerk.get(`/language?to=${locale}&back=/`);
      const { text } = await clerk.get('/import/template.csv');
      expect(text).toContain(locale === 'en' ? 'community party member' : '社区党员');
      expect(problemOf(readText(text, 'UTF-8'))?.en).toBe('The file has no rows.');
      const [head = [], _, ...examples] = templateOf(
        { ruleSet: renfa2022, handbook: undefined },
        locale,
        '2026-11-24',
      );
      const bare = examples.map(([type, ...rest]) => [String(type).slice(1), ...rest]);
      const file = new File([csvOf([head, ...bare.slice(0, 1), ...bare.slice(2, 4)])], 'r.csv');
      const tried = await clerk.post('/import', { file });
      const [, csv = ''] = /name="csv" value="([^"]*)"/.exec(tried.text) ?? [];
      await clerk.post('/import/apply', { csv });
      expect((await host.counter.store.events('linan-0001')).map(({ type }) => type)).toEqual([
        'AccountOpened',
        'PostClaimed',
        'ActivityCredited',
      ]);
    },
  );

  test('a row that is refused is named by its number in the sheet, whatever stands above the headings', async () => {
    const sheet = sheetXml({ 1: ['积分台账'], 3: HEAD, 5: ['记账', 'a-1', { day: 46027 }] });
    const { text } = await clerk.post('/import', {
      file: new File([workbook(sheet) as BlobPart], '台账.xlsx'),
    });
    expect(text).toContain('表头在第 3 行，其上各行未读取。');
    expect(text).toMatch(/<td class="number"[^>]*>5<\/td>/);
  });

  test('a file that is too large is told of at its field', async () => {
    const file = new File(['x'.repeat(8 * 1024 * 1024 + 1)], 'r.csv');
    const { status, text } = await clerk.post('/import', { file });
    expect(status).toBe(422);
    expect(text).toContain('文件超过 8 MB');
  });
});
