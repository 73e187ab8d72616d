import { renfa2022 } from 'points-bank/rule-sets';
import { beforeEach, describe, expect, test } from 'vitest';
import { csvOf } from '../../src/csv/write-csv.js';
import { readFile } from '../../src/import/read-file.js';
import { MOST_ROWS, type Read, readText } from '../../src/import/read-register.js';
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

  test.each([
    ['of too many rows', workbook(sheetXml({ 1: HEAD, [MOST_ROWS + 2]: ['开户'] })), /50000 rows/],
    ['of too many columns', workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>'), /too large/],
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

test('a text of too many rows is refused as a whole', () => {
  const text = `type,account,date\n${'report-in,a,2026-01-05\n'.repeat(MOST_ROWS + 1)}`;
  expect(problemOf(readText(text, 'UTF-8'))?.en).toMatch(/50000 rows/);
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
      const [head = [], _, ...examples] = templateOf(renfa2022, locale);
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

  test('a file that is too large is told of at its field', async () => {
    const file = new File(['x'.repeat(8 * 1024 * 1024 + 1)], 'r.csv');
    const { status, text } = await clerk.post('/import', { file });
    expect(status).toBe(422);
    expect(text).toContain('文件超过 8 MB');
  });
});
