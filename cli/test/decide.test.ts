import { createBank, decideAll } from 'points-bank';
import { verifyChain } from 'points-bank/audit';
import { renfa2022 } from 'points-bank/rule-sets';
import { describe, expect, test } from 'vitest';
import { Folder } from './support/cli.js';
import { BY, COMMANDS, eventsOf, HANDBOOK } from './support/sample.js';

const folder = new Folder();
const [opening, claim] = COMMANDS;
const late = { type: 'ReportIn', data: { ...opening?.data, on: '2023-09-01' } };
folder.write('commands.jsonl', [
  opening,
  claim,
  { ...late, data: { accountId: 'm', on: '2023-09-01', by: claim?.data.by } },
]);
folder.write('all.jsonl', COMMANDS);
folder.write('handbook.json', JSON.stringify(HANDBOOK));

function linesOf(out: string): string[] {
  return out.trim().split('\n');
}

describe('each command has its answer', () => {
  test('in English; a refusal is an answer of no', async () => {
    const { code, out, err } = await folder.run(['decide', 'commands.jsonl']);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatchInlineSnapshot(`
      "commands.jsonl:1: 2023-03-01, blue account opened: resident volunteer (clause 2.3.3.1): +1 point. Opening the account counts as the report-in. Readings used: 'Every year': which year, and is opening that year's report-in? – 'the calendar year; opening counts'.
      commands.jsonl:2: 2023-03-02, Claim of a post or project: '平安巡逻' (clause 2.3.3.2): +2 points. Difficulty 'hard' scores 2 points. 'claims of posts and projects' allows 3 points over the account's whole life, of which 0 had been used; nothing was cut. This limit does not reset. Readings used: Claims count up to 3 points in all: over what time? – 'for life: the text names no period'.
      commands.jsonl:3: Refused (clause 2.3.3.1): No further report-in on 2023-09-01: there was one on 2023-03-01, the next is possible from 2024-01-01. Readings used: 'Every year': which year, and is opening that year's report-in? – 'the calendar year; opening counts'.
      "
    `);
  });

  test('in Chinese, as CSV, over what the ledger has already', async () => {
    folder.write('ledger.jsonl', eventsOf(COMMANDS.slice(0, 1)));
    const { code, out } = await folder.chinese([
      'decide',
      'commands.jsonl',
      '--ledger',
      'ledger.jsonl',
      '--format',
      'csv',
    ]);
    expect(code).toBe(1);
    expect(out.replaceAll('\r', '')).toMatchInlineSnapshot(`
      "﻿行,账户,结果,说明
      1,m,已办理,此前已登记，不重复办理。
      2,m,已办理,2023-03-02 认领岗位或项目“平安巡逻”（条款二（三）3（2））：+2 分。按“难度较大”记 2 分。“认领岗位或项目”开户以来累计不超过 3 分，此前已用 0 分，未超限。该上限为终身累计。所依据的解释口径：认领累计不超过 3 分：按多长时间累计？——“终身累计（文件未规定期限）”。
      3,m,未能办理,未能办理（条款二（三）3（1））：2023-09-01 不能再次报到：已于 2023-03-01 报到，自 2024-01-01 起可再报到。所依据的解释口径：“每年”如何计，开户是否即为当年报到？——“自然年；开户即为当年报到”。
      "
    `);
  });

  test('as JSON is what the library decides', async () => {
    const { code, out } = await folder.run([
      'decide',
      'all.jsonl',
      '--handbook',
      'handbook.json',
      '--format',
      'json',
    ]);
    const decided = decideAll(createBank(renfa2022, { handbook: HANDBOOK }), COMMANDS, new Map());
    expect(code).toBe(0);
    expect(linesOf(out).map((line) => JSON.parse(line))).toEqual(
      decided.decisions.map((decision, i) => ({
        line: i + 1,
        ...JSON.parse(JSON.stringify(decision)),
        text: expect.any(String),
      })),
    );
  });

  test('what is no command is refused with its field, and what is no JSON ends the command', async () => {
    folder.write('wrong.jsonl', [{ type: 'ReportIn', data: { ...claim?.data, on: '2023-02-30' } }]);
    expect(await folder.chinese(['decide', 'wrong.jsonl'])).toMatchObject({ code: 1, err: '' });
    folder.write('broken.jsonl', [opening, '{"type":']);
    expect(await folder.chinese(['decide', 'broken.jsonl'])).toEqual({
      code: 2,
      out: '',
      err: 'points-bank: broken.jsonl:2：不是一行完整的记录\n',
    });
  });
});

