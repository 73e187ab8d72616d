import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccountOpened, BankEvent } from '../../src/account/events/event.js';
import { assessment, redeemable } from '../../src/account/state/account.js';
import { balanceOn } from '../../src/account/state/figures/balance.js';
import { fold } from '../../src/account/state/fold.js';
import { eventsKnownOn } from '../../src/reports/shared/events-known-on.js';
import { type Statement, statement } from '../../src/reports/volunteer/statement.js';
import { addDays } from '../../src/values/calendar.js';
import {
  assessmentOn,
  eventsOf,
  fromJson,
  histories,
  historiesInOrder,
  isFrozenThrough,
  isOpenThrough,
  LAPSING,
  livingHistories,
  READ,
  recordedOn,
  someDay,
} from './history.js';

const EVER = { from: '1900-01-01', to: '9999-12-31' };
const ALL = Object.values(READ);

function accountsOf(events: readonly BankEvent[]): string[] {
  return [...new Set(events.map(({ data }) => data.accountId))];
}

/** Plain histories, and those that have everything. */
const anyHistory = fc.oneof(histories([...ALL, ...LAPSING]), livingHistories());

describe('laws of the statement', () => {
  test('its closing figures equal the fold', () => {
    fc.assert(
      fc.property(fc.oneof(histories(ALL), livingHistories()), ({ centre: { events } }) => {
        for (const accountId of accountsOf(events)) {
          const account = fold(eventsOf(events, accountId));
          expect(statement(events, { ...EVER, accountId })?.closing).toEqual({
            redeemable: redeemable(account),
            assessment: assessment(account),
          });
        }
      }),
    );
  });

  test('its totals equal the figures of the fold, with what was taken up from other accounts', () => {
    fc.assert(
      fc.property(livingHistories(), ({ centre: { events } }) => {
        for (const accountId of accountsOf(events)) {
          const [opened] = eventsOf(events, accountId) as [AccountOpened];
          const account = fold(eventsOf(events, accountId));
          if (account.status === 'unopened') throw new Error('not open');
          const made = statement(events, { ...EVER, accountId }) as Statement;
          const { earned, corrected, redeemed, transferred, takenUp } = made.totals;
          const { continues = [] } = opened.data;
          const handed = continues.flatMap(({ handedOn }) => handedOn?.items ?? []);
          const points = handed.reduce((sum, one) => sum + one.points, 0);
          expect(earned + points).toBe(account.earned);
          expect(earned + corrected - redeemed + transferred + takenUp).toBe(
            account.earned + account.corrected - account.redeemed + account.transferred,
          );
          if (continues.length > 0) continue;
          expect({ corrected, redeemed, transferred, takenUp }).toEqual({
            corrected: account.corrected,
            redeemed: account.redeemed,
            transferred: account.transferred,
            takenUp: 0,
          });
        }
      }),
    );
  });

  test('on any day, its closing figures are what the account held and had been assessed with on that day', () => {
    fc.assert(
      fc.property(anyHistory, someDay, ({ ruleSet, centre: { events } }, to) => {
        for (const accountId of accountsOf(events)) {
          const own = eventsOf(events, accountId);
          const account = fold(own);
          const closing = statement(own, { from: '1900-01-01', to, ruleSet })?.closing;
          expect(closing).toEqual(
            (own[0]?.data.on ?? '') > to
              ? { redeemable: 0, assessment: 0 }
              : { redeemable: balanceOn(account, to, ruleSet), assessment: assessmentOn(account, to) },
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  test('as known on a day, it is the statement of the events on record by then', () => {
    fc.assert(
      fc.property(historiesInOrder(), someDay, someDay, ({ ruleSet, centre: { events } }, knownOn, to) => {
        const known = events.filter((event) => recordedOn(event) <= knownOn);
        for (const accountId of accountsOf(events)) {
          const asked = { from: '1900-01-01', to, accountId, ruleSet };
          expect(statement(events, { ...asked, knownOn })).toEqual(statement(known, asked));
        }
      }),
    );
  });

  test('as known on a day, it closes with what the account of the events on record by then held', () => {
    fc.assert(
      fc.property(historiesInOrder(), someDay, someDay, ({ ruleSet, centre: { events } }, knownOn, to) => {
        const known = eventsKnownOn(events, knownOn);
        expect(known.every((event) => recordedOn(event) <= knownOn)).toBe(true);
        for (const accountId of accountsOf(known)) {
          const account = fold(eventsOf(known, accountId));
          const closing = statement(events, { from: '1900-01-01', to, accountId, ruleSet, knownOn })?.closing;
          const isOpen = account.status !== 'unopened' && account.openedOn <= to;
          expect(closing).toEqual(
            isOpen
              ? { redeemable: balanceOn(account, to, ruleSet), assessment: assessmentOn(account, to) }
              : { redeemable: 0, assessment: 0 },
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  test('whoever is not in the events on record by a day has no statement of what was known then', () => {
    fc.assert(
      fc.property(livingHistories(), someDay, ({ centre: { events } }, knownOn) => {
        const known = new Set(accountsOf(eventsKnownOn(events, knownOn)));
        for (const accountId of accountsOf(events)) {
          const made = statement(events, { ...EVER, accountId, knownOn });
          expect(made === undefined).toBe(!known.has(accountId));
        }
      }),
    );
  });

  test('in a period split in two, the first part closes with the opening figures of the second, and the entries are the same', () => {
    fc.assert(
      fc.property(anyHistory, someDay, someDay, someDay, ({ ruleSet, centre: { events } }, a, b, c) => {
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
      }),
    );
  });

  test('opening plus totals equals closing, and each entry leads to the next balance', () => {
    fc.assert(
      fc.property(anyHistory, someDay, someDay, ({ ruleSet, centre: { events } }, a, b) => {
        const [from, to] = [a, b].sort() as [string, string];
        for (const accountId of accountsOf(events)) {
          const made = statement(events, { from, to, accountId, ruleSet });
          if (made === undefined) throw new Error('no such account');
          const { opening, closing, totals, entries } = made;
          const { earned, corrected, redeemed, lapsed, transferred, takenUp, closedOut } = totals;
          const moved = earned + corrected - redeemed - lapsed + transferred + takenUp - closedOut;
          expect(opening.redeemable + moved).toBe(closing.redeemable);
          const taken = entries.reduce((sum, one) => sum + (one.takenUp?.assessed ?? 0), 0);
          expect(opening.assessment + earned + corrected + taken).toBe(closing.assessment);
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
      }),
    );
  });

  test('every event of the period is one entry, which refers to it', () => {
    fc.assert(
      fc.property(fc.oneof(histories(ALL), livingHistories()), ({ centre: { events } }) => {
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
      fc.property(livingHistories(), ({ ruleSet, centre }) => {
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
