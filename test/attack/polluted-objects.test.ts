import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createBank, fold, InheritedMemberError, initialAccount } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { open } from '../support/history.js';
import { sampled, scaled } from './scale.js';
import { DECIDING, READING, REPORTING } from './whole-life.js';

/*
 * Some other library, or whoever found a way to, puts a member on every object. No account takes it up, no rule begins or ends by it, and
 * no report says it: only own members count. Every name is tried that the library reads.
 */

/** Names that changed decisions, accounts or reports before they could not any more. */
const WORST = [
  ...['from', 'on', 'ruleSet', 'return', 'community', 'to', 'roles', 'catalogue', 'at', 'kind', 'members'],
  ...['bars', 'limits', 'requires', 'week', 'limit', 'entry', 'item', 'difficulty', 'fixed', 'capacity'],
  ...['offices', 'unit', 'quantity', 'each', 'redemption', 'days', 'factor', 'quantities', 'bar', 'matter'],
  ...['limits', 'consent', 'spendableAfter', 'proxy', 'mattersOnly', 'undone'],
  ...['closed', 'scale', 'approval', 'programme', 'reversal', 'verification', 'freed', 'follows', 'stock'],
  ...['lines', 'communityId', 'accountId', 'consentUntil', 'pending', 'recordedOn', 'matterId', 'postId'],
  ...['note', 'memberId', 'addedUp', 'detail', 'collectedBy', 'returned', 'continues', 'grounds', 'limited'],
  ...['requested', 'sentOn', 'otherAccounts', 'approvedBy', 'details', 'knownOn', 'threshold', 'head'],
  ...['entriesOnADay', 'minimumEntries', 'minimumIssuers', 'minimumShare', 'reversedEntries', 'until'],
  ...['reversedShare', 'minimumAccounts', 'minimumDifference', 'lateAfterDays', 'another', 'role'],
];

/** Names that the language itself reads of objects, ids of the first scheme, and a place in a list. */
const OF_THE_LANGUAGE = ['get', 'set', 'value', 'writable', 'enumerable', 'configurable', 'then', 'toJSON'];
const OF_THE_SCHEME = ['resident', 'activity', 'activity-log', 'claim-cap-window', 'haircut', 'm1', '0'];

const VALUES: readonly unknown[] = ['1900-01-01', 5, true, [], {}, '9999-01-01', null, () => 5];

/** All names in the source that something could be read by. */
function namesRead(): readonly string[] {
  const root = new URL('../../src/', import.meta.url);
  const names = new Set<string>();
  for (const layer of ['values', 'rules', 'account', 'reports', 'audit', 'schema', 'define']) {
    for (const file of readdirSync(new URL(`${layer}/`, root), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const text = readFileSync(new URL(`${layer}/${file}`, root), 'utf8');
      for (const [name] of text.matchAll(/\b[a-z][a-zA-Z]*\b/g)) names.add(name);
    }
  }
  return [...names].filter((name) => !(name in Object.prototype));
}

/** Puts a member on every object for as long as some work lasts. */
function polluting<T>(name: string, value: unknown, work: () => T): T {
  const all = Object.prototype as { [member: string]: unknown };
  all[name] = value;
  try {
    return work();
  } finally {
    delete all[name];
  }
}

/** What each says, or how it fails. */
function said(sayings: typeof DECIDING): unknown[] {
  const results: unknown[] = [];
  for (const saying of sayings) {
    try {
      results.push(saying[1]());
    } catch (thrown) {
      results.push(thrown);
    }
  }
  return results;
}

/** What was said, with own members alone. */
const written = (results: readonly unknown[]): readonly string[] =>
  results.map((result) => (result instanceof Error ? `throws ${result.message}` : JSON.stringify(result)));

/** The names by which anything is said otherwise, with what that is. */
function changing(sayings: typeof DECIDING, names: readonly string[], values: number): readonly string[] {
  const expected = written(said(sayings));
  const changed: string[] = [];
  for (const [at, name] of names.entries()) {
    for (let more = 0; more < values; more += 1) {
      const value = VALUES[(at + more) % VALUES.length];
      const found = written(polluting(name, value, () => said(sayings)));
      const others = sayings.flatMap(([what], i) => (found[i] === expected[i] ? [] : [what]));
      if (others.length > 0) changed.push(`${name} (${typeof value}): ${others.join(', ')}`);
    }
  }
  return changed;
}

const NAMES = namesRead();
const KEYS = Reflect.ownKeys(Object.prototype).map(String);
const VALUES_EACH = scaled(1, 2);

describe('a member of every object changes nothing', () => {
  test('that is decided, folded, audited or reported, by the names that would', () => {
    const names = [...sampled(WORST, 2), ...OF_THE_LANGUAGE, ...OF_THE_SCHEME];
    expect(changing([...DECIDING, ...REPORTING], names, VALUES_EACH)).toEqual([]);
  });

  test('by any other name that the source has', () => {
    expect(NAMES.length).toBeGreaterThan(2_000);
    const others = NAMES.filter((name) => !WORST.includes(name));
    expect(changing([...DECIDING, ...REPORTING], sampled(others, 150), VALUES_EACH)).toEqual([]);
  });

  test('that is read from outside, or defined', () => {
    expect(changing(READING, sampled([...WORST, ...OF_THE_LANGUAGE, 'optional', 'error'], 20), 1)).toEqual(
      [],
    );
  });

  test('and several at once, with getters among them, are put back as they were', () => {
    const expected = written(said(DECIDING));
    const all = Object.prototype as { [member: string]: unknown };
    const get = (): never => {
      throw new Error('somebody looked');
    };
    Object.defineProperty(all, 'pending', { get, configurable: true, enumerable: true });
    all.get = 1;
    all.closed = 2;
    const before = Object.entries(Object.getOwnPropertyDescriptors(Object.prototype)).length;
    const found = said(DECIDING);
    const descriptors = [
      Reflect.getOwnPropertyDescriptor(Object.prototype, 'pending')?.get === get,
      all.get,
      all.closed,
      Reflect.ownKeys(Object.prototype).slice(-3).join(),
    ];
    const after = Reflect.ownKeys(Object.prototype).length;
    delete all.pending;
    delete all.get;
    delete all.closed;
    expect(written(found)).toEqual(expected);
    expect(descriptors).toEqual([true, 1, 2, 'pending,get,closed']);
    expect(after).toBe(before);
  });

  test('and is there again after an error', () => {
    const found = polluting('pending', 5, () => {
      try {
        fold([{ type: 'PostClaimed' } as never]);
      } catch {}
      return ({} as { pending?: unknown }).pending;
    });
    expect(found).toBe(5);
    expect(Reflect.ownKeys(Object.prototype).map(String)).toEqual(KEYS);
  });
});

test('one that cannot be taken off is told, and nothing is decided', () => {
  const bank = createBank(renfa2022);
  const { deleteProperty } = Reflect;
  // A member that is not configurable would stay for the rest of the run; this one only seems to be.
  Reflect.deleteProperty = (target, name) => name !== 'held' && deleteProperty(target, name);
  try {
    const thrown = polluting('lost', 1, () =>
      polluting('held', 5, () => {
        try {
          return [bank.decideUnknown(open('resident'), initialAccount)];
        } catch (error) {
          return [error, ({} as { lost?: number }).lost];
        }
      }),
    );
    expect(thrown).toEqual([expect.any(InheritedMemberError), 1]);
    expect(thrown[0]).toMatchObject({ name: 'InheritedMemberError', member: 'held' });
  } finally {
    Reflect.deleteProperty = deleteProperty;
  }
});
