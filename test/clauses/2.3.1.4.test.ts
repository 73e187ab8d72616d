import { describe, expect, test } from 'vitest';
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

  test('the same project may be a matter under another item as well', () => {
    const commands = [
      open('community-party-member'),
      credit('co-building', 'playground'),
      credit('affairs', 'playground'),
    ];
    expect(outcomes(commands)).toEqual([1, 1, 1]);
  });
});
