import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RuleSet, readings, withReading } from '../../src/index.js';
import * as shipped from '../../src/rule-sets.js';
import { arbitraries } from '../../src/testing/generators/arbitraries.js';
import { ruleSets } from '../../src/testing/generators/rule-sets.js';
import { checkLaws } from '../../src/testing/laws.js';
import { runCommands, subjectOf } from '../../src/testing/subject.js';

const SKIP = ['explained', 'statement-agrees'];

import { allLaws } from '../../src/testing/laws.js';

const only = allLaws()
  .map(({ name }) => name)
  .filter((n) => !SKIP.includes(n));
const { renfa2022 } = shipped;
const show = (r: RuleSet, n: number, seed: number) =>
  checkLaws(r, { numRuns: n, seed, only }).broken.map(
    ({ law, how, test: t }) => `${law}: ${how.slice(0, 1500)}\n${t.slice(0, 3500)}`,
  );
test('stats', () => {
  const rules = [renfa2022, withReading(renfa2022, 'verification', 'apart')];
  for (const r of rules) {
    const c: Record<string, number> = {};
    for (const commands of fc.sample(arbitraries(r).commands, { numRuns: 100, seed: 1 }))
      for (const s of runCommands(subjectOf(r), commands).steps) {
        const k = s.decision.accepted
          ? (s.decision.events[0]?.type ?? 'retried') + ((s.decision.events[0]?.data as any)?.entryIs ?? '')
          : 'no:' + s.decision.refusal.code;
        c[k] = (c[k] ?? 0) + 1;
      }
    console.log(
      Object.entries(c)
        .sort((a, b) => b[1] - a[1])
        .map((x) => x.join(' '))
        .join(', '),
    );
  }
});
test('generated', () => {
  const seen = new Set<string>();
  for (const [i, r] of fc.sample(ruleSets(), { numRuns: 150, seed: 31 }).entries())
    for (const x of show(r, 4, i)) {
      const law = x.slice(0, x.indexOf(':'));
      if (!seen.has(law)) {
        seen.add(law);
        console.log(x, JSON.stringify(r).slice(0, 0));
      }
    }
  expect([...seen]).toEqual([]);
});
test('readings', () => {
  const seen = new Set<string>();
  for (const { id, chosen, answers } of readings(renfa2022))
    for (const answer of Object.keys(answers)) {
      if (answer === chosen) continue;
      for (const x of show(withReading<RuleSet, string>(renfa2022, id, answer), 5, 5)) {
        const law = x.slice(0, x.indexOf(':'));
        if (!seen.has(law)) {
          seen.add(law);
          console.log(id, answer, x);
        }
      }
    }
  expect([...seen]).toEqual([]);
});
