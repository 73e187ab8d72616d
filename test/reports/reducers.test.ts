import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BankEvent } from '../../src/account/events/event.js';
import { fold, redeemable, withReading } from '../../src/index.js';
import type { KeptAccount } from '../../src/reports/reducers/kept-account.js';
import { ReportError } from '../../src/reports/shared/report-error.js';
import {
  type AnomalyOptions,
  annualFeedbacks,
  anomaliesReducer,
  communityRegister,
  feedbacksReducer,
  findAnomalies,
  type ReportReducer,
  type ReportState,
  recognition,
  recognitions,
  recognitionsReducer,
  registerReducer,
  type SettlingReducer,
} from '../../src/reports.js';
import * as exampleRules from '../../src/rule-sets.js';
import { luohe, renfa2022 } from '../../src/rule-sets.js';
import type { RuleSet } from '../../src/rules/rule-set.js';
import { arbitraries } from '../../src/testing/generators/arbitraries.js';
import { runCommands, subjectOf } from '../../src/testing/subject.js';
import { frozen, openParts, stored } from '../support/checks.js';
import { Centre, histories, livingHistories, someDay } from './history.js';

/** A report over all events, and the reducer that makes the same. */
type Way = {
  readonly name: string;
  readonly report: (events: readonly BankEvent[]) => unknown;
  readonly reducer: ReportReducer<unknown>;
};

/** Thresholds at which small histories have findings of every kind. */
const STRICT: AnomalyOptions = {
  threshold: 0,
  minimumAccounts: 3,
  minimumDifference: 0,
  entriesOnADay: 2,
  minimumIssuers: 3,
  minimumEntries: 1,
  minimumShare: 0,
  lateAfterDays: 1,
  reversedEntries: 1,
  reversedShare: 0,
};

/** Every report in several ways: on a day, as known on a day, of one community, with and without rules. */
function waysOf(ruleSet: RuleSet, on: string, knownOn: string): Way[] {
  const year = Number(on.slice(0, 4));
  const registers = [{ on }, { on, knownOn, ruleSet }, { on, communityId: 'linan' }];
  const toHighest = { ruleSet: withReading(renfa2022, 'mark-scale', 'highest-is-100') };
  const feedbacks = [
    {},
    { sentOn: on, knownOn, ruleSet },
    { ruleSet },
    toHighest,
    { ...toHighest, highest: 9 },
  ];
  const periods = [STRICT, { ...STRICT, from: `${year}-01-01`, to: on, knownOn, ruleSet }, {}];
  const standings = [
    { on },
    { on, knownOn, grounds: { v1: [Object.keys(luohe.ineligibility)[0] as string] } },
  ];
  return [
    ...registers.map((options) => ({
      name: 'register',
      report: (events: readonly BankEvent[]) => communityRegister(events, options),
      reducer: registerReducer(options),
    })),
    ...feedbacks.map((options) => ({
      name: 'feedback',
      report: (events: readonly BankEvent[]) => annualFeedbacks(events, year, options),
      reducer: feedbacksReducer(year, options),
    })),
    ...periods.map((options) => ({
      name: 'anomalies',
      report: (events: readonly BankEvent[]) => findAnomalies(events, options),
      reducer: anomaliesReducer(options),
    })),
    ...standings.map((options) => ({
      name: 'recognition',
      report: (events: readonly BankEvent[]) => recognitions(events, luohe, options),
      reducer: recognitionsReducer(luohe, options),
    })),
  ];
}

function bytesOf(report: unknown): string {
  return JSON.stringify(report instanceof Map ? [...report] : report);
}

/** What reports of two kinds come to, or why there are none: some histories are broken for one way and for the other. */
function outcome(make: () => unknown): string {
  try {
    return bytesOf(make());
  } catch (error) {
    if (error instanceof ReportError) return error.code;
    throw error;
  }
}

function reduced({ empty, add }: ReportReducer<unknown>, events: readonly BankEvent[]): ReportState {
  return events.reduce(add, empty());
}

