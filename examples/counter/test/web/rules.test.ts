import { deviations, digest, type RuleSet } from 'points-bank';
import { deriveRuleSet } from 'points-bank/define';
import { hailin, renfa2022 } from 'points-bank/rule-sets';
import { explain, zhCN, zhCNReports } from 'points-bank/words';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Host, openHost, TODAY } from './support/host.js';
import { addPeople, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/** A community's own rules: stricter in one place, and under a version and a title of their own. */
const own = deriveRuleSet(renfa2022, {
  version: 'linan-1',
  title: { 'zh-CN': '临安社区细则', en: 'Rules of the Linan community' },
  roles: { resident: { limits: { claims: { maximum: 2 } } } },
});

async function visitorOf(ruleSet: RuleSet, name: string): Promise<[Visitor, Host]> {
  const host = await openHost({ ruleSet });
  await addPeople(host);
  const visitor = new Visitor(host);
  await visitor.signIn(name, PASSWORD);
  return [visitor, host];
}

/** A page's text as a reader has it. */
function read(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#39;', "'");
}

test('rules that are those of the document have nothing to file', async () => {
  const [officer] = await visitorOf(renfa2022, 'officer');
  const { status, text } = await officer.get('/rules');
  expect(status).toBe(200);
  expect(text).toContain('无须备案');
  expect(text).not.toContain('action="/rules/filed"');
  expect(text).toContain(digest(renfa2022));
});

test('rules of another scheme are held against that scheme', async () => {
  const [officer] = await visitorOf(hailin, 'officer');
  expect(read((await officer.get('/rules')).text)).toContain(hailin.title['zh-CN']);
});

describe("a community's own rules", () => {
  let officer: Visitor;
  let host: Host;
  beforeAll(async () => {
    [officer, host] = await visitorOf(own, 'officer');
  });

  test('say each difference and its direction, in both languages', async () => {
    const found = deviations(renfa2022, own);
    expect(found.map(({ path }) => path)).toContain('roles.resident.limits.claims.maximum');
    const text = read((await officer.get('/rules')).text);
    for (const one of found) expect(text).toContain(explain(one, { ...zhCN, ...zhCNReports }, own));
    expect(text).toContain('从严');
    expect(text).toContain('尚未登记备案');
  });

  test('are filed once, on a day that has come, by the office', async () => {
    const file = (filedOn: string) => officer.post('/rules/filed', { filedOn });
    for (const day of ['2026-11-25', '2026-13-01', ''])
      expect((await file(day)).text).toContain(`不能晚于今天（${TODAY}）`);
    expect(await host.counter.ruleFilings.all()).toEqual([]);
    const clerk = new Visitor(host);
    await clerk.signIn('clerk-linan', PASSWORD);
    expect((await clerk.get('/rules')).text).not.toContain('action="/rules/filed"');
    expect((await file('2026-11-20')).status).toBe(303);
    expect(await host.counter.ruleFilings.all()).toEqual([
      {
        version: 'linan-1',
        digest: digest(own),
        filedOn: '2026-11-20',
        by: 'officer',
        at: `${TODAY}T09:00:00.000Z`,
      },
    ]);
    expect((await clerk.get('/rules')).text).toContain('已于 2026-11-20 备案（登记人：officer）');
    expect((await file('2026-11-21')).status).toBe(422);
    expect(await host.counter.ruleFilings.all()).toHaveLength(1);
  });
});

test('the workbench is given the rules and the handbook in force', async () => {
  const [clerk, host] = await visitorOf(own, 'clerk-linan');
  expect((await clerk.get('/workbench-handbook.json')).status).toBe(404);
  const published = await host.counter.handbooks.publish({
    communityId: 'linan',
    version: '1',
    published: '2026-01-01',
    rewards: [{ rewardId: 'soap', kind: 'goods', title: { 'zh-CN': '香皂', en: 'Soap' }, price: 7 }],
  });
  if (published === 'taken' || !published.ok) throw new Error('not published');
  expect(JSON.parse((await clerk.get('/workbench-handbook.json')).text)).toEqual(published.value);
  expect(JSON.parse((await clerk.get('/rules.json')).text)).toEqual(own);
});
