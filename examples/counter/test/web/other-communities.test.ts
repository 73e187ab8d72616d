import { beforeEach, expect, test } from 'vitest';
import { type Host, openHost } from './support/host.js';
import { fill, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/* What a community is told of another's account: the same as of one that is nowhere. Each has its own number 0001. */

const THEIRS = 'linan-0003';
const NOWHERE = 'nobody-0003';
const OPENING = { role: 'resident', on: '2026-11-24', formComplete: 'yes' };

let host: Host;
let clerk: Visitor;

beforeEach(async () => {
  host = await openHost();
  await fill(host);
  clerk = new Visitor(host);
  await clerk.signIn('clerk-dongpo', PASSWORD);
  await clerk.get('/accounts/new');
});

/** What a page says, but for the account's number and its own tokens. */
const said = (text: string, accountId: string) =>
  (/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '')
    .replace(/(name="(?:token|csv|refused)" value)="[^"]*"/g, '$1')
    .replaceAll(accountId, '…');

test.each([
  '',
  '/credit',
  '/statement',
  '/statement.csv',
  '/feedback',
  '/person',
  '/snapshot.json',
  '/programmes.json',
  '/handbooks.json',
])('its pages are not there: %s', async (part) => {
  const [theirs, nowhere] = [
    await clerk.get(`/accounts/${THEIRS}${part}`),
    await clerk.get(`/accounts/${NOWHERE}${part}`),
  ];
  expect(theirs.status).toBe(404);
  expect(nowhere.status).toBe(404);
  expect(said(theirs.text, THEIRS)).toBe(said(nowhere.text, NOWHERE));
});

test('a register with its number is refused as one with a number that is nowhere', async () => {
  const answers = [];
  for (const accountId of [THEIRS, NOWHERE]) {
    const rows = [
      'type,account,date,item,matter,redemption,rewards',
      `report-in,${accountId},2026-11-24,,,,`,
      `credit,${accountId},2026-11-24,activity,walk,,`,
      `redeem,${accountId},2026-11-24,,,r1,haircut×1`,
    ];
    const csv = rows.join('\n');
    const dry = await clerk.post('/import', { file: new File([csv], 'register.csv') });
    const applied = await clerk.post('/import/apply', { csv: Buffer.from(csv).toString('base64') });
    expect(dry.text).toContain('尚未开设');
    answers.push([dry, applied].map(({ text }) => said(text, accountId)));
  }
  expect(answers[0]).toEqual(answers[1]);
});

const CSV = 'type,account,date,role,form complete,item,matter,difficulty';

/** What comes of a register, tried and entered. */
async function imported(who: Visitor, ...rows: string[]) {
  await who.get('/import');
  const csv = [CSV, ...rows].join('\n');
  const dry = await who.post('/import', { file: new File([csv], 'register.csv') });
  const applied = await who.post('/import/apply', { csv: Buffer.from(csv).toString('base64') });
  return [dry, applied].map(({ text }) => text);
}

const figuresIn = (text: string) =>
  [...text.matchAll(/<dd>(\d+)<\/dd>/g)].map(([, figure]) => Number(figure));

test('both communities open number 0001, on the page and from a register, and each has its own', async () => {
  const linan = new Visitor(host);
  await linan.signIn('clerk-linan', PASSWORD);
  for (const [who, code] of [
    [linan, 'linan'],
    [clerk, 'dongpo'],
  ] as const) {
    await who.get('/accounts/new');
    const opened = await who.post('/accounts/new', { ...OPENING, accountId: 'A0001' });
    expect([opened.status, opened.headers.get('location')?.split('?')[0]]).toEqual([
      303,
      `/accounts/${code}-A0001`,
    ]);
    // A preview in the browser asks by what is written.
    const snapshot = JSON.parse((await who.get('/accounts/A0001/snapshot.json')).text);
    expect(snapshot.account.accountId).toBe(`${code}-A0001`);
    // Sent again it is the same account, under its number with the code as well.
    for (const accountId of ['A0001', `${code}-A0001`])
      expect((await who.post('/accounts/new', { ...OPENING, accountId })).status).toBe(303);
    const rows = [
      'open,B0001,2026-11-24,resident,yes,,,',
      'credit,B0001,2026-11-24,,,activity,walk,hard',
      `credit,${code}-A0001,2026-11-24,,,activity,walk,hard`,
    ];
    const [dry = '', applied = ''] = await imported(who, ...rows);
    expect([figuresIn(dry), figuresIn(applied)]).toEqual([
      [3, 3, 0, 0],
      [3, 3, 0, 0],
    ]);
    const activity = {
      item: 'activity',
      difficulty: 'base',
      matterId: 'talk',
      on: '2026-11-24',
      submission: code,
    };
    const preview = await who.post('/activity', { ...activity, accounts: 'A0001, B0001', do: 'preview' });
    expect(preview.text).toContain('可记分 2 人');
    expect(preview.text).toContain(`${code}-B0001`);
    expect((await who.get('/accounts?q=B0001')).text).not.toContain(code === 'linan' ? 'dongpo-' : 'linan-');
  }
  for (const id of ['linan-A0001', 'linan-B0001', 'dongpo-A0001', 'dongpo-B0001'])
    expect((await host.counter.store.account(id)).status, id).toBe('open');
  // The directory names its own account by the number alone.
  await clerk.post('/directory', { lines: 'A0001,王芳' });
  const named = await host.counter.store.directory.of(['linan-A0001', 'dongpo-A0001']);
  expect([...named.keys()]).toEqual(['dongpo-A0001']);
});

test('whatever number another community has, opening under it goes as under one that is nowhere', async () => {
  await host.counter.store.handle({
    type: 'OpenAccount',
    data: {
      ...{ accountId: '7007', role: 'resident', communityId: 'linan', on: '2026-01-05', formComplete: true },
      by: { office: 'community', communityId: 'linan' },
    },
  });
  // One has the code of its community, one was opened before numbers had it.
  for (const theirs of [THEIRS, '7007']) {
    const nowhere = theirs === '7007' ? '7009' : NOWHERE;
    const answers = [];
    for (const accountId of [theirs, nowhere]) {
      const texts = await imported(
        clerk,
        `credit,${accountId},2026-11-24,,,activity,walk,hard`,
        `open,${accountId},2026-11-24,resident,no,,,`,
      );
      const page = await clerk.post('/accounts/new', { ...OPENING, accountId });
      expect([page.status, page.headers.get('location')?.split('?')[0]]).toEqual([
        303,
        `/accounts/dongpo-${accountId}`,
      ]);
      answers.push(texts.map((text) => said(text, accountId)));
    }
    expect(answers[0]).toEqual(answers[1]);
    expect((await host.counter.store.events(theirs)).length).toBeGreaterThan(0);
  }
});

test('a community keeps the numbers that it gave before they had its code, and the next one has it', async () => {
  const communityId = 'xinqu';
  await host.counter.store.handle({
    type: 'OpenAccount',
    data: {
      ...{ accountId: 'V-0041', role: 'resident', communityId, on: '2026-01-05', formComplete: true },
      by: { office: 'community', communityId },
    },
  });
  await host.counter.users.add('clerk-xinqu', { role: 'community', communityId }, PASSWORD);
  const xinqu = new Visitor(host);
  await xinqu.signIn('clerk-xinqu', PASSWORD);
  expect((await xinqu.get('/accounts/new')).text).toContain('value="xinqu-0042"');
  const [, applied = ''] = await imported(xinqu, 'credit,V-0041,2026-11-24,,,activity,walk,hard');
  expect(figuresIn(applied)).toEqual([1, 1, 0, 0]);
  expect(await host.counter.store.events('V-0041')).toHaveLength(2);
});

test('a code that begins with another keeps its numbers to itself, whether they are given or not', async () => {
  await host.counter.communities.name('dongpo-east', { 'zh-CN': '东坡东社区', en: 'Dongpo East' });
  const by = { office: 'community', communityId: 'dongpo-east' } as const;
  const opening = { role: 'resident', communityId: 'dongpo-east', on: '2026-01-05', formComplete: true, by };
  await host.counter.store.handle({ type: 'OpenAccount', data: { ...opening, accountId: 'dongpo-east-1' } });
  for (const number of ['1', '2'])
    for (const accountId of [`dongpo-east-${number}`, `east-${number}`]) {
      const { status, text } = await clerk.post('/accounts/new', { ...OPENING, accountId });
      expect(status).toBe(422);
      expect(text).toContain(`账户编号“dongpo-east-${number}”不可用`);
      const [dry, applied] = await imported(clerk, `open,${accountId},2026-11-24,resident,yes,,,`);
      for (const answer of [dry, applied]) {
        expect(answer).toContain(`账户编号“dongpo-east-${number}”不可用`);
        expect(answer).not.toContain('已于');
      }
    }
});

test.each(['０００１', ' 0001 ', 'ｄｏｎｇｐｏ－０００１', 'dongpo-0001　'])(
  'a number typed as %j is the one on record, and opens no second account',
  async (accountId) => {
    const events = async () => (await host.counter.store.events('dongpo-0001')).length;
    const before = await events();
    const previewed = await clerk.get(`/accounts/${encodeURIComponent(accountId)}/snapshot.json`);
    expect(JSON.parse(previewed.text)).toMatchObject({ account: { accountId: 'dongpo-0001' } });
    const answer = await clerk.post('/accounts/new', { ...OPENING, accountId });
    expect(answer.status).toBe(422);
    expect(await events()).toBe(before);
    for await (const { event } of host.counter.store.all())
      expect(event.data.accountId).toBe(event.data.accountId.normalize('NFKC').trim());
  },
);

test('an account that was opened in full width earlier is still found as it is written', async () => {
  const accountId = 'dongpo-０９９９';
  const by = { office: 'community', communityId: 'dongpo' } as const;
  await host.counter.store.handle({
    type: 'OpenAccount',
    data: { ...OPENING, formComplete: true, role: 'resident', communityId: 'dongpo', accountId, by },
  });
  const found = await clerk.get(`/accounts?${new URLSearchParams({ q: '０９９９' })}`);
  expect(found.headers.get('location')).toBe(`/accounts/${encodeURIComponent(accountId)}`);
  expect((await clerk.get(`/accounts/${encodeURIComponent(accountId)}`)).status).toBe(200);
});

test('a closed account of another community is nothing here, unless that said that it goes on under a number here', async () => {
  const linan = new Visitor(host);
  await linan.signIn('clerk-linan', PASSWORD);
  await linan.get('/accounts');
  const closed = { reason: 'role-changed', on: '2026-11-24' };
  for (const [account, continuedBy] of [
    ['linan-0001', ''],
    ['linan-0002', 'dongpo-0901'],
    ['linan-0004', 'linan-0904'],
  ])
    expect(
      (await linan.post(`/accounts/${account}/close`, { ...closed, continuedBy: continuedBy ?? '' })).status,
    ).toBe(303);
  const opening = async (id: string) => said((await clerk.get(`/accounts/new?continues=${id}`)).text, id);
  const nowhere = await opening(NOWHERE);
  expect(await opening('linan-0001')).toBe(nowhere);
  expect(await opening('linan-0004')).toBe(nowhere);
  expect(await opening('linan-0002')).toContain('接续已注销的账户');
  const key = await host.counter.apiKeys.make(
    'app',
    { role: 'community', communityId: 'dongpo' },
    '2026-11-24T09:00:00.000Z',
  );
  const by = { office: 'community', communityId: 'dongpo' };
  const asked = async (id: string) => {
    const closing = { type: 'AccountClosed', data: { accountId: id, communityId: 'linan', ...closed } };
    const data = {
      ...OPENING,
      formComplete: true,
      accountId: 'dongpo-0901',
      communityId: 'dongpo',
      by,
      continues: [closing],
    };
    const answer = await host.app.request('http://localhost/api/v1/commands/preview', {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ type: 'OpenAccount', data }),
    });
    return [answer.status, (await answer.json()).code];
  };
  expect(await asked(NOWHERE)).toEqual([422, 'not-on-record']);
  expect(await asked('linan-0001')).toEqual([422, 'not-on-record']);
  expect((await asked('linan-0002'))[0]).toBe(200);
  for (const [account, accountId] of [
    ['linan-0001', 'dongpo-0900'],
    ['linan-0002', 'dongpo-0901'],
  ])
    expect(
      (await clerk.post(`/accounts/new?continues=${account}`, { ...OPENING, accountId: accountId ?? '' }))
        .status,
    ).toBe(303);
  const [plain] = await host.counter.store.events('dongpo-0900');
  const [continuing] = await host.counter.store.events('dongpo-0901');
  expect(plain?.data).not.toHaveProperty('continues');
  expect(continuing?.data).toMatchObject({ continues: [{ accountId: 'linan-0002' }] });
});
