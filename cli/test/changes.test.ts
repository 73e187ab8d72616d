import { withReading } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import { compareRuleSets, plainPopulation, sensitivity, simulate } from 'points-bank/simulation';
import { describe, expect, test } from 'vitest';
import { Folder } from './support/cli.js';
import { BY, COMMANDS, eventsOf, HANDBOOK } from './support/sample.js';

/* What other rules would do: replay, compare, sensitivity, simulate. */

const folder = new Folder();
/** Two claims of 2 points in two years: 4 points by the year, 3 for life. */
const events = eventsOf([
  ...COMMANDS,
  {
    type: 'ClaimPost',
    data: { accountId: 'm', postId: '助餐', kind: 'post', difficulty: 'hard', on: '2024-03-09', by: BY },
  },
]);
folder.write('ledger.jsonl', events);
folder.write('rules.json', JSON.stringify(withReading(renfa2022, 'claim-cap-window', 'calendar-year')));
const histories = ['m', 'n'].map((id) => events.filter(({ data }) => data.accountId === id));

describe('replay', () => {
  test('in English, under rules of a file', async () => {
    const { code, out, err } = await folder.run(['replay', 'ledger.jsonl', '--rules', 'rules.json']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "account  date        recorded  now  explanation
      m        2024-03-09         0    2  2024-03-09, Claim of a post or project: '助餐' (clause 2.3.3.2): +2 points. Difficulty 'hard' scores 2 points. 'claims of posts and projects' allows 3 points over 2024, of which 0 had been used; nothing was cut. This limit resets on 2025-01-01. Readings used: Claims count up to 3 points in all: over what time? – 'in each calendar year'.
      Entries decided again: 9; with another outcome: 1.
      * What was refused at the time is not recorded; these rules might have taken it.
      * A handbook's stock and its limits for each account are not in the events; they are not checked again.
      * Where an event does not name who entered or who approved it, it is taken as entered by others, as the rules ask.
      * What a closed account handed on is taken up as it was recorded, and not as these rules would have it.
      * What was verified when it was entered is taken as verified.
      * Under other rules volunteers might have done other things.
      "
    `);
  });

  test('in Chinese, all entries of one account', async () => {
    const args = ['replay', 'ledger.jsonl', '--account', 'n', '--all', '--format', 'csv'];
    expect((await folder.chinese(args)).out.replaceAll('\r', '')).toMatchInlineSnapshot(`
      "﻿账户,日期,原记,重算,说明
      n,2023-05-04,1,1,2023-05-04 在职党员开设红色账户（条款二（三）2（1））：+1 分。开户即计为报到。所依据的解释口径：“每年”如何计，开户是否即为当年报到？——“自然年；开户即为当年报到”。
      n,2023-05-10,2,2,2023-05-10 参与社区事务“听证”（条款二（三）2（4））：+2 分。按“难度较大”记 2 分。所依据的解释口径：同一事项可否按两个计分项记分？——“只按一个计分项记分”。
      "
    `);
  });

  test('what the rules refuse, as JSON', async () => {
    const { out } = await folder.run(['replay', 'ledger.jsonl', '--rules', 'hailin', '--format', 'json']);
    const [first] = out.split('\n').map((line) => JSON.parse(line || 'null'));
    expect(first).toMatchObject({ differs: true, recorded: JSON.parse(JSON.stringify(events[0])) });
    expect(first.refusal.code).toBe('unknown-role');
  });

  test('an account that is not there', async () => {
    expect(await folder.run(['replay', 'ledger.jsonl', '--account', 'x'])).toMatchObject({
      code: 1,
      out: '',
    });
  });
});

describe('compare', () => {
  const reading = ['--with-reading', 'claim-cap-window=calendar-year'];

  test('in English', async () => {
    const { code, out, err } = await folder.run(['compare', 'ledger.jsonl', '--with', 'rules.json']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "Accounts 2, changed 1, gaining 1, losing 0; redemptions lost 0

      total        now  then  change
      earned         8    10       2
      assessment     7     9       2
      outstanding    4     6       2

      assessment of account  now  then  change
      m                        4     6       2

      assessment of role       now  then  change
      in-service party member    3     3       0
      resident volunteer         4     6       2

      earned by item              now  then  change
      Claim of a post or project    3     5       2

      assessment of year  now  then  change
      2024                  0     2       2

      * What was refused at the time is not recorded; these rules might have taken it.
      * A handbook's stock and its limits for each account are not in the events; they are not checked again.
      * Where an event does not name who entered or who approved it, it is taken as entered by others, as the rules ask.
      * What a closed account handed on is taken up as it was recorded, and not as these rules would have it.
      * What was verified when it was entered is taken as verified.
      * Under other rules volunteers might have done other things.
      "
    `);
  });

  test('in Chinese, one part alone', async () => {
    const { out } = await folder.chinese(['compare', 'ledger.jsonl', ...reading, '--by', 'item']);
    expect(out).toMatchInlineSnapshot(`
      "计分项所得      现行  改后  增减
      认领岗位或项目     3     5     2
      "
    `);
  });

  test('as JSON is what the library gives', async () => {
    const { out } = await folder.run(['compare', 'ledger.jsonl', ...reading, '--format', 'json']);
    const other = withReading(renfa2022, 'claim-cap-window', 'calendar-year');
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(compareRuleSets(histories, renfa2022, other))));
  });

  test('wants to know with what', async () => {
    expect(await folder.chinese(['compare', 'ledger.jsonl'])).toEqual({
      code: 2,
      out: '',
      err: 'points-bank: 请用 --with 或 --with-reading 写明与什么对比\n',
    });
  });
});

