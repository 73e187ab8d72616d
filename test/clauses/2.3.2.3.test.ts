import { describe } from 'vitest';
import { scoresByDifficulty, scoresServiceInAPost } from '../support/matters.js';

describe('2.3.2.3: activities of the party organisation reported to, by taking part or by serving in a claimed post', () => {
  scoresByDifficulty('in-service-party-member', 'activity', '2.3.2.3');
  scoresServiceInAPost('in-service-party-member', '2.3.2.3');
});