describe('events', () => {
  test('make a sealed ledger that goes on from another one; refusals are told apart', async () => {
    const first = await folder.run(['decide', 'commands.jsonl', '--events', '--seal']);
    expect(first.code).toBe(1);
    expect(first.err).toMatch(/^commands\.jsonl:3: Refused \(clause 2\.3\.3\.1\): /);
    folder.write('first.jsonl', first.out);
    folder.write('more.jsonl', COMMANDS.slice(2));
    const args = [
      'decide',
      'more.jsonl',
      '--ledger',
      'first.jsonl',
      '--handbook',
      'handbook.json',
      '--events',
      '--seal',
    ];
    const more = await folder.run(args);
    expect(more).toMatchObject({ code: 0, err: '' });
    const whole = linesOf(first.out + more.out).map((line) => JSON.parse(line));
    expect(verifyChain(whole)).toMatchObject({ ok: true, length: COMMANDS.length });
    const without = (event: { readonly type: string; readonly data: unknown }) => ({
      type: event.type,
      data: event.data,
    });
    expect(whole.map(without)).toEqual(JSON.parse(JSON.stringify(eventsOf(COMMANDS).map(without))));
  });

  test('cannot go on from a ledger that is not sealed', async () => {
    folder.write('plain.jsonl', eventsOf(COMMANDS.slice(0, 1)));
    const args = ['decide', 'commands.jsonl', '--ledger', 'plain.jsonl', '--events', '--seal'];
    expect(await folder.chinese(args)).toEqual({
      code: 2,
      out: '',
      err: 'points-bank: 台账的最后一笔没有加封，无法接续\n',
    });
  });

  test('stock is what the ledger has left', async () => {
    const visit = (accountId: string, on: string) => ({
      ...COMMANDS[5],
      data: { ...COMMANDS[5]?.data, accountId, redemptionId: `r-${accountId}`, on },
    });
    folder.write('redeemed.jsonl', eventsOf(COMMANDS));
    const one = JSON.stringify({ ...HANDBOOK, rewards: [{ ...HANDBOOK.rewards[0], stock: 1 }] });
    folder.write('one.json', one);
    folder.write('visit.jsonl', [visit('n', '2023-07-01')]);
    const args = ['decide', 'visit.jsonl', '--ledger', 'redeemed.jsonl', '--format', 'json', '--handbook'];
    expect(await folder.run([...args, 'handbook.json'])).toMatchObject({ code: 0 });
    const refused = await folder.run([...args, 'one.json']);
    expect([refused.code, JSON.parse(refused.out).refusal.code]).toEqual([1, 'out-of-stock']);
  });
});

describe('CSV', () => {
  test('of commands, as a spreadsheet has them: an id of digits stays a word', async () => {
    const csv = [
      'type,data.accountId,data.role,data.communityId,data.on,data.formComplete,data.by.office,data.by.communityId,data.item,data.matterId,data.difficulty,data.note',
      'OpenAccount,1001,resident,linan,2023-03-01,true,community,linan,,,,',
      'CreditActivity,1001,,,2023-04-01,,community,linan,activity,3,hard,"一行\n""两行"""',
    ];
    folder.write('commands.csv', `\uFEFF${csv.join('\r\n')}\r\n`);
    const { code, out } = await folder.run(['decide', 'commands.csv', '--events']);
    expect(code).toBe(0);
    expect(linesOf(out).map((line) => JSON.parse(line).data)).toMatchObject([
      { accountId: '1001', points: 1 },
      { accountId: '1001', matterId: '3', note: '一行\n"两行"', points: 2 },
    ]);
  });

  test('of events reads back: the same ledger, seals included', async () => {
    // Texts that a spreadsheet would run, and one that looks as if it had been made safe already.
    const noted = ['=1+1', "'=2", '-3', '@x'].map((note, i) => ({
      type: 'CreditActivity',
      data: {
        accountId: 'n',
        item: 'other',
        matterId: `${note}${i}`,
        note,
        difficulty: 'base',
        on: '2024-03-01',
        by: BY,
      },
    }));
    folder.write('noted.jsonl', [...COMMANDS, ...noted]);
    const args = ['decide', 'noted.jsonl', '--handbook', 'handbook.json', '--events', '--seal'];
    const [json, csv] = await Promise.all([folder.run(args), folder.run([...args, '--format', 'csv'])]);
    folder.write('events.jsonl', json.out);
    folder.write('events.csv', csv.out);
    const [asJson, asCsv] = await Promise.all(
      ['events.jsonl', 'events.csv'].map((file) => folder.run(['verify', file, '--format', 'json'])),
    );
    expect(asCsv).toEqual(asJson);
    expect(asCsv?.code).toBe(0);
    expect(csv.out).toContain(`,'=1+1,`);
    const statement = (file: string) =>
      folder.run([
        'statement',
        file,
        '--account',
        'm',
        '--from',
        '2023-01-01',
        '--to',
        '2024-12-31',
        '--format',
        'json',
      ]);
    expect(await statement('events.csv')).toEqual(await statement('events.jsonl'));
  });

  test.each([
    ['an unknown column', 'type,data.acountId\n', '1: there is no such column: data.acountId'],
    [
      'a row that is too short',
      'type,data.accountId\nReportIn,m\nReportIn\n',
      '3: it is not a row of this CSV file: it has another number of cells, or a quote that does not end',
    ],
  ])('%s', async (_, csv, said) => {
    folder.write('wrong.csv', csv);
    expect(await folder.run(['decide', 'wrong.csv'])).toEqual({
      code: 2,
      out: '',
      err: `points-bank: wrong.csv:${said}\n`,
    });
  });
});
