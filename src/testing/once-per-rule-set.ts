import type { RuleSet } from '../rules/rule-set.js';

/** Makes something once for each rule set: laws ask for it in every run. */
export function oncePerRuleSet<T>(make: (ruleSet: RuleSet) => T): (ruleSet: RuleSet) => T {
  const made = new WeakMap<RuleSet, T>();
  return (ruleSet) => {
    const known = made.get(ruleSet);
    if (known !== undefined) return known;
    const of = make(ruleSet);
    made.set(ruleSet, of);
    return of;
  };
}
