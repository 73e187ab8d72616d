import type { BankEvent, Handbook, RuleSet } from 'points-bank';
import { defineHandbook } from 'points-bank/define';
import { plainPopulation, type SimulatedRun, simulateHistories } from 'points-bank/simulation';
import { text } from '../words.js';

/** What the made-up volunteers redeem for: a service and two goods, consented to. */
export const HANDBOOK: Handbook = defineHandbook({
  communityId: 'sample',
  version: '1',
  published: '2022-05-01',
  filed: '2022-05-06',
  standingConsent: '2022-04-28',
  rewards: [
    { rewardId: 'haircut', kind: 'service', title: text('理发', 'Haircut'), price: 3, consent: '2022-04-28' },
    { rewardId: 'rice', kind: 'goods', title: text('大米', 'Rice'), price: 5, consent: '2022-04-28' },
    { rewardId: 'oil', kind: 'goods', title: text('食用油', 'Cooking oil'), price: 8, consent: '2022-04-28' },
  ],
});

/** The run that the sample ledger is of: 240 volunteers over three years and eight months. */
export function sampleRun(ruleSet: RuleSet): SimulatedRun {
  return {
    ruleSet,
    handbook: HANDBOOK,
    population: plainPopulation(ruleSet, { volunteers: 240 }),
    from: '2022-05-01',
    to: '2025-12-31',
    seed: 2022,
  };
}

/** A made-up ledger under a rule set, one history to an account; the same one every time. */
export function sampleLedger(ruleSet: RuleSet): readonly (readonly BankEvent[])[] {
  return [...simulateHistories(sampleRun(ruleSet))];
}
