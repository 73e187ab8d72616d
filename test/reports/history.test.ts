import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statement } from '../../src/reports/statement.js';
import { histories, LAPSING, READ } from './history.js';

// A law over histories that hold nothing proves nothing.
test('generated histories have every kind of event, late entries, debts, lapses and moved corrections', () => {
  const seen = new Map<string, number>();
  const count = (what: string, times = 1) => seen.set(what, (seen.get(what) ?? 0) + times);
  const sample = fc.sample(histories([...Object.values(READ), ...LAPSING]), { numRuns: 200, seed: 7 });
  for (const { ruleSet, centre } of sample) {
    let latest = '';
    for (const event of centre.events) {
      count(event.type);
      if (event.data.on < latest) count('late entry');
      if (event.data.on > latest) latest = event.data.on;
      if (event.type === 'ScoreCorrected' && event.data.countsOn < event.data.on)
        count('correction moved back');
      if (event.type === 'ScoreCorrected' && event.data.countsOn > event.data.on)
        count('correction moved on');
      if (event.type === 'PointsRedeemed' && event.data.deducted === 0) count('redeemed for nothing');
    }
    for (const accountId of centre.accounts.keys()) {
      const entries =
        statement(centre.events, { from: '2022-01-01', to: '2026-12-31', accountId, ruleSet })?.entries ?? [];
      count('debt', entries.filter(({ redeemable }) => redeemable < 0).length);
      count('lapse', entries.filter(({ type }) => type === 'PointsLapsed').length);
    }
  }
  console.log(seen);
  const expected = [
    ...['AccountOpened', 'PostClaimed', 'ActivityCredited', 'PointsRedeemed', 'ScoreCorrected', 'late entry'],
    ...['correction moved back', 'correction moved on', 'redeemed for nothing', 'debt', 'lapse'],
  ];
  expect(expected.filter((what) => (seen.get(what) ?? 0) < 20)).toEqual([]);
});
