import { describe, expect, test } from 'vitest';
import { REFUSAL_TEXTS } from '../../src/account/refusal-texts.js';
import { type RuleSet, text } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { open, refusalOf, run } from '../support/history.js';

describe('a day on which the rules are not in force is told the days on which they are', () => {
  const told = (inForce: Partial<RuleSet['inForce']>, on: string) => {
    const ruleSet: RuleSet = { ...renfa2022, readings: {}, inForce: { clause: '1', ...inForce } };
    const refusal = refusalOf(run([open('resident', on)], { ruleSet }).steps[0]?.decision);
    return { facts: refusal.facts, ...refusal.text };
  };

  test('from one day on', () => {
    expect(told({ from: '2023-01-01' }, '2022-12-31')).toEqual({
      facts: { on: '2022-12-31', from: '2023-01-01' },
      'zh-CN': '2022-12-31 不在办法施行期内（2023-01-01 至 …）。',
      en: 'The rules are not in force on 2022-12-31 (they are from 2023-01-01 to …).',
    });
  });

  test('until one day', () => {
    expect(told({ until: '2022-12-31' }, '2023-01-01')).toEqual({
      facts: { on: '2023-01-01', until: '2022-12-31' },
      'zh-CN': '2023-01-01 不在办法施行期内（… 至 2022-12-31）。',
      en: 'The rules are not in force on 2023-01-01 (they are from … to 2022-12-31).',
    });
  });
});

test('what has no known title goes by its id, a long one cut short', () => {
  const facts = { item: 'x'.repeat(80), command: 'ClaimPost' } as const;
  const id = `${'x'.repeat(60)}…`;
  expect(REFUSAL_TEXTS['wrong-command'](facts)).toEqual({
    'zh-CN': `“${id}”应以“认领岗位或项目”（ClaimPost）办理。`,
    en: `'${id}' is entered by a claim of a post or project (ClaimPost).`,
  });
  expect(REFUSAL_TEXTS['wrong-command'](facts, text('认领', 'Claim')).en).toMatch(/^'Claim' is entered by /);
});
