import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { BankEvent, Command } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import { parseCommand } from 'points-bank/schema';
import { describe, expect, test } from 'vitest';
import { entriesCsv } from '../../src/csv/entries-csv.js';
import { type Cell, csvOf } from '../../src/csv/write-csv.js';
import { readFile } from '../../src/import/read-file.js';
import { type Read, readText } from '../../src/import/read-register.js';
import { rowCommand } from '../../src/import/row-command.js';
import type { Locale } from '../../src/language/words.js';
import { type Host, openHost } from './support/host.js';
import { addPeople, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';
import { sheetXml, workbook } from './support/workbook.js';

/* Export and import are inverse: what leaves as entries comes back as the same commands, through another parser and writer of CSV too. */

const BY = { office: 'community', communityId: 'linan' } as const;
const PLACE = { communityId: 'linan', by: BY };
const DAY = '2026-01-05';

const credit = (id: string, note?: string) =>
  ({
    type: 'CreditActivity',
    data: {
      accountId: id,
      on: DAY,
      by: BY,
      item: 'affairs',
      matterId: id,
      difficulty: 'base',
      postId: id,
      ...(note === undefined ? {} : { note }),
    },
  }) as const;

/** Characters that a spreadsheet, a parser or the import might take for its own, and those that ids and notes have more rules about. */
const SPECIAL = [
  ...[
    '\t',
    '\r',
    '\n',
    '\r\n',
    ' ',
    ',',
    ';',
    '；',
    '"',
    "'",
    '=',
    '+',
    '-',
    '@',
    '＝',
    '＋',
    '－',
    '＠',
    '#',
  ],
  ...[
    '×',
    'x',
    'X',
    '*',
    ':',
    '：',
    '\u3000',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\u200d',
    '\u200c',
    '\u0301',
    '\u0085',
  ],
  ...[
    '0',
    '1',
    'a',
    'é',
    '岗',
    '👩',
    '\ufe0f',
    '\u20e3',
    'İ',
    'ﬃ',
    '<',
    '&',
    '\\',
    '%00',
    'sep=;',
    '是',
    'yes',
  ],
];
const letter = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...SPECIAL) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
);
const words = fc.array(letter, { minLength: 1, maxLength: 8 }).map((letters) => letters.join(''));
/** What the library itself takes, and nothing else. */
const id = words.map((one) => one.trim().normalize('NFC')).filter((one) => parseCommand(credit(one)).ok);
const note = words.filter((one) => parseCommand(credit('v', one)).ok);
const lines = fc.uniqueArray(fc.record({ rewardId: id, quantity: fc.integer({ min: 1, max: 99 }) }), {
  minLength: 1,
  maxLength: 3,
  selector: ({ rewardId }) => rewardId,
});

/** The entries of one account that a community has rows for, as commands and as the events that they led to. */
const entries = fc
  .record({ accountId: id, other: id, note: fc.option(note, { nil: undefined }), lines })
  .map(({ accountId, other, note: said, lines: of }) => {
    const claim = {
      type: 'ClaimPost',
      data: { accountId, on: DAY, by: BY, postId: other, kind: 'post', difficulty: 'base' },
    };
    const redeem = {
      type: 'RedeemPoints',
      data: { accountId, on: DAY, by: BY, communityId: 'linan', redemptionId: other, lines: of },
    };
    const credited = credit(other, said);
    const commands = [
      { ...credited, data: { ...credited.data, accountId } },
      claim,
      redeem,
    ] as readonly Command[];
    const types = {
      CreditActivity: 'ActivityCredited',
      ClaimPost: 'PostClaimed',
      RedeemPoints: 'PointsRedeemed',
    };
    const events = commands.map(({ type, data }) => ({
      type: types[type as keyof typeof types],
      data: { ...data, communityId: 'linan', entry: 'activity', points: 1 },
    }));
    return { commands, events: events as unknown as readonly BankEvent[] };
  });

async function exported(events: readonly BankEvent[], locale: Locale): Promise<Cell[][]> {
  async function* accounts() {
    yield { events };
  }
  const rows: Cell[][] = [];
  for await (const row of entriesCsv(accounts(), renfa2022, locale)) rows.push(row);
  return rows;
}

/** The same table as another program would save it: each cell in quotes, each line ended by a line feed. */
function savedElsewhere(csv: string): string {
  const rows = parse(csv, { bom: true, record_delimiter: '\r\n', relax_column_count: true }) as string[][];
  return rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('');
}

function commandsOf(read: Read): unknown[] {
  if ('problem' in read) throw new Error(read.problem.en);
  return read.rows.map((row) => {
    const made = rowCommand(row, renfa2022, PLACE);
    return 'command' in made ? made.command : made.problem.en;
  });
}

test.each(['zh-CN', 'en'] as const)('whatever the ids and notes, in %s', async (locale) => {
  const seen = { notes: 0, edges: 0 };
  await fc.assert(
    fc.asyncProperty(entries, async ({ commands, events }) => {
      const csv = csvOf(await exported(events, locale));
      expect(commandsOf(readText(csv, 'UTF-8'))).toEqual(commands);
      expect(commandsOf(readText(savedElsewhere(csv), 'UTF-8'))).toEqual(commands);
      const [first] = commands;
      const said = first?.type === 'CreditActivity' ? (first.data.note ?? '') : '';
      if (said !== '') seen.notes += 1;
      if (said !== said.trim()) seen.edges += 1;
    }),
    { numRuns: 1500 },
  );
  // Or nothing was tried.
  expect(seen.notes).toBeGreaterThan(300);
  expect(seen.edges).toBeGreaterThan(30);
});

