import { describe, expect, test } from 'vitest';
import { credit, lastEvent, open, run } from '../support/history.js';
import { scoresByDifficulty } from '../support/matters.js';

describe('2.3.3.5: another matter in which a resident does their part', () => {
  scoresByDifficulty('resident', 'other', '2.3.3.5');

  test('such as bravery or duty in an epidemic, with a note of what it was', () => {
    const duty = credit('other', '卡点值守 12-20', '2022-12-20', { difficulty: 'hard', note: '通宵值守' });
    const ran = run([open('resident', '2022-05-01'), duty]);
    expect(ran.outcomes).toEqual([1, 2]);
    expect(lastEvent(ran, 'ActivityCredited').data).toMatchObject({ clause: '2.3.3.5', note: '通宵值守' });
  });
});
