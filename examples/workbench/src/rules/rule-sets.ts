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

/** The rule sets that come with the library; the page opens with the first where its site has none in force. */
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

/** The name by which links mean the rules that the page's site has in force. */
export const IN_FORCE = 'in-force';

let inForce: RuleSet | undefined;

/** Takes the rules that the page's site has in force: they come first from now on. */
export function takeInForce(ruleSet: RuleSet): void {
  inForce = ruleSet;
}

/** What can be started from, by name. */
export function choices(): readonly { readonly name: string; readonly ruleSet: RuleSet }[] {
  const shipped = RULE_SETS.map((ruleSet) => ({ name: ruleSet.id, ruleSet }));
  return inForce === undefined ? shipped : [{ name: IN_FORCE, ruleSet: inForce }, ...shipped];
}

/** The one of that name, else the first. */
export function ruleSetOf(name: string | null): RuleSet {
  const all = choices();
  return (all.find((one) => one.name === name) ?? (all[0] as (typeof all)[number])).ruleSet;
}

/** The name of a rule set that can be started from. */
export function nameOf(ruleSet: RuleSet): string {
  return choices().find((one) => one.ruleSet === ruleSet)?.name ?? ruleSet.id;
}
