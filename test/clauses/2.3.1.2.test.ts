import { describe, expect, test } from 'vitest';
import { claim, open, outcomes, refusalOf, run } from '../support/history.js';
import { claimsUpToThree } from '../support/matters.js';

describe('2.3.1.2: a community party member claims posts and projects, 1 point each and 3 in all', () => {
  claimsUpToThree('community-party-member', '2.3.1.2');

  test('none of them is a hard one: this clause names no difficulty', () => {
    const hard = claim('gate', '2023-02-01', { difficulty: 'hard' });
    const { steps, outcomes: became } = run([open('community-party-member'), hard]);
    expect(became).toEqual([1, 'unknown-difficulty']);
    expect(refusalOf(steps[1]?.decision)).toMatchObject({
      clause: '2.3.1.2',
      facts: { item: 'claim', difficulty: 'hard', known: ['base'] },
      readings: { 'community-member-hard-claim': 'no' },
    });
  });

  test('a refused claim leaves the post free to be claimed', () => {
    const hard = claim('gate', '2023-02-01', { difficulty: 'hard' });
    expect(outcomes([open('community-party-member'), hard, claim('gate')])).toEqual([
      1,
      'unknown-difficulty',
      1,
    ]);
  });
});
