import { describe, expect, test } from 'vitest';
import { claim, lastEvent, open, outcomes, run } from '../support/history.js';
import { claimsUpToThree } from '../support/matters.js';

const hard = (post: string) => claim(post, '2023-02-01', { difficulty: 'hard' });

describe('2.3.2.2: an in-service party member claims posts and projects, 1 point each, 2 where hard, 3 in all', () => {
  claimsUpToThree('in-service-party-member', '2.3.2.2');

  test('a hard one is 2 points, and 2 + 1 is the cap', () => {
    expect(
      outcomes([open('in-service-party-member'), hard('gate'), claim('library'), claim('kitchen')]),
    ).toEqual([1, 2, 1, 0]);
  });

  test('of a second hard one only 1 point fits', () => {
    const ran = run([open('in-service-party-member'), hard('gate'), hard('library')]);
    expect(ran.outcomes).toEqual([1, 2, 1]);
    expect(lastEvent(ran, 'PostClaimed').data).toMatchObject({
      clause: '2.3.2.2',
      scored: 2,
      points: 1,
      limits: [{ used: 2, took: 1, usedBy: [{ item: 'claim', id: 'gate', on: '2023-02-01', points: 2 }] }],
    });
  });

  test('nothing is above 2', () => {
    expect(
      outcomes([open('in-service-party-member'), claim('gate', '2023-02-01', { difficulty: 'very hard' })]),
    ).toEqual([1, 'unknown-difficulty']);
  });
});