/** How events are split and put together again: the shard of each account, where states are stored on the way, and which are merged first. */
const splits = fc.record({
  shardOf: fc.array(fc.nat({ max: 3 }), { minLength: 8, maxLength: 8 }),
  storedAt: fc.nat({ max: 60 }),
  mergedFrom: fc.nat({ max: 3 }),
  isBackwards: fc.boolean(),
  // Which shards are settled where the report can be, and whether all are after the merge.
  settled: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
});
type Split = typeof splits extends fc.Arbitrary<infer T> ? T : never;

function inShards(reducer: ReportReducer<unknown>, events: readonly BankEvent[], split: Split): unknown {
  const { shardOf, storedAt, mergedFrom, isBackwards, settled } = split;
  const settle = (state: ReportState, at: number): ReportState =>
    isSettling(reducer) && settled[at] === true ? stored(reducer.settle(state)) : state;
  const places = [...new Set(events.map(({ data }) => data.accountId))];
  const states = [0, 1, 2, 3].map(() => reducer.empty());
  for (const [at, event] of events.entries()) {
    const shard = shardOf[places.indexOf(event.data.accountId) % shardOf.length] as number;
    const before = at === storedAt ? stored(states[shard] as ReportState) : (states[shard] as ReportState);
    states[shard] = reducer.add(before, event);
  }
  const turned = [...states.slice(mergedFrom), ...states.slice(0, mergedFrom)].map(stored).map(settle);
  if (isBackwards) turned.reverse();
  return reducer.finish(settle(turned.reduce(reducer.merge), 4));
}

function isSettling(reducer: ReportReducer<unknown>): reducer is SettlingReducer<unknown> {
  return 'settle' in reducer;
}

const days = fc.tuple(someDay, someDay);

