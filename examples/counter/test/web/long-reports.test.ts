import fc from 'fast-check';
import type { Command, RuleSet } from 'points-bank';
import { findAnomalies } from 'points-bank/reports';
import { renfa2022 } from 'points-bank/rule-sets';
import { arbitraries } from 'points-bank/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Search, searchAnomalies } from '../../src/bank/anomalies.js';
import { MOST_OF_A_KIND } from '../../src/bank/anomaly-findings.js';
import { MESSAGES } from '../../src/language/messages.js';
import { collect } from '../store/support/collect.js';
import { type Host, openHost } from './support/host.js';
import { addPeople, openMany, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

const MANY = 250;
const A_PAGE = 100;

describe('a community of many accounts', () => {
  let host: Host;
  let clerk: Visitor;
  let ids: readonly string[];

  beforeEach(async () => {
    host = await openHost();
    await addPeople(host);
    ids = await openMany(host, 'linan', MANY);
    clerk = new Visitor(host);
    await clerk.signIn('clerk-linan', PASSWORD);
  });
  afterEach(() => vi.restoreAllMocks());

  test('has the search for anomalies say how far it is, and at the end what it found', async () => {
    const said: Search[] = await collect(
      searchAnomalies(host.counter, { communityId: 'linan', from: '2026-01-01', to: '2026-12-31' }),
    );
    expect(said).toEqual([
      { done: 100, of: MANY },
      { done: 200, of: MANY },
      { done: MANY, of: MANY, found: [] },
    ]);
    const { text } = await clerk.get('/anomalies?from=2026-01-01&to=2026-12-31');
    expect(text.match(/<p class="so-far">/g)).toHaveLength(2);
    const inOrder = [
      MESSAGES.anomaliesSoFar(100, MANY),
      MESSAGES.anomaliesSoFar(200, MANY),
      MESSAGES.anomaliesNone,
    ].map((words) => text.lastIndexOf(words['zh-CN']));
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    expect(inOrder[0]).toBeGreaterThan(0);
  });

  test('is not searched again for anomalies until somebody asks for it', async () => {
    const histories = vi.spyOn(host.counter.store, 'histories');
    const searched = async (path: string, by = clerk) => {
      histories.mockClear();
      const { text } = await by.get(path);
      expect(text).toContain(MESSAGES.anomaliesNone['zh-CN']);
      expect(text).toContain(`共核查 ${MANY} 个账户`);
      return histories.mock.calls.length > 0;
    };
    expect(await searched('/anomalies')).toBe(true);
    expect(await searched('/anomalies')).toBe(false);
    expect(await searched('/anomalies?from=2026-01-01&to=2026-11-24')).toBe(false);
    const { text } = await clerk.get('/anomalies');
    const [, anew = ''] = new RegExp(`href="([^"]*)">${MESSAGES.anomaliesAnew['zh-CN']}`).exec(text) ?? [];
    expect(await searched(anew.replaceAll('&amp;', '&'))).toBe(true);
    expect(await searched('/anomalies?from=2026-01-01&to=2026-11-23')).toBe(true);
    // The day before's is shown until a day is named.
    expect(await searched('/anomalies')).toBe(false);
    expect(await searched('/anomalies?to=2026-11-24')).toBe(true);
    expect(await searched('/anomalies?from=2025-01-01&to=2026-11-24')).toBe(true);
    expect(await searched('/anomalies')).toBe(true);
    const officer = new Visitor(host);
    await officer.signIn('officer', PASSWORD);
    expect(await searched('/anomalies', officer)).toBe(true);
    expect(await searched('/anomalies?community=linan', officer)).toBe(false);
    const [kept] = await host.counter.records.entries('anomaly-findings');
    await host.counter.records.put('anomaly-findings', '"linan"', {
      ...(kept?.value as object),
      rules: 'others',
    });
    expect(await searched('/anomalies')).toBe(true);
  });

  test('has as many anomalies of a kind listed as a page holds, and their number said', async () => {
    const by = { office: 'community', communityId: 'linan' } as const;
    const matter = { item: 'affairs', difficulty: 'base', on: '2026-03-01', by };
    const busy = ids.slice(0, MOST_OF_A_KIND + 1);
    await host.counter.store.handleAll(
      busy.flatMap((accountId) =>
        ['1', '2', '3', '4', '5'].map(
          (matterId): Command => ({
            type: 'CreditActivity',
            data: { ...matter, accountId, matterId },
          }),
        ),
      ),
    );
    for (const path of ['/anomalies', '/anomalies']) {
      const { text } = await clerk.get(path);
      const kind = MESSAGES.anomalyEntriesOnADay['zh-CN'];
      expect(text.split(`<h2>${kind}`).length - 1).toBe(MOST_OF_A_KIND);
      expect(text).toContain(MESSAGES.anomaliesCut(kind, MOST_OF_A_KIND, busy.length)['zh-CN']);
    }
  });

  test('has findings about several accounts lead to each that its reader may see, and communities by their titles', async () => {
    await host.counter.communities.name('linan', { 'zh-CN': '临安社区', en: 'Linan community' });
    await host.counter.communities.name('dongpo', { 'zh-CN': '东坡社区', en: 'Dongpo community' });
    const opening = { role: 'resident', on: '2026-03-01', formComplete: true, memberId: 'P-7' };
    const accounts = [
      ['linan-0901', 'linan'],
      ['linan-0902', 'linan'],
      ['dongpo-0903', 'dongpo'],
    ] as const;
    await host.counter.store.handleAll(
      accounts.map(
        ([accountId, communityId]): Command => ({
          type: 'OpenAccount',
          data: { ...opening, accountId, communityId, by: { office: 'community', communityId } },
        }),
      ),
    );
    const officer = new Visitor(host);
    await officer.signIn('officer', PASSWORD);
    const linked = (text: string) =>
      Array.from(text.matchAll(/href="\/accounts\/([\w-]+)\/statement"/g), ([, id]) => id);
    const ofAll = (await officer.get('/anomalies')).text;
    expect(linked(ofAll)).toEqual(['dongpo-0903', 'linan-0901', 'linan-0902']);
    expect(ofAll).toContain('社区 东坡社区');
    const ofOwn = (await clerk.get('/anomalies')).text;
    expect(linked(ofOwn)).toEqual(['linan-0901', 'linan-0902']);
    expect(ofOwn).toContain('社区 临安社区');
    // What a search of three communities would keep.
    const kept = new Map(
      (await host.counter.records.entries('anomaly-findings')).map((one) => [one.key, one.value]),
    );
    const figures = { value: 9, median: 1, spread: 1, score: 8, threshold: 3.5, peers: 3 };
    const issuer = {
      kind: 'outlying-issuer',
      clause: '3',
      communityId: 'dongpo',
      measure: 'entries-per-account',
    };
    for (const [key, value] of kept)
      await host.counter.records.put('anomaly-findings', key, {
        ...(value as object),
        found: [{ ...issuer, ...figures, entries: 9, points: 9, accounts: 1 }],
        counts: {},
      });
    const { text } = await officer.get('/anomalies');
    expect(text).toContain('社区 东坡社区 每户平均笔数');
    expect(text).toContain('>台账 东坡社区</a>');
  });

  test('has its anomalies page say where the search broke off', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(host.counter.store, 'histories').mockRejectedValue(new Error('away'));
    const { text } = await clerk.get('/anomalies');
    expect(text).toContain(MESSAGES.anomaliesStopped['zh-CN']);
  });

  test('has its feedbacks listed a page at a time, each account once, and no others are worked out', async () => {
    const histories = vi.spyOn(host.counter.store, 'histories');
    const listed: string[] = [];
    let path: string | undefined = '/feedback?year=2026';
    for (let at = 0; path !== undefined; at += 1) {
      histories.mockClear();
      const { text } = await clerk.get(path);
      expect(text).toContain(
        MESSAGES.accountsFound(at * A_PAGE + 1, Math.min((at + 1) * A_PAGE, MANY), MANY)['zh-CN'],
      );
      const own = Array.from(text.matchAll(/>(linan-\d+)<\/a>/g), ([, id]) => String(id));
      expect(histories.mock.calls.flatMap(([read]) => read)).toEqual(own);
      expect(text.includes(MESSAGES.previousPage['zh-CN'])).toBe(at > 0);
      listed.push(...own);
      const [, next] = new RegExp(`href="([^"]*)">${MESSAGES.nextPage['zh-CN']}`).exec(text) ?? [];
      path = next?.replaceAll('&amp;', '&');
    }
    expect(listed).toEqual(ids);
  });

  test('has its letters sent while they are made: the first are there before the last accounts are read', async () => {
    const read: string[] = [];
    const { store } = host.counter;
    const histories = store.histories.bind(store);
    vi.spyOn(store, 'histories').mockImplementation((some) => {
      read.push(...some);
      return histories(some);
    });
    const response = await host.app.request('/feedback/letters?year=2026', {
      headers: { Cookie: `counter_session=${clerk.cookie('counter_session')}` },
    });
    let text = '';
    let readByThen: number | undefined;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString('utf8');
      if (text.includes('class="letter"')) readByThen ??= read.length;
    }
    expect(readByThen).toBeLessThan(MANY);
    expect(text.match(/class="letter"/g)).toHaveLength(MANY);
    expect(text).toContain(MESSAGES.lettersLead(MANY)['zh-CN']);
    expect(text).toContain('</html>');
  });

  test('is told where its letters break off', async () => {
    const { store } = host.counter;
    const histories = store.histories.bind(store);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(store, 'histories').mockImplementation(async (some) => {
      if (some.includes(ids[MANY - 1] as string)) throw new Error('gone');
      return histories(some);
    });
    const { text } = await clerk.get('/feedback/letters?year=2026');
    expect(text.match(/class="letter"/g)).toHaveLength(2 * A_PAGE);
    expect(text).toContain(MESSAGES.lettersStopped['zh-CN']);
    expect(text).not.toContain(MESSAGES.lettersLead(2 * A_PAGE)['zh-CN']);
    expect(text).toContain('</html>');
  });
});

