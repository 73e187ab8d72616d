import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BankEvent } from '../../src/account/events/event.js';
import type { Anomaly } from '../../src/reports/anomalies/anomaly.js';
import type { AnomalyOptions } from '../../src/reports/anomalies/anomaly-options.js';
import { findAnomalies } from '../../src/reports/anomalies/find-anomalies.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { addDays } from '../../src/values/calendar.js';
import { reported } from '../support/words.js';
import { Centre, fromJson, histories, isFrozenThrough, isOpenThrough, READ } from './history.js';

/** What is found about accounts and communities, without the note that a role has too few accounts to be compared. */
function foundIn(events: readonly BankEvent[], options?: AnomalyOptions): Anomaly[] {
  return findAnomalies(events, options).filter(({ kind }) => kind !== 'too-few-to-compare');
}

const YEAR = { from: '2023-01-01', to: '2023-12-31' };

/** A volunteer with a number of matters, each on its own day. */
function serve(
  centre: Centre,
  accountId: string,
  matters: number,
  role = 'resident',
  community = 'linan',
): void {
  centre.open(accountId, '2022-12-01', role, community);
  for (let i = 0; i < matters; i += 1) {
    centre.credit(accountId, addDays('2023-01-01', i * 5), `m${i}`, 'base', community);
  }
}

/** Twelve volunteers of 8 to 13 points. */
function peers(role = 'resident'): Centre {
  const centre = new Centre();
  for (let i = 0; i < 12; i += 1) serve(centre, `${role}-${i}`, 8 + (i % 6), role);
  return centre;
}

describe('an account far from its peers', () => {
  test('is reported with its figures', () => {
    const centre = peers();
    serve(centre, 'busy', 40);
    const [found, ...others] = findAnomalies(centre.events, YEAR);
    expect(others).toEqual([]);
    // 8 to 13 twice each and 40: the median is 11, and of the distances 0 0 1 1 1 1 2 2 2 2 3 3 29 it is 2.
    expect(found).toEqual({
      kind: 'outlying-account',
      clause: '3',
      accountId: 'busy',
      communityId: 'linan',
      role: 'resident',
      roleTitle: { 'zh-CN': '居民志愿者', en: 'resident volunteer' },
      measure: 'assessment',
      value: 40,
      median: 11,
      spread: 2,
      spreadBy: 'median-distance',
      score: (0.6745 * 29) / 2,
      direction: 'above',
      threshold: 3.5,
      peers: 12,
    });
    expect(found && reported(found)).toEqual({
      'zh-CN':
        '账户 busy（居民志愿者）考核积分 40 分，同类其他账户 12 个，中位数 11，一般相差 2；偏离程度 9.78，达到 3.5（高或低）即提示核查。',
      en: "Account 'busy' (resident volunteer) has 40 points in the assessment, beside 12 other accounts of its role; the median is 11, and the median distance from it 2; the deviation is 9.78 (modified z-score), and 3.5 either way is worth a look.",
    });
  });

  test('is compared only with its own role', () => {
    const centre = peers('resident');
    for (let i = 0; i < 12; i += 1) serve(centre, `member-${i}`, 38 + (i % 6), 'community-party-member');
    expect(findAnomalies(centre.events, YEAR)).toEqual([]);
  });

  test('is not reported once corrected, unless points earned are compared', () => {
    const centre = peers();
    serve(centre, 'busy', 40);
    centre.correct('busy', '2023-12-01', 'c', -29);
    expect(findAnomalies(centre.events, YEAR)).toEqual([]);
    expect(findAnomalies(centre.events, { ...YEAR, measure: 'earned' })).toMatchObject([
      { value: 40, measure: 'earned' },
    ]);
  });

  test('can be below if it was open for the whole period', () => {
    const centre = new Centre();
    for (let i = 0; i < 12; i += 1) serve(centre, `v${i}`, 38 + (i % 6));
    serve(centre, 'idle', 0);
    centre.open('new', '2023-11-20');
    expect(findAnomalies(centre.events, { ...YEAR, from: '2022-12-01' })).toMatchObject([
      { accountId: 'idle' },
    ]);
    expect(findAnomalies(centre.events, YEAR)).toMatchObject([
      { accountId: 'idle', direction: 'below', value: 0 },
    ]);
    expect(findAnomalies(centre.events)).toEqual([]);
  });

  test('has no peers among accounts opened after the period', () => {
    const centre = peers();
    serve(centre, 'busy', 40);
    const before = findAnomalies(centre.events, YEAR);
    for (let i = 0; i < 30; i += 1) centre.open(`later-${i}`, '2024-01-01');
    expect(findAnomalies(centre.events, YEAR)).toEqual(before);
  });

  test('needs enough peers, a large enough difference, and a day in the period', () => {
    const centre = new Centre();
    for (let i = 0; i < 6; i += 1) serve(centre, `v${i}`, 10);
    serve(centre, 'busy', 40);
    expect(foundIn(centre.events, YEAR)).toEqual([]);
    expect(foundIn(centre.events, { ...YEAR, minimumAccounts: 7 })).toMatchObject([
      { accountId: 'busy', spreadBy: 'mean-distance' },
    ]);
    const near = new Centre();
    for (let i = 0; i < 12; i += 1) serve(near, `v${i}`, 10);
    serve(near, 'one-more', 14);
    expect(foundIn(near.events, YEAR)).toEqual([]);
    expect(foundIn(near.events, { ...YEAR, minimumDifference: 4 })).toHaveLength(1);
    expect(foundIn(near.events, { from: '2024-01-01', minimumDifference: 0 })).toEqual([]);
  });
});

