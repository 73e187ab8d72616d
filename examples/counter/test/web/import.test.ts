import type { BankEvent } from 'points-bank';
import { fold } from 'points-bank';
import { beforeEach, describe, expect, test } from 'vitest';
import { csvOf } from '../../src/csv/write-csv.js';
import { readText } from '../../src/import/read-register.js';
import { eachAccount } from '../../src/store/each-account.js';
import { gb18030 } from './support/gb18030.js';
import { type Host, openHost } from './support/host.js';
import { addPeople, fill, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

let host: Host;
let clerk: Visitor;

async function clerkAt(at: Host): Promise<Visitor> {
  const visitor = new Visitor(at);
  await visitor.signIn('clerk-linan', PASSWORD);
  await visitor.get('/import');
  return visitor;
}

beforeEach(async () => {
  host = await openHost();
  await addPeople(host);
  clerk = await clerkAt(host);
});

const HEAD = '类型,账户编号,日期,类别,登记表完整,事项,事项名称,岗位或项目,岗位类型,难度';
const GOOD = [
  HEAD,
  '开户,L-1,2026-01-05,居民志愿者,是,,,,,',
  '认领,L-1,2026-01-06,,,,,平安巡逻,岗位,难度较大',
  '记分,L-1,2026/2/1,,,参与社区事务,2026-02-01 议事会,,,一般',
].join('\n');

async function stored(at: Host = host): Promise<BankEvent[]> {
  const events: BankEvent[] = [];
  for await (const { event } of at.counter.store.all()) events.push(event);
  return events;
}

const asFile = (bytes: Uint8Array | string) => ({
  file: new Blob([bytes as BlobPart], { type: 'text/csv' }),
});

/** What the page says came of it: rows, added, on record already, refused. */
function figures(html: string): number[] {
  return [...html.matchAll(/<dd>(\d+)<\/dd>/g)].map(([, digits]) => Number(digits));
}

/** The file once more, as the page of the dry run hands it on. */
const handedOn = (html: string) => /name="csv" value="([^"]*)"/.exec(html)?.[1] ?? '';

async function dry(bytes: Uint8Array | string, by = clerk) {
  const answer = await by.post('/import', asFile(bytes));
  expect(answer.status, answer.text).toBe(200);
  return answer.text;
}

async function applied(html: string, by = clerk) {
  const answer = await by.post('/import/apply', { csv: handedOn(html) });
  expect(answer.status).toBe(200);
  return answer.text;
}

test('a dry run says what would be added and writes nothing', async () => {
  expect(figures(await dry(GOOD))).toEqual([3, 3, 0, 0]);
  expect(await stored()).toEqual([]);
});

test('what was tried is what is entered, signed by whoever did it', async () => {
  const result = await applied(await dry(GOOD));
  expect(figures(result)).toEqual([3, 3, 0, 0]);
  const events = await stored();
  expect(events.map(({ type, data }) => [type, 'points' in data ? data.points : 0])).toEqual([
    ['AccountOpened', 1],
    ['PostClaimed', 2],
    ['ActivityCredited', 1],
  ]);
  expect(new Set(events.map(({ metadata }) => metadata?.enteredBy))).toEqual(new Set(['clerk-linan']));
});

test('the same file again adds nothing, by a dry run and by an import', async () => {
  const first = await dry(GOOD);
  await applied(first);
  const before = await stored();
  expect(figures(await dry(GOOD))).toEqual([3, 0, 3, 0]);
  expect(figures(await applied(first))).toEqual([3, 0, 3, 0]);
  expect(await stored()).toEqual(before);
});

test('a file that was imported in part is taken up where it stopped', async () => {
  const lines = GOOD.split('\n');
  await applied(await dry(lines.slice(0, 3).join('\n')));
  expect(figures(await dry(GOOD))).toEqual([3, 1, 2, 0]);
  await applied(await dry(GOOD));
  expect((await stored()).length).toBe(3);
});

