import { expect, test } from 'vitest';
import { under } from '../support/arbitraries.js';
import {
  claim,
  credit,
  hardMatters,
  open,
  outcomes,
  redeem,
  refusalOf,
  reportIn,
  run,
} from '../support/history.js';

/* Questions that the text leaves open beside those of its own sentences, each under its other answers. */

test('spendable-from: the points of a half-year are spent in it, or from the next one on', () => {
  const history = [
    open('resident', '2023-01-10'),
    ...hardMatters(2, '2023-03-01'),
    redeem('first', '2023-06-30', { haircut: 1 }),
    ...hardMatters(1, '2023-08-01'),
    redeem('second', '2023-08-02', { haircut: 5 }),
    redeem('second', '2023-08-02', { haircut: 4 }),
  ];
  expect(outcomes(history)).toEqual([1, 2, 2, -1, 2, -5, 'duplicate-redemption']);
  const ruleSet = under(['spendable-from', 'next-half']);
  expect(outcomes(history, { ruleSet })).toEqual([
    1,
    2,
    2,
    'insufficient-points',
    2,
    -5,
    'duplicate-redemption',
  ]);
  const more = [...history.slice(0, 5), redeem('second', '2023-08-02', { haircut: 6 })];
  expect(refusalOf(run(more, { ruleSet }).steps.at(-1)?.decision)).toMatchObject({
    facts: { price: 6, balance: 5 },
    readings: { 'spendable-from': 'next-half' },
  });
});

test('continuing-post: serving scores on each occasion, once a month, or once a half-year', () => {
  const serving = (on: string): unknown => credit('activity', `watch of ${on}`, on, { postId: 'gate' });
  const history = [
    open('resident', '2023-01-10'),
    claim('gate', '2023-01-10'),
    serving('2023-02-01'),
    serving('2023-02-28'),
    serving('2023-03-01'),
    serving('2023-07-01'),
    credit('activity', 'fair', '2023-02-20'),
  ];
  const once = 'once-per-period';
  expect(outcomes(history).slice(2)).toEqual([1, 1, 1, 1, 1]);
  expect(outcomes(history, { ruleSet: under(['continuing-post', 'monthly']) }).slice(2)).toEqual([
    1,
    once,
    1,
    1,
    1,
  ]);
  const halves = under(['continuing-post', 'half-yearly']);
  expect(outcomes(history, { ruleSet: halves }).slice(2)).toEqual([1, once, once, 1, 1]);
  expect(refusalOf(run(history, { ruleSet: halves }).steps[3]?.decision)).toMatchObject({
    clause: '2.3.3.3',
    facts: { item: 'activity', per: 'half-year', window: '2023-H1', postId: 'gate' },
    readings: { 'continuing-post': 'half-yearly' },
  });
});

test('form-each-year: the form is needed at the opening alone, or at each report-in', () => {
  const history = [open('resident'), reportIn('2024-01-05'), reportIn('2024-01-05', { formComplete: true })];
  expect(outcomes(history)).toEqual([1, 1, 'retried']);
  const ruleSet = under(['form-each-year', 'each-year']);
  expect(outcomes(history, { ruleSet })).toEqual([1, 'form-incomplete', 1]);
  expect(outcomes([open('resident'), reportIn('2024-01-05', { formComplete: false })], { ruleSet })).toEqual([
    1,
    'form-incomplete',
  ]);
});

test('no-report-in: a year without one goes on, or nothing is credited in it before', () => {
  const history = [
    open('resident', '2023-01-10'),
    credit('activity', 'a', '2023-05-01'),
    credit('activity', 'b', '2024-02-01'),
    claim('gate', '2024-02-01'),
    reportIn('2024-03-01'),
    credit('activity', 'b', '2024-02-01'),
  ];
  expect(outcomes(history)).toEqual([1, 1, 1, 1, 1, 'retried']);
  const ruleSet = under(['no-report-in', 'nothing-credited']);
  expect(outcomes(history, { ruleSet })).toEqual([1, 1, 'no-report-in', 'no-report-in', 1, 1]);
  expect(refusalOf(run(history, { ruleSet }).steps[2]?.decision)).toMatchObject({
    clause: '2.3.3.1',
    facts: { on: '2024-02-01', per: 'year', window: '2024' },
    readings: { 'no-report-in': 'nothing-credited' },
  });
});

test('organisation-life: for any role, or for in-service members alone', () => {
  const life = credit('activity', 'meeting', '2023-03-01', { catalogue: 'party-life' });
  const roles = ['community-party-member', 'in-service-party-member', 'resident'] as const;
  const became = (ruleSet = under()) => roles.map((role) => outcomes([open(role), life], { ruleSet }).at(-1));
  expect(became()).toEqual([1, 1, 1]);
  const others = 'catalogue-for-others';
  expect(became(under(['organisation-life', 'in-service-only']))).toEqual([others, 1, others]);
});

test('proxy: nobody else redeems, or whoever is named', () => {
  const visit = redeem('visit', '2023-03-01', { haircut: 1 }, { collectedBy: 'her son' });
  expect(outcomes([open('resident'), visit]).at(-1)).toBe('proxy-not-allowed');
  const ran = run([open('resident'), visit], { ruleSet: under(['proxy', 'allowed']) });
  expect(ran.events.at(-1)?.data).toMatchObject({ collectedBy: 'her son', deducted: 1 });
});
