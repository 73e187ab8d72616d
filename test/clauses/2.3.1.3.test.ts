import { describe } from 'vitest';
import { scoresByDifficulty, scoresServiceInAPost } from '../support/matters.js';

describe('2.3.1.3: activities of the community party organisation, by taking part or by serving in a claimed post', () => {
  scoresByDifficulty('community-party-member', 'activity', '2.3.1.3');
  scoresServiceInAPost('community-party-member', '2.3.1.3');
});
