import { describe, expect, test } from 'vitest';
import type { ActivityCredited, BankEvent } from '../../src/account/events/event.js';
import {
  type AnomalyOptions,
  type AnomalyTerms,
  anomalyTerms,
} from '../../src/reports/anomalies/anomaly-options.js';
import { entriesOnADay } from '../../src/reports/anomalies/entries-on-a-day.js';
import { outlyingAccounts, peersIn } from '../../src/reports/anomalies/outlying-accounts.js';
import { outlyingIssuers } from '../../src/reports/anomalies/outlying-issuers.js';
import {
  emptyWatch,
  keyOf,
  look,
  type Watch,
  type WatchedAccount,
  type WatchedIssuer,
} from '../../src/reports/anomalies/watch.js';
import type { AccountHistory } from '../../src/reports/shared/account-history.js';
import { readAccount } from '../../src/reports/shared/read-accounts.js';
import { text } from '../../src/values/text.js';
import { reported } from '../support/words.js';
import { Centre } from './history.js';

type Row = readonly [accountId: string, account: WatchedAccount];

const compared = (accountId: string, points: number, on = '2022-12-01'): Row => [
  accountId,
  [0, on, points, 0],
];

/** A watch that has seen these accounts of one role. */
const watchOf = (rows: readonly Row[]): Watch => ({
  ...emptyWatch(terms()),
  kinds: {
    residents: {
      number: 0,
      communityId: 'linan',
      role: 'resident',
      roleTitle: text('居民志愿者', 'resident volunteer'),
    },
  },
  accounts: Object.fromEntries(rows),
});

const outlying = (rows: readonly Row[], options: AnomalyTerms) => {
  const watch = watchOf(rows);
  return outlyingAccounts(watch, peersIn(watch), options);
};

const terms = (options: AnomalyOptions = {}) =>
  anomalyTerms({ from: '2023-01-01', to: '2023-12-31', minimumDifference: 0, minimumShare: 0, ...options });

describe('days with many entries', () => {
  const full = [
    ['b', '2023-03-02', 6],
    ['b', '2023-03-01', 6],
    ['a', '2023-03-02', 6],
    ['a', '2023-03-09', 7],
    ['c', '2023-03-01', 6],
  ] as const;
  const fullDays = full.map(([accountId, on, entries]) => ({
    ...{ accountId, communityId: 'linan', role: 'resident' },
    ...{ on, entries, points: entries },
  }));
  // Beside the full days, one with 1 entry and one with 4.
  const days = { [keyOf('resident')]: { 1: 1, 4: 1, 6: 4, 7: 1 } };
  const expected = [
    ['a', '2023-03-09', 7],
    ['b', '2023-03-01', 6],
    ['c', '2023-03-01', 6],
    ['a', '2023-03-02', 6],
    ['b', '2023-03-02', 6],
  ];

  test.each([[fullDays], [fullDays.toReversed()]])(
    'are listed by entries, then by day, then by account, in whatever order they come',
    (given) => {
      const watch = { ...emptyWatch(terms()), days, fullDays: given };
      const found = entriesOnADay(watch, terms({ entriesOnADay: 5 }));
      expect(found.map(({ accountId, on, value }) => [accountId, on, value])).toEqual(expected);
      expect(found.map(({ median, peers }) => [median, peers])).toEqual(expected.map(() => [6, 6]));
    },
  );
});

