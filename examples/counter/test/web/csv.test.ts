import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { renfa2022 } from 'points-bank/rule-sets';
import { describe, expect, test } from 'vitest';
import { growth, MOST } from '../../../../test/fuzz/growth.js';
import { decode } from '../../src/csv/decode.js';
import { readCsv } from '../../src/csv/read-csv.js';
import { readRewards, rewardCell } from '../../src/csv/reward-cell.js';
import { csvOf, unescaped } from '../../src/csv/write-csv.js';
import { readRegister } from '../../src/import/read-register.js';
import { day, rowCommand } from '../../src/import/row-command.js';
import { attachment } from '../../src/web/download.js';
import { gb18030 } from './support/gb18030.js';

const PLACE = { communityId: 'linan', by: { office: 'community', communityId: 'linan' } };
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

/** CSV as RFC 4180 has it, read letter by letter; any line break ends a row. */
function read(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < csv.length; at += 1) {
    const letter = csv[at] as string;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (csv[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"') isQuoted = true;
    else if (letter === ',') {
      row.push(cell);
      cell = '';
    } else if (letter === '\r' || letter === '\n') {
      if (csv.startsWith('\r\n', at)) at += 1;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += letter;
  }
  return rows;
}

describe('CSV that is written', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', '=HYPERLINK("http://x")'])(
    'does not run %j as a formula',
    (text) => {
      const [[cell = '']] = parse(csvOf([[text]]), { bom: true, record_delimiter: '\r\n' }) as [[string]];
      expect(cell).toBe(`'${text}`);
      expect(unescaped(cell)).toBe(text);
    },
  );

  test.each([
    '\t=1',
    '\r=1',
    '\n=1',
    'a;=1',
    'a;"=1"',
    'a\t+1',
    'a\n@b',
    'a\r\n-b',
    'a;;＝1',
    "a;'=1",
    '=a;=b',
  ])('does not run %j as a formula, whatever the spreadsheet divides cells by', (text) => {
    const csv = csvOf([['x', text]]);
    for (const cell of csv.slice(1).split(/[,;\t\r\n]/)) expect(cell).not.toMatch(/^"*[=+\-@＝＋－＠]/);
    const [[, cell = '']] = parse(csv, { bom: true, record_delimiter: '\r\n' }) as [[string, string]];
    expect(unescaped(cell)).toBe(text);
  });

  test('keeps numbers as numbers, with their minus signs', () => {
    expect(csvOf([[-2, 0, 3]])).toBe('\uFEFF-2,0,3\r\n');
  });

  test('is read back by another reader, whatever is in it', () => {
    const piece = fc.constantFrom(
      ...[
        "'",
        "'=",
        '=',
        '-',
        '@',
        '\r',
        '\n',
        '\r\n',
        '\t',
        '"',
        '""',
        ',',
        ';',
        ' ',
        '岗',
        'a',
        '1',
        '＝',
        '\u2028',
      ],
    );
    const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    const row = fc.array(cell, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        expect(read(csvOf(rows).slice(1)).map((one) => one.map(unescaped))).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  test('comes back as it went, whatever is in it', () => {
    const rows = [
      ['a,b', 'he said "no"', 'two\nlines', "'quoted'", "'=not", '平安巡逻', '', ' spaces '],
      ['x', '=1', '-', "O'Brien", 'tab\there', '\u{20000}', ';', '1'],
    ];
    const back = parse(csvOf(rows), { bom: true, record_delimiter: '\r\n' }) as string[][];
    expect(back.map((row) => row.map(unescaped))).toEqual(rows);
  });

  test('is named so that no name breaks the header', () => {
    expect(attachment('statement-v"1\r\nX: 1.csv')).toBe(
      `attachment; filename="statement-v_1__X__1.csv"; filename*=UTF-8''statement-v%221%0D%0AX%3A%201.csv`,
    );
    expect(attachment('对账单.csv')).toContain("filename*=UTF-8''%E5%AF%B9%E8%B4%A6%E5%8D%95.csv");
  });
});

describe('CSV that is read', () => {
  const separated = fc.constantFrom(',', ';', '\t');
  const pieces = fc.constantFrom('"', '""', ',', ';', '\t', '\r', '\n', '\r\n', ' ', 'a', '岗', '\u2028');
  const text = fc.array(pieces, { maxLength: 30 }).map((some) => some.join(''));
  const lineEnds = ['\r\n', '\n', '\r'];

  test('is what another parser reads, where that finds no quote out of place', () => {
    const seen = { whole: 0, broken: 0 };
    fc.assert(
      fc.property(text, separated, (csv, delimiter) => {
        const rows = [...readCsv(csv, delimiter, 100)];
        const options = { delimiter, record_delimiter: lineEnds, relax_column_count: true };
        let expected: string[][] | undefined;
        try {
          expected = parse(csv, options) as string[][];
        } catch {
          seen.broken += 1;
        }
        if (expected !== undefined) seen.whole += 1;
        expect(rows.some(({ isBroken }) => isBroken === true)).toBe(expected === undefined);
        if (expected !== undefined) expect(rows.map(({ cells }) => cells)).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(seen.whole, seen.broken)).toBeGreaterThan(300);
  });

  test('has every line of an editor in one row', () => {
    fc.assert(
      fc.property(text, (csv) => {
        const lines = csv.split(/\r\n?|\n/);
        const rows = [...readCsv(csv, ',', 100)];
        expect(rows[0]?.line ?? 1).toBe(1);
        for (const [at, { line, cells, isBroken }] of rows.entries()) {
          const next = rows[at + 1]?.line ?? lines.length + (lines.at(-1) === '' ? 0 : 1);
          const breaks = cells.join().match(/\r\n?|\n/g)?.length ?? 0;
          if (isBroken === true) expect(next).toBeGreaterThan(line);
          else expect(next - line).toBe(breaks + 1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('loses one row to one quote out of place, wherever that is', () => {
    const word = fc.constantFrom('a', 'bc', '岗');
    const within = fc.array(fc.constantFrom('"', ',', '\n', '\r\n', ' ', 'a', '岗'), { maxLength: 5 });
    const words = fc.tuple(word, within, word).map(([first, some, last]) => [first, ...some, last].join(''));
    const row = fc.array(fc.oneof(fc.constant(''), words), { minLength: 4, maxLength: 4 });
    const bare = fc.array(word, { minLength: 4, maxLength: 4 });
    const rows = fc.array(fc.oneof(row, bare), { minLength: 2, maxLength: 8 });
    const seen = { quotesElsewhere: 0 };
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(), (all, which, where) => {
        const written = all.map((one) => stringify([one], { quoted_match: /[\r\n]/ }));
        const bad = which % all.length;
        const whole = written[bad] as string;
        const at = where % whole.length;
        const others = all.filter((_, place) => place !== bad);
        if (written.some((csv, place) => place !== bad && csv.includes('"'))) seen.quotesElsewhere += 1;
        const csv = written.with(bad, `${whole.slice(0, at)}"${whole.slice(at)}`).join('');
        const read = [...readCsv(csv, ',', 100)].flatMap(({ cells, isBroken }) =>
          isBroken === true ? [] : [JSON.stringify(cells)],
        );
        // Of the row that is lost some line may be read as a row of its own; all others are there, in their order.
        const left = others.map((cells) => JSON.stringify(cells));
        for (const cells of read) if (cells === left[0]) left.shift();
        expect(left).toEqual([]);
      }),
      { numRuns: 3000 },
    );
    expect(seen.quotesElsewhere).toBeGreaterThan(1000);
  });

  const USUAL = Array.from({ length: 12 }, (_, at) => `${at},a,x`);
  test.each<[string, string[], (string[] | undefined)[]]>([
    ['takes the lines of a note of its own row with it', ['4,d"e,"one', 'two', 'three",5'], [undefined]],
    ['in a note takes its lines with it', ['4,"one', 'two', '"three",5'], [undefined]],
    ['doubles the one at the end of a note', ['4,"one', 'two', 'three"",5'], [undefined]],
    ['closes no note of a later row', ['4,"d,5', '6,"', 'e",7'], [undefined, ['6', '\ne', '7']]],
    [
      'is not an empty cell of a later row',
      ['4,"d,5', '6,"",7', '8,",e",9'],
      [undefined, ['6', '', '7'], ['8', ',e', '9']],
    ],
    [
      'and another two rows later lose two',
      ['4,"d,5', '6,e,7', '8,f"g,9'],
      [undefined, ['6', 'e', '7'], undefined],
    ],
  ])('with a quote that %s', (_, lines, expected) => {
    const csv = [...USUAL, ...lines, ...USUAL].join('\n');
    const rows = [...readCsv(csv, ',', 100)].map(({ cells, isBroken }) =>
      isBroken === true ? undefined : cells,
    );
    const usual = USUAL.map((line) => line.split(','));
    expect(rows).toEqual([...usual, ...expected, ...usual]);
  });

  test.each([
    ['"a\n', 'quotes that are not closed'],
    ['a"b\n', 'quotes out of place'],
    ['"",""",x\n', 'quotes within quotes'],
    ['a\n', 'short rows'],
    ['\n', 'empty lines'],
    ['"\n\n', 'cells of several lines'],
    [',', 'empty cells'],
  ])('takes time in proportion to a text of %j, %s', (piece) => {
    const reading = (size: number) => {
      const csv = piece.repeat(size);
      const alone = `"${csv}`;
      return () => [csv, alone].flatMap((one) => [...readCsv(one, ',', Number.POSITIVE_INFINITY)]);
    };
    expect(growth(reading, 2000)).toBeLessThanOrEqual(MOST);
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
    ['no day', utf8('类型,账户编号\n报到,v1\n'), /line 1 the column 'date' is missing/],
    ['no day under a title', utf8('台账\n类型,账户编号\n报到,v1\n'), /line 2 the column 'date' is missing/],
    [
      'no headings',
      utf8('报到,v1,2026-01-05\n'),
      /first 20 lines: a row with the columns 'type', 'account', 'date'/,
    ],
    [
      'headings too far down',
      utf8(`${'\n'.repeat(20)}类型,账户编号,日期\n报到,v1,2026-01-05\n`),
      /first 20 lines|no rows/,
    ],
    ['a heading twice', utf8('类型,type,账户编号,日期\n报到,报到,v1,2026-01-05\n'), /'type' is there twice/],
    [
      'a quote in the headings that is not closed',
      utf8('"类型,账户编号,日期\n报到,v1,2026-01-05\n'),
      /quote/,
    ],
  ])('with %s is refused as a whole, in both languages', (_, bytes, reason) => {
    const register = readRegister(bytes);
    if (!('problem' in register)) throw new Error('it was read');
    expect(register.problem.en).toMatch(reason);
    expect(register.problem['zh-CN']).toMatch(/\p{Script=Han}/u);
  });

  test.each([
    [',', '临安社区积分台账'],
    [';', '临安社区，2026年，一季度,,,,,,'],
    ['\t', '"关于"积分;的;台账'],
    [',', '"临安社区'],
    [',', '#1 register'],
    [';', 'sep=;'],
  ])(
    'and divided by %j may have %j above its headings, and no row has another number for it',
    (mark, title) => {
      const head = ['类型', ' Ｔype of thing', '账户 编号', '日期'].join(mark);
      const row = ['报到', '', 'v1', '2026-01-05'].join(mark);
      for (const above of [
        [title],
        [title, '', `${mark}${mark}`],
        [title, ...Array.from({ length: 18 }, () => '')],
      ]) {
        const register = readRegister(
          utf8([...above, head, '', row, `${mark}`, `"x${row}`, row].join('\r\n')),
        );
        if ('problem' in register) throw new Error(register.problem.en);
        const at = above.length + 1;
        expect(register.headingsLine).toBe(at);
        expect(register.unused).toEqual([' Ｔype of thing']);
        const cells = { type: '报到', accountId: 'v1', on: '2026-01-05' };
        expect(register.rows).toEqual([
          { line: at + 2, cells },
          {
            line: at + 4,
            cells: {},
            problem: expect.objectContaining({ 'zh-CN': '本行引号不成对，未能读取。' }),
          },
          { line: at + 5, cells },
        ]);
      }
    },
  );

  test('has headings of several lines, and rows after them', () => {
    const register = readRegister(utf8('"台账\n2026"\n类型,"账户\n编号",日期\n报到,v1,2026-01-05\n'));
    if ('problem' in register) throw new Error(register.problem.en);
    expect(register.headingsLine).toBe(3);
    expect(register.rows).toEqual([{ line: 5, cells: { type: '报到', accountId: 'v1', on: '2026-01-05' } }]);
  });

  test('may say by what it is divided, and have empty rows', () => {
    const register = readRegister(
      utf8('sep=;\r\ntype;account;date\r\n;;\r\nreport-in;a,b;2026-01-05\r\n ; ; \r\n'),
    );
    if ('problem' in register) throw new Error(register.problem.en);
    expect(register.rows).toEqual([
      { line: 4, cells: { type: 'report-in', accountId: 'a,b', on: '2026-01-05' } },
    ]);
  });

  test('loses only the row in which a quote is out of place', () => {
    const lines = [
      'type,account,date',
      'report-in,v1,2026-01-05',
      '"report-in,v2,2026-01-05',
      'report-in,"v3",2026-01-06',
    ];
    const register = readRegister(utf8(lines.join('\n')));
    if ('problem' in register) throw new Error(register.problem.en);
    expect(register.rows.map(({ line, cells, problem }) => [line, cells.accountId, problem?.en])).toEqual([
      [2, 'v1', undefined],
      [3, undefined, 'A quote is out of place in this row.'],
      [4, 'v3', undefined],
    ]);
    const bad = register.rows[1];
    if (bad === undefined) throw new Error('there is no such row');
    expect(rowCommand(bad, renfa2022, PLACE)).toEqual({ problem: bad.problem });
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
    ['２０２６年３月１日', '2026-03-01'],
    ['２０２６／３／１', '2026-03-01'],
    ['４６０８２', '2026-03-01'],
    ['1 March', '1 March'],
  ])('may write a day as %s', (given, read) => {
    expect(day(given)).toBe(read);
  });
});

describe('the rewards of a cell', () => {
  test.each([
    [
      'haircut×１ rice×２',
      [
        ['haircut', '１'],
        ['rice', '２'],
      ],
    ],
    [
      'haircut×1; rice×2',
      [
        ['haircut', '1'],
        ['rice', '2'],
      ],
    ],
    ['soapbox×1', [['soapbox', '1']]],
    ['soapbox', [['soapbox', '1']]],
    [
      'rice x2；oil X 3',
      [
        ['rice', '2'],
        ['oil', '3'],
      ],
    ],
    ['rice*2', [['rice', '2']]],
    [
      '"a;b"×2; "c×3"',
      [
        ['a;b', '2'],
        ['c×3', '1'],
      ],
    ],
    ['"say ""hi"""x4', [['say "hi"', '4']]],
    [
      '大米×2、食用油 × 1，"米、油"x3,"a×1、b"×2 理发 x1\n伞',
      [
        ['大米', '2'],
        ['食用油', '1'],
        ['米、油', '3'],
        ['a×1、b', '2'],
        ['理发', '1'],
        ['伞', '1'],
      ],
    ],
    ['大米 5 公斤、散装×2', [['大米 5 公斤、散装', '2']]],
    [
      '大米 × 2 ； 油',
      [
        ['大米', '2'],
        ['油', '1'],
      ],
    ],
    ['×', [['×', '1']]],
    [
      'a×0;b×-1;c×many',
      [
        ['a', '0'],
        ['b', '-1'],
        ['c', 'many'],
      ],
    ],
    [' ; ;', []],
  ])('%s', (cell, lines) => {
    expect(readRewards(cell).map(({ id, quantity }) => [id, quantity])).toEqual(lines);
  });

  test('come back as they were written, whatever their ids', () => {
    const id = fc
      .array(
        fc.constantFrom('a', 'x', 'X', '×', '*', ';', '；', '、', ',', '\n', '"', ' ', '岗', '1', "'", '='),
        {
          minLength: 1,
          maxLength: 8,
        },
      )
      .map((letters) => letters.join('').trim())
      .filter((one) => one !== '');
    const line = fc.record({ rewardId: id, quantity: fc.integer({ min: 1, max: 99 }) });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        expect(readRewards(rewardCell(lines)).map(({ id, quantity }) => ({ id, quantity }))).toEqual(
          lines.map(({ rewardId, quantity }) => ({ id: rewardId, quantity: String(quantity) })),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('are read in one pass, however many spaces stand in the cell', () => {
    const hostile = `a${' '.repeat(100_000)}b`;
    expect(readRewards(hostile)).toEqual([{ id: hostile, quantity: '1', written: hostile }]);
    for (const piece of ['×1 ', '×1', '"', '" ', ' ×', '×1、"'])
      expect(growth((size) => () => void readRewards(piece.repeat(size)), 2000)).toBeLessThanOrEqual(MOST);
  });

  test('of one reward twice are added up', () => {
    const row = {
      line: 2,
      cells: { type: 'redeem', accountId: 'v1', on: '2026-02-01', rewards: 'rice×1; rice×2' },
    };
    const read = rowCommand(row, renfa2022, PLACE);
    expect(read).toMatchObject({ command: { data: { lines: [{ rewardId: 'rice', quantity: 3 }] } } });
  });
});
