import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVENT_VERSIONS } from '../../src/index.js';
import { anyCase } from '../support/arbitraries.js';
import { run } from '../support/history.js';
import { REFUSAL_CODES } from '../support/words.js';

/** Refusals that the worlds cannot meet: the rules or the bank would have to be others. */
const ELSEWHERE = ['wrong-account', 'once-per-period', 'no-handbook', 'wrong-handbook', 'out-of-range'];

test('the worlds that the laws are tried on reach every event and every refusal', () => {
  const seen = new Set<string>();
  for (const { commands, rules } of fc.sample(anyCase(), { numRuns: 600, seed: 20220427 })) {
    for (const { decision } of run(commands, rules).steps) {
      if (!decision.accepted) {
        seen.add(decision.refusal.code);
        continue;
      }
      if (decision.events.length === 0) seen.add('retried');
      for (const { type } of decision.events) seen.add(type);
      for (const { code } of decision.warnings) seen.add(code);
    }
  }
  const wanted = [...Object.keys(EVENT_VERSIONS), ...REFUSAL_CODES, 'handbook-overdue', 'retried'];
  expect(wanted.filter((kind) => !seen.has(kind))).toEqual(ELSEWHERE);
});
