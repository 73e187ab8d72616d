import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/csv/decode.js';
import { attachment, csvOf, unescaped } from '../../src/csv/write-csv.js';
import { readRegister } from '../../src/import/read-register.js';
import { day } from '../../src/import/row-command.js';
import { gb18030 } from './support/gb18030.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

describe('CSV that is written', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '=HYPERLINK("http://x")',
  ])('does not run %j as a formula', (text) => {
    const [[cell = '']] = parse(csvOf([[text]]), { bom: true, record_delimiter: '\r\n' }) as [[string]];
    expect(cell).toBe(`'${text}`);
    expect(unescaped(cell)).toBe(text);
  });

  test('keeps numbers as numbers, with their minus signs', () => {
    expect(csvOf([[-2, 0, 3]])).toBe('\uFEFF-2,0,3\r\n');
  });

  test('comes back as it went, whatever is in it', () => {
    const rows = [
      ['a,b', 'he said "no"', 'two\nlines', "'quoted'", "'=not", '平安巡逻', '', ' spaces '],
      ['x', '=1', '-', "O'Brien", 'tab\there', '\u{20000}', ';', '1'],
    ];
    const back = parse(csvOf(rows), { bom: true, record_delimiter: '\r\n' }) as string[][];
    expect(back.map((row) => row.map(unescaped))).toEqual(
      rows.map((row) => row.map((cell) => (cell === "'=not" ? '=not' : cell))),
    );
  });

  test('is named so that no name breaks the header', () => {
    expect(attachment('statement-v"1\r\nX: 1.csv')).toBe(
      `attachment; filename="statement-v_1__X__1.csv"; filename*=UTF-8''statement-v%221%0D%0AX%3A%201.csv`,
    );
    expect(attachment('对账单.csv')).toContain("filename*=UTF-8''%E5%AF%B9%E8%B4%A6%E5%8D%95.csv");
  });
});

describe('a file that is read', () => {
  const text = '类型,账户编号,日期,备注\n报到,v1,2026-01-05,“汉字”镕喆\n';

  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8', utf8(`\uFEFF${text}`)],
    ['GB18030', gb18030(text)],
    ['UTF-16', utf16(text)],
    ['UTF-8', utf8(text.replaceAll('\n', '\r\n'))],
    ['UTF-8', utf8(text.replaceAll(',', '\t'))],
    ['UTF-8', utf8(text.replaceAll(',', ';'))],
  ])('is read the same in %s', (encoding, bytes) => {
    const register = readRegister(bytes);
    if ('problem' in register) throw new Error(register.problem.en);
    expect(register.encoding).toBe(encoding);
    expect(register.unused).toEqual([]);
    expect(register.rows).toEqual([
      { line: 2, cells: { type: '报到', accountId: 'v1', on: '2026-01-05', note: '“汉字”镕喆' } },
    ]);
  });

  test('may have letters of four bytes in GB18030', () => {
    // U+3400, which GBK has not: 0x81 0x39 0xEE 0x39.
    expect(decode(new Uint8Array([0xc4, 0xe3, 0x81, 0x39, 0xee, 0x39]))).toEqual({
      text: '你\u3400',
      encoding: 'GB18030',
    });
  });

  test.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00]), /encoding/],
    ['an empty file', utf8(''), /no rows/],
    ['only headings', utf8('类型,账户编号,日期\n'), /no rows/],
    ['no day', utf8('类型,账户编号\n报到,v1\n'), /'date' is missing/],
    ['a heading twice', utf8('类型,type,账户编号,日期\n报到,报到,v1,2026-01-05\n'), /'type' is there twice/],
    ['a quote that is not closed', utf8('类型,账户编号,日期\n"报到,v1,2026-01-05\n'), /quote/],
  ])('with %s is refused as a whole, in both languages', (_, bytes, reason) => {
    const register = readRegister(bytes);
    if (!('problem' in register)) throw new Error('it was read');
    expect(register.problem.en).toMatch(reason);
    expect(register.problem['zh-CN']).toMatch(/\p{Script=Han}/u);
  });

  test('has its lines counted as an editor counts them, cells of several lines among them', () => {
    const register = readRegister(
      utf8('type,account,date,note\nreport-in,v1,2026-01-05,"a\nb"\n\nreport-in,v2,2026-01-05,\n'),
    );
    if ('problem' in register) throw new Error(register.problem.en);
    expect(register.rows.map(({ line, cells }) => [line, cells.accountId])).toEqual([
      [2, 'v1'],
      [5, 'v2'],
    ]);
  });

  test.each([
    ['2026-3-1', '2026-03-01'],
    ['2026/03/01', '2026-03-01'],
    ['2026.3.1', '2026-03-01'],
    ['2026年3月1日', '2026-03-01'],
    ['1 March', '1 March'],
  ])('may write a day as %s', (given, read) => {
    expect(day(given)).toBe(read);
  });
});