describe('many entries on a day', () => {
  test('are reported with the usual number', () => {
    const centre = peers();
    for (let i = 0; i < 6; i += 1) centre.credit('resident-3', '2023-12-30', `extra-${i}`, 'hard');
    const found = findAnomalies(centre.events, { ...YEAR, threshold: 100 });
    expect(found).toEqual([
      {
        kind: 'entries-on-a-day',
        clause: '3',
        accountId: 'resident-3',
        communityId: 'linan',
        role: 'resident',
        on: '2023-12-30',
        value: 6,
        points: 12,
        threshold: 5,
        median: 1,
        peers: 126,
      },
    ]);
    expect(reported(found[0] as Anomaly)).toEqual({
      'zh-CN':
        '账户 resident-3 在 2023-12-30 一天记有 6 笔，共 12 分；同类账户有记录之日的中位数为 1 笔，达到 5 笔即提示。',
      en: "Account 'resident-3' has 6 entries of 2023-12-30, for 12 points; the median over its role's days with entries is 1, and 5 are worth a look.",
    });
    expect(findAnomalies(centre.events, { ...YEAR, threshold: 100, entriesOnADay: 7 })).toEqual([]);
  });

  test('do not include openings and report-ins', () => {
    const centre = new Centre();
    centre.open('v', '2023-01-01');
    for (let i = 0; i < 4; i += 1) centre.credit('v', '2023-01-01', `m${i}`);
    expect(foundIn(centre.events)).toEqual([]);
    centre.enter('ClaimPost', 'v', { postId: 'p', kind: 'post', difficulty: 'base', on: '2023-01-01' });
    expect(foundIn(centre.events)).toMatchObject([{ kind: 'entries-on-a-day', value: 5 }]);
  });
});

/** Six communities with 40 entries on 10 accounts each, of which these percentages are hard. */
function issuers(
  hardShares: readonly number[],
  matters: readonly number[] = hardShares.map(() => 4),
): Centre {
  const centre = new Centre();
  hardShares.forEach((share, i) => {
    const community = `c${i}`;
    let entry = 0;
    for (let v = 0; v < 10; v += 1) {
      const accountId = `${community}-v${v}`;
      centre.open(accountId, '2022-12-01', 'resident', community);
      for (let m = 0; m < (matters[i] ?? 0); m += 1) {
        const hard = (entry * 37) % 100 < share;
        centre.credit(accountId, addDays('2023-01-01', m * 9), `m${m}`, hard ? 'hard' : 'base', community);
        entry += 1;
      }
    }
  });
  return centre;
}

