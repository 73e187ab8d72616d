import { describe, expect, test } from 'vitest';
import { deriveRuleSet } from '../../src/define.js';
import { withReading } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { HANDBOOK } from '../support/handbook.js';
import { claim, correct, hardMatters, open, outcomes, redeem } from '../support/history.js';

/*
 * Where the model and the library once disagreed, each in the fewest commands, and what both say now.
 */

test('one standing consent does for all, also for goods whose own consent came later', () => {
  const ruleSet = withReading(renfa2022, 'goods-consent', 'standing');
  const handbook = { ...HANDBOOK, standingConsent: '2022-07-01' };
  // The umbrella was consented to on 2023-07-01.
  const commands = [
    open('resident'),
    ...hardMatters(1, '2023-02-01'),
    redeem('v', '2023-03-01', { umbrella: 1 }),
  ];
  expect(outcomes(commands, { ruleSet, handbook })).toEqual([1, 2, -2]);
});

describe('a correction frees no more room than the claim that it names holds', () => {
  const again = withReading(renfa2022, 'claim-again', 'scores');
  const ruleSet = withReading(again, 'correction-year', 'frees-room');
  const unbounded = deriveRuleSet(ruleSet, { id: 'unbounded', correction: { bound: null } });
  const commands = [
    open('resident'),
    claim('library', '2023-02-01', { difficulty: 'hard' }),
    claim('gate', '2023-02-02'),
    // The same day, and nothing fits any more: this one holds 0 points, and it is the one that the correction names.
    claim('gate', '2023-02-02', { difficulty: 'hard' }),
    correct('slip', -1, '2023-03-01', { corrects: 'gate' }),
    claim('kitchen', '2023-03-02'),
  ];

  test('where the rules bound corrections, nothing can be taken from it', () => {
    expect(outcomes(commands, { ruleSet })).toEqual([1, 2, 1, 0, 'more-than-matter-holds', 0]);
  });

  test('where they do not, no room comes of what is taken', () => {
    expect(outcomes(commands, { ruleSet: unbounded })).toEqual([1, 2, 1, 0, -1, 0]);
  });
});