describe('a report made by a reducer', () => {
  test('is the report over all events, byte for byte, however accounts are split and merged', () => {
    fc.assert(
      fc.property(
        livingHistories(),
        days,
        splits,
        ({ ruleSet, centre: { events } }, [on, knownOn], split) => {
          for (const { report, reducer } of waysOf(ruleSet, on, knownOn)) {
            expect(bytesOf(inShards(reducer, events, split))).toBe(bytesOf(report(events)));
          }
        },
      ),
    );
  });

  test('is the same for the schemes of others, with quantities, households and entries that set bars', () => {
    const schemes = (Object.values(exampleRules) as unknown[]).filter(
      (one): one is RuleSet => typeof one === 'object' && one !== null && 'roles' in one,
    );
    expect(schemes.length).toBeGreaterThan(10);
    const worlds = schemes.map((ruleSet) =>
      arbitraries(ruleSet).commands.map((commands) => ({
        ruleSet,
        events: runCommands(subjectOf(ruleSet), commands).events,
      })),
    );
    fc.assert(
      fc.property(fc.oneof(...worlds), splits, ({ ruleSet, events }, split) => {
        for (const { report, reducer } of waysOf(ruleSet, '2024-06-30', '2024-02-01')) {
          expect(bytesOf(inShards(reducer, events, split))).toBe(bytesOf(report(events)));
        }
      }),
    );
  });

  test('takes further events: a prefix that was finished and then goes on is the whole', () => {
    fc.assert(
      fc.property(
        livingHistories(),
        days,
        fc.nat({ max: 60 }),
        ({ ruleSet, centre: { events } }, [on, knownOn], length) => {
          for (const { report, reducer } of waysOf(ruleSet, on, knownOn)) {
            const state = reduced(reducer, events.slice(0, length));
            const first = bytesOf(reducer.finish(state));
            const kept = JSON.stringify(state);
            expect(bytesOf(reducer.finish(state))).toBe(first);
            expect(JSON.stringify(state)).toBe(kept);
            expect(first).toBe(bytesOf(report(events.slice(0, length))));
            const whole = events.slice(length).reduce(reducer.add, state);
            expect(bytesOf(reducer.finish(whole))).toBe(bytesOf(report(events)));
          }
        },
      ),
    );
  });

  test('has the balances of the accounts folded one by one', () => {
    fc.assert(
      fc.property(histories(), splits, ({ centre: { events, accounts } }, split) => {
        const register = inShards(registerReducer({ on: '2099-12-31' }), events, split);
        const folded = [...accounts.keys()].sort().map((accountId) => {
          const own = events.filter(({ data }) => data.accountId === accountId);
          return { accountId, redeemable: redeemable(fold(own)) };
        });
        expect(register).toMatchObject({ accounts: folded });
      }),
    );
  });

  test('has the same rows whatever the order in which accounts come', () => {
    fc.assert(
      fc.property(livingHistories(), days, fc.infiniteStream(fc.nat()), (generated, [on, knownOn], draws) => {
        const { ruleSet, centre } = generated;
        const queues = [...centre.accounts.keys()].map((accountId) =>
          centre.events.filter(({ data }) => data.accountId === accountId),
        );
        const shuffled: BankEvent[] = [];
        while (queues.some(({ length }) => length > 0)) {
          const left = queues.filter(({ length }) => length > 0);
          const [first] = draws.take(1);
          shuffled.push(left[(first as number) % left.length]?.shift() as BankEvent);
        }
        for (const { report } of waysOf(ruleSet, on, knownOn)) {
          expect(bytesOf(report(shuffled))).toBe(bytesOf(report(centre.events)));
        }
      }),
    );
  });

  test('is deeply frozen, and nothing of its state or of the events is', () => {
    const { events } = lived();
    const given = stored(events);
    for (const { reducer } of waysOf(renfa2022, '2024-12-31', '2024-12-31')) {
      const state = stored(reduced(reducer, given));
      const report = reducer.finish(state);
      const parts = report instanceof Map ? [...report.values()] : [report];
      expect(parts.flatMap((part) => openParts(part))).toEqual([]);
      expect(openParts(state).length).toBe(openParts(stored(state)).length);
      expect(openParts(given).length).toBe(openParts(stored(given)).length);
    }
  });

  test('needs of the events no more than can be read', () => {
    const { events } = lived();
    for (const { report, reducer } of waysOf(renfa2022, '2024-12-31', '2024-12-31')) {
      expect(bytesOf(reducer.finish(reduced(reducer, frozen(stored(events)))))).toBe(bytesOf(report(events)));
    }
  });
});

/** A few accounts with some of everything. */
function lived(): Centre {
  const centre = new Centre();
  for (const [accountId, role] of [
    ['v1', 'resident'],
    ['v2', 'community-party-member'],
    ['v3', 'resident'],
  ] as const) {
    centre.open(accountId, '2023-01-01', role);
    for (const month of ['02', '03', '04']) centre.credit(accountId, `2023-${month}-01`, month, 'hard');
    centre.enter('ClaimPost', accountId, {
      postId: 'gate',
      kind: 'post',
      difficulty: 'base',
      on: '2023-05-02',
    });
    centre.redeem(accountId, '2023-06-01', 'r1');
    centre.correct(accountId, '2023-07-01', 'c1', -1, '03');
  }
  centre.reverse(centre.last, '2023-07-02', 'u1');
  centre.goOn('v2', '2023-08-01', 'v2b');
  return centre;
}

test('the state is a small part of the events, and has no rules, limits or readings', () => {
  const { events } = lived();
  const size = (value: unknown): number => JSON.stringify(value).length;
  for (const { name, reducer } of waysOf(renfa2022, '2024-12-31', '2024-12-31')) {
    const state = reduced(reducer, events);
    expect([name, size(state) * 2 < size(events)]).toEqual([name, true]);
    expect(JSON.stringify(state)).not.toMatch(/"(limits|readings|ruleSet|usedBy|metadata)":/);
  }
});

test('one state makes the register of any day and of any community', () => {
  const { events } = lived();
  const state = reduced(registerReducer({ on: '2023-01-01' }), events);
  for (const options of [{ on: '2023-03-31' }, { on: '2024-01-31', communityId: 'linbei' }]) {
    expect(registerReducer(options).finish(state)).toEqual(communityRegister(events, options));
  }
});