/** What the search says at its end. */
async function foundBy({ counter }: Host, asked: Parameters<typeof searchAnomalies>[1]) {
  return (await collect(searchAnomalies(counter, asked))).at(-1)?.found;
}

test('anomalies that are found account by account are those of all entries at once', async () => {
  const ruleSet = renfa2022 as RuleSet;
  const by = { office: 'community', communityId: 'linan' } as const;
  await fc.assert(
    fc.asyncProperty(arbitraries(ruleSet).commands, async (commands) => {
      const host = await openHost();
      const { store } = host.counter;
      for (const command of commands) await store.handle(command as Command);
      const [busy = ''] = await openMany(host, 'linan', 9);
      for (let matter = 0; matter < 8; matter += 1) {
        const data = { accountId: busy, item: 'affairs', matterId: `m${matter}`, difficulty: 'hard' };
        await store.handle({ type: 'CreditActivity', data: { ...data, on: '2026-03-01', by } } as Command);
      }
      const events = (await collect(store.all())).map(({ event }) => event);
      for (const period of [
        { from: '2026-01-01', to: '2026-12-31' },
        { from: '2020-01-01', to: '2030-12-31' },
      ]) {
        const found = findAnomalies(events, { ...period, ruleSet });
        expect(await foundBy(host, { communityId: undefined, ...period })).toEqual(found);
        expect(found.map(({ kind }) => kind)).toContain('entries-on-a-day');
      }
      const communityId = 'linan';
      const communities = await store.projections.communitiesOf(events.map(({ data }) => data.accountId));
      const own = events.filter(({ data }) => communities.get(data.accountId) === communityId);
      const year = { from: '2026-01-01', to: '2026-12-31' };
      expect(await foundBy(host, { communityId, ...year })).toEqual(findAnomalies(own, { ...year, ruleSet }));
    }),
    { numRuns: 10 },
  );
});