describe('sensitivity', () => {
  test('in English, over an account on which little hangs', async () => {
    folder.write('n.jsonl', histories[1] ?? []);
    expect((await folder.run(['sensitivity', 'n.jsonl'])).out).toMatchInlineSnapshot(`
      "reading=answer                      question                                                        if it were                                                        accounts  most points  all points  redemptions lost  feedback
      hundred-mark=no-mark                What does a mark out of one hundred mean?                       no mark is shown                                                         0            0           0                 0         1
      feedback-cut-off=december-november  The year's account is due before the year ends: what is in it?  December of the year before to November                                  0            0           0                 0         1
      mark-scale=highest-is-100           What do one hundred points of the year’s mark stand for?        the highest assessment of the year; the others are in proportion         0            0           0                 0         1
      Accounts 1. The other 61 answers change nothing on this ledger.
      "
    `);
  });

  test('in Chinese', async () => {
    const { code, out, err } = await folder.chinese(['sensitivity', 'ledger.jsonl']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "口径=答案                               问题                                               若取                                    变动账户  至多  合计  不能兑换  反馈变动
      spendable-from=next-half                本半年所得积分可否在本半年兑换？                   自下一个半年起可以                             1     3     0         1         0
      goods-consent=services-too              代表会议的同意针对什么？                           服务亦须逐项同意                               1     3     0         1         0
      blue-deduction=red-only                 文件只规定红色账户核减，蓝色账户是否核减？         只核减红色账户                                 1     3     0         0         0
      claim-cap-window=calendar-year          认领累计不超过 3 分：按多长时间累计？              每自然年累计                                   1     2     2         0         0
      claim-cap-window=half-year              认领累计不超过 3 分：按多长时间累计？              每半年累计                                     1     2     2         0         0
      claim-cap-overflow=refused              已有 2 分，再认领难度较大（2 分）的岗位，如何记？  剩余额度不足的不予认领                         1     1    -1         0         0
      form-each-year=each-year                每年报到是否都须填写登记表？                       每年都须填写                                   1     1    -1         0         0
      registration-year=twelve-months         “每年”如何计，开户是否即为当年报到？               距上次满十二个月                               1     1    -1         0         0
      carry-over=year-end                     剩余积分累计到何时？                               年末失效                                       1     1     0         0         0
      correction-year=frees-room              更正计入哪一年，是否恢复上限的可用额度？           计入更正所在年度，恢复可用额度                 1     1     1         0         0
      correction-year=matter-year-frees-room  更正计入哪一年，是否恢复上限的可用额度？           计入所更正事项所在年度，恢复可用额度           1     1     1         0         0
      claim-cap-overflow=refused-at-zero      已有 2 分，再认领难度较大（2 分）的岗位，如何记？  记至上限；已达上限的不予认领                   1     0     0         0         0
      correction-year=matter-year             更正计入哪一年，是否恢复上限的可用额度？           计入所更正事项所在年度，不恢复可用额度         1     0     0         0         0
      hundred-mark=no-mark                    “百分制”何意？                                     不另按百分制表示                               0     0     0         0         2
      feedback-cut-off=december-november      年度情况在年内反馈，计至何时？                     上年十二月至当年十一月                         0     0     0         0         2
      mark-scale=highest-is-100               年度得分的 100 分如何对应？                        以当年最高分为 100 分，其余按比例折算          0     0     0         0         2
      resident-feedback=none                  居民没有党组织，反馈给谁？                         不反馈                                         0     0     0         0         1
      账户 2 个。其余 47 种答案对这本台账没有影响。
      "
    `);
  });

  test('as JSON is what the library gives', async () => {
    const { out } = await folder.run(['sensitivity', 'ledger.jsonl', '--all', '--format', 'json']);
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(sensitivity(histories, renfa2022))));
  });
});

describe('simulate', () => {
  const year = ['simulate', '--from', '2023-01-01', '--to', '2023-12-31', '--volunteers', '9'];

  test('in English, with a handbook', async () => {
    folder.write('handbook.json', JSON.stringify(HANDBOOK));
    const { code, out, err } = await folder.run([...year, '--handbook', 'handbook.json']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "Accounts 9; commands accepted 186, refused 5

      role                     accounts  least assessment  quarter  median  three quarters  most  median redeemable  redemptions
      community party member          3                13       13      27              43    43                 24            1
      in-service party member         3                14       14      33              33    33                 27            5
      resident volunteer              3                14       14      19              35    35                 19            1

      period   reward   asked  given
      2023-H1  Haircut      3      3
      2023-H2  Haircut      4      4
      "
    `);
  });

  test('in Chinese, like the volunteers of a ledger', async () => {
    const { out } = await folder.chinese([...year.slice(0, 5), '--like', 'ledger.jsonl', '--seed', '7']);
    expect(out).toMatchInlineSnapshot(`
      "账户 2 个；已办理 5 项，未能办理 0 项

      类别        账户  考核积分最低  四分之一  中位  四分之三  最高  可兑换积分中位  兑换次数
      在职党员       1             1         1     1         1     1               1         0
      居民志愿者     1             4         4     4         4     4               4         0
      "
    `);
  });

  test('as JSON is what the library gives for the same seed', async () => {
    const { out } = await folder.run([...year, '--seed', '3', '--format', 'json']);
    const population = plainPopulation(renfa2022, { volunteers: 9 });
    const run = { ruleSet: renfa2022, population, from: '2023-01-01', to: '2023-12-31', seed: 3 };
    expect(JSON.parse(out)).toEqual(simulate(run));
  });

  test('as a sealed ledger, which is whole', async () => {
    const { out } = await folder.run([...year, '--events', '--seal']);
    expect(await folder.run(['verify', '-'], { input: out })).toMatchObject({ code: 0, err: '' });
  });

  test('seals nothing but events', async () => {
    expect(await folder.chinese([...year, '--seal'])).toEqual({
      code: 2,
      out: '',
      err: 'points-bank: --seal 应与 --events 同时使用\n',
    });
  });

  test('wants one population, and one that can be', async () => {
    folder.write('population.json', JSON.stringify({ roles: { resident: { volunteers: -1 } } }));
    expect(await folder.chinese([...year, '--population', 'population.json'])).toMatchObject({
      code: 2,
      out: '',
    });
    expect(await folder.chinese([...year.slice(0, 5), '--population', 'population.json'])).toEqual({
      code: 2,
      out: '',
      err: 'points-bank: 志愿者行为的参数有误：roles.resident.volunteers\n',
    });
  });
});
