import { describe, expect, test } from 'vitest';
import { verifyDecisions } from '../../src/audit.js';
import {
  type AccountOpened,
  type ActivityCredited,
  type BankEvent,
  createBank,
  decideAll,
  type EntryReversed,
  type Handbook,
  type PostClaimed,
  type RuleSet,
  stockAfter,
} from '../../src/index.js';
import { communityRegister, findAnomalies, statement } from '../../src/reports.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { growth, MOST, timesAsLong } from '../fuzz/growth.js';
import { reverse } from '../living/commands.js';
import { HANDBOOK } from '../support/handbook.js';
import { claim, correct, credit, open, redeem, run, SUBDISTRICT } from '../support/history.js';
import { DOORS } from './doors.js';
import { scaled } from './scale.js';

/*
 * Work that the input has not paid for: objects that say they have millions of members, binary data, data without a bottom, and reports
 * over many redemptions of many rewards. Steps are counted where they can be; else times are compared with times. How time grows with
 * commands, events and rule sets is measured by test/fuzz/growth.test.ts.
 */

const KEYS = scaled(5_000, 1_000_000);

/** Does something that may throw an error of the library's own, and nothing else. */
function entering(work: () => unknown): void {
  try {
    work();
  } catch (thrown) {
    const { name } = thrown as Error;
    if (!/^(?:HistoryError|ReportError|SealError|NotAnAccountError|UnknownEventError)$/.test(name))
      throw thrown;
  }
}

/** An object that says it has so many members, and counts how often it is asked for anything. */
function counting(count: number): { readonly object: object; readonly asked: () => number } {
  const keys = Array.from({ length: count }, (_, n) => `member ${n}`);
  const member = { value: 1, writable: true, enumerable: true, configurable: true };
  let asked = 0;
  const step = <T>(given: T): T => {
    asked += 1;
    return given;
  };
  const object = new Proxy(
    {},
    {
      ownKeys: () => step(keys),
      getOwnPropertyDescriptor: () => step(member),
      get: (_, key) => step(typeof key === 'symbol' || key === 'toJSON' ? undefined : 1),
      has: () => step(true),
    },
  );
  return { object, asked: () => asked };
}

describe(`an object of ${KEYS} members is asked for each a few times at most`, () => {
  test.each(DOORS)('%s', (_, enter) => {
    const { object, asked } = counting(KEYS);
    entering(() => enter(object as never));
    // Its names, what each of them is, and what each of them holds; once for reading, once for what is said of it.
    expect(asked()).toBeLessThanOrEqual(6 * KEYS + 1_000);
  });
});

describe('binary data costs no more than to look through it a few times', () => {
  const bytes = new Uint8Array(scaled(20_000, 2_000_000));
  const looked = (): void => {
    for (let times = 0; times < 4; times += 1) Object.entries(bytes);
  };

  test.each(DOORS)('%s', (_, enter) => {
    expect(timesAsLong(() => entering(() => enter(bytes as never)), looked, 3)).toBeLessThanOrEqual(3);
  });
});

describe('data without a bottom is answered', () => {
  const nested = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
    let value: unknown = {};
    for (let n = 0; n < depth; n += 1) value = wrap(value);
    return value;
  };
  const DEPTH = scaled(10_000, 500_000);
  const DEEP = [nested(DEPTH, (inner) => ({ inner })), nested(DEPTH, (inner) => [inner])];
  const round: Record<string, unknown> = {};
  round.round = round;

  test.each(DOORS)('%s', (_, enter) => {
    for (const deep of [...DEEP, round, [round]]) entering(() => enter(deep as never));
  });
});