describe('an issuer far from the others', () => {
  test('is reported by points per entry', () => {
    const found = findAnomalies(issuers([20, 22, 25, 27, 30, 100]).events, { ...YEAR, threshold: 3.5 });
    const issuer = found.filter(({ kind }) => kind === 'outlying-issuer');
    expect(issuer).toMatchObject([
      {
        communityId: 'c5',
        measure: 'points-per-entry',
        value: 2,
        entries: 40,
        points: 80,
        accounts: 10,
        peers: 5,
        direction: 'above',
      },
    ]);
    expect(issuer[0] && reported(issuer[0]).en).toMatch(
      /^Community 'c5' issues 2 points an entry \(80 points, 40 entries, 10 accounts\)/,
    );
    expect(issuer[0] && reported(issuer[0])['zh-CN']).toMatch(
      /^社区 c5 每笔平均记分 2（10 户 40 笔 80 分），其他社区 5 个/,
    );
  });

  test('is reported by entries per account, above or below', () => {
    const centre = issuers([0, 0, 0, 0, 0, 0, 0], [10, 10, 11, 11, 12, 30, 2]);
    const found = findAnomalies(centre.events, { ...YEAR, minimumDifference: 1000 });
    expect(found).toMatchObject([
      {
        kind: 'outlying-issuer',
        communityId: 'c5',
        measure: 'entries-per-account',
        value: 30,
        median: 11,
        direction: 'above',
      },
      {
        kind: 'outlying-issuer',
        communityId: 'c6',
        measure: 'entries-per-account',
        value: 2,
        median: 11,
        direction: 'below',
      },
    ]);
  });

  test('has no accounts opened after the period', () => {
    const centre = issuers([0, 0, 0, 0, 0, 0], [10, 10, 11, 11, 12, 30]);
    const before = findAnomalies(centre.events, { ...YEAR, minimumDifference: 1000 });
    for (let i = 0; i < 20; i += 1) centre.open(`later-${i}`, '2024-01-01', 'resident', 'c5');
    expect(before).toMatchObject([{ accounts: 10, value: 30 }]);
    expect(findAnomalies(centre.events, { ...YEAR, minimumDifference: 1000 })).toEqual(before);
  });

  test('has the same figures to the last digit, whatever the order of the issuers', () => {
    const options = { ...YEAR, minimumDifference: 1000, minimumShare: 0, threshold: 0.01 };
    // Sevenths, thirds, ninths …: fractions whose sum depends on the order in which they are added.
    const { events } = issuers([0, 0, 0, 0, 0, 0, 33, 48, 61, 77, 93], [4, 4, 4, 4, 4, 4, 7, 3, 9, 11, 13]);
    const found = findAnomalies(events, options);
    expect(found.length).toBeGreaterThan(0);
    const communities = [...new Set(events.map(({ data }) => data.communityId))];
    fc.assert(
      fc.property(fc.shuffledSubarray(communities, { minLength: communities.length }), (order) => {
        const regrouped = order.flatMap((id) => events.filter(({ data }) => data.communityId === id));
        expect(findAnomalies(regrouped, options)).toEqual(found);
      }),
    );
  });

  test('needs enough issuers, enough entries and a large enough share', () => {
    const few = issuers([20, 22, 25, 100]);
    expect(findAnomalies(few.events, { ...YEAR, minimumDifference: 1000 })).toEqual([]);
    const small = issuers([20, 20, 20, 20, 20, 100], [4, 4, 4, 4, 4, 1]);
    expect(findAnomalies(small.events, { ...YEAR, minimumDifference: 1000 })).toEqual([]);
    const near = issuers([20, 20, 20, 20, 20, 30]);
    expect(findAnomalies(near.events, { ...YEAR, minimumDifference: 1000 })).toEqual([]);
    expect(findAnomalies(near.events, { ...YEAR, minimumDifference: 1000, minimumShare: 0.05 })).toHaveLength(
      1,
    );
  });
});

