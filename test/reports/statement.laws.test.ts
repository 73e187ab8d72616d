import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BankEvent } from '../../src/account/events/event.js';
import { assessment, redeemable } from '../../src/account/state/account.js';
import { redeemableOn } from '../../src/account/state/balance.js';
import { fold } from '../../src/account/state/fold.js';
import { statement } from '../../src/reports/volunteer/statement.js';
import { addDays } from '../../src/values/calendar.js';
import {
  countedOn,
  eventsOf,
  fromJson,
  histories,
  isFrozenThrough,
  isOpenThrough,
  LAPSING,
  READ,
  someDay,
} from './history.js';

const EVER = { from: '1900-01-01', to: '9999-12-31' };
const ALL = Object.values(READ);

function accountsOf(events: readonly BankEvent[]): string[] {
  return [...new Set(events.map(({ data }) => data.accountId))];
}

function figures(accountEvents: readonly BankEvent[]): { redeemable: number; assessment: number } {
  const account = fold(accountEvents);
  return { redeemable: redeemable(account), assessment: assessment(account) };
}

describe('laws of the statement', () => {
  test('its closing figures equal the fold', () => {
    fc.assert(
      fc.property(histories(ALL), ({ centre: { events } }) => {
        for (const accountId of accountsOf(events)) {
          expect(statement(events, { ...EVER, accountId })?.closing).toEqual(
            figures(eventsOf(events, accountId)),
          );
        }
      }),
    );
  });

  test('on any day, its closing figures equal the fold of what counts by then', () => {
    fc.assert(
      fc.property(histories(ALL), someDay, ({ centre: { events } }, to) => {
        for (const accountId of accountsOf(events)) {
          const own = eventsOf(events, accountId);
          const opened = own[0]?.data.on ?? '';
          const closing = statement(own, { from: '1900-01-01', to })?.closing;
          const by = own.filter((event) => countedOn(event) <= to);
          expect(closing).toEqual(opened > to ? { redeemable: 0, assessment: 0 } : figures(by));
        }
      }),
    );
  });

  test('in a period split in two, the first part closes with the opening figures of the second, and the entries are the same', () => {
    fc.assert(
      fc.property(
        histories([...ALL, ...LAPSING]),
        someDay,
        someDay,
        someDay,
        ({ ruleSet, centre: { events } }, a, b, c) => {
          const [from, middle, to] = [a, b, c].sort() as [string, string, string];
          fc.pre(middle < to);
          for (const accountId of accountsOf(events)) {
            const whole = statement(events, { from, to, accountId, ruleSet });
            const first = statement(events, { from, to: middle, accountId, ruleSet });
            const second = statement(events, { from: addDays(middle, 1), to, accountId, ruleSet });
            expect(second?.opening).toEqual(first?.closing);
            expect([whole?.opening, whole?.closing]).toEqual([first?.opening, second?.closing]);
            expect([...(first?.entries ?? []), ...(second?.entries ?? [])]).toEqual(whole?.entries);
          }
        },
      ),
    );
  });

  test('opening plus totals equals closing, and each entry leads to the next balance', () => {
    fc.assert(
      fc.property(
        histories([...ALL, ...LAPSING]),
        someDay,
        someDay,
        ({ ruleSet, centre: { events } }, a, b) => {
          const [from, to] = [a, b].sort() as [string, string];
          for (const accountId of accountsOf(events)) {
            const made = statement(events, { from, to, accountId, ruleSet });
            if (made === undefined) throw new Error('no such account');
            const { opening, closing, totals, entries } = made;
            const { earned, corrected, redeemed, lapsed } = totals;
            expect(opening.redeemable + earned + corrected - redeemed - lapsed).toBe(closing.redeemable);
            expect(opening.assessment + earned + corrected).toBe(closing.assessment);
            let balance = opening;
            for (const { on, points, assessed, redeemable, assessment } of entries) {
              expect(on >= from && on <= to).toBe(true);
              expect({ redeemable, assessment }).toEqual({
                redeemable: balance.redeemable + points,
                assessment: balance.assessment + assessed,
              });
              balance = { redeemable, assessment };
            }
            expect(balance).toEqual(closing);
            expect(entries.map(({ on }) => on)).toEqual(entries.map(({ on }) => on).sort());
          }
        },
      ),
    );
  });

  test('if points lapse, it closes with the balance that could be redeemed that day', () => {
    fc.assert(
      fc.property(histories(LAPSING), someDay, ({ ruleSet, centre: { events } }, to) => {
        const { lapse } = ruleSet.redemption.carryOver;
        for (const accountId of accountsOf(events)) {
          const account = fold(eventsOf(events, accountId).filter((event) => countedOn(event) <= to));
          const expected = account.status === 'open' ? redeemableOn(account, to, lapse) : 0;
          const made = statement(events, {
            from: '2022-06-01' < to ? '2022-06-01' : to,
            to,
            accountId,
            ruleSet,
          });
          expect(made?.closing.redeemable).toBe(expected);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('every event of the period is one entry, which refers to it', () => {
    fc.assert(
      fc.property(histories(ALL), ({ centre: { events } }) => {
        for (const accountId of accountsOf(events)) {
          const entries = statement(events, { ...EVER, accountId })?.entries ?? [];
          const found = entries.map(({ event }) => events[event?.index ?? -1]);
          const own = eventsOf(events, accountId);
          expect(new Set(found)).toEqual(new Set(own));
          expect(entries.length).toBe(own.length);
          entries.forEach(({ type, clause }, i) => {
            expect([type, clause]).toEqual([found[i]?.type, found[i]?.data.clause]);
          });
        }
      }),
    );
  });

  test('it is frozen plain JSON and leaves the events unchanged', () => {
    fc.assert(
      fc.property(histories(LAPSING), ({ ruleSet, centre }) => {
        const events = fromJson(centre.events);
        const made = statement(events, { ...EVER, accountId: 'v0', ruleSet });
        expect(isFrozenThrough(made)).toBe(true);
        expect(JSON.parse(JSON.stringify(made))).toStrictEqual(made);
        expect(isOpenThrough(events)).toBe(true);
        expect(events).toEqual(centre.events);
      }),
    );
  });
});
