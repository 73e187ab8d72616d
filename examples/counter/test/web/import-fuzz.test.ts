import fc from 'fast-check';
import { createBank, initialAccount } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import { explain } from 'points-bank/words';
import { expect, test } from 'vitest';
import { csvOf } from '../../src/csv/write-csv.js';
import { COLUMNS } from '../../src/import/columns.js';
import { readRegister } from '../../src/import/read-register.js';
import { rowCommand } from '../../src/import/row-command.js';
import { WORDS } from '../../src/language/words.js';

/*
 * A register's file may be anything. It is read, or refused with a reason; each row becomes a command that the library decides on, or is
 * refused with a reason. Nothing throws, and no prototype is touched. `CSV_INPUTS=1000000` makes the long run.
 */
const INPUTS = Number(process.env.CSV_INPUTS ?? 20_000);

const bank = createBank(renfa2022);
const place = { communityId: 'linan', by: { office: 'community', communityId: 'linan' } } as const;

/** How many rows became commands; or the reason why the file was refused. */
function imported(bytes: Uint8Array): number | string {
  const register = readRegister(bytes);
  if ('problem' in register) {
    expect(register.problem['zh-CN']).not.toBe('');
    return register.problem.en;
  }
  let commands = 0;
  for (const row of register.rows) {
    expect(row.line).toBeGreaterThan(1);
    const read = rowCommand(row, renfa2022, place as never);
    if ('problem' in read) {
      expect(read.problem['zh-CN']).not.toBe('');
      continue;
    }
    commands += 1;
    const decision = bank.decideUnknown(read.command, initialAccount);
    if (!decision.accepted) expect(explain(decision.refusal, WORDS['zh-CN'])).not.toBe('');
  }
  return commands;
}

const headings = Object.values(COLUMNS).flatMap((title) => Object.values(title));
const hostile = fc.constantFrom(
  ...[
    '',
    ' ',
    '"',
    '""',
    "'",
    '=1+1',
    '+1',
    '@a',
    '\u0000',
    '\ufeff',
    '\ud800',
    '\u202e',
    '\n',
    '\r\n',
    '\t',
    ',',
    ';',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'x'.repeat(300),
    'NaN',
    '-1',
    '1.5',
    '9007199254740993',
  ],
  ...['2026-02-30', '2026/2/1', '2026年2月1日', '0000-00-00', 'haircut×1; rice×2', '×', 'a×0;b×-1;c×1e9'],
);
const word = fc.constantFrom(
  '开户',
  '报到',
  '认领',
  '记分',
  '兑换',
  'open',
  'claim',
  'L-1',
  '2026-01-05',
  '居民志愿者',
  '是',
);
const cell = fc.oneof(
  { weight: 5, arbitrary: word },
  { weight: 2, arbitrary: hostile },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
const head = fc.oneof(
  { weight: 6, arbitrary: fc.constant(['类型', '账户编号', '日期']) },
  { weight: 3, arbitrary: fc.shuffledSubarray(headings) },
  { weight: 1, arbitrary: fc.array(cell, { maxLength: 6 }) },
);
const table = fc.tuple(
  head,
  fc.shuffledSubarray(headings, { maxLength: 6 }),
  fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 5 }),
);

/** A file as it is written, or with its bytes cut, doubled or changed. */
const file = fc
  .tuple(table, fc.boolean(), fc.option(fc.tuple(fc.nat(), fc.nat(255)), { freq: 3 }))
  .map(([[first, more, rows], asItIs, damage]) => {
    const lines = [[...first, ...more], ...rows];
    const text = asItIs ? csvOf(lines) : lines.map((line) => line.join(',')).join('\n');
    const bytes = new TextEncoder().encode(text);
    if (damage === null || bytes.length === 0) return bytes;
    const [at, byte] = damage;
    if (byte < 64) return bytes.slice(0, at % bytes.length);
    bytes[at % bytes.length] = byte;
    return bytes;
  });

test(`${INPUTS} files, well formed and not`, () => {
  const seen = { commands: 0, refused: 0 };
  fc.assert(
    fc.property(
      fc.oneof({ weight: 9, arbitrary: file }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) }),
      (bytes) => {
        const came = imported(bytes);
        if (typeof came === 'number') seen.commands += came;
        else seen.refused += 1;
      },
    ),
    { numRuns: INPUTS },
  );
  // Or nothing was tried.
  expect(seen.commands).toBeGreaterThan(INPUTS / 20);
  expect(seen.refused).toBeGreaterThan(INPUTS / 20);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('a type of row that every object has by inheritance is no type', () => {
  const bytes = new TextEncoder().encode(
    '类型,账户编号,日期\nconstructor,L-1,2026-01-05\n__proto__,L-1,2026-01-05',
  );
  expect(imported(bytes)).toBe(0);
});
