import { describe, expect, test } from 'vitest';
import type { BankEvent } from '../../src/account/events/event.js';
import { fold } from '../../src/account/state/fold.js';
import { HistoryError } from '../../src/account/state/history-error.js';
import type { ReportEntry } from '../../src/reports/shared/report-entry.js';
import { type Statement, statement } from '../../src/reports/volunteer/statement.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { withReading } from '../../src/rules/readings.js';
import type { RuleSet } from '../../src/rules/rule-set.js';
import { reported } from '../support/words.js';
import { Centre, LIVING, READ } from './history.js';

const YEAR = { from: '2023-01-01', to: '2023-12-31' };

function made(centre: Centre, more: Partial<Parameters<typeof statement>[1]> = {}): Statement {
  return statement(centre.events, { ...YEAR, accountId: 'v', ...more }) as Statement;
}

/** What a line says beside its title, clause and event. */
function short({ on, madeOn, type, points, assessed }: ReportEntry): unknown[] {
  return [type, on, ...(madeOn === undefined ? [] : [madeOn]), points, assessed];
}

describe('an entry that was undone', () => {
  const centre = new Centre();
  centre.open('v', '2023-01-05');
  centre.credit('v', '2023-03-01', 'patrol', 'hard');
  const credited = centre.last;
  centre.reverse(credited, '2023-04-01', 'slip');
  const reversal = centre.last;
  centre.credit('v', '2023-03-01', 'patrol');

  test('keeps its line, with the reversal; the reversal has a line of its own, on the same day', () => {
    const { entries, closing, totals } = made(centre);
    expect(entries.map((line) => [...short(line), line.redeemable, line.assessment])).toEqual([
      ['AccountOpened', '2023-01-05', 1, 1, 1, 1],
      ['ActivityCredited', '2023-03-01', 2, 2, 3, 3],
      ['EntryReversed', '2023-03-01', '2023-04-01', -2, -2, 1, 1],
      ['ActivityCredited', '2023-03-01', 1, 1, 2, 2],
    ]);
    expect(entries[1]?.reversedBy).toEqual([{ reversalId: 'slip', on: '2023-04-01' }]);
    expect(entries[2]).toMatchObject({
      note: '登记有误',
      reverses: { kind: 'matter', id: 'patrol', item: 'activity', on: '2023-03-01', entryIs: 'out' },
      event: { index: 2, id: 'slip' },
    });
    expect(entries[3]).not.toHaveProperty('reversedBy');
    expect(entries.slice(2, 3).map((line) => reported(line))).toEqual([
      { 'zh-CN': '撤销登记：2023-03-01 事项“patrol”', en: "Undone: matter 'patrol' of 2023-03-01" },
    ]);
    expect([closing, totals.earned]).toEqual([{ redeemable: 2, assessment: 2 }, 2]);
  });

  test('still counts as known before the reversal', () => {
    const { entries, closing } = made(centre, { knownOn: '2023-03-31' });
    expect(closing).toEqual({ redeemable: 4, assessment: 4 });
    expect(entries.map(({ type }) => type)).toEqual([
      'AccountOpened',
      'ActivityCredited',
      'ActivityCredited',
    ]);
    expect(entries[1]).not.toHaveProperty('reversedBy');
  });

  test('counts again once its reversal is reversed', () => {
    const again = new Centre();
    again.open('v', '2023-01-05');
    again.credit('v', '2023-03-01', 'patrol', 'hard');
    again.reverse(again.last, '2023-04-01', 'slip');
    again.reverse(again.last, '2023-05-01', 'no-slip');
    const { entries, closing } = made(again);
    expect(entries.map(short)).toEqual([
      ['AccountOpened', '2023-01-05', 1, 1],
      ['ActivityCredited', '2023-03-01', 2, 2],
      ['EntryReversed', '2023-03-01', '2023-04-01', -2, -2],
      ['EntryReversed', '2023-03-01', '2023-05-01', 2, 2],
    ]);
    expect(entries.map(({ reversedBy }) => reversedBy)).toEqual([
      undefined,
      undefined,
      [{ reversalId: 'no-slip', on: '2023-05-01' }],
      undefined,
    ]);
    expect(reported(entries[3] as ReportEntry)).toEqual({
      'zh-CN': '取消撤销，恢复记分：2023-03-01 事项“patrol”',
      en: "Reversal taken back: matter 'patrol' of 2023-03-01 counts again",
    });
    expect(closing).toEqual({ redeemable: 3, assessment: 3 });
    expect(made(again, { knownOn: '2023-04-30' }).closing).toEqual({ redeemable: 1, assessment: 1 });
  });

  test('that was entered again and undone again comes back alone', () => {
    const again = new Centre();
    again.open('v', '2023-01-05');
    again.credit('v', '2023-03-01', 'patrol', 'hard');
    again.reverse(again.last, '2023-04-01', 'first');
    again.credit('v', '2023-03-01', 'patrol');
    again.reverse(again.last, '2023-05-01', 'second');
    again.reverse(again.last, '2023-06-01', 'no-slip');
    const { entries, closing } = made(again);
    expect(entries.map(short)).toEqual([
      ['AccountOpened', '2023-01-05', 1, 1],
      ['ActivityCredited', '2023-03-01', 2, 2],
      ['EntryReversed', '2023-03-01', '2023-04-01', -2, -2],
      ['ActivityCredited', '2023-03-01', 1, 1],
      ['EntryReversed', '2023-03-01', '2023-05-01', -1, -1],
      ['EntryReversed', '2023-03-01', '2023-06-01', 1, 1],
    ]);
    expect(entries.map(({ reversedBy }) => reversedBy?.map(({ reversalId }) => reversalId))).toEqual([
      undefined,
      ['first'],
      undefined,
      undefined,
      ['no-slip'],
      undefined,
    ]);
    expect(closing).toEqual({ redeemable: 2, assessment: 2 });
  });

  test('is undone from its own record on: a reversal that came on record before its entry waits for it', () => {
    const early = new Centre();
    early.open('v', '2023-01-05');
    early.enter('CreditActivity', 'v', {
      item: 'activity',
      matterId: 'patrol',
      difficulty: 'base',
      on: '2023-03-01',
      recordedOn: '2023-06-01',
    });
    early.reverse(early.last, '2023-03-02', 'slip');
    expect(made(early, { knownOn: '2023-05-31' }).entries.map(short)).toEqual([
      ['AccountOpened', '2023-01-05', 1, 1],
    ]);
    expect(made(early, { knownOn: '2023-06-01' }).entries.map(short)).toEqual([
      ['AccountOpened', '2023-01-05', 1, 1],
      ['ActivityCredited', '2023-03-01', 1, 1],
      ['EntryReversed', '2023-03-01', '2023-03-02', -1, -1],
    ]);
  });

  test('a history whose reversal has no entry is broken', () => {
    const { events } = centre;
    const broken = expect.objectContaining({ code: 'broken-history' });
    expect(() =>
      statement(
        events.filter((event) => event !== credited),
        YEAR,
      ),
    ).toThrow(broken);
    expect(() => statement([...events.slice(0, 3), reversal], YEAR)).toThrow(broken);
  });

  test('so is one that undoes a reversal that is not there, or undoes an entry twice', () => {
    const again = new Centre();
    again.open('v', '2023-01-05');
    again.credit('v', '2023-03-01', 'patrol', 'hard');
    const matter = again.last;
    again.reverse(matter, '2023-04-01', 'slip');
    again.reverse(again.last, '2023-05-01', 'no-slip');
    const back = again.last;
    again.reverse(matter, '2023-06-01', 'slip after all');
    const out = again.last;
    expect(again.reverse(back, '2023-07-01', 'twice')).toBe(false);
    const twice = {
      ...out,
      data: { ...out.data, reversalId: 'twice', reverses: { kind: 'reversal', id: 'no-slip' } },
    } as BankEvent;
    const told = (events: readonly BankEvent[], what: string): void => {
      const error = { code: 'broken-history', message: `EntryReversed of account 'v' is about ${what}` };
      expect(() => statement(events, YEAR)).toThrow(expect.objectContaining(error));
      expect(() => fold(events)).toThrow(HistoryError);
    };
    told([...again.events, twice], "matter 'patrol', which does not stand");
    told([...again.events.slice(0, 2), back], "reversal 'slip', which does not stand");
    expect(made(again).closing).toEqual({ redeemable: 1, assessment: 1 });
  });
});

