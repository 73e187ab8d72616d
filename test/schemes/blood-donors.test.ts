import { describe, expect, test } from 'vitest';
import { defineRuleSet, deriveRuleSet } from '../../src/define.js';
import { deviations, type RuleSet } from '../../src/index.js';
import { recognition } from '../../src/reports.js';
import { text } from '../../src/values/text.js';
import { Desk } from './desk.js';

/*
 * Blood donors, in Japan. Whole blood: 400 mL again after 12 weeks (men) or 16 (women), and in 52 weeks at most three times and 1,200 mL, or
 * twice and 800 mL. Components: again after two weeks, and at most 24 in 52 weeks, of which platelets count double. 200 mL are a point.
 */

const limits = (weeks: number, times: number) =>
  ({
    interval: {
      title: text('全血间隔', 'time between donations of whole blood'),
      counts: 'entries',
      items: ['whole'],
      per: { last: weeks * 7, of: 'days' },
      maximum: 1,
      beyond: 'refuse',
    },
    times: {
      title: text('全血次数', 'donations of whole blood in 52 weeks'),
      counts: 'entries',
      items: ['whole'],
      per: { last: 364, of: 'days' },
      maximum: times,
      beyond: 'refuse',
    },
    volume: {
      title: text('全血总量', 'whole blood in 52 weeks'),
      counts: 'quantity',
      unit: 'ml',
      items: ['whole'],
      per: { last: 364, of: 'days' },
      maximum: times * 400,
      beyond: 'refuse',
    },
    fortnight: {
      title: text('成分间隔', 'time between donations of components'),
      counts: 'entries',
      items: ['platelets', 'plasma'],
      per: { last: 14, of: 'days' },
      maximum: 1,
      beyond: 'refuse',
    },
    components: {
      title: text('成分次数', 'components in 52 weeks'),
      items: ['platelets', 'plasma'],
      per: { last: 364, of: 'days' },
      maximum: 24,
      beyond: 'refuse',
    },
  }) as const;

/** A cup of glass for the tenth time. */
const tenTimes = (of: { readonly items?: readonly string[] }) => {
  const title = text('十次', 'Ten donations');
  return {
    clause: '1',
    title,
    requires: { times: { clause: '1', title, counts: 'entries', per: 'life', minimum: 10, ...of } },
  } as const;
};

const donors = defineRuleSet({
  id: 'blood-donors',
  version: '1',
  title: text('献血积分', 'Points of blood donors'),
  items: {
    whole: {
      title: text('全血', 'Whole blood'),
      scoring: { by: 'quantity', unit: 'ml', unitTitle: text('毫升', 'mL'), points: 1, each: 200 },
    },
    platelets: { title: text('血小板', 'Platelets'), scoring: { by: 'fixed', points: 2 } },
    plasma: { title: text('血浆', 'Plasma'), scoring: { by: 'fixed', points: 1 } },
  },
  roles: {
    man: { title: text('男性', 'man'), limits: limits(12, 3) },
    woman: { title: text('女性', 'woman'), limits: limits(16, 2) },
  },
  recognition: { ten: tenTimes({ items: ['whole', 'platelets', 'plasma'] }) },
});

describe('whole blood', () => {
  test('is given again after 12 weeks to the day, and a fourth time after 52 weeks', () => {
    const desk = new Desk(donors, 'man', '2023-01-01');
    expect(desk.credit('whole', '2023-01-10', 400)).toBe(2);
    expect(desk.credit('whole', '2023-04-03', 400)).toBe(
      "Refused (clause 1): 'Whole blood' would score 2 points, but there is no room: 'time between donations of whole blood' allows 1 entry over 2023-01-10 to 2023-04-03, of which 1 had been used. This limit resets on 2023-04-04.",
    );
    expect(desk.credit('whole', '2023-04-04', 400)).toBe(2);
    expect(desk.credit('whole', '2023-06-27', 400)).toBe(2);
    expect(desk.credit('whole', '2024-01-08', 200)).toContain('This limit resets on 2024-01-09.');
    expect(desk.credit('whole', '2024-01-09', 200)).toBe(1);
  });

  test('of a day that was written up late leaves 12 weeks on either side', () => {
    const desk = new Desk(donors, 'man', '2023-01-01');
    for (const on of ['2023-01-10', '2023-07-10']) expect(desk.credit('whole', on, 400)).toBe(2);
    expect(desk.credit('whole', '2023-04-18', 200)).toContain('would score 1 point, but there is no room');
    expect(desk.credit('whole', '2023-04-17', 200)).toBe(1);
  });

  test('of more than there may be is refused by what it measures, not by how often', () => {
    const desk = new Desk(donors, 'woman', '2023-01-01');
    expect(desk.credit('whole', '2023-01-10', 450)).toBe(2);
    expect(desk.credit('whole', '2023-05-02', 400)).toContain("'whole blood in 52 weeks' allows 800 (mL)");
    expect(desk.credit('whole', '2023-05-02', 350)).toBe(1);
  });
});

test('platelets count double among the components: twelve of them in 52 weeks', () => {
  const desk = new Desk(donors, 'woman', '2023-01-01');
  const fortnight = (n: number) => new Date(Date.UTC(2023, 0, 2 + 14 * n)).toISOString().slice(0, 10);
  for (let n = 0; n < 12; n += 1) expect(desk.credit('platelets', fortnight(n))).toBe(2);
  expect(desk.credit('plasma', fortnight(12))).toContain("'components in 52 weeks' allows 24 points");
  // 52 weeks after the first.
  expect(desk.credit('plasma', fortnight(26))).toBe(1);
  // The tenth is given on 8 May; where no items are named, the opening is an entry as well.
  const anyEntry = defineRuleSet<RuleSet>({ ...donors, recognition: { ten: tenTimes({}) } });
  const reached = (ruleSet: RuleSet, on: string) => recognition(desk.events, ruleSet, { on })?.recognised;
  expect([reached(donors, '2023-05-07'), reached(donors, '2023-05-08')]).toEqual([[], ['ten']]);
  expect([reached(anyEntry, '2023-04-23'), reached(anyEntry, '2023-04-24')]).toEqual([[], ['ten']]);
});

test('three months are never shorter than 12 weeks, and a shorter time than that is looser', () => {
  const apart = (per: { readonly last: number; readonly of: 'days' | 'months' }) =>
    deviations(
      donors,
      deriveRuleSet(
        { ...donors, bounds: { ...donors.bounds, looser: 'allowed' } },
        { roles: { man: { limits: { interval: { per } } } } },
      ),
    ).flatMap(({ kind, path }) => (path.startsWith('roles') ? [kind] : []));
  expect(apart({ last: 3, of: 'months' })).toEqual(['stricter']);
  expect(apart({ last: 56, of: 'days' })).toEqual(['looser']);
});
