import { describe, expect, test } from 'vitest';
import {
  type Account,
  type BankEvent,
  evolve,
  fold,
  foldAccounts,
  HistoryError,
  initialAccount,
} from '../../src/index.js';
import { frozen, stored } from '../support/checks.js';
import { claim, correct, credit, open, redeem, reportIn, run } from '../support/history.js';

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
