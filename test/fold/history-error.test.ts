import { describe, expect, test } from 'vitest';
import { verifyDecisions } from '../../src/audit.js';
import {
  type Account,
  type BankEvent,
  EVENT_VERSIONS,
  evolve,
  fold,
  foldAccounts,
  HistoryError,
  initialAccount,
} from '../../src/index.js';
import { statement } from '../../src/reports.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { text } from '../../src/values/text.js';
import { bar, release } from '../living/commands.js';
import { frozen, stored } from '../support/checks.js';
import { claim, correct, credit, open, redeem, reportIn, run, SUBDISTRICT } from '../support/history.js';

/* Events that cannot be one account's history: the host mixed up streams, or one is damaged. */

const EVENTS = run([
  open('resident'),
  claim('gate'),
  credit('activity', 'sweeping'),
  reportIn('2024-01-05'),
  redeem('visit', '2024-02-01', { haircut: 1 }),
  correct('slip', -1, '2024-03-01'),
]).events;
const [OPENED, ...LATER] = EVENTS as [BankEvent, ...BankEvent[]];
const OTHERS = run([open('resident', '2023-01-10', { accountId: 'v2' })]).events as [BankEvent];

/** A reversal as only a damaged history has it. */
function reversing(kind: string, id: string, more: object): BankEvent {
  const data = {
    accountId: 'v1',
    on: '2024-03-02',
    by: SUBDISTRICT,
    reversalId: 'r1',
    reverses: { kind, id },
    reason: '登记有误',
    entryIs: 'out',
  };
  return { type: 'EntryReversed', data: { ...data, ...more } } as unknown as BankEvent;
}

/** The ways in which events are folded. */
const FOLDS: readonly [string, (events: readonly BankEvent[], from?: Account) => unknown][] = [
  ['fold', (events, from = initialAccount) => fold(events, from)],
  ['evolve', (events, from = initialAccount) => events.reduce(evolve, from)],
];

