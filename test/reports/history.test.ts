import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BankEvent } from '../../src/account/events/event.js';
import { statement } from '../../src/reports/volunteer/statement.js';
import type { RuleSet } from '../../src/rules/rule-set.js';
import { type Centre, histories, LAPSING, livingHistories, READ } from './history.js';

/** The features of an event on which a law may depend. */
function traits(event: BankEvent, latest: string): string[] {
  const { type, data } = event;
  const found: string[] = [type];
  if (data.on < latest) found.push('late entry');
  if (event.type === 'ScoreCorrected' && event.data.countsOn < data.on) found.push('correction moved back');
  if (event.type === 'ScoreCorrected' && event.data.countsOn > data.on) found.push('correction moved on');
  if (event.type === 'PointsRedeemed' && event.data.deducted === 0) found.push('redeemed for nothing');
  return [...found, ...livingTraits(event)];
}

function livingTraits({ type, data }: BankEvent): string[] {
  const found: string[] = [];
  if (data.recordedOn !== undefined) found.push('written up late');
  if (type === 'EntryReversed') {
    found.push(data.entryIs, `${data.entry.kind} reversed`);
    if (data.lines !== undefined) found.push('lines returned');
    if (data.reverses.kind === 'reversal' && data.entryIs === 'out') found.push('reversed three times');
  }
  if (type === 'AccountOpened' && data.continues !== undefined) {
    found.push('continued');
    if (data.continues.some(({ handedOn }) => handedOn?.visits.length !== 0)) found.push('visits taken up');
  }
  if (type === 'AccountClosed') found.push(data.handedOn === undefined ? 'forfeited' : 'handed on');
  return found;
}

function traitsOf({ ruleSet, centre }: { ruleSet: RuleSet; centre: Centre }): string[] {
  const found: string[] = [];
  let latest = '';
  for (const event of centre.events) {
    found.push(...traits(event, latest));
    if (event.data.on > latest) latest = event.data.on;
  }
  for (const accountId of centre.accounts.keys()) {
    const made = statement(centre.events, { from: '2022-01-01', to: '2026-12-31', accountId, ruleSet });
    for (const { redeemable, type, reverses } of made?.entries ?? []) {
      if (reverses?.kind === 'redemption' && reverses.on < (made?.openedOn ?? ''))
        found.push('taken-up visit reversed');
      if (redeemable < 0) found.push('debt');
      if (type === 'PointsLapsed') found.push('lapse');
    }
  }
  return found;
}

// A law over empty histories shows nothing.
test('generated histories have every kind of event, late entries, debts, lapses and moved corrections', () => {
  const seen = new Map<string, number>();
  const sample = fc.sample(histories([...Object.values(READ), ...LAPSING]), { numRuns: 200, seed: 7 });
  for (const trait of sample.flatMap(traitsOf)) seen.set(trait, (seen.get(trait) ?? 0) + 1);
  const expected = [
    ...['AccountOpened', 'PostClaimed', 'ActivityCredited', 'PointsRedeemed', 'ScoreCorrected', 'late entry'],
    ...['correction moved back', 'correction moved on', 'redeemed for nothing', 'debt', 'lapse'],
  ];
  expect(expected.filter((trait) => (seen.get(trait) ?? 0) < 20)).toEqual([]);
});

test('living histories have everything that can happen to an account', () => {
  const seen = new Map<string, number>();
  const sample = fc.sample(livingHistories(), { numRuns: 300, seed: 7 });
  for (const trait of sample.flatMap(traitsOf)) seen.set(trait, (seen.get(trait) ?? 0) + 1);
  const expected = [
    ...['EntryReversed', 'EntryVerified', 'PostReleased', 'PointsSent', 'PointsReceived', 'AccountBarred'],
    ...['AccountClosed', 'written up late', 'out', 'back', 'lines returned', 'reversed three times'],
    ...['matter', 'report-in', 'claim', 'redemption', 'correction', 'bar', 'transfer'].map(
      (kind) => `${kind} reversed`,
    ),
    ...['continued', 'visits taken up', 'handed on', 'forfeited', 'lapse', 'debt'],
  ];
  expect(expected.filter((trait) => (seen.get(trait) ?? 0) < 5)).toEqual([]);
  expect(seen.get('taken-up visit reversed')).toBeGreaterThan(0);
});