test('a refused row is named with its line, its account and its reason in both languages; the others go on', async () => {
  const bad = [
    GOOD,
    '报到,L-1,2026-03-01,,,,,,,',
    '记分,L-1,2026-02-30,,,其他事项,m,,,一般',
    '转账,L-1,2026-03-01,,,,,,,',
    '记分,L-9,2026-03-01,,,其他事项,m,,,一般',
    '开户,L-2,2026-01-05,局外人,是,,,,,',
    '开户,L-3,2026-01-05,居民志愿者,否,,,,,',
    '记分,L-1,2026-03-02,,,其他事项,值守,,,难度较大',
    '记分,L-1,2026-11-25,,,其他事项,明天,,,一般',
  ].join('\n');
  const html = await dry(bad);
  expect(figures(html)).toEqual([11, 4, 0, 7]);
  const given =
    /name="refused" value="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"').replaceAll('&#39;', "'") ??
    '';
  const refused = JSON.parse(given) as {
    line: number;
    accountId: string;
    reason: { 'zh-CN': string; en: string };
  }[];
  expect(refused.map(({ line, accountId }) => [line, accountId])).toEqual([
    [5, 'L-1'],
    [6, 'L-1'],
    [7, 'L-1'],
    [8, 'L-9'],
    [9, 'L-2'],
    [10, 'L-3'],
    [12, 'L-1'],
  ]);
  expect(refused.map(({ reason }) => reason.en)).toEqual([
    expect.stringContaining('2027-01-01'),
    expect.stringContaining('on'),
    expect.stringContaining("'转账' is not known"),
    expect.stringContaining('L-9'),
    expect.stringContaining('局外人'),
    expect.stringContaining('form'),
    expect.stringContaining('after today'),
  ]);
  for (const { reason } of refused) expect(reason['zh-CN']).toMatch(/\p{Script=Han}/u);
  expect(html).toContain(`<small lang="en">${refused[0]?.reason.en.replaceAll("'", '&#39;')}`);

  const csv = await clerk.post('/import/refused.csv', { refused: given });
  expect(csv.status).toBe(200);
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect(csv.text.split('\r\n').filter((line) => line !== '').length).toBe(8);
});

test('whatever lacks in a row is named by its column', async () => {
  const text = await dry(
    '类型,账户编号,日期,兑换编号,兑换内容\n兑换,L-1,2026-02-01,,\n兑换,L-1,2026-02-01,r1,大米×两\n',
  );
  expect(text).toContain('兑换编号：缺少；兑换内容：不能为空');
  expect(text).toContain('redemption: is missing; rewards: must not be empty');
  expect(text).toContain('兑换内容：应为不小于 1 的整数');
});

test('numbers and days in full width are read', async () => {
  const handbook = { communityId: 'linan', version: '1', published: '2026-01-01', filed: '2026-01-02' };
  const rewards = [{ rewardId: 'rice', kind: 'service' as const, title: { 'zh-CN': '大米' }, price: 1 }];
  await host.counter.handbooks.publish({ ...handbook, rewards });
  const more = ',兑换编号,兑换内容\n';
  const lines = [
    HEAD + more.trimEnd(),
    ...GOOD.split('\n')
      .slice(1)
      .map((line) => `${line},,`),
  ];
  lines.push('兑换,L-1,２０２６年２月２日,,,,,,,,r1,大米×２');
  const html = await dry(lines.join('\n'));
  expect(figures(html).slice(0, 4)).toEqual([4, 4, 0, 0]);
  await applied(html);
  expect((await stored()).at(-1)?.data).toMatchObject({
    on: '2026-02-02',
    lines: [{ rewardId: 'rice', quantity: 2 }],
  });
});

