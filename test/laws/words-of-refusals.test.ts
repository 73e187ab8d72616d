import { describe, expect, test } from 'vitest';
import type { RuleSet } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { text } from '../../src/values/text.js';
import { open, refusalOf, run } from '../support/history.js';
import { reason, reasonOf } from '../support/words.js';

describe('a day on which the rules are not in force is told the days on which they are', () => {
  const told = (inForce: Partial<RuleSet['inForce']>, on: string) => {
    const ruleSet: RuleSet = { ...renfa2022, readings: {}, inForce: { clause: '1', ...inForce } };
    const refusal = refusalOf(run([open('resident', on)], { ruleSet }).steps[0]?.decision);
    return { facts: refusal.facts, ...reasonOf(refusal) };
  };

  test('from one day on', () => {
    expect(told({ from: '2023-01-01' }, '2022-12-31')).toEqual({
      facts: { on: '2022-12-31', from: '2023-01-01' },
      'zh-CN': '2022-12-31 不在施行期内：本办法自 2023-01-01 起施行。',
      en: 'The rules are not in force on 2022-12-31 (they are in force from 2023-01-01).',
    });
  });

  test('until one day', () => {
    expect(told({ until: '2022-12-31' }, '2023-01-01')).toEqual({
      facts: { on: '2023-01-01', until: '2022-12-31' },
      'zh-CN': '2023-01-01 不在施行期内：本办法施行至 2022-12-31（含当日）。',
      en: 'The rules are not in force on 2023-01-01 (they are in force until 2022-12-31).',
    });
  });
});

test('what is not known is quoted, a long id cut short', () => {
  const facts = {
    item: 'x'.repeat(80),
    role: 'resident',
    roleTitle: text('居民', 'resident'),
    known: ['claim'],
  };
  const id = `${'x'.repeat(60)}…`;
  expect(reason('unknown-item', facts)).toEqual({
    'zh-CN': `居民没有“${id}”这一计分项；有：claim。`,
    en: `Role 'resident' has no item '${id}'; it has: claim.`,
  });
  expect(reason('unknown-item', facts, renfa2022)).toEqual({
    'zh-CN': `居民没有“${id}”这一计分项；有：${renfa2022.roles.resident.items.claim.title['zh-CN']}。`,
    en: `Role 'resident' has no item '${id}'; it has: ${renfa2022.roles.resident.items.claim.title.en}.`,
  });
});
