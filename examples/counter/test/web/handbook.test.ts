import { beforeEach, expect, test } from 'vitest';
import { type Host, openHost } from './support/host.js';
import { fill, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

let host: Host;
let clerk: Visitor;
let officer: Visitor;

beforeEach(async () => {
  host = await openHost();
  await fill(host);
  clerk = new Visitor(host);
  await clerk.signIn('clerk-linan', PASSWORD);
  officer = new Visitor(host);
  await officer.signIn('officer', PASSWORD);
});

const EDITION = {
  version: '2026-2',
  published: '2026-11-20',
  'reward0-rewardId': 'tea',
  'reward0-kind': 'service',
  'reward0-zh': '茶',
  'reward0-price': '1',
  'reward3-rewardId': 'lamp',
  'reward3-kind': 'goods',
  'reward3-zh': '台灯',
  'reward3-en': 'Lamp',
  'reward3-price': '7',
  'reward3-stock': '3',
  'reward3-consent': '2026-11-01',
};

test('an edition is published as its form says, with rows left empty', async () => {
  expect((await clerk.post('/handbook', EDITION)).status).toBe(303);
  const [edition] = await host.counter.handbooks.editions('linan');
  expect(edition).toEqual({
    communityId: 'linan',
    version: '2026-2',
    published: '2026-11-20',
    rewards: [
      { rewardId: 'tea', kind: 'service', title: { 'zh-CN': '茶', en: '茶' }, price: 1 },
      {
        rewardId: 'lamp',
        kind: 'goods',
        title: { 'zh-CN': '台灯', en: 'Lamp' },
        price: 7,
        stock: 3,
        consent: '2026-11-01',
      },
    ],
  });
});

test('a version is published once, and what was published stays', async () => {
  await clerk.post('/handbook', EDITION);
  const { status, text } = await clerk.post('/handbook', { ...EDITION, 'reward0-price': '9' });
  expect(status).toBe(422);
  expect(text).toContain('已有此版本号');
  expect((await host.counter.handbooks.editions('linan'))[0]?.rewards[0]?.price).toBe(1);
});

test('everything that is wrong is said at its field', async () => {
  const wrong = {
    ...EDITION,
    published: 'soon',
    'reward0-price': '1.5',
    'reward3-price': '',
    'reward3-consent': 'x',
  };
  const { status, text } = await clerk.post('/handbook', wrong);
  expect(status).toBe(422);
  for (const field of ['published', 'reward0-price', 'reward3-price', 'reward3-consent']) {
    expect(text).toContain(`href="#field-${field}"`);
    expect(text).toContain(`id="field-${field}"`);
  }
  const twice = await clerk.post('/handbook', { ...EDITION, 'reward3-rewardId': 'tea' });
  expect(twice.text).toContain('href="#field-reward3-rewardId"');
  expect((await host.counter.handbooks.editions('linan')).length).toBe(1);
});

test('the Party affairs office notes the day of a filing, once, and no day after today', async () => {
  const file = (filed: string) =>
    officer.post('/handbook/filed', { community: 'heping', version: '2026-2', 'filed-heping-2026-2': filed });
  const before = (await host.counter.handbooks.editions('heping'))[0];
  expect((await file('2026-11-25')).status).toBe(400);
  expect((await file('never')).status).toBe(400);
  expect((await host.counter.handbooks.editions('heping'))[0]).toEqual(before);
  expect((await file('2026-11-20')).status).toBe(303);
  expect((await host.counter.handbooks.editions('heping'))[0]).toEqual({ ...before, filed: '2026-11-20' });
  expect((await file('2026-11-21')).status).toBe(404);
});

test('a redemption from a handbook that is overdue warns, and says so on record', async () => {
  const heping = new Visitor(host);
  await host.counter.users.add('clerk-heping', { role: 'community', communityId: 'heping' }, PASSWORD);
  await heping.signIn('clerk-heping', PASSWORD);
  const page = await heping.get('/accounts/heping-0001/redeem');
  expect(page.text).toContain('逾期未备案');
  const form = { redemptionId: 'r1', 'quantity of printing': '1', on: '2026-11-24' };
  expect((await heping.post('/accounts/heping-0001/redeem', form)).status).toBe(303);
  const event = (await host.counter.store.events('heping-0001')).at(-1);
  expect(event).toMatchObject({
    type: 'PointsRedeemed',
    data: { handbook: { version: '2026-2', filing: 'overdue' } },
  });
});

test('a volunteer reads the handbook of the own community', async () => {
  await clerk.post('/handbook', {
    ...EDITION,
    'reward4-rewardId': 'diploma',
    'reward4-kind': 'honour',
    'reward4-zh': '荣誉证书',
    'reward4-price': '0',
  });
  const volunteer = new Visitor(host);
  await volunteer.signIn('volunteer-3', PASSWORD);
  const { text } = await volunteer.get('/accounts/linan-0003/handbook');
  expect(text).toContain('茶（服务）：每份 1 分。');
  expect(text).toContain('台灯（物品）：每份 7 分，2026-11-01 经代表会议同意，共 3 件。');
  expect(text).toContain('荣誉证书（荣誉）：不需积分。');
});

test('of twelve who record the filing at once, one does, and what is on record is that one’s day', async () => {
  await clerk.post('/handbook', EDITION);
  await officer.get('/handbook?community=linan');
  const days = Array.from({ length: 12 }, (_, n) => `2026-11-${String(n + 10)}`);
  const answers = await Promise.all(
    days.map((day) =>
      officer.post('/handbook/filed', {
        community: 'linan',
        version: '2026-2',
        'filed-linan-2026-2': day,
      }),
    ),
  );
  const taken = answers.flatMap(({ status }, n) => (status === 303 ? [days[n]] : []));
  expect(taken.length).toBe(1);
  const edition = (await host.counter.handbooks.editions('linan')).find(
    ({ version }) => version === '2026-2',
  );
  expect(edition?.filed).toBe(taken[0]);
});

test('an edition without rewards may be withdrawn by its community, and no other edition', async () => {
  const versions = async () => (await host.counter.handbooks.editions('linan')).map(({ version }) => version);
  const before = await versions();
  await clerk.post('/handbook', EDITION);
  expect((await clerk.post('/handbook', { version: 'empty', published: '2026-11-24' })).status).toBe(303);
  expect((await clerk.get('/handbook')).text.match(/action="\/handbook\/withdrawn"/g)?.length).toBe(1);
  expect((await officer.get('/handbook?community=linan')).text).not.toContain('/handbook/withdrawn');
  const dongpo = new Visitor(host);
  await dongpo.signIn('clerk-dongpo', PASSWORD);
  expect((await dongpo.post('/handbook/withdrawn', { version: 'empty' })).status).toBe(404);
  expect((await clerk.post('/handbook/withdrawn', { version: '2026-2' })).status).toBe(404);
  expect((await clerk.post('/handbook/withdrawn', { version: 'empty' })).status).toBe(303);
  expect(await versions()).toEqual(['2026-2', ...before]);
});
