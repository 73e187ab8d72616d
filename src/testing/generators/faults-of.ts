import type { RuleSet } from '../../rules/rule-set.js';
import { check } from '../../schema/check-context.js';
import type { Fault } from '../../schema/faults.js';
import { checkRules } from '../../schema/rule-set/rule-checks.js';

/** Where the parts of a rule set do not fit each other; each part by itself is well formed as it is generated. */
export function faultsOf(ruleSet: RuleSet): readonly Fault[] {
  return check(ruleSet, [], checkRules);
}
