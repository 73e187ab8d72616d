import { describe, expect, test } from 'vitest';
import { checkRuleSet } from '../../src/define.js';
import { deviations, type ItemRule, type RuleSet, type Scoring } from '../../src/index.js';
import { matter, rulesWith } from './scoring-rules.js';

const HOURS = { unit: 'hour', unitTitle: { en: 'hours' } } as const;
const BANDS: Scoring = { by: 'bands', ...HOURS, bands: [{ from: 1, points: 1 }] };
const RULES = rulesWith({ service: matter('Service', BANDS) });

function withService(service: Partial<ItemRule>, id = 'service'): RuleSet {
  const { member } = RULES.roles;
  if (member === undefined) throw new Error('no role');
  const items = { ...member.items, [id]: { ...matter('Service', BANDS), ...service } };
  return { ...RULES, roles: { member: { ...member, items } } };
}

function problems(rules: RuleSet): string[] {
  return checkRuleSet(rules).map(({ path, code }) => `${path.replace('roles.member.items.', '')} ${code}`);
}

describe('problems of scoring', () => {
  test.each<[string, Scoring, string[]]>([
    ['no band', { ...BANDS, bands: [] }, ['service.scoring.bands empty']],
    [
      'bands that do not go upwards',
      {
        ...BANDS,
        bands: [
          { from: 2, points: 1 },
          { from: 2, points: 2 },
          { from: 1, points: 3 },
        ],
      },
      ['service.scoring.bands[1].from not-above', 'service.scoring.bands[2].from not-above'],
    ],
    [
      'a band above the maximum',
      {
        ...BANDS,
        bands: [
          { from: 1, points: 1 },
          { from: 8, points: 2 },
        ],
        maximum: 4,
      },
      ['service.scoring.bands[1].from never-scores'],
    ],
    [
      'a band from less than nothing',
      { ...BANDS, bands: [{ from: -1, points: 1 }] },
      ['service.scoring.bands[0].from not-a-quantity'],
    ],
    [
      'a quantity that adds up and lowers',
      { ...BANDS, over: 'year', lowers: true },
      ['service.scoring.over not-both'],
    ],
  ])('%s', (_, scoring, expected) => {
    expect(problems(withService({ scoring }))).toEqual(expected);
  });

  test('bands and everything that is held are for activities, and so are bars', () => {
    const bars = { ground: 'dispute' };
    expect(problems(withService({ entry: 'claim', bars }))).toEqual([
      'service.bars misplaced',
      'service.scoring.by wrong-scoring',
      'service.bars.ground unknown-ground',
    ]);
    expect(problems(withService({ entry: 'claim', scoring: { by: 'balance' } }))).toEqual([
      'service.scoring.by wrong-scoring',
    ]);
  });
});

describe('differences from a base', () => {
  const of = (base: RuleSet, derived: RuleSet): string[] =>
    deviations(base, derived).map(({ path, kind }) => `${path.replace('roles.member.items.', '')} ${kind}`);

  test('of bands, of a factor and of a bar', () => {
    const factors = {
      double: { clause: '2', title: { en: 'Double' }, times: 2, from: '2024-03-01', until: '2024-03-31' },
    };
    const looser = withService({ scoring: { ...BANDS, bands: [{ from: 1, points: 2 }] }, factors });
    expect(of(RULES, looser)).toEqual(['service.scoring.bands looser', 'service.factors looser']);
    const barring = withService({ bars: { ground: 'dispute', lasts: { window: 'year', periods: 0 } } });
    const longer = withService({ bars: { ground: 'dispute', lasts: { window: 'year', periods: 1 } } });
    expect(of(RULES, barring)).toEqual(['service.bars stricter']);
    expect(of(barring, longer)).toEqual(['service.bars stricter']);
  });
});