describe.each(FOLDS)('%s', (_, foldOf) => {
  test('takes a history that is one', () => {
    expect(foldOf(EVENTS)).toMatchObject({ status: 'open', earned: 4, corrected: -1, redeemed: 1 });
  });

  test.each(LATER.map((event) => [event.type, event] as const))(
    'refuses %s before the opening',
    (type, event) => {
      expect(() => foldOf([event])).toThrow(new HistoryError(`${type} comes before AccountOpened`));
    },
  );

  test('refuses a second opening', () => {
    expect(() => foldOf([OPENED, OPENED])).toThrow(new HistoryError("account 'v1' is opened twice"));
    expect(() => foldOf([...EVENTS, ...OTHERS])).toThrow(new HistoryError("account 'v1' is opened twice"));
  });

  test.each(LATER.map((event) => [event.type, event] as const))(
    'refuses %s that is given twice',
    (_, event) => {
      const at = EVENTS.indexOf(event);
      expect(() => foldOf(EVENTS.toSpliced(at, 0, event))).toThrow(/of account 'v1' is given twice$/);
      expect(() => foldOf([...EVENTS, stored(event)])).toThrow(HistoryError);
    },
  );

  test('refuses a release and a bar that are given twice', () => {
    const ineligibility = { late: { clause: '3', title: text('迟到', 'late'), bars: ['earning' as const] } };
    const { authority } = renfa2022;
    const offices = { ...authority.offices, BarAccount: ['subdistrict'] };
    const ruleSet = { ...renfa2022, ineligibility, authority: { ...authority, offices } };
    const { events } = run(
      [
        open('resident'),
        claim('gate'),
        release('gate', '2023-03-01'),
        bar('b1', 'late', '2023-05-01', undefined),
      ],
      { ruleSet },
    );
    expect(events.map(({ type }) => type).slice(2)).toEqual(['PostReleased', 'AccountBarred']);
    expect(() => foldOf(events.toSpliced(2, 0, events[2] as BankEvent))).toThrow(/release 'gate' .* twice$/);
    expect(() => foldOf([...events, events[3] as BankEvent])).toThrow(/bar 'b1' .* twice$/);
    const told = expect.objectContaining({ code: 'broken-history' });
    const year = { from: '2023-01-01', to: '2023-12-31' };
    for (const twice of events.slice(2)) expect(() => statement([...events, twice], year)).toThrow(told);
  });

  test('refuses points that are too large to be exact, or no whole number', () => {
    const most = Number.MAX_SAFE_INTEGER;
    for (const points of [most, -most, 2 ** 53, 0.5, Number.NaN, '1']) {
      const large = EVENTS.map((event) => ({ ...event, data: { ...event.data, points } }) as BankEvent);
      expect(() => foldOf(large)).toThrow(/makes the points of account 'v1' too large to be exact$/);
    }
    const [only] = stored([OPENED]) as [{ data: object }];
    const full = { ...only, data: { ...only.data, points: most } } as BankEvent;
    expect(foldOf([full])).toMatchObject({ earned: most });
    expect(() => foldOf([full, LATER[0] as BankEvent])).toThrow('PostClaimed makes the points');
  });

  test.each(LATER.map((event) => [event.type, event] as const))(
    'refuses %s of another account',
    (type, event) => {
      const strange = { ...event, data: { ...event.data, accountId: 'v2' } } as BankEvent;
      expect(() => foldOf([OPENED, strange])).toThrow(
        new HistoryError(`${type} of account 'v2' in the stream of 'v1'`),
      );
    },
  );

  test('refuses an event of a type that it does not know, by name', () => {
    for (const type of ['AccountFrozen', 'activityCredited', '', '__proto__', 'constructor']) {
      const strange = { type, data: { ...OPENED.data } } as unknown as BankEvent;
      expect(() => foldOf([OPENED, strange])).toThrow(HistoryError);
      expect(() => foldOf([OPENED, strange])).toThrow(`'${type}'`);
    }
  });

  test.each<{ kind: string; id: string; item?: string; on: string; lines?: readonly object[] }>([
    { kind: 'matter', id: 'sweeping', item: 'affairs', on: '2023-03-01' },
    { kind: 'matter', id: 'mopping', item: 'activity', on: '2023-03-01' },
    { kind: 'report-in', id: '2024-01-06', item: 'registration', on: '2024-01-06' },
    { kind: 'claim', id: 'gate', on: '2023-02-02' },
    { kind: 'redemption', id: 'another', on: '2024-02-01' },
    { kind: 'redemption', id: 'another', on: '2024-02-01', lines: [{ rewardId: 'haircut', quantity: 1 }] },
    { kind: 'correction', id: 'another', on: '2024-03-01' },
    { kind: 'bar', id: 'b1', on: '2024-03-01' },
    { kind: 'transfer', id: 't1', on: '2024-03-01' },
  ])('refuses the reversal of what does not stand: %j', ({ lines, ...entry }) => {
    const { kind, id } = entry;
    const reversal = reversing(kind, id, { entry, ...(lines === undefined ? {} : { lines }) });
    expect(() => foldOf([...EVENTS, reversal])).toThrow(
      new HistoryError(`${kind} '${id}' is reversed and does not stand`),
    );
  });

  test('refuses lines of a visit that does not have them, or does not stand any more', () => {
    const entry = { kind: 'redemption', id: 'visit', on: '2024-02-01' };
    const some = (id: string, rewardId: string, more: object = {}) =>
      reversing('redemption', 'visit', {
        reversalId: id,
        entry,
        lines: [{ rewardId, quantity: 1 }],
        ...more,
      });
    expect(() => foldOf([...EVENTS, some('r1', 'rice')])).toThrow(
      new HistoryError("redemption 'visit' has no line of 'rice'"),
    );
    const whole = reversing('redemption', 'visit', { reversalId: 'r2', entry });
    const back = some('r3', 'haircut', { reverses: { kind: 'reversal', id: 'r1' }, entryIs: 'back' });
    expect(foldOf([...EVENTS, some('r1', 'haircut'), back])).toMatchObject({ redeemed: 1 });
    expect(() => foldOf([...EVENTS, some('r1', 'haircut'), whole, back])).toThrow(
      new HistoryError("redemption 'visit' is reversed and does not stand"),
    );
  });

  test('refuses the reversal of a reversal that does not stand', () => {
    const entry = { kind: 'claim', id: 'gate', on: '2023-02-01' };
    const out = reversing('claim', 'gate', { reversalId: 'r1', entry });
    const back = (reversalId: string) => reversing('reversal', 'r1', { reversalId, entry, entryIs: 'back' });
    expect(foldOf([...EVENTS, out, back('r2')])).toMatchObject({ earned: 4 });
    const error = new HistoryError("reversal 'r1' is reversed and does not stand");
    expect(() => foldOf([...EVENTS, back('r2')])).toThrow(error);
    expect(() => foldOf([...EVENTS, out, back('r2'), back('r3')])).toThrow(error);
  });

  test.each([
    ['claim', 'gate', 'claim'],
    ['matter', 'sweeping', 'activity'],
  ] as const)('refuses that a %s is verified which does not wait for it', (kind, id, item) => {
    const { type: _type, ...verified } = OPENED;
    const data = { ...verified.data, on: '2024-03-02', verifies: { kind, id }, item, points: 1 };
    const event = { type: 'EntryVerified', data } as unknown as BankEvent;
    expect(() => foldOf([...EVENTS, event])).toThrow(
      new HistoryError(`${kind} '${id}' is verified and does not wait for it`),
    );
  });

  test('leaves the account before the error as it was', () => {
    const before = fold(EVENTS);
    const kept = stored(before);
    expect(() => foldOf([...LATER.slice(0, 2), OPENED], before)).toThrow(HistoryError);
    expect(before).toEqual(kept);
    const open = stored(before);
    expect(() => foldOf([...LATER.slice(0, 2), OPENED], open)).toThrow(HistoryError);
    expect(open).toEqual(kept);
  });

  test('takes events whose form is given as JSON, frozen or not, in any order of their keys', () => {
    const turned = EVENTS.map((event) =>
      JSON.parse(JSON.stringify(event, keysIn(event).sort())),
    ) as BankEvent[];
    expect(foldOf(turned)).toEqual(foldOf(EVENTS));
    expect(foldOf(frozen(stored(EVENTS)))).toEqual(foldOf(EVENTS));
  });

  test('does not look at metadata, nor at what a host added to the data', () => {
    const dressed = EVENTS.map((event) => ({
      ...event,
      data: { ...event.data, tenant: 't' },
      metadata: { schemaVersion: 1, at: 'noon' },
    }));
    expect(foldOf(dressed as BankEvent[])).toEqual(foldOf(EVENTS));
    const bare = EVENTS.map(({ type, data }) => ({ type, data }) as BankEvent);
    expect(foldOf(bare)).toEqual(foldOf(EVENTS));
  });
});

