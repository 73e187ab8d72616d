import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FILE_LIMIT } from '../../src/import/limits.js';
import { accountPath } from '../../src/web/account-path.js';
import { dataFolder } from './support/data-folder.js';
import { openRealHost } from './support/host.js';
import { fill, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/* What nobody sends by mistake, on the embedded database and files as the counter has them: it is refused, and nothing breaks. */

let folder: string;
let host: Awaited<ReturnType<typeof openRealHost>>;
let clerk: Visitor;
let officer: Visitor;

beforeAll(async () => {
  folder = await dataFolder('odd');
  host = await openRealHost(folder);
  await fill(host);
  clerk = new Visitor(host);
  await clerk.signIn('clerk-linan', PASSWORD);
  officer = new Visitor(host);
  await officer.signIn('officer', PASSWORD);
});

afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

const LONG = ['x'.repeat(126), '汉'.repeat(120)];
const DAYS = ['0000-01-01', '0001-01-01', '1899-12-31', '9999-12-31'];

test.each(LONG)('a name of many letters is nobody’s: %s', async (name) => {
  expect((await new Visitor(host).signIn(name, PASSWORD)).status).toBe(401);
});

test.each(['/accounts/%00', '/accounts?q=%00', '/handbook?community=%00', '/sign-in?back=%00', '/%00'])(
  'an address with the character 0 leads nowhere: %s',
  async (path) => {
    expect((await officer.get(path)).status).toBe(404);
  },
);

test.each(['/api/v1/accounts/%00', '/api/%00', '/api/v1/accounts?after=%00'])(
  'a program is told so in the form of programs: %s',
  async (path) => {
    const answer = await host.app.request(`http://localhost${path}`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  },
);

test('a register with the character 0 is refused before anything of it is entered, however it comes', async () => {
  await clerk.get('/import');
  const rows = [
    'credit,linan-00\0x,2026-11-20,affairs,m1,base',
    'credit,linan-0003,2026-11-20,affairs,m1,base',
  ];
  const register = `type,account,date,item,matter,difficulty\n${rows.join('\n')}\n`;
  const before = await host.counter.store.events('linan-0003');
  const csv = Buffer.from(register).toString('base64');
  for (const answer of [
    await clerk.post('/import/apply', { csv }),
    await clerk.post('/import', { file: new File([register], 'r.csv') }),
  ]) {
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('无法识别文件编码');
  }
  const large = Buffer.from(`${register}${'x'.repeat(FILE_LIMIT)}`.replaceAll('\0', '')).toString('base64');
  expect((await clerk.post('/import/apply', { csv: large })).text).toContain('8 MB');
  expect(await host.counter.store.events('linan-0003')).toEqual(before);
});

test.each([
  ['/accounts/linan-0003/person', { personName: 'a\0b' }],
  ['/activity', { accounts: '\0' }],
  ['/handbook', { version: 'a\0', published: '2026-11-24' }],
  ['/sign-in', { name: '\0', password: '\0' }],
  ['/import/apply', { csv: '\0' }],
])('a form with the character 0 is refused: %s', async (path, form) => {
  await clerk.get('/accounts');
  expect((await clerk.post(path, form)).status).toBe(400);
});

test.each(['/import', '/import/apply', '/accounts/new', '/activity', '/sign-in'])(
  'a body that is not the form that it says it is is refused: %s',
  async (path) => {
    const token = 'Content-Disposition: form-data; name="token"';
    for (const body of [
      '',
      'abc',
      '--x\r\nbad',
      `--x\r\n${token}\r\n\r\nt`,
      `--x\r\n${token}\r\n\r\nt\r\n--x`,
    ])
      for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
        const headers = {
          'Content-Type': type,
          Origin: 'http://localhost',
          Cookie: `counter_session=${clerk.cookie('counter_session')}`,
        };
        const answer = await host.app.request(`http://localhost${path}`, { method: 'POST', headers, body });
        expect([body, type, answer.status]).toEqual([body, type, 400]);
      }
  },
);

test.each(DAYS)('a period on the edge of the calendar is shown or said to be none: %s', async (day) => {
  const expected = day === '9999-12-31' ? 200 : 400;
  for (const path of [
    `/register?on=${day}`,
    `/register.csv?on=${day}`,
    `/anomalies?from=${day}&to=${day}`,
    `/accounts/linan-0003/statement?from=${day}&to=${day}`,
    `/accounts/linan-0003/statement.csv?from=${day}&to=${day}`,
  ])
    expect([path, (await officer.get(path)).status]).toEqual([path, expected]);
});

test.each(DAYS)('a form with a day on the edge of the calendar comes back: %s', async (on) => {
  await clerk.get('/accounts');
  for (const kind of ['report-in', 'claim', 'credit', 'redeem'])
    expect((await clerk.post(`/accounts/linan-0003/${kind}`, { on })).status).toBe(422);
  await officer.get('/handbook?community=linan');
  const [edition] = await host.counter.handbooks.editions('linan');
  const version = edition?.version ?? '';
  const filing = { community: 'linan', version, [`filed-linan-${version}`]: on };
  expect((await officer.post('/handbook/filed', filing)).status).toBe(400);
});

test.each(LONG)('an edition may have any version that the library takes: %s', async (version) => {
  await clerk.get('/handbook');
  for (const path of ['/handbook', '/programme']) {
    const { status } = await clerk.post(path, { version, published: '2026-11-23' });
    expect([303, 422]).toContain(status);
  }
  for (const path of ['/handbook', '/programme', '/register'])
    expect((await officer.get(`${path}?community=${encodeURIComponent(version)}`)).status).toBeLessThan(500);
});

test.each(['new', '.', '..', '~', '~new', 'a/b', '?', '%2e', '汉 字'])(
  'an account called %j has pages of its own',
  async (accountId) => {
    // Such as there are from before numbers had a community's code.
    const by = { office: 'community', communityId: 'linan' } as const;
    const opening = {
      accountId,
      role: 'resident',
      communityId: 'linan',
      on: '2026-11-24',
      formComplete: true,
      by,
    };
    await host.counter.store.handle({ type: 'OpenAccount', data: opening });
    const address = new URL(accountPath(accountId), 'http://localhost');
    expect((await clerk.get(`${address.pathname}${address.search}`)).status).toBe(200);
    expect((await clerk.get(`${address.pathname}/credit`)).status).toBe(200);
    const snapshot = await clerk.get(`${address.pathname}/snapshot.json`);
    expect(JSON.parse(snapshot.text)).toMatchObject({ account: { accountId } });
    expect((await clerk.get('/accounts')).text).toContain(`href="${address.pathname}"`);
  },
);

test.each(['2026-13-01', '2026-02-30', '2027-00-10', '9999-99-99'])(
  'a day that no calendar has is not called one to come: %s',
  async (on) => {
    await clerk.get('/accounts');
    const form = await clerk.post('/accounts/linan-0003/report-in', { on });
    expect(form.status).toBe(422);
    expect(form.text).toContain('<a href="#field-on">日期：应为存在的日期');
    const csv = `type,account,date\nreport-in,linan-0003,${on}`;
    const tried = await clerk.post('/import', { file: new File([csv], 'register.csv') });
    for (const { text } of [form, tried]) expect(text).not.toContain('不能晚于');
  },
);
