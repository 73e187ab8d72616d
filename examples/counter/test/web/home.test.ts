import { beforeAll, expect, test } from 'vitest';
import { type Host, openHost } from './support/host.js';
import { addPeople, openMany, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/* What a volunteer is told first: the balance, what can be redeemed, what is lacking, when to come again. */
let host: Host;
let volunteer: Visitor;

beforeAll(async () => {
  host = await openHost();
  await addPeople(host);
  await openMany(host, 'linan', 4);
  volunteer = new Visitor(host);
  await volunteer.signIn('volunteer-3', PASSWORD);
});

/** The parts of the page, as text. */
async function parts(): Promise<Record<string, string>> {
  const { status, text } = await volunteer.get('/');
  expect(status).toBe(200);
  const sections = [...text.matchAll(/<section class="card" aria-labelledby="(\w+)">(.*?)<\/section>/gs)];
  return Object.fromEntries(
    sections.map(([, name = '', words = '']) => [
      name,
      words
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ]),
  );
}

test('without a handbook there is nothing to redeem', async () => {
  expect(await parts()).toEqual({
    next: '报到和兑换 已报到，自 2027-01-01 起可再报到 尚无施行中的积分手册',
    now: '现在可以兑换 暂无可兑换的内容。',
  });
});

test('each reward is there now or says what it lacks, and after a visit when the next one is', async () => {
  const reward = (rewardId: string, title: string, price: number, more = {}) => ({
    rewardId,
    kind: 'service',
    title: { 'zh-CN': title, en: title },
    price,
    ...more,
  });
  await host.counter.handbooks.publish({
    communityId: 'linan',
    version: '2026',
    published: '2026-01-02',
    filed: '2026-01-03',
    rewards: [
      reward('haircut', '理发', 1),
      reward('printing', '打印', 3),
      reward('bag', '布袋', 1, { stock: 0 }),
    ],
  });
  expect(await parts()).toMatchObject({
    next: '报到和兑换 已报到，自 2027-01-01 起可再报到 本期尚未兑换',
    now: '现在可以兑换 理发 1 分',
    later: expect.stringMatching(/^暂时不能兑换 打印 还差 2 分 3 分 布袋 .*库存.* 1 分$/),
  });
  const clerk = new Visitor(host);
  await clerk.signIn('clerk-linan', PASSWORD);
  const visit = { redemptionId: 'r', 'quantity of haircut': '1', on: '2026-11-24' };
  expect((await clerk.post('/accounts/linan-0003/redeem', visit)).status).toBe(303);
  const after = await parts();
  expect(after.next).toContain('本期已于 2026-11-24 兑换，自 2027-01-01 起可再兑换');
  expect(after.now).toBe('现在可以兑换 暂无可兑换的内容。');
  expect(after.later).toContain('理发 还差 1 分');
});