test('a dry run counts the rows before: a cap is used up, a stock is given out', async () => {
  await host.counter.handbooks.publish({
    communityId: 'linan',
    version: '1',
    published: '2026-01-01',
    filed: '2026-01-02',
    rewards: [
      {
        rewardId: 'rice',
        kind: 'goods',
        title: { 'zh-CN': '米', en: 'Rice' },
        price: 1,
        consent: '2026-01-01',
        stock: 1,
      },
    ],
  });
  const file = [
    'type,account,date,role,form complete,redemption,rewards',
    'open,A,2026-01-05,resident,yes,,',
    'open,B,2026-01-05,resident,yes,,',
    'redeem,A,2026-02-01,,,r1,rice×1',
    'redeem,B,2026-02-01,,,r1,rice*1',
  ].join('\n');
  const html = await dry(file);
  expect(figures(html)).toEqual([4, 3, 0, 1]);
  expect(figures(await applied(html))).toEqual([4, 3, 0, 1]);
  expect((await stored()).filter(({ type }) => type === 'PointsRedeemed').length).toBe(1);
});

describe('rewards', () => {
  const reward = (rewardId: string, zh: string, en: string) => ({
    rewardId,
    kind: 'service',
    title: { 'zh-CN': zh, en },
    price: 1,
    consent: '2026-01-01',
  });
  const edition = (version: string, published: string, rewards: readonly unknown[]) =>
    host.counter.handbooks.publish({ communityId: 'linan', version, published, filed: published, rewards });
  const openings = ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => `open,${id},2026-01-05,resident,yes,,`);
  const register = (...rows: string[]) =>
    ['type,account,date,role,form complete,redemption,rewards', ...openings, ...rows].join('\n');

  beforeEach(async () => {
    await edition('1', '2026-01-01', [
      reward('cut', '理发一次', 'A haircut'),
      reward('rice', '大米 5 公斤', 'Rice, 5 kg'),
    ]);
    await edition('2', '2026-03-01', [
      reward('wash', '理发一次', 'A wash'),
      reward('oil', '食用油', 'Oil'),
      reward('oil-5', '食用油', 'Oil, 5 l'),
      reward('A wash', '洗车', 'Car wash'),
      reward('set', '米×2', 'Set'),
      reward('two', '米；油', 'Two'),
    ]);
  });

  test('are named by titles of the handbook of the day, in any language, width, case and spaces, or by ids', async () => {
    const html = await dry(
      register(
        'redeem,A,2026-02-01,,,r1,理发 一次×1',
        'redeem,B,2026-02-01,,,r1,"ＲＩＣＥ，5KG"',
        'redeem,C,2026-02-01,,,r1,cut×1',
        'redeem,D,2026-03-01,,,r1,理发一次',
        'redeem,E,2026-03-01,,,r1,A wash',
        'redeem,F,2026-03-01,,,r1,米×2',
      ),
    );
    expect(figures(html)).toEqual([12, 12, 0, 0]);
    await applied(html);
    const lines = (await stored()).flatMap(({ type, data }) =>
      type === 'PointsRedeemed'
        ? [[data.accountId, data.lines.map(({ rewardId, quantity }) => [rewardId, quantity])]]
        : [],
    );
    expect(lines).toEqual([
      ['linan-A', [['cut', 1]]],
      ['linan-B', [['rice', 1]]],
      ['linan-C', [['cut', 1]]],
      ['linan-D', [['wash', 1]]],
      ['linan-E', [['A wash', 1]]],
      ['linan-F', [['set', 1]]],
    ]);
    // By its id it is the same redemption.
    expect(figures(await dry(register('redeem,A,2026-02-01,,,r1,cut')))).toEqual([7, 0, 7, 0]);
  });

  test('are refused by a title of several, with the ids; of no day’s handbook or none, as the rules say', async () => {
    const html = await dry(
      register(
        'redeem,A,2026-03-01,,,r1,食用油×1',
        'redeem,B,2026-03-01,,,r1,oil×1',
        'redeem,C,2026-03-01,,,r1,大米 5 公斤×1',
        'redeem,D,2025-12-31,,,r1,理发一次',
        'redeem,E,2026-02-30,,,r1,理发一次',
      ),
    );
    expect(figures(html)).toEqual([11, 7, 0, 4]);
    expect(html).toContain('手册中名称为“食用油”的兑换品不止一种：oil、oil-5，请填写编号。');
    expect(html).toContain(
      'Several rewards of the handbook are called &#39;食用油&#39;: oil, oil-5. Give the id.',
    );
    expect(html).toContain('手册中没有“大米 5 公斤”。');
  });

  test('stand in the template as they are to be written, and its example is one of them', async () => {
    const rows = [...(await clerk.get('/import/template.csv')).text.trim().split('\r\n')];
    expect(rows[1]).toContain('现行手册：理发一次 / oil / oil-5 / 洗车 / 米×2 / ""米；油""');
    const last = rows.at(-1) ?? '';
    expect(last).toContain('理发一次×1');
    const { text } = await clerk.get('/import');
    expect(text).toContain('现行手册：理发一次 / oil / oil-5 / 洗车 / 米×2 / &quot;米；油&quot;');
    const example = [rows[0], last.replace('#', '').replace('linan-0001', 'A')].join('\n');
    await applied(await dry(register()));
    expect(figures(await dry(example))).toEqual([1, 1, 0, 0]);
  });
});

