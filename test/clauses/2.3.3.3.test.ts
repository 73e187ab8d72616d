import { describe } from 'vitest';
import { scoresByDifficulty, scoresServiceInAPost } from '../support/matters.js';

describe('2.3.3.3: activities of the community reported to, by taking part or by serving in a claimed post', () => {
  scoresByDifficulty('resident', 'activity', '2.3.3.3');
  scoresServiceInAPost('resident', '2.3.3.3');
});
