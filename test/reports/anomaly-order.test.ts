import { describe, expect, test } from 'vitest';
import type { ActivityCredited, BankEvent } from '../../src/account/events/event.js';
import { type AnomalyOptions, anomalyTerms } from '../../src/reports/anomalies/anomaly-options.js';
import {
  type WatchedAccount,
  type WatchedIssuer,
  watchAccount,
} from '../../src/reports/anomalies/anomaly-tally.js';
import { entriesOnADay } from '../../src/reports/anomalies/entries-on-a-day.js';
import { outlyingAccounts } from '../../src/reports/anomalies/outlying-accounts.js';
import { outlyingIssuers } from '../../src/reports/anomalies/outlying-issuers.js';
import type { AccountHistory } from '../../src/reports/shared/account-history.js';
import { readAccount } from '../../src/reports/shared/read-accounts.js';
import { emptyTally } from '../../src/reports/shared/turnover.js';
import { text } from '../../src/values/text.js';
import { reported } from '../support/words.js';
import { Centre } from './history.js';

function watched(accountId: string, points: number, more: Partial<WatchedAccount> = {}): WatchedAccount {
  const facts = {
    accountId,
    communityId: 'linan',
    role: 'resident',
    roleTitle: text('居民志愿者', 'resident volunteer'),
    colour: 'blue',
    openedOn: '2022-12-01',
  };
  const tally = { ...emptyTally(), earned: points };
  return { facts, tally, days: [], fullDays: [], ...more };
}

const terms = (options: AnomalyOptions = {}) =>
  anomalyTerms({ from: '2023-01-01', to: '2023-12-31', minimumDifference: 0, minimumShare: 0, ...options });

describe('days with many entries', () => {
  const busy = (accountId: string, full: readonly [on: string, entries: number][], others: number[] = []) =>
    watched(accountId, 0, {
      days: [...full.map(([, entries]) => entries), ...others],
      fullDays: full.map(([on, entries]) => ({ on, entries, points: entries })),
    });
  const accounts = [
    busy('b', [
      ['2023-03-02', 6],
      ['2023-03-01', 6],
    ]),
    busy(
      'a',
      [
        ['2023-03-02', 6],
        ['2023-03-09', 7],
      ],
      [4],
    ),
    busy('c', [['2023-03-01', 6]], [1]),
  ];
  const expected = [
    ['a', '2023-03-09', 7],
    ['b', '2023-03-01', 6],
    ['c', '2023-03-01', 6],
    ['a', '2023-03-02', 6],
    ['b', '2023-03-02', 6],
  ];

  test.each([[accounts], [[...accounts].reverse()]])(
    'are listed by entries, then by day, then by account, in whatever order they come',
    (given) => {
      const found = entriesOnADay(given, terms({ entriesOnADay: 5 }));
      expect(found.map(({ accountId, on, value }) => [accountId, on, value])).toEqual(expected);
      expect(found.map(({ median, peers }) => [median, peers])).toEqual(expected.map(() => [6, 6]));
    },
  );
});

describe('accounts far from the others', () => {
  const even = (count: number) => Array.from({ length: count }, (_, i) => watched(`v${i}`, 10));

  test('are sorted by distance, above or below, then by account', () => {
    const far = [
      watched('y', 20),
      watched('z', 0),
      watched('x', 20),
      watched('lowest', -40),
      watched('high', 45),
    ];
    for (const accounts of [
      [...even(12), ...far],
      [...far.reverse(), ...even(12)],
    ]) {
      const found = outlyingAccounts(accounts, terms({ threshold: 1 }));
      expect(found.map(({ accountId, direction }) => [accountId, direction])).toEqual([
        ['lowest', 'below'],
        ['high', 'above'],
        ['x', 'above'],
        ['y', 'above'],
        ['z', 'below'],
      ]);
    }
  });

  test('a new account is reported only if it is above', () => {
    const facts = { ...watched('new', 0).facts, openedOn: '2023-01-02' };
    const found = (points: number) =>
      outlyingAccounts([...even(8), watched('new', points, { facts })], terms());
    expect(found(40)).toHaveLength(1);
    expect(found(-20)).toEqual([]);
  });

  test('a value at the threshold is far, and equal values are never far', () => {
    const accounts = [...even(12), watched('x', 20)];
    const [found] = outlyingAccounts(accounts, terms());
    const threshold = found?.score as number;
    expect(threshold).toBeGreaterThan(3.5);
    expect(outlyingAccounts(accounts, terms({ threshold }))).toHaveLength(1);
    expect(outlyingAccounts(accounts, terms({ threshold: threshold + 0.001 }))).toEqual([]);
    expect(outlyingAccounts(accounts, terms({ threshold: 0 })).map((one) => one.accountId)).toEqual(['x']);
    expect(found && reported(found).en).toContain('the mean distance from it 0.77');
    expect(found && reported(found)['zh-CN']).toContain('一般相差 0.77');
  });
});

