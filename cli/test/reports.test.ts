import { parse } from 'csv-parse/sync';
import { annualFeedbacks, communityRegister, statement } from 'points-bank/reports';
import { renfa2022 } from 'points-bank/rule-sets';
import { describe, expect, test } from 'vitest';
import { Folder } from './support/cli.js';
import { COMMANDS, eventsOf } from './support/sample.js';

const folder = new Folder();
const events = eventsOf(COMMANDS);
folder.write('ledger.jsonl', events);

/** The rows of a CSV text, without its byte order mark, by their headings. */
function rowsOf(csv: string): { readonly [heading: string]: string }[] {
  return parse(csv, { bom: true, columns: true });
}

describe('statement', () => {
  const year = ['statement', 'ledger.jsonl', '--account', 'm', '--from', '2023-03-02', '--to', '2024-12-31'];
  const made = statement(events, {
    accountId: 'm',
    from: '2023-03-02',
    to: '2024-12-31',
    ruleSet: renfa2022,
  });

  test('in English', async () => {
    const { code, out, err } = await folder.run(year);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "Account m (resident volunteer), 2023-03-02 to 2024-12-31

      date        clause   entry                       points  redeemable  assessment
                           before                                       1           1
      2023-03-02  2.3.3.2  Claim of a post or project       2           3           3
      2023-03-09  2.3.3.2  Claim of a post or project       1           4           4
      2023-06-20  4.2      Redemption: Haircut             -3           1           4
      2024-01-08  2.3.3.1  Yearly report-in                 1           2           5
      2024-02-01  3        Correction of the score         -1           1           4
                           after                                        1           4
      "
    `);
  });

  test('in Chinese', async () => {
    expect((await folder.chinese(year)).out).toMatchInlineSnapshot(`
      "账户 m（居民志愿者），2023-03-02 至 2024-12-31

      日期        条款            摘要            积分  可兑换积分  考核积分
                                  期初                           1         1
      2023-03-02  二（三）3（2）  认领岗位或项目     2           3         3
      2023-03-09  二（三）3（2）  认领岗位或项目     1           4         4
      2023-06-20  四 2            积分兑换：理发    -3           1         4
      2024-01-08  二（三）3（1）  年度报到           1           2         5
      2024-02-01  三              积分更正          -1           1         4
                                  期末                           1         4
      "
    `);
  });

  test('as JSON is what the library gives', async () => {
    const { out } = await folder.run([...year, '--format', 'json']);
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(made)));
  });

  test('as CSV has the entries, and reads back', async () => {
    const rows = rowsOf((await folder.run([...year, '--format', 'csv'])).out);
    expect(rows.map(({ date, points, redeemable }) => [date, Number(points), Number(redeemable)])).toEqual(
      made?.entries.map(({ on, points, redeemable }) => [on, points, redeemable]),
    );
  });

  test('of an account that the ledger does not have', async () => {
    const other = year.map((arg) => (arg === 'm' ? 'x' : arg));
    expect(await folder.run(other)).toEqual({ code: 1, out: '', err: 'The ledger has no account x.\n' });
    expect(await folder.chinese(other)).toEqual({ code: 1, out: '', err: '台账中没有账户 x。\n' });
  });

  test('of a period that is none', async () => {
    const backwards = [...year.slice(0, 4), '--from', '2023-12-31', '--to', '2023-01-01'];
    expect(await folder.chinese(backwards)).toEqual({
      code: 2,
      out: '',
      err: 'points-bank: 期间的末日 2023-01-01 早于首日 2023-12-31\n',
    });
    expect(await folder.run([...year.slice(0, 4), '--from', '2023-02-29', '--to', '2023-12-31'])).toEqual({
      code: 2,
      out: '',
      err: 'points-bank: --from has to be a day that exists, written YYYY-MM-DD: 2023-02-29\n',
    });
  });
});

describe('register', () => {
  const onDay = ['register', 'ledger.jsonl', '--on', '2023-12-31'];
  const made = communityRegister(events, { on: '2023-12-31', ruleSet: renfa2022 });

  test('in English', async () => {
    expect((await folder.run(onDay)).out).toMatchInlineSnapshot(`
      "On 2023-12-31: accounts 2, closed 0, entries 5, points outstanding 4, assessment 7

      account  community  role                     opened      closed  earned  corrected  redeemed  redeemable  assessment
      m        linan      resident volunteer       2023-03-01               4          0         3           1           4
      n        linan      in-service party member  2023-05-04               3          0         0           3           3

      role                     accounts  closed  entries  earned  corrected  redeemed  redeemable  assessment
      in-service party member         1       0        2       3          0         0           3           3
      resident volunteer              1       0        3       4          0         3           1           4

      item                        entries  points
      Community affairs                 1       2
      Claim of a post or project        2       3
      Yearly report-in                  2       2

      month    entries  earned  corrected  redeemed  outstanding
      2023-03        3       4          0         0            4
      2023-04        0       0          0         0            4
      2023-05        2       3          0         0            7
      2023-06        0       0          0         3            4
      "
    `);
  });

  test('in Chinese, one part alone', async () => {
    expect((await folder.chinese([...onDay, '--by', 'role'])).out).toMatchInlineSnapshot(`
      "类别        账户  已注销  笔数  所得  更正  兑换  可兑换积分  考核积分
      在职党员       1       0     2     3     0     0           3         3
      居民志愿者     1       0     3     4     0     3           1         4
      "
    `);
  });

  test('as JSON is what the library gives, and as CSV it reads back', async () => {
    const json = await folder.run([...onDay, '--format', 'json']);
    expect(JSON.parse(json.out)).toEqual(JSON.parse(JSON.stringify(made)));
    const csv = await folder.run([...onDay, '--format', 'csv', '--by', 'month']);
    expect(rowsOf(csv.out).map(({ month, outstanding }) => [month, Number(outstanding)])).toEqual(
      made.byMonth.map(({ month, outstanding }) => [month, outstanding]),
    );
  });
});

describe('feedback', () => {
  const ofYear = ['feedback', 'ledger.jsonl', '--year', '2023'];

  test('in English', async () => {
    expect((await folder.run(ofYear)).out).toMatchInlineSnapshot(`
      "Feedback of 2023, sent on 2023-11-30, due by 2023-11-30

      account  role                     earned  corrected  redeemed  assessment  mark  out of  redeemable  supplement  recipients
      m        resident volunteer            4          0         3           4     4     100           1           0  the volunteer
      n        in-service party member       3          0         0           3     3     100           3           0  the member's party organisation, the volunteer
      "
    `);
  });

  test('in Chinese, of one account, sent late', async () => {
    const one = [...ofYear, '--account', 'n', '--sent-on', '2023-12-05'];
    expect((await folder.chinese(one)).out).toMatchInlineSnapshot(`
      "2023 年度反馈，2023-12-05 反馈，应不迟于 2023-11-30（含当日）

      账户  类别      所得  更正  兑换  考核积分  年度得分  满分  可兑换积分  补充反馈  反馈对象
      n     在职党员     3     0     0         3         3   100           3         0  报到党组织、志愿者本人
      "
    `);
  });

  test('as JSON is what the library gives, an account a line', async () => {
    const { out } = await folder.run([...ofYear, '--format', 'json']);
    const lines = out.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      JSON.parse(JSON.stringify([...annualFeedbacks(events, 2023, { ruleSet: renfa2022 }).values()])),
    );
  });

  test('of a year without the account, and of what is no year', async () => {
    expect(await folder.chinese(['feedback', 'ledger.jsonl', '--year', '2020', '--account', 'm'])).toEqual({
      code: 1,
      out: '',
      err: '账户 m 没有 2020 年度的反馈。\n',
    });
    expect(await folder.chinese(['feedback', 'ledger.jsonl', '--year', '20x3'])).toEqual({
      code: 2,
      out: '',
      err: 'points-bank: --year 应为 1900 至 9999 的整数：20x3\n',
    });
  });
});

describe('explain', () => {
  test('in English, of one account and a period', async () => {
    const args = ['explain', 'ledger.jsonl', '--account', 'm', '--from', '2023-03-09', '--to', '2023-06-30'];
    expect((await folder.run(args)).out).toMatchInlineSnapshot(`
      "m: 2023-03-09, Claim of a post or project: '银龄陪伴' (clause 2.3.3.2): +1 point. Difficulty 'hard' scores 2 points. 'claims of posts and projects' allows 3 points over the account's whole life, of which 2 had been used by '平安巡逻' on 2023-03-02 (2), so 1 point was cut (clause 2.3.3.2). This limit does not reset. Readings used: Claims count up to 3 points in all: over what time? – 'for life: the text names no period'; Two points are held and a hard claim of 2 comes: what does it score? – 'it is trimmed to what fits; past the cap it is recorded with 0 points'.
      m: 2023-06-20, redemption (the first half of 2023) (clause 4.2): −3 points. Haircut × 1 at 3 = 3 points. The balance was 4 and is 1; the points go on counting in the assessment. From handbook 2023. Readings used: What does 'once' cover? – 'one visit with any number of rewards, all or nothing'; How is the half-year counted? – 'January to June, July to December'; How long does what is left carry over? – 'all of it, without end'; May this half-year's points be spent in this half-year? – 'yes'; What does the meeting's consent cover? – 'each goods reward, dated on or before the day'; Only the red account is named as reduced: is the blue one too? – 'both are'.
      "
    `);
  });

  test('in Chinese, as CSV', async () => {
    const { out } = await folder.chinese(['explain', 'ledger.jsonl', '--account', 'n', '--format', 'csv']);
    expect(rowsOf(out)).toMatchInlineSnapshot(`
      [
        {
          "行": "4",
          "说明": "2023-05-04 在职党员开设红色账户（条款二（三）2（1））：+1 分。开户即计为报到。所依据的解释口径：“每年”如何计，开户是否即为当年报到？——“自然年；开户即为当年报到”。",
          "账户": "n",
        },
        {
          "行": "5",
          "说明": "2023-05-10 参与社区事务“听证”（条款二（三）2（4））：+2 分。按“难度较大”记 2 分。所依据的解释口径：同一事项可否按两个计分项记分？——“只按一个计分项记分”。",
          "账户": "n",
        },
      ]
    `);
  });

  test('as JSON, a line for each entry', async () => {
    const { out } = await folder.run(['explain', 'ledger.jsonl', '--format', 'json']);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ line, accountId }) => [line, accountId])).toEqual(
      events.map(({ data }, i) => [i + 1, data.accountId]),
    );
  });
});