describe('accounts far from the others', () => {
  const even = (count: number) => Array.from({ length: count }, (_, i) => compared(`v${i}`, 10));

  test('are sorted by distance, above or below, then by account', () => {
    const far = [
      compared('y', 20),
      compared('z', 0),
      compared('x', 20),
      compared('lowest', -40),
      compared('high', 45),
    ];
    for (const accounts of [
      [...even(12), ...far],
      [...far.reverse(), ...even(12)],
    ]) {
      const found = outlying(accounts, terms({ threshold: 1 }));
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
    const found = (points: number) => outlying([...even(8), compared('new', points, '2023-01-02')], terms());
    expect(found(40)).toHaveLength(1);
    expect(found(-20)).toEqual([]);
  });

  test('a value at the threshold is far, and equal values are never far', () => {
    const accounts = [...even(12), compared('x', 20)];
    const [found] = outlying(accounts, terms());
    const threshold = found?.score as number;
    expect(threshold).toBeGreaterThan(3.5);
    expect(outlying(accounts, terms({ threshold }))).toHaveLength(1);
    expect(outlying(accounts, terms({ threshold: threshold + 0.001 }))).toEqual([]);
    expect(outlying(accounts, terms({ threshold: 0 })).map((one) => one.accountId)).toEqual(['x']);
    expect(found && reported(found).en).toContain('the mean distance from it 0.77');
    expect(found && reported(found)['zh-CN']).toContain('一般相差 0.77');
  });
});

describe('issuers far from the others', () => {
  /** As many points per entry as entries per account, so that both measures agree. */
  const issuer = (communityId: string, entries: number, accounts: number): WatchedIssuer => ({
    communityId,
    entries,
    accounts,
    points: (entries * entries) / accounts,
  });
  const usual = Array.from({ length: 7 }, (_, i) => issuer(`u${i}`, 60, 20));
  const far = [issuer('b', 80, 20), issuer('a', 80, 20), issuer('c', 100, 20), issuer('d', 20, 40)];
  const found = (options: AnomalyOptions) =>
    outlyingIssuers(
      { ...emptyWatch(terms()), issuers: Object.fromEntries([...far, ...usual].entries()) },
      terms({ threshold: 0.5, ...options }),
    ).map(({ communityId, measure }) => `${communityId} ${measure}`);
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

  /** What is seen of the account's period. */
  function periodOf(events: readonly BankEvent[], to = '2023-12-31'): Watch {
    const options = terms({ to, entriesOnADay: 2 });
    const watch = emptyWatch(options);
    look(watch, readAccount(events, undefined) as AccountHistory, options);
    return watch;
  }
  const eventsOf = (accountId: string) => centre.events.filter(({ data }) => data.accountId === accountId);
  const linan = keyOf('linan');
  const resident = keyOf('resident');

  test('includes its first and its last day, and no report-ins', () => {
    const { accounts, days, fullDays, issuers } = periodOf(eventsOf('v2'));
    expect(accounts.v2).toEqual([0, '2022-01-10', 1 + 2 + 2 + 1, 0]);
    expect(days).toEqual({ [resident]: { 1: 1, 2: 1 } });
    expect(fullDays).toEqual([
      { accountId: 'v2', communityId: 'linan', role: 'resident', on: '2023-12-31', entries: 2, points: 3 },
    ]);
    expect(issuers[linan]).toEqual({ communityId: 'linan', accounts: 1, entries: 3, points: 5 });
  });

  test('includes accounts opened on its last day, and none opened later', () => {
    const none = { communityId: 'linan', accounts: 1, entries: 0, points: 0 };
    expect(periodOf(eventsOf('v1')).issuers[linan]).toEqual(none);
    expect(periodOf(eventsOf('v1'), '2023-12-30').issuers[linan]).toBeUndefined();
  });

  test('counts no entries of the Party affairs office for a community', () => {
    const [opened] = eventsOf('v2');
    const credited = eventsOf('v2').find(
      ({ data }) => data.on === '2023-01-01' && 'matterId' in data && 'difficulty' in data,
    ) as ActivityCredited;
    const ofTheSubdistrict: ActivityCredited = {
      ...credited,
      data: { ...credited.data, by: { office: 'subdistrict' } },
    };
    const seenOf = (event: BankEvent) => {
      const { days, issuers } = periodOf([opened as BankEvent, event]);
      return [days[resident], issuers[linan]];
    };
    const of = { communityId: 'linan', accounts: 1 };
    expect(seenOf(ofTheSubdistrict)).toEqual([{ 1: 1 }, { ...of, entries: 0, points: 0 }]);
    expect(seenOf(credited)).toEqual([{ 1: 1 }, { ...of, entries: 1, points: 2 }]);
  });
});
