import { deriveRuleSet } from 'points-bank/define';
import { renfa2022 } from 'points-bank/rule-sets';
import { describe, expect, test } from 'vitest';
import { Folder } from './support/cli.js';
import { HANDBOOK } from './support/sample.js';

/* What rules are made of: check, deviations. */

const folder = new Folder();
const ours = deriveRuleSet(renfa2022, { roles: { resident: { limits: { claims: { maximum: 2 } } } } });
folder.write('rules.json', JSON.stringify(ours));
folder.write('wrong.json', JSON.stringify({ ...ours, format: 2, roles: {} }));

describe('check', () => {
  test('rules without problems', async () => {
    expect(await folder.run(['check', 'rules.json'])).toEqual({
      code: 0,
      out: 'rules.json: no problems\n',
      err: '',
    });
  });

  test('rules with problems, in both languages', async () => {
    const { code, out, err } = await folder.run(['check', 'wrong.json']);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatchInlineSnapshot(`
      "wrong.json: format: has to be one of: 1
      wrong.json: roles: must not be empty
      "
    `);
    expect((await folder.chinese(['check', 'wrong.json'])).out).toMatchInlineSnapshot(`
      "wrong.json：format：只能是：1
      wrong.json：roles：不能为空
      "
    `);
  });

  test('a handbook from the standard input, as JSON', async () => {
    const input = JSON.stringify({ ...HANDBOOK, published: '2023-02-30' });
    const { code, out } = await folder.run(['check', '-', '--as', 'handbook', '--format', 'json'], { input });
    expect([code, JSON.parse(out)]).toEqual([
      1,
      {
        ok: false,
        problems: [
          {
            path: 'published',
            code: 'not-a-date',
            detail: '',
            text: 'has to be a day that exists, YYYY-MM-DD, from 1900 on',
          },
        ],
      },
    ]);
  });
});

describe('deviations', () => {
  test('of rules of a file, in both languages', async () => {
    const { code, out, err } = await folder.run(['deviations', 'rules.json']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "Clause 2.3.3.2, role 'resident volunteer', limit 'claims of posts and projects', maximum: 3 becomes 2 (stricter).
      "
    `);
    const chinese = await folder.chinese(['deviations', 'rules.json', '--format', 'csv']);
    expect(chinese.out.replaceAll('\r', '')).toMatchInlineSnapshot(`
      "﻿条款,性质,不同之处
      二（三）3（2）,从严,条款二（三）3（2），类别“居民志愿者”·上限“认领岗位或项目”·最高值：原为 3，改为 2（从严）。
      "
    `);
  });

  test('of rules that are wrong, which other commands cannot read', async () => {
    const { code, out, err } = await folder.chinese(['deviations', 'wrong.json']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatchInlineSnapshot(`
      "points-bank: wrong.json：format：只能是：1
      points-bank: wrong.json：roles：不能为空
      "
    `);
  });

  test.each([
    ['renfa2021', [], '没有此规则：renfa2021。可用的有：careSupport, '],
    ['renfa2022', ['carry-over'], '解释口径应写作“口径=答案”：carry-over\n'],
    [
      'renfa2022',
      ['carry-over=never'],
      '口径 carry-over 没有答案 never。可用的有：all, year-end, two-periods\n',
    ],
    ['renfa2022', ['carryover=all'], '该规则没有口径 carryover。有：claim-cap-window, '],
  ])('%s under %j is a usage error that says what there is', async (rules, readings, said) => {
    const given = readings.flatMap((reading) => ['--reading', reading]);
    const { code, out, err } = await folder.chinese(['deviations', rules, ...given]);
    expect([code, out, err.slice(0, 'points-bank: '.length + said.length)]).toEqual([
      2,
      '',
      `points-bank: ${said}`,
    ]);
  });
});