test.each(['a\r\nb', 'a\rb', 'a\nb', ' a ', 'a\n', '\ta', '\n\na\n'])(
  'a note %j comes back as it was',
  async (said) => {
    const { data } = credit('v', said);
    const event = {
      type: 'ActivityCredited',
      data: { ...data, communityId: 'linan', entry: 'activity', points: 1 },
    };
    const csv = csvOf(await exported([event as unknown as BankEvent], 'en'));
    expect(commandsOf(readText(csv, 'UTF-8'))).toEqual([credit('v', said)]);
  },
);

test.each([
  [' a ', 'a'],
  ['a\nb', 'a b'],
  [' a \r\n\r\n b ', 'a b'],
])(
  'a note %j in a workbook comes back as %j: its rows are lines, and its cells have no spaces at their ends',
  async (said, back) => {
    const sheet = sheetXml({ 1: ['type', 'account', 'date', 'note'], 2: ['credit', 'v', DAY, said] });
    expect(commandsOf(await readFile(workbook(sheet)))).toMatchObject([{ data: { note: back } }]);
  },
);

describe('an account from before there were codes', () => {
  const OLD = 'V-0041';
  const asClerk = async (host: Host, name: string) => {
    const clerk = new Visitor(host);
    await clerk.signIn(name, PASSWORD);
    await clerk.get('/import');
    return clerk;
  };
  const opened = async () => {
    const host = await openHost();
    await addPeople(host);
    return host;
  };
  const open = (accountId: string, communityId: string): Command => ({
    type: 'OpenAccount',
    data: {
      accountId,
      communityId,
      role: 'resident',
      on: DAY,
      formComplete: true,
      by: { office: 'community', communityId },
    },
  });
  const importOf = async (clerk: Visitor, text: string) => {
    const tried = await clerk.post('/import', { file: new File([text], 'entries.csv') });
    const [, csv = ''] = /name="csv" value="([^"]*)"/.exec(tried.text) ?? [];
    await clerk.post('/import/apply', { csv });
  };
  const exportOfLinan = async () => {
    const host = await opened();
    await host.counter.store.handle(open(OLD, 'linan'));
    await host.counter.store.handle(open('linan-0001', 'linan'));
    return (await (await asClerk(host, 'clerk-linan')).get('/export/entries.csv')).text;
  };

  test('has its number in another counter that is its community’s alone, and in its own nothing is doubled', async () => {
    const text = await exportOfLinan();
    const elsewhere = await opened();
    await elsewhere.counter.users.remove('clerk-dongpo');
    const clerk = await asClerk(elsewhere, 'clerk-linan');
    await importOf(clerk, text);
    expect(await elsewhere.counter.store.events(OLD)).toHaveLength(1);
    expect(await elsewhere.counter.store.events('linan-0001')).toHaveLength(1);
    await importOf(clerk, text);
    expect(await elsewhere.counter.store.events(OLD)).toHaveLength(1);
    expect(await elsewhere.counter.store.events(`linan-${OLD}`)).toHaveLength(0);
  });

  test('gets the code where another community has the number, or its code is what it begins with', async () => {
    const elsewhere = await opened();
    await elsewhere.counter.store.handle(open(OLD, 'dongpo'));
    const clerk = await asClerk(elsewhere, 'clerk-linan');
    const text = await exportOfLinan();
    await importOf(clerk, `${text}${text.split('\r\n')[1]?.replace(OLD, 'dongpo-0009')}\r\n`);
    expect(await elsewhere.counter.store.events(OLD)).toMatchObject([{ data: { communityId: 'dongpo' } }]);
    for (const own of [`linan-${OLD}`, 'linan-dongpo-0009'])
      expect(await elsewhere.counter.store.events(own)).toMatchObject([{ data: { communityId: 'linan' } }]);
  });

  test('gets the code wherever another community is, whatever accounts that has, and is one account when it comes again', async () => {
    const text = await exportOfLinan();
    const told: string[] = [];
    for (const theirs of [OLD, 'dongpo-0001', undefined]) {
      const elsewhere = await opened();
      const { store } = elsewhere.counter;
      if (theirs !== undefined) await store.handle(open(theirs, 'dongpo'));
      const clerk = await asClerk(elsewhere, 'clerk-linan');
      const tried = await clerk.post('/import', { file: new File([text], 'entries.csv') });
      for (let time = 0; time < 2; time += 1) await importOf(clerk, text);
      const own = [];
      for await (const { event } of store.all())
        if (event.data.communityId === 'linan') own.push(event.data.accountId);
      told.push(
        JSON.stringify([
          /<main[\s\S]*<\/main>/.exec(tried.text)?.[0].replace(/name="token" value="[^"]*"/g, ''),
          own,
        ]),
      );
      expect(own).toEqual([`linan-${OLD}`, 'linan-0001']);
    }
    expect(new Set(told).size).toBe(1);
  });

  test('never becomes one with another account of the same file', async () => {
    const text = await exportOfLinan();
    const elsewhere = await opened();
    const clerk = await asClerk(elsewhere, 'clerk-linan');
    const coded = text.split('\r\n').find((line) => line.includes('linan-0001')) ?? '';
    const both = `${text}${coded.replaceAll('linan-0001', `linan-${OLD}`)}\r\n`;
    const tried = await clerk.post('/import', { file: new File([both], 'entries.csv') });
    expect([...tried.text.matchAll(/<dd>(\d+)<\/dd>/g)].map(([, digits]) => Number(digits))).toEqual([
      3, 2, 0, 1,
    ]);
    expect(tried.text).toContain(`账户编号“linan-${OLD}”不可用`);
    await importOf(clerk, both);
    expect(await elsewhere.counter.store.events(`linan-${OLD}`)).toHaveLength(1);
    expect(await elsewhere.counter.store.events(OLD)).toHaveLength(0);
  });
});