test('recognitions has the recognition of every account on record', () => {
  const { events, accounts } = lived();
  const ground = Object.keys(luohe.ineligibility)[0] as string;
  const all = recognitions(events, luohe, { on: '2024-01-01', grounds: { v3: [ground] } });
  expect([...all.keys()]).toEqual(['v1', 'v2', 'v3', 'v2b']);
  for (const accountId of accounts.keys()) {
    const grounds = accountId === 'v3' ? [ground] : [];
    expect(all.get(accountId)).toEqual(recognition(events, luohe, { on: '2024-01-01', accountId, grounds }));
  }
  expect(recognitions(events, luohe, { on: '2024-01-01', knownOn: '2022-12-31' }).size).toBe(0);
});

test('an account may have any id', () => {
  const ids = ['__proto__', 'constructor', '7', '1234567890123456789', '居民'];
  const centre = new Centre();
  for (const id of ids) {
    centre.open(id, '2023-01-01');
    centre.credit(id, '2023-02-01', 'a');
  }
  const reducer = registerReducer({ on: '2023-12-31' });
  const [first, ...others] = ids.map((id) =>
    stored(
      reduced(
        reducer,
        centre.events.filter(({ data }) => data.accountId === id),
      ),
    ),
  );
  const merged = others.reduce(reducer.merge, first as ReportState);
  expect(reducer.finish(stored(merged))).toEqual(communityRegister(centre.events, { on: '2023-12-31' }));
});

describe('what cannot be added or merged', () => {
  const { events } = lived();
  const [opened, credited] = events.filter(({ data }) => data.accountId === 'v1') as [BankEvent, BankEvent];
  const reducer = registerReducer({ on: '2023-12-31' });
  const { empty, add, merge, finish } = reducer;
  const stateOf = (...some: BankEvent[]): ReportState => stored(reduced(reducer, some));
  const strange = { ...credited, type: 'AccountMerged' } as unknown as BankEvent;
  const others = feedbacksReducer(2023).empty();
  const needed = "a state of the form 'register-1' is needed, not of 'feedbacks-1'";

  test.each<[string, () => unknown, ReportError['code'], string]>([
    ['no event', () => add(empty(), 5 as never), 'broken-history', 'what is given is not an event'],
    [
      'no opening',
      () => add(empty(), credited),
      'broken-history',
      "of account 'v1' comes before its AccountOpened",
    ],
    ['opened twice', () => add(stateOf(opened), opened), 'broken-history', "account 'v1' is opened twice"],
    ['unknown', () => add(stateOf(opened), strange), 'broken-history', "unknown event type 'AccountMerged'"],
    [
      'recorded twice',
      () => finish(stateOf(opened, credited, credited)),
      'broken-history',
      'is about an entry that is recorded already',
    ],
    [
      'in both',
      () => merge(stateOf(opened), stateOf(opened, credited)),
      'shared-account',
      "both states have events of account 'v1'",
    ],
    ['add to another', () => add(others, opened), 'other-state', needed],
    ['merge into another', () => merge(others, empty()), 'other-state', needed],
    ['merge another', () => merge(empty(), others), 'other-state', needed],
    ['finish another', () => finish(others), 'other-state', needed],
    ['no day', () => registerReducer({ on: 'now' }), 'not-a-date', 'on is not a date'],
    ['no year', () => feedbacksReducer(23), 'not-a-year', 'not a year from 1900 to 9999: 23'],
    ['no number', () => anomaliesReducer({ threshold: -1 }), 'bad-option', 'threshold is not a number'],
    [
      'no ground',
      () => recognitionsReducer(luohe, { on: '2023-12-31', grounds: { v1: ['tall'] } }),
      'bad-option',
      "the rule set has no ground 'tall'",
    ],
  ])('%s', (_, ask, code, message) => {
    expect(ask).toThrow(expect.objectContaining({ name: 'ReportError', code }));
    expect(ask).toThrow(message);
  });

  test('a merge that is refused changes neither state', () => {
    const [a, b] = [stateOf(opened), stateOf(...events)];
    const before = JSON.stringify([a, b]);
    expect(() => merge(a, b)).toThrow(ReportError);
    expect(JSON.stringify([a, b])).toBe(before);
  });

  test('an impossible event is detected both ways', () => {
    for (const [at, event] of events.entries()) {
      const twice = events.toSpliced(at, 0, event);
      const all = outcome(() => communityRegister(twice, { on: '2023-12-31' }));
      expect(outcome(() => finish(reduced(reducer, twice)))).toBe(all);
      expect(all).toBe('broken-history');
    }
  });
});

