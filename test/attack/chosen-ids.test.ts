import { describe, expect, test } from 'vitest';
import { verifyDecisions } from '../../src/audit.js';
import { type BankEvent, createBank, fold, type RuleSet } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { timesAsLong } from '../fuzz/growth.js';
import { credit, open, run } from '../support/history.js';
import { scaled } from './scale.js';

/*
 * Whoever chooses the ids of matters cannot make an account slow: sorted, reversed, alike for their first 85 characters, or with one and
 * the same FNV-1a hash, they cost what any other ids cost. Only times of the same work are compared, with these ids and with others.
 */

const COUNT = scaled(4_000, 40_000);
/** How many times as long chosen ids may take; the longest of them are compared over a hundred characters. */
const MOST = 3;

/** Numbers below a bound, the same each time. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

function letters(length: number, roll: (below: number) => number): string {
  return Array.from({ length }, () => LETTERS[roll(LETTERS.length)]).join('');
}

/** Ids of no pattern, of the same length as those they are compared with. */
function plainIds(count: number, length: number): readonly string[] {
  const roll = dice(7);
  return Array.from(
    { length: count },
    (_, n) => `${letters(length, roll).slice(0, -6)}${String(n).padStart(6, '0')}`,
  );
}

const OFFSET = 0x811c9dc5;

function fnv1a(text: string, from = OFFSET): number {
  let hash = from;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** Two texts of seven letters that lead from a hash to one and the same hash. */
function collision(from: number): readonly [string, string, number] {
  const seen = new Map<number, string>();
  for (let n = 0; ; n += 1) {
    const text = n.toString(36).padStart(7, '0');
    const hash = fnv1a(text, from);
    const other = seen.get(hash);
    if (other !== undefined) return [other, text, hash];
    seen.set(hash, text);
  }
}

/** Pairs of texts, one after the other, either of which may stand: so a dozen pairs make thousands of texts of one hash (Joux). */
const PAIRS: readonly (readonly [string, string])[] = (() => {
  const pairs: (readonly [string, string])[] = [];
  let hash = OFFSET;
  while (2 ** pairs.length < COUNT) {
    const [one, other, next] = collision(hash);
    pairs.push([one, other]);
    hash = next;
  }
  return pairs;
})();

function colliding(count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => PAIRS.map((pair, bit) => pair[(n >> bit) & 1]).join(''));
}

const sorted = (count: number, before = 'matter '): string[] =>
  Array.from({ length: count }, (_, n) => `${before}${String(n).padStart(8, '0')}`);

const CHOSEN: readonly (readonly [name: string, ids: (count: number) => readonly string[]])[] = [
  ['in their order', (count) => sorted(count)],
  ['in the reverse of their order', (count) => sorted(count).reverse()],
  [
    'from both ends',
    (count) => sorted(count).map((_, n, all) => all[n % 2 === 0 ? n / 2 : count - (n + 1) / 2] as string),
  ],
  ['alike for 85 characters', (count) => sorted(count, 'x'.repeat(85))],
  ['of one hash', colliding],
  ['that are numbers', (count) => Array.from({ length: count }, (_, n) => String(n * 65_536))],
];

const MATTER = run([open('resident', '2015-01-01'), credit('affairs', 'm', '2015-01-01')])
  .events as BankEvent[];

/** The events of an account that has a matter of each id. */
function historyOf(ids: readonly string[]): readonly BankEvent[] {
  const [opening, matter] = MATTER as [BankEvent, BankEvent];
  const day = (n: number): string => `${2015 + (n % 10)}-${String(1 + (n % 12)).padStart(2, '0')}-10`;
  return [
    opening,
    ...ids.map((matterId, n) => ({ ...matter, data: { ...matter.data, matterId, on: day(n) } }) as BankEvent),
  ];
}

const BANK = createBank<RuleSet>(renfa2022);

/** What is done with a list of ids. */
const WORK: readonly (readonly [
  name: string,
  share: number,
  make: (ids: readonly string[]) => () => void,
])[] = [
  [
    'fold',
    1,
    (ids) => {
      const events = historyOf(ids);
      return () => fold(events);
    },
  ],
  [
    'decide',
    1,
    (ids) => {
      const account = fold(historyOf(ids));
      const commands = ids
        .filter((_, n) => n % 8 === 0)
        .flatMap((id) => [credit('affairs', id, '2024-03-01'), credit('affairs', `${id}x`, '2024-03-01')]);
      return () => {
        for (const command of commands) BANK.decideUnknown(command, account);
      };
    },
  ],
  [
    'verifyDecisions',
    1 / 8,
    (ids) => {
      const events = run([open('resident'), ...ids.map((id) => credit('affairs', id, '2023-03-01'))]).events;
      return () => verifyDecisions(events, [renfa2022]);
    },
  ],
];

test('the texts of one hash are', () => {
  const ids = colliding(COUNT);
  expect(new Set(ids).size).toBe(COUNT);
  expect(new Set(ids.map((id) => fnv1a(id))).size).toBe(1);
});

describe.each(WORK)('%s', (_, share, make) => {
  test.each(CHOSEN)(`takes no more than ${MOST} times as long for ids %s`, (__, of) => {
    const ids = of(Math.ceil(COUNT * share));
    const [first = ''] = ids;
    const plain = plainIds(ids.length, Math.max(first.length, 8));
    expect(timesAsLong(make(ids), make(plain), MOST)).toBeLessThanOrEqual(MOST);
  });
});
