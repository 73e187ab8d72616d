import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.js';
import { Overtaken } from '../../src/store/counter-store.js';
import { type Host, openHost } from './support/host.js';
import { addPeople, fill, openMany, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

async function signedIn(host: Host, name: string): Promise<Visitor> {
  const visitor = new Visitor(host);
  expect((await visitor.signIn(name, PASSWORD)).status).toBe(303);
  return visitor;
}

afterEach(() => {
  vi.restoreAllMocks();
});

test.each([
  '/accounts/%E0%A4%A',
  '/accounts/%00',
  `/accounts/${'x'.repeat(5000)}`,
  '/accounts/..%2F..%2Fetc',
  '/workbench/%E0%A4%A',
  '/assets/none.js',
  '/nowhere',
])('an address that leads nowhere is answered as such: %s', async (path) => {
  const host = await openHost();
  await addPeople(host);
  const officer = await signedIn(host, 'officer');
  expect((await officer.get(path)).status).toBe(404);
});

test.each([
  '/register?on=never',
  '/register?on=2026-02-30',
  '/anomalies?from=2026-02-01&to=2026-01-01',
  '/feedback?sentOn=2020',
  '/feedback?year=2026&sentOn=2020-01-01',
  '/accounts/linan-0003/statement?from=2026-12-01&to=2026-01-01',
  '/accounts/linan-0003/feedback?year=2026&sentOn=x',
])('a period that is none is said to be so: %s', async (path) => {
  const host = await openHost();
  await fill(host);
  const officer = await signedIn(host, 'officer');
  const { status, text } = await officer.get(path);
  expect(status).toBe(400);
  expect(text).toContain('所选日期或期间无效');
});

test.each(['?page=0', '?page=-1', '?page=x', '?page=99999', '?q=%F0%9F%98%80', '?q=('])(
  'a list takes any question: %s',
  async (query) => {
    const host = await openHost();
    await fill(host);
    const clerk = await signedIn(host, 'clerk-linan');
    expect((await clerk.get(`/accounts${query}`)).status).toBe(200);
  },
);

test.each(['2026-02-30', '2026-13-45', 'never', '', '2026-11-24T00:00'])(
  'a form with the day %j comes back with its fields',
  async (on) => {
    const host = await openHost();
    await fill(host);
    const clerk = await signedIn(host, 'clerk-linan');
    for (const kind of ['report-in', 'claim', 'credit', 'redeem']) {
      const { status, text } = await clerk.post(`/accounts/linan-0003/${kind}`, { on });
      expect([kind, status]).toEqual([kind, 422]);
      expect(text).toContain('href="#field-on"');
    }
  },
);

describe('when the store fails', () => {
  test('a clerk is told that it was not completed and may be sent again, and nothing of the inside is shown', async () => {
    const host = await openHost();
    await addPeople(host);
    const clerk = await signedIn(host, 'clerk-linan');
    await clerk.get('/accounts/new');
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(host.counter.store, 'handle').mockRejectedValueOnce(new Overtaken('secret of the inside'));
    const form = { accountId: 'a', role: 'resident', on: '2026-11-24', formComplete: 'yes' };
    const { status, text, headers } = await clerk.post('/accounts/new', form);
    expect(status).toBe(409);
    expect(headers.get('retry-after')).toBe('1');
    expect(text).toContain('重复提交不会重复记分');
    expect(text).not.toContain('secret');
    expect(console.error).toHaveBeenCalledOnce();
    expect((await clerk.post('/accounts/new', form)).status).toBe(303);
  });

  test('an import stops, says so, and is taken up again', async () => {
    const host = await openHost();
    await addPeople(host);
    const clerk = await signedIn(host, 'clerk-linan');
    await clerk.get('/import');
    const rows = Array.from({ length: 5 }, (_, at) => `open,I-${at},2026-01-05,resident,yes`);
    const csv = Buffer.from(['type,account,date,role,form complete', ...rows].join('\n')).toString('base64');
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const handleAll = host.counter.store.handleAll.bind(host.counter.store);
    vi.spyOn(host.counter.store, 'handleAll').mockImplementation(async (commands, metadata) => {
      await handleAll(
        commands.filter(({ data }) => data.accountId < 'linan-I-3'),
        metadata,
      );
      throw new Error('gone');
    });
    const stopped = await clerk.post('/import/apply', { csv });
    expect(stopped.text).toContain('导入中断');
    expect(stopped.text).toContain('</html>');
    vi.restoreAllMocks();
    const again = await clerk.post('/import/apply', { csv });
    expect([...again.text.matchAll(/<dd>(\d+)<\/dd>/g)].map(([, figure]) => Number(figure))).toEqual([
      5, 2, 3, 0,
    ]);
  });
});

describe('a download', () => {
  const DOWNLOADS = [
    '/export/events.jsonl',
    '/export/entries.csv',
    '/export/record.csv',
    '/register.csv',
    '/feedback.csv',
    '/audit/ends.jsonl',
  ];
  /** A store that gives so many things of each kind, and then fails. */
  async function failingAfter(many: number) {
    const host = await openHost();
    await addPeople(host);
    await openMany(host, 'linan', 2500);
    const officer = await signedIn(host, 'officer');
    await officer.post('/audit/keep', {});
    const { store } = host.counter;
    let given = 0;
    const counted = () => {
      given += 1;
      if (given > many) throw Object.assign(new Error('gone'), { code: '57P01' });
    };
    const { record, projections, seals } = store;
    const accounts = projections.accounts.bind(projections);
    const ends = seals.ends.bind(seals);
    Object.assign(store, {
      async *record() {
        for await (const event of record.call(store)) {
          counted();
          yield event;
        }
      },
    });
    vi.spyOn(projections, 'accounts').mockImplementation(async (...asked) => {
      const rows = await accounts(...asked);
      for (const _ of rows) counted();
      return rows;
    });
    vi.spyOn(seals, 'ends').mockImplementation(async function* (...asked) {
      for await (const end of ends(...asked)) {
        counted();
        yield end;
      }
    });
    return officer;
  }

  test.each(DOWNLOADS)('that cannot be made is answered as a failure: %s', async (path) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { status, headers } = await (await failingAfter(0)).get(path);
    expect(status).toBe(503);
    expect(headers.get('content-disposition')).toBeNull();
  });

  test.each(DOWNLOADS)('that fails on the way is broken off, and never looks whole: %s', async (path) => {
    const officer = await failingAfter(2200);
    await expect(officer.get(path)).rejects.toThrow();
  });
});