describe('redemptions × rewards', () => {
  const RULES: RuleSet = {
    ...renfa2022,
    redemption: { ...renfa2022.redemption, period: { kind: 'calendar', window: 'day' } },
  };

  function handbookOf(rewards: number): Handbook {
    const title = { 'zh-CN': '理发', en: 'Haircut' };
    return {
      communityId: 'linan',
      version: '1',
      published: '2022-01-01',
      filed: '2022-01-02',
      rewards: Array.from({ length: rewards }, (_, n) => ({
        rewardId: `reward ${n}`,
        kind: 'service',
        title,
        price: 1,
        stock: 1_000_000,
        limit: { quantity: 1_000, per: 'year' },
      })),
    };
  }

  const day = (n: number): string => new Date(Date.UTC(2023, 0, 12 + n)).toISOString().slice(0, 10);

  /** So many visits, one a day, to a handbook of so many rewards. */
  function visiting(visits: number, rewards: number): readonly unknown[] {
    return [
      open('resident', '2023-01-10'),
      correct('much', 100_000, '2023-01-11'),
      ...Array.from({ length: visits }, (_, n) => redeem(`r${n}`, day(n), { [`reward ${n % rewards}`]: 1 })),
    ];
  }

  /** Auditing so many visits, with a handbook of so many rewards. */
  function auditing(visits: number, rewards: number): () => void {
    const handbook = handbookOf(rewards);
    const { events } = run(visiting(visits, rewards), { ruleSet: RULES, handbook });
    if (events.length !== visits + 2) throw new Error(`${events.length - 2} visits of ${visits}`);
    return () => {
      const findings = verifyDecisions(events, [RULES], { handbooks: [handbook] });
      if (findings.length > 0) throw new Error(JSON.stringify(findings[0]));
    };
  }

  test('the time of an audit grows with both together, and not with their product', () => {
    const size = scaled(40, 100);
    expect(growth((n) => auditing(n, n * 30), size)).toBeLessThanOrEqual(MOST);
  });

  test('the time of a batch grows with both together, and not with their product', () => {
    const deciding = (size: number): (() => void) => {
      const bank = createBank(RULES, { handbook: handbookOf(size * 5) });
      const commands = visiting(size, size * 5);
      return () => {
        const { decisions } = decideAll(bank, commands, new Map());
        if (!decisions.every(({ accepted }) => accepted)) throw new Error('not every visit was accepted');
      };
    };
    // Each visit goes over the account's earlier ones, which weighs little; over all rewards as well, it would be 512 times.
    expect(growth(deciding, scaled(60, 80), 2 * MOST)).toBeLessThanOrEqual(2 * MOST);
  });

  test('a decision costs no more with many rewards than the look for one of them', () => {
    const deciding = (rewards: number) => {
      const bank = createBank(RULES, { handbook: handbookOf(rewards) });
      const { accounts } = run([open('resident'), correct('much', 100, '2023-01-11')], { ruleSet: RULES });
      const account = accounts.get('v1');
      const command = redeem('r', '2023-02-01', { 'reward 0': 1, 'reward 1': 1 });
      return () => {
        for (let n = 0; n < 200; n += 1) bank.decideUnknown(command, account as never);
      };
    };
    expect(growth(deciding, 200)).toBeLessThanOrEqual(MOST);
  });
});

describe('reports of what was undone again and again take time by the events', () => {
  const { events } = run([
    open('resident'),
    credit('activity', 'm', '2023-02-01', { difficulty: 'hard' }),
    reverse('u', { kind: 'matter', id: 'm', item: 'activity' }, '2023-03-01', { by: SUBDISTRICT }),
  ]);
  const [opened, entered, undone] = events as [AccountOpened, ActivityCredited, EntryReversed];
  const reversal = (data: Partial<EntryReversed['data']>): EntryReversed => ({
    ...undone,
    data: { ...undone.data, ...data },
  });
  const times = (size: number, make: (n: number) => readonly BankEvent[]): BankEvent[] =>
    Array.from({ length: size }, (_, n) => make(n)).flat();
  const restored = (n: number): EntryReversed =>
    reversal({ reversalId: `w${n}`, reverses: { kind: 'reversal', id: `u${n}` }, entryIs: 'back' });

  const HISTORIES: Readonly<Record<string, (size: number) => BankEvent[]>> = {
    'a matter that is entered anew': (size) =>
      times(size, (n) => [entered, reversal({ reversalId: `u${n}` })]),
    'an entry that is put back': (size) => [
      entered,
      ...times(size, (n) => [reversal({ reversalId: `u${n}` }), restored(n)]),
    ],
    'a reversal that is undone, and that reversal in turn': (size) => [
      entered,
      undone,
      ...times(size, (n) => [
        reversal({
          reversalId: `u${n + 1}`,
          reverses: { kind: 'reversal', id: n === 0 ? 'u' : `u${n}` },
          entryIs: n % 2 === 0 ? 'back' : 'out',
        }),
      ]),
    ],
    'matters that are all put back': (size) => [
      ...times(size, (n) => [entered, reversal({ reversalId: `u${n}` })]),
      ...times(size, (n) => [restored(size - 1 - n)]),
    ],
    'claims of one post on one day': (size) => {
      const [, claimed] = run([open('resident'), claim('gate')]).events as [BankEvent, PostClaimed];
      const one = (n: number): PostClaimed => {
        const { pending: _, ...data } = claimed.data;
        return { ...claimed, data: { ...data, pending: true, by: { ...data.by, recorder: `r${n}` } } };
      };
      const { base, scored, points, on } = claimed.data;
      const about = { kind: 'claim', id: 'gate' } as const;
      const verified = {
        ...claimed,
        type: 'EntryVerified',
        data: { ...claimed.data, base, scored, points, verifies: about, entryOn: on },
      } as unknown as BankEvent;
      return [
        ...times(size, (n) => [one(n)]),
        ...times(size, () => [verified]),
        ...times(size, (n) => [
          reversal({
            reversalId: `u${n}`,
            reverses: { ...about, on },
            entry: { ...about, on, item: claimed.data.item },
          }),
        ]),
      ];
    },
  };
  test('two visits of one number that went out under one number of a reversal come back one by one', () => {
    const entered = run(
      [
        open('resident', '2023-01-10'),
        correct('much', 100, '2023-01-11'),
        redeem('x', '2023-07-20', { haircut: 1 }),
      ],
      { handbook: HANDBOOK },
    ).events;
    const visit = entered[2] as BankEvent;
    const of = { id: 'x', on: '2023-07-20', kind: 'redemption' } as const;
    const out = reversal({ reversalId: 'u', reverses: of, entry: of });
    const back = (n: number): EntryReversed =>
      reversal({
        reversalId: `w${n}`,
        reverses: { kind: 'reversal', id: 'u' },
        entry: of,
        entryIs: 'back',
      });
    const stocked: Handbook = {
      ...HANDBOOK,
      rewards: HANDBOOK.rewards.map((reward) => ({ ...reward, stock: 5 })),
    };
    const leftAfter = (...more: BankEvent[]): number | undefined =>
      stockAfter(stocked, [...entered, out, visit, out, ...more]).rewards.find(
        ({ rewardId }) => rewardId === 'haircut',
      )?.stock;
    expect([leftAfter(), leftAfter(back(1)), leftAfter(back(1), back(2))]).toEqual([5, 4, 3]);
  });

  test('and so does what is left of the stock', () => {
    const visited = run(
      [
        open('resident', '2023-01-10'),
        correct('much', 100, '2023-01-11'),
        redeem('x', '2023-07-20', { haircut: 1 }),
      ],
      { handbook: HANDBOOK },
    ).events;
    const of = { id: 'x', on: '2023-07-20', kind: 'redemption' } as const;
    const counting = (size: number): (() => void) => {
      const given = [
        ...visited,
        ...times(size, (n) => [
          reversal({ reversalId: `u${n}`, reverses: of, entry: of }),
          reversal({
            reversalId: `w${n}`,
            reverses: { kind: 'reversal', id: `u${n}` },
            entry: of,
            entryIs: 'back',
          }),
        ]),
      ];
      return () => void stockAfter(HANDBOOK, given);
    };
    expect(visited).toHaveLength(3);
    expect(growth(counting, scaled(1_000, 4_000))).toBeLessThanOrEqual(MOST);
  });

  const REPORTS: Readonly<Record<string, (events: readonly BankEvent[]) => unknown>> = {
    statement: (given) => statement(given, { from: '2023-01-01', to: '2023-12-31' }),
    communityRegister: (given) => communityRegister(given, { on: '2023-12-31' }),
    findAnomalies: (given) => findAnomalies(given),
  };

  test.each(
    Object.entries(HISTORIES).flatMap(([of, make]) =>
      Object.entries(REPORTS).map(([name, report]) => [name, of, report, make] as const),
    ),
  )('%s of %s', (_name, _of, report, make) => {
    const reporting = (size: number): (() => void) => {
      const given = [opened, ...make(size)];
      return () => void report(given);
    };
    expect(growth(reporting, scaled(300, 2_000))).toBeLessThanOrEqual(MOST);
  });
});

