import { parse } from 'csv-parse/sync';
import { type BankEvent, createBank, fold, redeemable } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import { describe, expect, test } from 'vitest';
import { recordCsv } from '../../src/csv/record-csv.js';
import { type Cell, csvOf } from '../../src/csv/write-csv.js';
import { messagesIn } from '../../src/language/messages.js';
import type { Locale } from '../../src/language/words.js';
import { openHost } from './support/host.js';
import { addPeople, fill, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/* The whole record as CSV, read by another reader: nothing of it is left out. */

type Line = Readonly<Record<string, string>>;

const read = (text: string): readonly Line[] => parse(text, { bom: true, columns: true });

/** An account to which all happened that an office may do by the first scheme. */
function aLife(): readonly BankEvent[] {
  const bank = createBank(renfa2022);
  const community = { office: 'community', communityId: 'linan' } as const;
  const subdistrict = { office: 'subdistrict' } as const;
  const shared = { accountId: 'v1', by: community };
  const matter = { item: 'affairs', difficulty: 'hard', on: '2026-03-05' };
  const events: BankEvent[] = [];
  for (const command of [
    {
      type: 'OpenAccount',
      data: { ...shared, role: 'resident', communityId: 'linan', on: '2026-03-01', formComplete: true },
    },
    {
      type: 'ClaimPost',
      data: { ...shared, postId: '平安巡逻', kind: 'post', difficulty: 'hard', on: '2026-03-02' },
    },
    { type: 'CreditActivity', data: { ...shared, ...matter, matterId: '议事会' } },
    { type: 'CreditActivity', data: { ...shared, ...matter, matterId: '=调解;"x"' } },
    {
      type: 'ReverseEntry',
      data: {
        ...shared,
        reversalId: 'r',
        reverses: { kind: 'matter', id: '议事会', item: 'affairs' },
        reason: '记错人',
        on: '2026-03-06',
      },
    },
    {
      type: 'CorrectScore',
      data: {
        accountId: 'v1',
        correctionId: 'c',
        item: 'affairs',
        corrects: '=调解;"x"',
        points: -1,
        reason: '难度应为一般',
        on: '2026-03-07',
        by: subdistrict,
      },
    },
    { type: 'ReleasePost', data: { ...shared, postId: '平安巡逻', on: '2026-03-08' } },
    { type: 'CloseAccount', data: { ...shared, reason: 'moved', on: '2026-03-09' } },
  ]) {
    const decision = bank.decideUnknown(command, fold(events));
    if (!decision.accepted) throw new Error(`${command.type}: ${JSON.stringify(decision.refusal)}`);
    events.push(
      ...decision.events.map((event) => ({ ...event, metadata: { ...event.metadata, enteredBy: 'wang' } })),
    );
  }
  return events;
}

async function* oneAccount(events: readonly BankEvent[]) {
  yield { events };
}

describe.each(['zh-CN', 'en'] as const)('the whole record in %s', (locale: Locale) => {
  const say = messagesIn(locale);

  test('has a line for each event, whatever it is, and what each moved adds up', async () => {
    const life = aLife();
    const rows: Cell[][] = [];
    for await (const row of recordCsv(oneAccount(life), renfa2022, say, locale)) rows.push(row);
    const lines = read(csvOf(rows));
    expect(lines.map((line) => line[say.day])).toEqual(life.map(({ data }) => data.on));
    expect(new Set(lines.map((line) => line[say.kindOfEntry])).size).toBe(
      new Set(life.map(({ type }) => type)).size,
    );
    for (const line of lines) {
      expect(line[say.recorder]).toBe('wang');
      expect(line[say.inWords]).not.toBe('');
      expect(line[say.office]).not.toMatch(/^(community|subdistrict)$/);
    }
    const account = fold(life);
    if (account.status === 'unopened') throw new Error('not opened');
    const sum = lines.reduce((total, line) => total + Number(line[say.redeemableChange]), 0);
    expect([sum, Number(lines.at(-1)?.[say.redeemable])]).toEqual([redeemable(account), redeemable(account)]);
    // Figures are figures, and no text is a formula.
    expect(lines.map((line) => line[say.assessmentChange])).toContain('-1');
    for (const cell of lines.flatMap((line) => [line[say.kindOfEntry], line[say.inWords]]))
      expect(cell).not.toMatch(/^[=+@-]/);
  });
});

test('a community’s is that of its accounts alone, with nothing of them left out', async () => {
  const host = await openHost();
  await addPeople(host);
  await fill(host);
  const clerk = new Visitor(host);
  await clerk.signIn('clerk-linan', PASSWORD);
  const lines = read((await clerk.get('/export/record.csv')).text);
  const recorded: BankEvent[] = [];
  for await (const event of host.counter.store.record()) recorded.push(event);
  expect(lines).toHaveLength(recorded.filter(({ data }) => data.communityId === 'linan').length);
  const { text } = await clerk.get('/export');
  expect(text).toContain('/export/record.csv');
});
