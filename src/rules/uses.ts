import type { RuleSet, UseOfPoints } from './rule-set.js';

/** What the points of a role stand for, in the order of the rules. */
export function usesFor(uses: RuleSet['uses'], role: string): UseOfPoints[] {
  return Object.entries(uses)
    .filter(([, { roles }]) => roles === undefined || roles.includes(role))
    .map(([id, { title, clause }]) => ({ id, title, clause }));
}
