import type { RuleSet } from 'points-bank';
import {
  careSupport,
  communityHouseholds,
  companyBranch,
  districtTimeBank,
  hailin,
  huangshan,
  luohe,
  renfa2022,
  ridingClub,
  seniorPoints,
  timeBank,
  xinyangVillage,
} from 'points-bank/rule-sets';

/** The rule sets that can be started from; the first is the one that the page opens with. */
export const RULE_SETS: readonly RuleSet[] = [
  renfa2022,
  hailin,
  huangshan,
  luohe,
  xinyangVillage,
  companyBranch,
  communityHouseholds,
  timeBank,
  districtTimeBank,
  careSupport,
  seniorPoints,
  ridingClub,
];

/** The one of that id, else the first. */
export function ruleSetOf(id: string | null): RuleSet {
  return RULE_SETS.find((ruleSet) => ruleSet.id === id) ?? (RULE_SETS[0] as RuleSet);
}
