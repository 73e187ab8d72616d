import { describe, expect, test } from 'vitest';
import { ReportError } from '../../src/reports/shared/report-error.js';
import { statement } from '../../src/reports/volunteer/statement.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { withReading } from '../../src/rules/readings.js';
import { reported } from '../support/words.js';
import { Centre, READ } from './history.js';

const YEAR = { from: '2023-01-01', to: '2023-12-31' };

function volunteer(): Centre {
  const centre = new Centre();
  centre.open('v', '2022-11-05');
  centre.credit('v', '2023-05-01', 'cleaning', 'hard');
  centre.redeem('v', '2023-08-01', 'visit-1');
  centre.correct('v', '2023-09-01', 'audit-1', -1);
  // Recorded late, listed on its own day.
  centre.credit('v', '2023-02-10', 'patrol');
  return centre;
}

describe('statement', () => {
  test('has opening figures, entries by day with running figures, and closing figures', () => {
    const made = statement(volunteer().events, YEAR);
    expect(made).toMatchObject({
      accountId: 'v',
      communityId: 'linan',
      role: 'resident',
      roleTitle: { 'zh-CN': '居民志愿者', en: 'resident volunteer' },
      colour: 'blue',
      openedOn: '2022-11-05',
      opening: { redeemable: 1, assessment: 1 },
      closing: { redeemable: 2, assessment: 3 },
      totals: { earned: 3, corrected: -1, redeemed: 1, lapsed: 0 },
    });
    expect(
      made?.entries.map((e) => [e.on, e.clause, e.points, e.assessed, e.redeemable, e.assessment]),
    ).toEqual([
      ['2023-02-10', '2.3.3.3', 1, 1, 2, 2],
      ['2023-05-01', '2.3.3.3', 2, 2, 4, 4],
      ['2023-08-01', '4.2', -1, 0, 3, 4],
      ['2023-09-01', '3', -1, -1, 2, 3],
    ]);
  });

  test('an entry names its event, and is titled in both languages', () => {
    const entries = statement(volunteer().events, { from: '2022-01-01', to: '2023-12-31' })?.entries ?? [];
    expect(entries.map(({ event }) => event)).toEqual([
      { index: 0, id: '2022-11-05', item: 'registration' },
      { index: 4, id: 'patrol', item: 'activity' },
      { index: 1, id: 'cleaning', item: 'activity' },
      { index: 2, id: 'visit-1' },
      { index: 3, id: 'audit-1' },
    ]);
    expect(entries.slice(3).map((entry) => reported(entry))).toEqual([
      { 'zh-CN': '积分兑换：理发', en: 'Redemption: Haircut' },
      { 'zh-CN': '积分更正', en: 'Correction of the score' },
    ]);
    expect(entries[4]?.note).toBe('核实后更正');
  });

  test('several rewards of one visit are named with their number', () => {
    const centre = new Centre();
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
    const last = statement(centre.events, YEAR)?.entries.at(-1);
    expect(last && reported(last)).toEqual({
      'zh-CN': '积分兑换：理发 × 2、上门服务',
      en: 'Redemption: Haircut × 2, Home visit',
    });
    expect(last).toMatchObject({
      points: -4,
      redeemable: 3,
      assessment: 7,
    });
  });

  test('entries of one day keep the order in which they were recorded', () => {
    const centre = new Centre();
    centre.open('v', '2023-03-01');
    for (const matter of ['c', 'a', 'b']) centre.credit('v', '2023-03-01', matter);
    const ids = statement(centre.events, YEAR)?.entries.map(({ event }) => event?.id);
    expect(ids).toEqual(['2023-03-01', 'c', 'a', 'b']);
  });

  test('a correction counts on its stated day: the matter’s, under that reading', () => {
    const centre = new Centre(READ.matterYear);
    centre.open('v', '2022-03-01');
    centre.credit('v', '2022-05-01', 'patrol', 'hard');
    centre.correct('v', '2023-04-01', 'audit', -2, 'patrol');
    expect(statement(centre.events, YEAR)?.entries).toEqual([]);
    const before = statement(centre.events, { from: '2022-01-01', to: '2022-12-31' });
    expect(before?.closing).toEqual({ redeemable: 1, assessment: 1 });
    expect(before?.entries.at(-1)).toMatchObject({ on: '2022-05-01', madeOn: '2023-04-01', points: -2 });
  });

  test('a redemption that deducts nothing shows 0, not −0', () => {
    const centre = new Centre(READ.redOnly);
    centre.open('v', '2023-01-05');
    centre.redeem('v', '2023-02-01', 'r');
    const last = statement(centre.events, YEAR)?.entries.at(-1);
    expect(last?.type).toBe('PointsRedeemed');
    expect(Object.is(last?.points, 0)).toBe(true);
    expect(last?.redeemable).toBe(1);
  });

  test('lapsed points are listed on the day they lapsed, before its other entries', () => {
    const ruleSet = withReading(renfa2022, 'carry-over', 'two-periods');
    const centre = new Centre(ruleSet);
    centre.open('v', '2022-03-01');
    centre.credit('v', '2022-04-01', 'a', 'hard');
    centre.redeem('v', '2022-05-01', 'r1');
    centre.credit('v', '2022-08-01', 'b');
    // Valid in the first half of 2022 and the next two halves: 2 points of that half are left, and lapse on 1 July 2023.
    centre.credit('v', '2023-07-01', 'c');
    const made = statement(centre.events, { ...YEAR, ruleSet });
    expect(made?.opening).toEqual({ redeemable: 3, assessment: 4 });
    expect(made?.entries.map(({ type, on, points, redeemable }) => [type, on, points, redeemable])).toEqual([
      ['PointsLapsed', '2023-07-01', -2, 1],
      ['ActivityCredited', '2023-07-01', 1, 2],
    ]);
    expect(made?.entries[0]).toMatchObject({
      clause: '4.2',
      assessed: 0,
      earned: { from: '2022-01', to: '2022-06' },
    });
    expect(made?.entries[0]).not.toHaveProperty('event');
    expect(made?.totals.lapsed).toBe(2);
    expect(made?.closing).toEqual({ redeemable: 2, assessment: 5 });
    expect(statement(centre.events, YEAR)?.closing).toEqual({ redeemable: 4, assessment: 5 });
  });

  test('points earned after a debt pay it and do not lapse', () => {
    const ruleSet = withReading(renfa2022, 'carry-over', 'year-end');
    const centre = new Centre(ruleSet);
    centre.open('v', '2022-03-01');
    centre.correct('v', '2022-04-01', 'audit', -4);
    centre.credit('v', '2022-05-01', 'a', 'hard');
    centre.credit('v', '2023-05-01', 'b', 'hard');
    const made = statement(centre.events, { from: '2022-01-01', to: '2024-12-31', ruleSet });
    expect(made?.entries.filter(({ type }) => type === 'PointsLapsed')).toMatchObject([
      { on: '2024-01-01', points: -1 },
    ]);
    expect(made?.closing).toEqual({ redeemable: 0, assessment: 1 });
  });

  test('one account out of a stream of several', () => {
    const centre = volunteer();
    centre.open('w', '2023-01-01');
    centre.credit('w', '2023-02-01', 'patrol', 'hard');
    expect(statement(centre.events, { ...YEAR, accountId: 'w' })?.closing).toEqual({
      redeemable: 3,
      assessment: 3,
    });
    expect(statement(centre.events, { ...YEAR, accountId: 'nobody' })).toBeUndefined();
    expect(() => statement(centre.events, YEAR)).toThrow(
      expect.objectContaining({ code: 'several-accounts' }),
    );
    expect(statement([], YEAR)).toBeUndefined();
  });

  test('a period before the opening is empty', () => {
    const made = statement(volunteer().events, { from: '2021-01-01', to: '2021-12-31' });
    expect(made).toMatchObject({
      opening: { redeemable: 0 },
      entries: [],
      closing: { redeemable: 0, assessment: 0 },
    });
  });

  test('mistakes of the calling program throw, each with its code', () => {
    const { events } = volunteer();
    const ask = (from: string, to: string) => () => statement(events, { from, to });
    expect(ask('2023-02-01', '2023-01-31')).toThrow(expect.objectContaining({ code: 'period-backwards' }));
    expect(ask('2023-02-29', '2023-03-31')).toThrow(expect.objectContaining({ code: 'not-a-date' }));
    expect(ask('2023-01-01', '2023-1-31')).toThrow(ReportError);
    expect(ask('2023-01-01', '2023-13-01')).toThrow(RangeError);
    const broken = expect.objectContaining({ code: 'broken-history' });
    expect(() => statement(events.slice(1), YEAR)).toThrow(broken);
    expect(() => statement([...events, ...events], YEAR)).toThrow(broken);
    const unknown = { ...events[1], type: 'PointsGiven' } as never;
    expect(() => statement([...events, unknown], YEAR)).toThrow(broken);
  });
});
