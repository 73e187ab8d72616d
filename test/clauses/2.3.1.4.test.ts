import { describe, expect, test } from 'vitest';
import { withReading } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { credit, open, outcomes, refusalOf, run } from '../support/history.js';
import { scoresByDifficulty } from '../support/matters.js';

describe('2.3.1.4: co-building projects with the community’s party organisation', () => {
  scoresByDifficulty('community-party-member', 'co-building', '2.3.1.4');

  test.each(['in-service-party-member', 'resident'] as const)(
    'are for community party members alone, not for a %s',
    (role) => {
      const { steps, outcomes: became } = run([open(role), credit('co-building', 'playground')]);
      expect(became).toEqual([1, 'unknown-item']);
      expect(refusalOf(steps[1]?.decision).facts).toMatchObject({ item: 'co-building', role });
    },
  );

  test('the same project is a matter under one item, and under each where that is read so', () => {
    const commands = [
      open('community-party-member'),
      credit('co-building', 'playground'),
      credit('affairs', 'playground'),
    ];
    const { steps, outcomes: became } = run(commands);
    expect(became).toEqual([1, 1, 'matter-under-another-item']);
    expect(refusalOf(steps[2]?.decision)).toMatchObject({
      facts: { matterId: 'playground', item: 'co-building', on: '2023-03-01', points: 1 },
      readings: { 'one-matter-one-item': 'one-item' },
    });
    const ruleSet = withReading(renfa2022, 'one-matter-one-item', 'each-item');
    expect(outcomes(commands, { ruleSet })).toEqual([1, 1, 1]);
  });
});