test('rows of another community’s accounts are refused', async () => {
  const dongpo = new Visitor(host);
  await dongpo.signIn('clerk-dongpo', PASSWORD);
  await applied(await dry(GOOD));
  await dongpo.get('/import');
  const html = await dry(`${HEAD}\n记分,L-1,2026-03-05,,,其他事项,扫雪,,,一般`, dongpo);
  expect(figures(html)).toEqual([1, 0, 0, 1]);
});

test('a register in GB18030 is the same register', async () => {
  const html = await dry(gb18030(GOOD));
  expect(html).toContain('GB18030');
  await applied(html);
  expect((await host.counter.store.events('linan-L-1'))[1]?.data).toMatchObject({
    postId: '平安巡逻',
    points: 2,
  });
});

test('a file that is no register is refused on its form, and nothing is written', async () => {
  const answer = await clerk.post('/import', asFile('hello'));
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('href="#field-file"');
  expect((await clerk.post('/import', {})).status).toBe(422);
});

describe('thousands of rows', () => {
  const rows = 3000;
  const register = csvOf([
    ['type', 'account', 'date', 'role', 'form complete', 'item', 'matter', 'difficulty'],
    ...Array.from({ length: rows }, (_, at) =>
      at % 3 === 0
        ? ['open', `T-${at}`, '2026-01-05', 'resident', 'yes']
        : ['credit', `T-${at - (at % 3)}`, '2026-02-01', '', '', 'affairs', `meeting ${at % 3}`, 'base'],
    ),
  ]);

  test('are tried and entered, and the page says how far it is meanwhile', async () => {
    const html = await dry(register);
    expect(figures(html)).toEqual([rows, rows, 0, 0]);
    expect([...html.matchAll(/<progress max="3000" value="(\d+)"/g)].length).toBeGreaterThan(10);
    expect(figures(await applied(html))).toEqual([rows, rows, 0, 0]);
    expect((await stored()).length).toBe(rows);
    expect(figures(await dry(register))).toEqual([rows, 0, rows, 0]);
  });
});

