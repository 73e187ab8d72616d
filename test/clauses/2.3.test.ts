import { describe, expect, test } from 'vitest';
import { renfa2022 } from '../../src/rule-sets.js';
import {
  claim,
  credit,
  hardMatters,
  lastEvent,
  open,
  outcomes,
  refusalOf,
  run,
  SUBDISTRICT,
} from '../support/history.js';

describe('2.3: the community’s party organisation issues points; a matter is 1, more where it is hard, never above 2', () => {
  test('no item of any role can score above 2', () => {
    for (const { items, opening } of Object.values(renfa2022.roles)) {
      expect(opening.points).toBe(1);
      for (const { scoring } of Object.values(items)) {
        const points =
          scoring.by === 'difficulty'
            ? Object.values(scoring.points)
            : 'points' in scoring
              ? [scoring.points]
              : [];
        expect(Math.min(...points)).toBe(1);
        expect(Math.max(...points)).toBeLessThanOrEqual(2);
      }
    }
    expect(renfa2022.bounds.held['single-matter']).toMatchObject({
      clause: '2.3',
      kind: 'points-per-entry',
      maximum: 2,
    });
  });

  test('each role has a list of its own', () => {
    const lists = Object.values(renfa2022.roles).map(({ clause, items }) => [
      clause,
      Object.values(items).map((item) => item.clause.slice(clause.length)),
    ]);
    expect(lists).toEqual([
      ['2.3.1', ['.1', '.2', '.3', '.4', '.5', '.6']],
      ['2.3.2', ['.1', '.2', '.3', '.4', '.5']],
      ['2.3.3', ['.1', '.2', '.3', '.4', '.5']],
    ]);
  });

  test('a hard matter is 2 and its event says from what', () => {
    const ran = run([open('resident'), credit('other', 'rescue', '2023-03-01', { difficulty: 'hard' })]);
    expect(lastEvent(ran, 'ActivityCredited').data).toMatchObject({
      base: 1,
      difficulty: 'hard',
      scored: 2,
      points: 2,
    });
  });

  test('one matter scores once under an item, on whatever day it is written down again', () => {
    const { steps, outcomes: became } = run([
      open('resident'),
      credit('affairs', 'dispute at no. 7', '2023-03-01'),
      credit('affairs', 'dispute at no. 7', '2023-03-02'),
      credit('affairs', 'dispute at no. 7', '2024-03-01', { difficulty: 'hard' }),
      credit('affairs', 'dispute at no. 9', '2023-03-01'),
    ]);
    expect(became).toEqual([1, 1, 'duplicate-matter', 'duplicate-matter', 1]);
    expect(refusalOf(steps[2]?.decision).facts).toEqual({
      item: 'affairs',
      title: { 'zh-CN': '参与社区事务', en: 'Community affairs' },
      matterId: 'dispute at no. 7',
      on: '2023-03-01',
      points: 1,
    });
  });

  test('points are given by difficulty and never by number', () => {
    const asked = (field: { readonly [field: string]: unknown }) =>
      credit('activity', 'a', '2023-03-01', field);
    expect(
      outcomes([
        open('resident'),
        asked({ quantity: 2 }),
        asked({ difficulty: undefined }),
        asked({ points: 2 }),
      ]),
    ).toEqual([1, 'wrong-measure', 'wrong-measure', 'invalid-command']);
  });

  test('the points centre and the Party organisation issue them, and no other office', () => {
    const { steps } = run([open('resident'), claim('gate', '2023-02-01', { by: SUBDISTRICT })]);
    expect(refusalOf(steps[1]?.decision)).toMatchObject({
      code: 'office-not-entitled',
      clause: '2.3',
      facts: { command: 'ClaimPost', office: 'subdistrict', entitled: ['community', 'party-organisation'] },
    });
  });

  test('what is issued adds up', () => {
    expect(run([open('resident'), ...hardMatters(7, '2023-03-01')]).accounts.get('v1')).toMatchObject({
      earned: 15,
    });
  });
});
