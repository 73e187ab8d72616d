import { describe, expect, test } from 'vitest';
import { credit, lastEvent, open, run } from '../support/history.js';
import { scoresByDifficulty } from '../support/matters.js';

describe('2.3.1.5: a community party member takes part in community affairs', () => {
  scoresByDifficulty('community-party-member', 'affairs', '2.3.1.5');

  test('such as a discussion, or a problem that was solved', () => {
    const discussion = credit('affairs', '座谈会 2023-03', '2023-03-01', { catalogue: 'deliberation' });
    const problem = credit('affairs', '七号楼漏水', '2023-03-02', {
      catalogue: 'mediation',
      difficulty: 'hard',
    });
    const ran = run([open('community-party-member'), discussion, problem]);
    expect(ran.outcomes).toEqual([1, 1, 2]);
    expect(lastEvent(ran, 'ActivityCredited').data).toMatchObject({
      matterId: '七号楼漏水',
      catalogue: 'mediation',
    });
  });
});