test('what accounts have in common is in memory once, each with its members in their order', () => {
  const { add, empty } = anomaliesReducer();
  const opened = (accountId: string, title: object) =>
    ({
      type: 'AccountOpened',
      data: { accountId, on: '2023-01-01', points: 0, communityId: 'linan', role: 'resident', title },
    }) as unknown as BankEvent;
  const credited = (accountId: string, more: object = {}) =>
    ({
      type: 'ActivityCredited',
      data: { accountId, on: '2023-02-01', matterId: 'm', points: 1, item: 'activity', ...more },
    }) as unknown as BankEvent;
  const state = empty();
  for (const event of [
    opened('a', { en: 'opening', 'zh-CN': '开户' }),
    opened('b', { en: 'opening', 'zh-CN': '开户' }),
    opened('c', { 'zh-CN': '开户', en: 'opening' }),
    credited('a'),
    credited('b'),
    // Nothing that JSON has.
    credited('c', { title: 1n }),
  ])
    add(state, event);
  const { a, b, c } = state.accounts as { readonly [accountId: string]: KeptAccount };
  expect(b?.opened.title).toBe(a?.opened.title);
  expect(Object.keys(c?.opened.title as object)).toEqual(['zh-CN', 'en']);
  expect(b?.forms[0]).toBe(a?.forms[0]);
  expect(c?.forms[0]?.same.title).toBe(1n);
});

