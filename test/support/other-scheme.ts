import { defineRuleSet } from '../../src/define.js';
import type { ItemRule, LimitRule, RuleSet, Scoring } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { text } from '../../src/values/text.js';
import { entriesOf } from './entries.js';

const unitTitle = text('小时', 'hours');

function item(scoring: Scoring, more: Partial<ItemRule> = {}): ItemRule {
  return { clause: '9', title: text('事项', 'Matter'), entry: 'activity', scoring, ...more };
}

function quantity(of: {
  points: number;
  each: number;
  rounding: 'down' | 'up' | 'nearest';
  maximum?: number;
}): ItemRule {
  return item({ by: 'quantity', unit: 'hour', unitTitle, ...of });
}

function limit(of: Pick<LimitRule, 'items' | 'counts' | 'maximum' | 'per' | 'beyond'>): LimitRule {
  return { clause: '9', title: text('上限', 'limit'), ...of };
}

const { resident } = renfa2022.roles;

/** A scheme with what the first one does not have: hours, deductions, once a month, limits on entries, limits of several items. */
export const OTHER_SCHEME: RuleSet = defineRuleSet<RuleSet>({
  ...renfa2022,
  id: 'other-scheme',
  readings: {},
  uses: {},
  bounds: { ...renfa2022.bounds, held: {} },
  roles: {
    resident: {
      ...resident,
      items: {
        registration: resident.items.registration,
        claim: resident.items.claim,
        halves: quantity({ points: 1, each: 0.5, rounding: 'down', maximum: 4 }),
        thirds: quantity({ points: 2, each: 3, rounding: 'up' }),
        tenths: quantity({ points: 1, each: 0.1, rounding: 'nearest' }),
        club: item({ by: 'fixed', points: 1 }),
        penalty: item({ by: 'fixed', points: -3 }),
        sweeping: item({ by: 'difficulty', points: { hard: 3, base: 1 } }),
        guarding: item({ by: 'difficulty', points: { base: 1, hard: 2 } }),
        talks: item({ by: 'fixed', points: 2 }),
      },
      limits: {
        claims: resident.limits.claims as LimitRule,
        'club-a-month': entriesOf('club', 'month'),
        'halves-a-month': limit({
          items: ['halves'],
          counts: 'points',
          maximum: 10,
          per: 'month',
          beyond: 'trim',
        }),
        'outdoors-a-quarter': limit({
          items: ['sweeping', 'guarding'],
          counts: 'points',
          maximum: 5,
          per: 'quarter',
          beyond: 'trim',
        }),
        'sweeping-a-month': limit({
          items: ['sweeping'],
          counts: 'entries',
          maximum: 2,
          per: 'month',
          beyond: 'trim',
        }),
        'talks-a-year': limit({
          items: ['talks'],
          counts: 'entries',
          maximum: 2,
          per: 'year',
          beyond: 'refuse',
        }),
      },
    },
  },
});
