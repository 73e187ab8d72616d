import { describe, expect, test } from 'vitest';
import type { FoldedAccount } from '../../src/account/state/account.js';
import {
  type AccountOpened,
  type ActivityCredited,
  type BankEvent,
  evolve,
  fold,
  foldAccounts,
  type ScoreCorrected,
} from '../../src/index.js';
import { frozen, openParts, stored } from '../support/checks.js';
import { claim, correct, hardMatters, lastEvent, open, redeem, run } from '../support/history.js';

/*
 * One account that has every part which an account can have: maps that have branched, quantities, entries under a limit, room given
 * back, and visits of several lines.
 */

const RAN = run([
  open('resident'),
  claim('门岗', '2023-01-11', { difficulty: 'hard' }),
  claim('助老', '2023-01-12'),
  ...Array.from({ length: 40 }, (_, i) => hardMatters(1, `2023-0${(i % 6) + 1}-15`, `matter ${i}`)).flat(),
  redeem('visit', '2023-06-20', { rice: 2, haircut: 1 }),
  correct('c1', -1, '2023-06-21'),
]);
const CREDITED = RAN.events.find((event) => event.type === 'ActivityCredited') as ActivityCredited;
const CORRECTED = lastEvent(RAN, 'ScoreCorrected');

function measured(matterId: string, unit: string, quantity: number): BankEvent {
  return { ...CREDITED, data: { ...CREDITED.data, item: 'hours', matterId, unit, quantity } };
}

/** A correction that gives room back, of a claim or of whatever is said. */
function freeing(
  correctionId: string,
  points: number,
  corrects?: Partial<ScoreCorrected['data']['corrects']>,
) {
  const matter = { item: 'claim', id: '门岗', on: '2023-01-11', points: 2, ...corrects };
  const data = { ...CORRECTED.data, correctionId, points, freesRoom: true, corrects: matter };
  return { ...CORRECTED, data } as ScoreCorrected;
}

const EVENTS: readonly BankEvent[] = [
  ...RAN.events,
  measured('h1', 'hour', 1.5),
  measured('h2', 'hour', 2),
  measured('h3', 'call', 3),
  freeing('c2', -1),
];
/** Folded in each test, so that a mutation run knows which test reaches what. */
const whole = () => fold(EVENTS) as FoldedAccount;

/** The amounts of one day of 2023. */
function daily(day: number, amount: number, count: number) {
  return [{ year: 2023, amount, count, days: [day, amount, count] }];
}

describe('an account with every part', () => {
  test('has them', () => {
    // A branch of two leaves, parted by a key.
    expect(whole().items.affairs?.matters.map((node) => typeof node)).toEqual(['object', 'string', 'object']);
    expect(whole().items.hours?.quantities).toEqual({
      hour: daily(752556, 350, 2),
      call: daily(752556, 300, 1),
    });
    expect(whole().items.claim?.limited?.map((of) => (typeof of === 'string' ? of : 0))).toEqual([
      '门岗',
      0,
      0,
      '助老',
      0,
      0,
    ]);
    expect(whole().items.claim?.freed).toEqual(daily(752566, 1, 1));
    expect(whole().redemptions[0]?.lines).toHaveLength(2);
  });

  test('is frozen all through', () => {
    expect(openParts(whole())).toEqual([]);
    expect(openParts([...foldAccounts(EVENTS).values()][0])).toEqual([]);
    expect(openParts(EVENTS.reduce(evolve, fold([])))).toEqual([]);
  });

  test('may be folded in two goes, wherever it is split, and leaves the first as it was', () => {
    for (let at = 0; at <= EVENTS.length; at += 1) {
      const head = fold(EVENTS.slice(0, at));
      const before = JSON.stringify(head);
      expect(fold(EVENTS.slice(at), head)).toEqual(whole());
      expect(JSON.stringify(head)).toBe(before);
    }
  });

  test('from a store, open to change, is left as it is too', () => {
    for (const at of [30, EVENTS.length - 1]) {
      const head = stored(fold(EVENTS.slice(0, at)));
      const before = JSON.stringify(head);
      expect(fold(EVENTS.slice(at), head)).toEqual(whole());
      expect(EVENTS.slice(at).reduce(evolve, head)).toEqual(whole());
      expect(foldAccounts(EVENTS.slice(at), new Map([['v1', head]])).get('v1')).toEqual(whole());
      expect(JSON.stringify(head)).toBe(before);
    }
    const open = stored(whole());
    const same = fold([], open);
    expect(same).toEqual(whole());
    expect(same).not.toBe(open);
    expect(openParts(same)).toEqual([]);
    expect(Object.isFrozen(open.redemptions[0])).toBe(false);
  });

  test('that was frozen gives itself back where nothing happens', () => {
    const account = whole();
    expect(fold([], account)).toBe(account);
    expect(frozen(fold([], frozen(stored(whole()))))).toEqual(whole());
  });
});

describe('a correction that gives room back', () => {
  const freed = (event: ScoreCorrected) => (evolve(whole(), event) as FoldedAccount).items;

  test('gives back what the matter still holds, and no more', () => {
    expect(freed(freeing('c3', -5)).claim?.freed).toEqual(daily(752566, 2, 2));
    expect(evolve(evolve(whole(), freeing('c3', -5)), freeing('c4', -1))).toMatchObject({
      items: { claim: { freed: daily(752566, 2, 3) } },
    });
  });

  test('gives nothing back where it raises the score, or names nothing under a limit', () => {
    expect(freed(freeing('c3', 2))).toEqual(whole().items);
    expect(freed(freeing('c3', 0))).toEqual(whole().items);
    expect(freed(freeing('c3', -1, { item: 'affairs', id: 'matter 3', on: '2023-04-15' }))).toEqual(
      whole().items,
    );
    expect(freed(freeing('c3', -1, { id: '别处' }))).toEqual(whole().items);
    expect(freed(freeing('c3', -1, { on: '2023-01-12' }))).toEqual(whole().items);
    expect(freed(freeing('c3', -1, { item: 'never-done' }))).toEqual(whole().items);
    const { corrects, ...unnamed } = freeing('c3', -1).data;
    expect(corrects).toBeDefined();
    expect(freed({ ...CORRECTED, data: unnamed } as ScoreCorrected)).toEqual(whole().items);
  });
});

test('an opening that is no report-in leaves an account without one, and without an entry that used room', () => {
  const { data, ...opening } = EVENTS[0] as AccountOpened;
  const apart = { ...opening, data: { ...data, points: 0, reportsIn: false } };
  const account = fold([apart]) as FoldedAccount;
  expect(account.reportIns).toEqual([]);
  expect(account.items[data.item]).not.toHaveProperty('limited');
  const counted = fold([{ ...opening, data }]) as FoldedAccount;
  expect(counted.reportIns).toEqual([data.on]);
  expect(counted.items[data.item]?.limited).toEqual([data.on, expect.any(Number), data.points]);
});