describe('reports of very many', () => {
  const { events } = run([open('resident'), credit('activity', 'm', '2023-02-01', { difficulty: 'hard' })]);
  const [opened, entered] = events as [AccountOpened, ActivityCredited];

  test('late entries of one account are all found', () => {
    const late = Array.from(
      { length: 150_000 },
      (_, n): BankEvent => ({
        ...entered,
        data: { ...entered.data, matterId: `m${n}`, recordedOn: '2024-02-01' },
      }),
    );
    const found = findAnomalies([opened, ...late], { from: '2023-02-01' });
    expect(found.filter(({ kind }) => kind === 'written-up-late')).toHaveLength(late.length);
  });

  test('accounts of one member take time by their number', () => {
    const finding = (size: number): (() => void) => {
      const given = Array.from(
        { length: size },
        (_, n): BankEvent => ({
          ...opened,
          data: { ...opened.data, accountId: `v${n}`, memberId: 'p' },
        }),
      );
      return () => void findAnomalies(given);
    };
    expect(growth(finding, scaled(3_000, 6_000))).toBeLessThanOrEqual(MOST);
  });

  test('days whose points lapse one after the other take time by their number', () => {
    const ruleSet: RuleSet = {
      ...renfa2022,
      redemption: {
        ...renfa2022.redemption,
        carryOver: { clause: '4.2', goodFor: { last: 600, of: 'months' } },
      },
    };
    const reporting = (size: number): (() => void) => {
      const given = Array.from(
        { length: size },
        (_, n): BankEvent => ({
          ...entered,
          data: {
            ...entered.data,
            matterId: `m${n}`,
            on: new Date(Date.UTC(2023, 1, 1 + n)).toISOString().slice(0, 10),
          },
        }),
      );
      return () => void statement([opened, ...given], { from: '2023-01-01', to: '2300-12-31', ruleSet });
    };
    expect(growth(reporting, scaled(1_000, 2_000))).toBeLessThanOrEqual(MOST);
  });
});