describe('what leaves a counter', () => {
  beforeEach(async () => {
    host = await openHost();
    await fill(host);
    clerk = await clerkAt(host);
  });

  test('as JSON lines is what is stored, byte for byte and in its order', async () => {
    const officer = new Visitor(host);
    await officer.signIn('officer', PASSWORD);
    const { text, headers } = await officer.get('/export/events.jsonl');
    expect(text).toBe((await stored()).map((event) => `${JSON.stringify(event)}\n`).join(''));
    expect(headers.get('content-disposition')).toContain('attachment');
    const own = (await stored()).filter(({ data }) => data.communityId === 'linan');
    expect((await clerk.get('/export/events.jsonl')).text).toBe(
      own.map((event) => `${JSON.stringify(event)}\n`).join(''),
    );
  });

  test.each(['zh-CN', 'en'])(
    'as entries (%s) makes the same accounts where it is imported',
    async (locale) => {
      await clerk.get(`/language?to=${locale}&back=/import`);
      const { text } = await clerk.get('/export/entries.csv');
      const elsewhere = await openHost();
      await addPeople(elsewhere);
      for (const edition of await host.counter.handbooks.editions('linan'))
        await elsewhere.counter.handbooks.publish(edition);
      const there = await clerkAt(elsewhere);
      const html = await dry(text, there);
      expect(figures(html)[3], html).toBe(0);
      await applied(html, there);
      for await (const { row, events } of eachAccount(host.counter.store, { communityId: 'linan' })) {
        // Corrections are the Party affairs office's and do not go with the community's entries.
        const own = fold(events.filter(({ type }) => type !== 'ScoreCorrected'));
        expect(await elsewhere.counter.store.account(row.accountId)).toEqual(own);
      }
    },
  );

  test('as CSV is a register whose sums are the page’s', async () => {
    const { text } = await clerk.get('/register.csv');
    const lines = text.trim().split('\r\n').slice(1);
    const sum = lines.reduce((total, line) => total + Number(line.split(',').at(-1)), 0);
    const { text: page } = await clerk.get('/register');
    expect(figures(page)[0]).toBe(lines.length);
    expect(figures(page)[1]).toBe(sum);
  });

  test('as a statement in CSV ends on the balance of the account, with the reason of each score', async () => {
    const { text } = await clerk.get('/accounts/linan-0003/statement.csv');
    const account = await host.counter.store.account('linan-0003');
    if (account.status !== 'open') throw new Error('not open');
    const lines = text.trim().split('\r\n');
    const [, , , , , balance] = lines.at(-1)?.split(',') ?? [];
    expect(Number(balance)).toBe(account.earned + account.corrected - account.redeemed);
    expect(lines.length).toBe((await host.counter.store.events('linan-0003')).length + 3);
    expect(text).toContain('条款');
  });
});

test('how far an import is reaches the page before the end does, compressed or not', async () => {
  const cookie = `counter_session=${clerk.cookie('counter_session')}`;
  const body = new FormData();
  const rows = Array.from({ length: 400 }, (_, at) => `open,S-${at},2026-01-05,resident,yes`);
  body.append('token', clerk.token);
  body.append('file', new Blob([['type,account,date,role,form complete', ...rows].join('\n')]));
  const headers = { Origin: 'http://localhost', Cookie: cookie, 'Accept-Encoding': 'gzip' };
  const answer = await host.app.request('http://localhost/import', { method: 'POST', body, headers });
  expect(answer.headers.get('content-encoding')).toBeNull();
  const reader = answer.body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  expect(first).toContain('<!DOCTYPE html>');
  expect(first).not.toContain('import-result');
  await reader?.cancel();
});

test('rows are told apart and numbered, whatever ends their lines', () => {
  const head = '类型,账户编号,日期,难度';
  const lines = (text: string) => {
    const register = readText(text, 'utf-8');
    return 'rows' in register ? register.rows.map(({ line, cells }) => [line, Object.values(cells)[1]]) : [];
  };
  const two = [
    [2, 'a'],
    [3, 'd'],
  ];
  expect(lines(`${head}\r\n开户,a,b,c\n开户,d,e,f\r\n`)).toEqual(two);
  expect(lines(`${head}\n开户,a,b,c\r\n开户,d,e,f`)).toEqual(two);
  expect(lines(`${head}\r开户,a,b,c\r开户,d,e,f\r`)).toEqual(two);
  expect(lines(`${head}\r\n开户,a,"b\r\nx",c\r\n开户,d,e,f`)).toEqual([
    [2, 'a'],
    [4, 'd'],
  ]);
});