describe('accounts that are settled', () => {
  const { events } = lived();
  const { empty, add, merge, finish, settle } = anomaliesReducer(STRICT);
  const settled = (): ReportState => stored(settle(reduced(anomaliesReducer(STRICT), events)));

  test('leave none of their entries, and are found in the report all the same', () => {
    const state = settled();
    expect(state.accounts).toEqual({});
    expect(Object.keys(state.settled?.accounts ?? {})).toEqual(['v1', 'v2', 'v3', 'v2b']);
    expect(JSON.stringify(state)).not.toContain('2023-04-01');
    const found = finish(state);
    expect(found.map(({ kind }) => kind)).toContain('outlying-account');
    expect(found).toEqual(findAnomalies(events, STRICT));
  });

  test('are one row in memory where they say the same, also after a merge', () => {
    const state = (accountId: string): ReportState => {
      const centre = new Centre();
      centre.open(accountId, '2023-05-01');
      return stored(settle(reduced(anomaliesReducer(STRICT), centre.events)));
    };
    const both = merge(merge(settle(empty()), state('v8')), state('v9'));
    const rows = Object.values(both.settled?.accounts ?? {});
    expect(rows.length).toBe(2);
    expect(rows[0]).toBe(rows[1]);
    expect(stored(both)).toEqual(both);
  });

  test('are rows of their own where too many say something else', () => {
    const centre = new Centre();
    centre.open('v', '2023-05-01');
    const one = stored(settle(reduced(anomaliesReducer(STRICT), centre.events)));
    const [[kind, openedOn]] = Object.values(one.settled?.accounts ?? {}) as [[number, string]];
    // The last two say the same, after 50,000 that do not.
    const points = [...Array.from({ length: 50_000 }, (_, n) => n), -1, -1];
    const accounts = Object.fromEntries(points.map((of, n) => [`v${n}`, [kind, openedOn, of, 0]]));
    const many = { ...one, settled: { ...one.settled, accounts } } as unknown as ReportState;
    const rows = Object.values(merge(settle(empty()), stored(many)).settled?.accounts ?? {});
    expect(JSON.stringify(rows)).toBe(JSON.stringify(Object.values(accounts)));
    expect(rows.at(-1)).not.toBe(rows.at(-2));
  });

  test('stay as they are when the report is made, and nothing of them is frozen', () => {
    const state = settled();
    const before = JSON.stringify(state);
    expect(finish(state)).toEqual(finish(state));
    expect(JSON.stringify(state)).toBe(before);
    expect(openParts(state).length).toBe(openParts(stored(state)).length);
  });

  test('are settled once: again makes no difference, with or without accounts that came since', () => {
    const state = settle(settled());
    expect(state).toEqual(settled());
    const more = new Centre();
    more.open('v9', '2023-05-01');
    for (const event of more.events) add(state, event);
    expect(finish(settle(state))).toEqual(findAnomalies([...events, ...more.events], STRICT));
  });

  test('take no further events, nor events of theirs in another state, and nothing is changed then', () => {
    const [opened, credited] = events as [BankEvent, BankEvent];
    const state = settled();
    const before = JSON.stringify(state);
    for (const event of [opened, credited])
      expect(() => add(state, event)).toThrow(
        new ReportError('broken-history', `account 'v1' was settled before its ${event.type}`),
      );
    for (const [a, b] of [
      [state, add(empty(), opened)],
      [add(empty(), opened), state],
      [state, settled()],
    ] as const)
      expect(() => merge(a, b)).toThrow(
        new ReportError('shared-account', "both states have events of account 'v1'"),
      );
    expect(JSON.stringify(state)).toBe(before);
  });

  test('are told apart from others where they are not compared, too', () => {
    const early = anomaliesReducer({ ...STRICT, to: '2022-12-31' });
    const unknown = anomaliesReducer({ ...STRICT, knownOn: '2022-12-31' });
    for (const reducer of [early, unknown]) {
      const state = stored(reducer.settle(reduced(reducer, events)));
      expect(state.settled?.accounts).toEqual({ v1: null, v2: null, v3: null, v2b: null });
      expect(() => reducer.merge(state, reduced(reducer, events))).toThrow(ReportError);
      expect(reducer.finish(state)).toEqual([]);
    }
  });

  test('are for the options that they were settled by', () => {
    const others = [
      anomaliesReducer(),
      anomaliesReducer({ ...STRICT, to: '2023-12-31' }),
      anomaliesReducer({ ...STRICT, ruleSet: renfa2022 }),
    ];
    const wrong = new ReportError('other-state', 'the accounts of the state were settled by other options');
    for (const other of others) {
      expect(() => other.finish(settled())).toThrow(wrong);
      expect(() => other.settle(settled())).toThrow(wrong);
      expect(() => other.merge(other.empty(), settled())).toThrow(wrong);
      expect(() => other.merge(settled(), other.empty())).toThrow(wrong);
    }
    expect(() => settle(registerReducer({ on: '2023-12-31' }).empty())).toThrow(ReportError);
  });

  test('may have any id, role and community', () => {
    const centre = new Centre();
    for (const id of ['__proto__', 'constructor', '7']) {
      centre.open(id, '2023-01-01');
      for (const matterId of ['a', 'b']) centre.credit(id, '2023-02-01', matterId);
    }
    const odd = centre.events.map(({ data, ...event }) => ({
      ...event,
      data: {
        ...data,
        ...('role' in data ? { role: '__proto__', communityId: '__proto__' } : {}),
        by: { ...data.by, communityId: '__proto__' },
      },
    })) as BankEvent[];
    const whole = odd.reduce((state, event) => add(state, event), empty());
    const state = merge(stored(settle(whole)), empty());
    expect(finish(state)).toEqual(findAnomalies(odd, STRICT));
    expect(finish(state)).toContainEqual(
      expect.objectContaining({ kind: 'entries-on-a-day', role: '__proto__' }) as unknown,
    );
  });
});
