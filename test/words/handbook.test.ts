import { expect, test } from 'vitest';
import type { Handbook, RedemptionSpan } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { explain } from '../../src/words.js';
import { HANDBOOK } from '../support/handbook.js';
import { PACKS } from '../support/words.js';

test('a handbook is there to read, a reward to a line', () => {
  const wanted = ['haircut', 'rice', 'checkup', 'tea', 'diploma'];
  const handbook = {
    ...HANDBOOK,
    rewards: HANDBOOK.rewards.filter(({ rewardId }) => wanted.includes(rewardId)),
  };
  const said = (locale: keyof typeof PACKS) => explain(handbook, PACKS[locale], renfa2022).split('\n');
  expect(said('zh-CN')).toEqual([
    '社区“linan”积分手册（2022-1 版，自 2022-01-01 起施行）',
    '理发（服务）：每份 1 分。',
    '大米（物品）：每份 3 分，2022-03-01 同意。',
    '体检（服务）：每份 1 分，每个账户每年 1 件。',
    '茶叶（物品）：每份 1 分，2022-03-01 同意，共 2 件。',
    '荣誉证书（荣誉）：不需积分。',
  ]);
  expect(said('en')).toEqual([
    "Points handbook of community 'linan', edition 2022-1, in use from 2022-01-01",
    'Haircut (service): 1 point.',
    'Rice (goods): 3 points, consent of 2022-03-01.',
    'Check-up (service): 1 point, 1 for each account and year.',
    'Tea (goods): 1 point, consent of 2022-03-01, 2 in all.',
    'Certificate of honour (honour): at no price.',
  ]);
  expect(said('ja')[0]).toBe('地域「linan」のポイント手帳（2022-1 版、2022-01-01 から）');
  expect(said('ja')).toHaveLength(6);
});

test('what one account may take is said over every span', () => {
  const [haircut] = HANDBOOK.rewards;
  const spans: readonly RedemptionSpan[] = [
    'life',
    'month',
    'account-year',
    'period',
    'visit',
    { last: 30, of: 'days' },
    { last: 6, of: 'months' },
  ];
  const rewards = spans.map((per, n) => ({ ...haircut, rewardId: `${n}`, limit: { quantity: 2, per } }));
  const said = (locale: keyof typeof PACKS) =>
    explain({ ...HANDBOOK, rewards } as Handbook, PACKS[locale])
      .split('\n')
      .slice(1);
  expect([said('zh-CN'), said('en'), said('ja')]).toMatchInlineSnapshot(`
    [
      [
        "理发（服务）：每份 1 分，每个账户合计 2 件。",
        "理发（服务）：每份 1 分，每个账户每月 2 件。",
        "理发（服务）：每份 1 分，每个账户每一账户年 2 件。",
        "理发（服务）：每份 1 分，每个账户每一兑换周期 2 件。",
        "理发（服务）：每份 1 分，每个账户每次兑换 2 件。",
        "理发（服务）：每份 1 分，每个账户任意 30 日内 2 件。",
        "理发（服务）：每份 1 分，每个账户任意 6 个月内 2 件。",
      ],
      [
        "Haircut (service): 1 point, 2 for each account in all.",
        "Haircut (service): 1 point, 2 for each account and month.",
        "Haircut (service): 1 point, 2 for each account and year of the account.",
        "Haircut (service): 1 point, 2 for each account and period of redeeming.",
        "Haircut (service): 1 point, 2 for each account and visit.",
        "Haircut (service): 1 point, 2 for each account in any 30 days.",
        "Haircut (service): 1 point, 2 for each account in any 6 months.",
      ],
      [
        "理发（サービス）：一つ1ポイント、一つの口座で通算2個。",
        "理发（サービス）：一つ1ポイント、一つの口座で一月に2個。",
        "理发（サービス）：一つ1ポイント、一つの口座で口座の一年に2個。",
        "理发（サービス）：一つ1ポイント、一つの口座で一つの交換の期間に2個。",
        "理发（サービス）：一つ1ポイント、一つの口座で一回の交換に2個。",
        "理发（サービス）：一つ1ポイント、一つの口座で連続する30日間に2個。",
        "理发（サービス）：一つ1ポイント、一つの口座で連続する6か月間に2個。",
      ],
    ]
  `);
});