describe('issuers far from the others', () => {
  /** As many points per entry as entries per account, so that both measures agree. */
  const issuer = (entries: number, accounts: number): WatchedIssuer => ({
    entries,
    accounts,
    points: (entries * entries) / accounts,
  });
  const usual = Array.from({ length: 7 }, (_, i): [string, WatchedIssuer] => [`u${i}`, issuer(60, 20)]);
  const far: [string, WatchedIssuer][] = [
    ['b', issuer(80, 20)],
    ['a', issuer(80, 20)],
    ['c', issuer(100, 20)],
    ['d', issuer(20, 40)],
  ];
  const found = (options: AnomalyOptions) =>
    outlyingIssuers(new Map([...far, ...usual]), terms({ threshold: 0.5, ...options })).map(
      ({ communityId, measure }) => `${communityId} ${measure}`,
    );
  const both = (...ids: string[]) =>
    ids.flatMap((id) => [`${id} entries-per-account`, `${id} points-per-entry`]);

  test('are sorted by distance, above or below, then by community, then by measure', () => {
    expect(found({})).toEqual(both('d', 'c', 'a', 'b'));
  });

  test('are reported from the smallest number of issuers on', () => {
    expect(found({ minimumIssuers: 11 })).toHaveLength(8);
    expect(found({ minimumIssuers: 12 })).toEqual([]);
    expect(found({ minimumIssuers: 11, minimumEntries: 20 })).toHaveLength(8);
    expect(found({ minimumIssuers: 11, minimumEntries: 21 })).toEqual([]);
  });

  test('a difference of exactly the smallest share is reported', () => {
    // The median is 3; a and b are 1 from it, c is 2, d is 2.5.
    expect(found({ minimumShare: 1 / 3 })).toEqual(both('d', 'c', 'a', 'b'));
    expect(found({ minimumShare: 0.5 })).toEqual(both('d', 'c'));
    expect(found({ minimumShare: 0.8 })).toEqual(both('d'));
  });
});

describe('the watched period', () => {
  const centre = new Centre();
  centre.open('v1', '2023-12-31');
  centre.open('v2', '2022-01-10');
  centre.enter('ReportIn', 'v2', { on: '2023-01-01' });
  for (const on of ['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01'])
    centre.credit('v2', on, on, 'hard');
  centre.enter('ClaimPost', 'v2', { postId: 'gate', kind: 'post', difficulty: 'base', on: '2023-12-31' });

  function read(accountId: string, to = '2023-12-31') {
    const issuers = new Map<string, WatchedIssuer>();
    const history = readAccount(centre.events, accountId) as AccountHistory;
    const account = watchAccount(history, terms({ to, entriesOnADay: 2 }), issuers);
    return { account, issuer: issuers.get('linan') };
  }

  test('includes its first and its last day, and no report-ins', () => {
    const { account, issuer } = read('v2');
    expect(account?.tally).toMatchObject({ earned: 1 + 2 + 2 + 1 });
    expect(account?.days).toEqual([1, 2]);
    expect(account?.fullDays).toEqual([{ on: '2023-12-31', entries: 2, points: 3 }]);
    expect(issuer).toEqual({ accounts: 1, entries: 3, points: 5 });
  });

  test('includes accounts opened on its last day, and none opened later', () => {
    expect(read('v1').issuer).toEqual({ accounts: 1, entries: 0, points: 0 });
    expect(read('v1', '2023-12-30').issuer).toBeUndefined();
  });

  test('counts no entries of the Party affairs office for a community', () => {
    const [opened] = centre.events.filter(({ data }) => data.accountId === 'v2');
    const credited = centre.events.find(
      ({ data }) => data.on === '2023-01-01' && 'matterId' in data && 'difficulty' in data,
    ) as ActivityCredited;
    const ofTheSubdistrict: ActivityCredited = {
      ...credited,
      data: { ...credited.data, by: { office: 'subdistrict' } },
    };
    const issuerOf = (...events: BankEvent[]) => {
      const issuers = new Map<string, WatchedIssuer>();
      const history = readAccount([opened as BankEvent, ...events], 'v2') as AccountHistory;
      return [watchAccount(history, terms(), issuers)?.days, issuers.get('linan')];
    };
    expect(issuerOf(ofTheSubdistrict)).toEqual([[1], { accounts: 1, entries: 0, points: 0 }]);
    expect(issuerOf(credited)).toEqual([[1], { accounts: 1, entries: 1, points: 2 }]);
  });
});