describe('a redemption', () => {
  function visit(ruleSet?: RuleSet): Centre {
    const centre = new Centre(ruleSet);
    centre.open('v', '2023-01-05');
    for (const matter of ['a', 'b', 'c']) centre.credit('v', '2023-01-06', matter, 'hard');
    centre.enter('RedeemPoints', 'v', {
      redemptionId: 'r',
      communityId: 'linan',
      lines: [
        { rewardId: 'haircut', quantity: 2 },
        { rewardId: 'visit', quantity: 1 },
      ],
      on: '2023-02-01',
    });
    return centre;
  }

  test('that came back in part costs what was kept', () => {
    const centre = visit();
    const redeemed = centre.last;
    centre.reverse(redeemed, '2023-02-10', 'return-1', { lines: [{ rewardId: 'haircut', quantity: 1 }] });
    const { entries, totals, closing } = made(centre);
    expect(entries.slice(-2).map((line) => [...short(line), line.redeemable])).toEqual([
      ['PointsRedeemed', '2023-02-01', -4, 0, 3],
      ['EntryReversed', '2023-02-01', '2023-02-10', 1, 0, 4],
    ]);
    expect(entries.at(-2)?.reversedBy).toEqual([
      { reversalId: 'return-1', on: '2023-02-10', rewards: [{ rewardId: 'haircut', quantity: 1 }] },
    ]);
    expect([totals.redeemed, closing.redeemable]).toEqual([3, 4]);
    // What is left comes back as a whole.
    centre.reverse(redeemed, '2023-02-11', 'return-2');
    expect(made(centre).entries.slice(-1).map(short)).toEqual([
      ['EntryReversed', '2023-02-01', '2023-02-11', 3, 0],
    ]);
    expect(made(centre)).toMatchObject({
      totals: { redeemed: 0 },
      closing: { redeemable: 7, assessment: 7 },
    });
  });

  test('that took nothing from the balance gives nothing back, in part or as a whole', () => {
    const centre = visit(READ.redOnly);
    const redeemed = centre.last;
    expect(made(centre)).toMatchObject({
      totals: { redeemed: 0 },
      closing: { redeemable: 7, assessment: 7 },
    });
    centre.reverse(redeemed, '2023-02-10', 'return-1', { lines: [{ rewardId: 'haircut', quantity: 1 }] });
    const inPart = made(centre);
    expect(inPart.entries.slice(-2).map((line) => [...short(line), line.redeemable])).toEqual([
      ['PointsRedeemed', '2023-02-01', 0, 0, 7],
      ['EntryReversed', '2023-02-01', '2023-02-10', 0, 0, 7],
    ]);
    expect([inPart.totals.redeemed, inPart.closing.redeemable]).toEqual([0, 7]);
    centre.reverse(redeemed, '2023-02-11', 'return-2');
    expect(made(centre)).toMatchObject({ totals: { redeemed: 0 }, closing: { redeemable: 7 } });
  });

  test('that came back gives the points their own age for lapsing', () => {
    const ruleSet = withReading(renfa2022, 'carry-over', 'year-end');
    const centre = new Centre(ruleSet);
    centre.open('v', '2022-12-01');
    centre.redeem('v', '2022-12-05', 'r');
    centre.reverse(centre.last, '2023-01-10', 'undo', { by: { office: 'subdistrict' } });
    const { entries, opening, closing } = made(centre, { ruleSet });
    expect([opening.redeemable, closing.redeemable]).toEqual([1, 0]);
    expect(entries.map(short)).toEqual([['PointsLapsed', '2023-01-01', -1, 0]]);
  });
});