describe('findings in general', () => {
  test('list accounts, then days, then issuers, the most striking first', () => {
    const centre = issuers([20, 22, 25, 27, 30, 100]);
    serve(centre, 'busy', 30, 'resident', 'c0');
    serve(centre, 'busier', 40, 'resident', 'c1');
    for (let i = 0; i < 7; i += 1) centre.credit('c2-v0', '2023-12-01', `x${i}`, 'base', 'c2');
    for (let i = 0; i < 5; i += 1) centre.credit('c2-v1', '2023-12-01', `x${i}`, 'base', 'c2');
    const found = findAnomalies(centre.events, { ...YEAR, minimumDifference: 20 });
    expect(
      found.map((one) => [
        one.kind,
        'accountId' in one ? one.accountId : 'communityId' in one && one.communityId,
      ]),
    ).toEqual([
      ['outlying-account', 'busier'],
      ['outlying-account', 'busy'],
      ['entries-on-a-day', 'c2-v0'],
      ['entries-on-a-day', 'c2-v1'],
      ['outlying-issuer', 'c5'],
    ]);
    const byAccount = [...centre.accounts.keys()].reverse();
    const regrouped = byAccount.flatMap((id): BankEvent[] =>
      centre.events.filter(({ data }) => data.accountId === id),
    );
    expect(findAnomalies(regrouped, { ...YEAR, minimumDifference: 20 })).toEqual(found);
  });

  test('cite the clause of the rule set given', () => {
    const centre = peers();
    serve(centre, 'busy', 40);
    const ruleSet = { ...renfa2022, correction: { ...renfa2022.correction, clause: '7.1' } };
    expect(findAnomalies(centre.events, { ...YEAR, ruleSet })).toMatchObject([{ clause: '7.1' }]);
  });

  test('do not occur in even data, whatever the number of accounts and entries', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 12 }), (accounts, matters) => {
        const centre = new Centre();
        for (let i = 0; i < accounts; i += 1)
          serve(centre, `v${i}`, matters, 'resident', i % 2 === 0 ? 'linan' : 'linbei');
        expect(foundIn(centre.events, YEAR)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('are frozen plain JSON and leave the events unchanged', () => {
    fc.assert(
      fc.property(histories(Object.values(READ)), ({ centre }) => {
        const events = fromJson(centre.events);
        const found = findAnomalies(events, {
          minimumAccounts: 3,
          minimumDifference: 0,
          threshold: 0.1,
          entriesOnADay: 2,
        });
        expect(isFrozenThrough(found)).toBe(true);
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found);
        expect(isOpenThrough(events)).toBe(true);
      }),
    );
  });

  test('mistakes of the calling program throw', () => {
    expect(() => findAnomalies([], { from: '2023-02-30' })).toThrow(
      expect.objectContaining({ code: 'not-a-date' }),
    );
    expect(() => findAnomalies([], { from: '2024-01-01', to: '2023-01-01' })).toThrow(
      expect.objectContaining({ code: 'period-backwards' }),
    );
    const bad = {
      lateAfterDays: 0,
      reversedEntries: 0,
      reversedShare: -0.1,
      threshold: -1,
      minimumAccounts: 2,
      minimumDifference: Number.NaN,
      entriesOnADay: 1,
      minimumIssuers: 0,
      minimumEntries: 0,
      minimumShare: -0.1,
    };
    for (const [name, value] of Object.entries(bad)) {
      expect(() => findAnomalies([], { [name]: value })).toThrow(
        expect.objectContaining({ code: 'bad-option' }),
      );
    }
  });
});