describe('foldAccounts', () => {
  test('refuses a stream in which an account has no opening, or two', () => {
    expect(() => foldAccounts([...OTHERS, ...LATER])).toThrow(
      new HistoryError('PostClaimed comes before AccountOpened'),
    );
    expect(() => foldAccounts([...EVENTS, ...OTHERS, ...OTHERS])).toThrow(
      new HistoryError("account 'v2' is opened twice"),
    );
  });

  test('keeps the accounts before the error as they were', () => {
    const before = foldAccounts([...EVENTS, ...OTHERS]);
    const kept = stored([...before]);
    expect(() => foldAccounts([...LATER.slice(0, 1), ...OTHERS], before)).toThrow(HistoryError);
    expect([...before]).toEqual(kept);
  });
});

describe('an event that lacks what its type has, as no parser gives it', () => {
  test.each(Object.keys(EVENT_VERSIONS))('%s is folded or refused, and ends', (type) => {
    const bare = { type, data: OPENED.data } as BankEvent;
    for (const events of [
      [OPENED, bare],
      [OPENED, bare, bare],
      [OPENED, ...LATER, bare],
    ]) {
      for (const read of [fold, foldAccounts]) {
        try {
          read(events);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Error);
        }
      }
      const found = verifyDecisions(events, [renfa2022]);
      expect(found.length).toBeGreaterThan(0);
    }
  });
});

test('the error has a name of its own', () => {
  const error = new HistoryError('why');
  expect(error).toBeInstanceOf(Error);
  expect([error.name, error.message]).toEqual(['HistoryError', 'why']);
});

/** Every key that occurs in a value, so that JSON can be written with the keys in another order. */
function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...keysIn(member)]);
}