describe('an entry that waits to be verified', () => {
  const [, ruleSet] = LIVING;
  const centre = new Centre(ruleSet);
  centre.open('v', '2023-01-05');
  centre.credit('v', '2023-03-01', 'patrol', 'hard');

  test('has a line with 0 points, and counts nowhere', () => {
    const { entries, closing } = made(centre);
    expect(entries.at(-1)).toMatchObject({ type: 'ActivityCredited', pending: true, points: 0, assessed: 0 });
    expect(closing).toEqual({ redeemable: 1, assessment: 1 });
  });

  test('counts on its own day once verified, as known from then on', () => {
    centre.enter('VerifyEntry', 'v', {
      verifies: { kind: 'matter', id: 'patrol', item: 'activity' },
      on: '2023-04-01',
    });
    const { entries } = made(centre);
    expect(entries.map(short)).toEqual([
      ['AccountOpened', '2023-01-05', 1, 1],
      ['ActivityCredited', '2023-03-01', 0, 0],
      ['EntryVerified', '2023-03-01', '2023-04-01', 2, 2],
    ]);
    expect(entries[1]).not.toHaveProperty('pending');
    expect(reported(entries[2] as ReportEntry)).toEqual({
      'zh-CN': '核定：报到社区活动',
      en: 'Verified: Activity of the community reported to',
    });
    expect(made(centre, { to: '2023-03-01' }).closing).toEqual({ redeemable: 3, assessment: 3 });
    expect(made(centre, { knownOn: '2023-03-31' })).toMatchObject({
      closing: { redeemable: 1, assessment: 1 },
      entries: [{}, { pending: true }],
    });
  });

  test('is verified once: a history with another verification, or without the entry, is broken', () => {
    const { events } = centre;
    const [opened, credited, verified] = events as [BankEvent, BankEvent, BankEvent];
    for (const history of [
      [opened, verified],
      [opened, credited, verified, verified],
    ]) {
      expect(() => statement(history, YEAR)).toThrow(
        expect.objectContaining({
          code: 'broken-history',
          message: "EntryVerified of account 'v' is about matter 'patrol', which does not wait for it",
        }),
      );
    }
  });
});