describe('the workbench', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'counter-workbench-'));
    await mkdir(join(folder, 'dist', 'deep'), { recursive: true });
    await writeFile(join(folder, 'secret.txt'), 'of the inside');
    await writeFile(join(folder, 'dist-secret.txt'), 'of the inside');
    await writeFile(join(folder, 'dist', 'index.html'), '<!doctype html><title>workbench</title>');
    await writeFile(join(folder, 'dist', 'deep', 'page.js'), 'export {}');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('is served from its folder, and nothing beside it', async () => {
    const host = await openHost({ workbench: join(folder, 'dist') });
    await addPeople(host);
    const officer = await signedIn(host, 'officer');
    const start = await officer.get('/workbench/');
    const address = start.headers.get('location') ?? '';
    expect(address).toBe(
      '/workbench/?rules=%2Frules.json&handbook=%2Fworkbench-handbook.json&ledger=%2Fexport%2Fevents.jsonl&home=%2Frules&lang=zh-CN',
    );
    const index = await officer.get(address);
    expect(index.headers.get('content-type')).toContain('text/html');
    expect(index.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect((await officer.get('/workbench/deep/page.js')).headers.get('content-type')).toContain(
      'javascript',
    );
    for (const path of [
      '..%2Fsecret.txt',
      '%2e%2e%2fsecret.txt',
      '..%2Fdist-secret.txt',
      'deep',
      'none.js',
      '%2Fetc%2Fpasswd',
    ]) {
      const { status, text } = await officer.get(`/workbench/${path}`);
      expect([path, status]).toEqual([path, 404]);
      expect(text).not.toContain('of the inside');
    }
  });

  test('that is not there is the administrator’s to install', async () => {
    const host = await openHost({ workbench: join(folder, 'nothing') });
    await addPeople(host);
    const officer = await signedIn(host, 'officer');
    const { status, text } = await officer.get('/workbench/?rules=x');
    expect(status).toBe(503);
    expect(text).toContain('规则工作台尚未安装，请联系系统管理员。');
  });
});

test('the app opens nothing by itself: two of them share nothing but what they were given', async () => {
  const [one, other] = [await openHost(), await openHost()];
  await fill(one);
  await addPeople(other);
  const officer = await signedIn(other, 'officer');
  expect((await officer.get('/accounts/linan-0003')).status).toBe(404);
  expect((await createApp(one.counter).request('http://localhost/health')).status).toBe(200);
});
