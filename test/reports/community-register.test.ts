import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BankEvent } from '../../src/account/events/event.js';
import { assessment } from '../../src/account/state/account.js';
import { balanceOn } from '../../src/account/state/figures/balance.js';
import { foldAccounts } from '../../src/account/state/fold.js';
import { communityRegister } from '../../src/reports/register/community-register.js';
import type { PointsSummary, Turnover } from '../../src/reports/shared/turnover.js';
import { statement } from '../../src/reports/volunteer/statement.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { withReading } from '../../src/rules/readings.js';
import { lastDayOf } from '../../src/values/calendar.js';
import {
  Centre,
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

const EVER = '9999-12-31';
const ALL = Object.values(READ);
const FIGURES = [
  ...(['earned', 'corrected', 'redeemed', 'lapsed', 'transferred', 'takenUp', 'closedOut'] as const),
  ...(['redeemable', 'assessment'] as const),
] as const;

const anyHistory = fc.oneof(histories([...ALL, ...LAPSING]), livingHistories());

/** What the accounts have been assessed with apart from their own entries. */
function assessmentTakenUp(accounts: readonly PointsSummary[]): number {
  return sum(accounts, 'assessment') - sum(accounts, 'earned') - sum(accounts, 'corrected');
}

function sum(rows: readonly Partial<PointsSummary>[], figure: (typeof FIGURES)[number]): number {
  return rows.reduce((total, row) => total + (row[figure] ?? 0), 0);
}

function community(): Centre {
  const centre = new Centre();
  centre.open('w', '2023-01-20');
  centre.open('v', '2023-01-10', 'community-party-member');
  centre.credit('v', '2023-02-01', 'a', 'hard');
  centre.credit('w', '2023-02-03', 'a');
  centre.enter('ClaimPost', 'w', { postId: 'p', kind: 'post', difficulty: 'hard', on: '2023-04-01' });
  centre.redeem('v', '2023-04-05', 'r', 'visit');
  centre.correct('w', '2023-04-09', 'c', -1);
  centre.open('x', '2024-01-01');
  return centre;
}

describe('community register', () => {
  test('accounts, roles, items, months and totals on a day', () => {
    const register = communityRegister(community().events, { on: '2023-12-31' });
    expect(register.communities).toEqual(['linan']);
    expect(register.accounts.map((a) => [a.accountId, a.role, a.colour, a.openedOn, a.redeemable])).toEqual([
      ['v', 'community-party-member', 'red', '2023-01-10', 1],
      ['w', 'resident', 'blue', '2023-01-20', 3],
    ]);
    expect(register.totals).toEqual({
      accounts: 2,
      closedAccounts: 0,
      entries: 5,
      earned: 7,
      corrected: -1,
      redeemed: 2,
      lapsed: 0,
      transferred: 0,
      takenUp: 0,
      closedOut: 0,
      redeemable: 4,
      assessment: 6,
    });
    expect(
      register.byRole.map(({ role, title, accounts, entries, earned }) => [
        role,
        title.en,
        accounts,
        entries,
        earned,
      ]),
    ).toEqual([
      ['community-party-member', 'community party member', 1, 2, 3],
      ['resident', 'resident volunteer', 1, 3, 4],
    ]);
    expect(
      register.byItem.map(({ item, clauses, entries, points }) => [item, clauses, entries, points]),
    ).toEqual([
      ['activity', ['2.3.1.3', '2.3.3.3'], 2, 3],
      ['claim', ['2.3.3.2'], 1, 2],
      ['registration', ['2.3.1.1', '2.3.3.1'], 2, 2],
    ]);
    expect(register.byItem[0]?.roles.map(({ role, title, points }) => [role, title.en, points])).toEqual([
      ['community-party-member', 'Activity of the community party organisation', 2],
      ['resident', 'Activity of the community reported to', 1],
    ]);
    expect(
      register.byMonth.map((m) => [m.month, m.entries, m.earned, m.corrected, m.redeemed, m.outstanding]),
    ).toEqual([
      ['2023-01', 2, 2, 0, 0, 2],
      ['2023-02', 2, 3, 0, 0, 5],
      ['2023-03', 0, 0, 0, 0, 5],
      ['2023-04', 1, 2, -1, 2, 4],
    ]);
    expect(register.byMonth[1]?.items).toEqual([{ item: 'activity', entries: 2, points: 3 }]);
  });

  test('later entries and later accounts are left out', () => {
    const register = communityRegister(community().events, { on: '2023-01-31' });
    expect(register.totals).toMatchObject({ accounts: 2, earned: 2, redeemable: 2 });
    expect(
      communityRegister(community().events, { on: '2023-01-15' }).accounts.map((a) => a.accountId),
    ).toEqual(['v']);
    expect(communityRegister(community().events, { on: '2022-12-31' })).toMatchObject({
      accounts: [],
      byMonth: [],
      byRole: [],
    });
  });

  test('one community out of several', () => {
    const centre = community();
    centre.open('y', '2023-05-01', 'resident', 'linbei');
    centre.credit('y', '2023-05-02', 'a', 'hard', 'linbei');
    expect(communityRegister(centre.events, { on: EVER }).communities).toEqual(['linan', 'linbei']);
    const linbei = communityRegister(centre.events, { on: EVER, communityId: 'linbei' });
    expect([linbei.communities, linbei.totals.accounts, linbei.totals.earned]).toEqual([['linbei'], 1, 3]);
    expect(linbei.byMonth.map(({ month }) => month)).toEqual(['2023-05']);
  });

  test('quantities are added up separately from points', () => {
    const { scoring: _, ...affairs } = renfa2022.roles.resident.items.affairs;
    const hour = {
      by: 'quantity',
      unit: 'hour',
      unitTitle: { 'zh-CN': '小时', en: 'hour' },
      points: 1,
      each: 1,
      rounding: 'down',
    } as const;
    const resident = {
      ...renfa2022.roles.resident,
      items: { ...renfa2022.roles.resident.items, affairs: { ...affairs, scoring: hour } },
    };
    const centre = new Centre({ ...renfa2022, roles: { ...renfa2022.roles, resident } });
    for (const accountId of ['v', 'w']) {
      centre.open(accountId, '2023-01-01');
      for (const [matterId, quantity] of [
        ['a', 1.1],
        ['b', 2.2],
      ] as const) {
        centre.enter('CreditActivity', accountId, { item: 'affairs', matterId, quantity, on: '2023-01-02' });
      }
    }
    const [hours] = communityRegister(centre.events, { on: EVER }).byItem;
    expect(hours).toMatchObject({
      item: 'affairs',
      entries: 4,
      points: 6,
      quantities: [{ unit: 'hour', quantity: 6.6 }],
    });
  });

  test('lapsed points leave the points outstanding in the month in which they lapse', () => {
    const ruleSet = withReading(renfa2022, 'carry-over', 'year-end');
    const centre = new Centre(ruleSet);
    centre.open('v', '2022-11-01');
    centre.credit('v', '2022-12-01', 'a', 'hard');
    const months = communityRegister(centre.events, { on: '2023-06-30', ruleSet }).byMonth;
    expect(months.map(({ month, lapsed, outstanding }) => [month, lapsed, outstanding])).toEqual([
      ['2022-11', 0, 1],
      ['2022-12', 0, 3],
      ['2023-01', 3, 0],
    ]);
    expect(communityRegister(centre.events, { on: '2023-06-30' }).totals.redeemable).toBe(3);
  });

  test('mistakes of the calling program throw', () => {
    expect(() => communityRegister([], { on: '2023-02-30' })).toThrow(
      expect.objectContaining({ code: 'not-a-date' }),
    );
    expect(() => communityRegister(community().events.slice(1), { on: EVER })).toThrow(
      expect.objectContaining({ code: 'broken-history' }),
    );
  });
});

describe('laws of the register', () => {
  test('its accounts equal the fold', () => {
    fc.assert(
      fc.property(histories([...ALL, ...LAPSING]), ({ ruleSet, centre: { events } }) => {
        const on = '2026-12-31';
        const rows = communityRegister(events, { on, ruleSet }).accounts;
        const expected = [...foldAccounts(events)].map(([accountId, account]) => {
          if (account.status === 'unopened') throw new Error('not open');
          const { role, colour, communityId, openedOn, earned, corrected, redeemed } = account;
          const good = balanceOn(account, on, ruleSet);
          const facts = { accountId, role, colour, communityId, openedOn, earned, corrected, redeemed };
          return { ...facts, redeemable: good, assessment: assessment(account) };
        });
        expect(rows.map(({ roleTitle: _, lapsed, transferred, takenUp, closedOut, ...row }) => row)).toEqual(
          expected.sort((a, b) => (a.accountId < b.accountId ? -1 : 1)),
        );
      }),
    );
  });

  test('every account has the figures of its statement, and as known on a day those of the events on record', () => {
    fc.assert(
      fc.property(historiesInOrder(), someDay, someDay, ({ ruleSet, centre: { events } }, on, knownOn) => {
        const register = communityRegister(events, { on, ruleSet, knownOn });
        const known = events.filter((event) => recordedOn(event) <= knownOn);
        expect(register).toEqual(communityRegister(known, { on, ruleSet }));
        for (const row of [...register.accounts, ...register.closedAccounts]) {
          const { accountId, redeemable, assessment } = row;
          const made = statement(events, { from: '1900-01-01', to: on, accountId, ruleSet, knownOn });
          expect(made?.closing).toEqual({ redeemable, assessment });
          expect(row).toMatchObject(made?.totals ?? {});
        }
      }),
    );
  });

  test('totals, roles, items and months all add up to the accounts', () => {
    fc.assert(
      fc.property(anyHistory, someDay, ({ ruleSet, centre: { events } }, on) => {
        const register = communityRegister(events, { on, ruleSet });
        const { accounts, closedAccounts, totals, byRole, byItem, byMonth } = register;
        const all = [...accounts, ...closedAccounts];
        for (const figure of FIGURES) {
          // What was taken up has been assessed once, in the account that handed it on.
          const taken = figure === 'assessment' ? assessmentTakenUp(all) : 0;
          expect(sum(all, figure) - taken).toBe(totals[figure]);
          expect(sum(byRole, figure)).toBe(totals[figure]);
        }
        for (const figure of FIGURES.slice(0, 7) as (keyof Turnover)[]) {
          expect(sum(byMonth, figure)).toBe(totals[figure]);
        }
        expect(byMonth.at(-1)?.outstanding ?? 0).toBe(totals.redeemable);
        const points = (rows: readonly { points: number }[]) =>
          rows.reduce((all, row) => all + row.points, 0);
        const entries = (rows: readonly { entries: number }[]) =>
          rows.reduce((all, row) => all + row.entries, 0);
        expect([points(byItem), entries(byItem)]).toEqual([totals.earned, totals.entries]);
        expect([entries(byRole), entries(byMonth)]).toEqual([totals.entries, totals.entries]);
        for (const { items, earned } of byMonth) expect(points(items)).toBe(earned);
        for (const item of byItem)
          expect([points(item.roles), entries(item.roles)]).toEqual([item.points, item.entries]);
        expect([totals.accounts, totals.closedAccounts]).toEqual([accounts.length, closedAccounts.length]);
        for (const { redeemable } of closedAccounts) expect(redeemable).toBe(0);
      }),
    );
  });

  test('points outstanding at the end of a month equal the closing balances of the statements', () => {
    fc.assert(
      fc.property(histories([...ALL, ...LAPSING]), ({ ruleSet, centre: { events, accounts } }) => {
        for (const { month, outstanding } of communityRegister(events, {
          on: '2026-12-31',
          ruleSet,
        }).byMonth.slice(-30)) {
          const to = lastDayOf(month);
          let closing = 0;
          for (const accountId of accounts.keys()) {
            closing += statement(events, { from: to, to, accountId, ruleSet })?.closing.redeemable ?? 0;
          }
          expect(outstanding).toBe(closing);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('it does not depend on the order of the accounts, is frozen plain JSON, and leaves the events unchanged', () => {
    fc.assert(
      fc.property(histories(ALL), ({ centre }) => {
        const events = fromJson(centre.events);
        const register = communityRegister(events, { on: EVER });
        const regrouped = [...centre.accounts.keys()]
          .reverse()
          .flatMap((id): BankEvent[] => events.filter(({ data }) => data.accountId === id));
        expect(communityRegister(regrouped, { on: EVER })).toEqual(register);
        expect(isFrozenThrough(register)).toBe(true);
        expect(JSON.parse(JSON.stringify(register))).toStrictEqual(register);
        expect(isOpenThrough(events)).toBe(true);
      }),
    );
  });
});
