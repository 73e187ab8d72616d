import type { RuleSet, UseOfPoints } from './rule-set.js';

/** What the points of a role stand for, sorted by id, since a store may give the rules back in another order. */
export function usesFor(uses: RuleSet['uses'], role: string): UseOfPoints[] {
  return Object.entries(uses)
    .filter(([, { roles }]) => roles === undefined || roles.includes(role))
    .map(([id, { title, clause }]) => ({ id, title, clause }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
