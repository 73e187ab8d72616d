import type { RuleSet } from './rule-set.js';

/** Whether all points are good for ever. */
export function isKeptForEver({ redemption }: RuleSet): boolean {
  const { lapse, goodFor, keeps, inactivity } = redemption.carryOver;
  return (lapse ?? goodFor ?? keeps ?? inactivity) === undefined;
}
