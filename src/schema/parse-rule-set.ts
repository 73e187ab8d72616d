import type { RuleSet } from '../rules/rule-set.js';
import { parseBy } from './parse.js';
import type { Parsed } from './problem.js';
import { ruleSetSchema } from './rule-set.js';

/** The most values that a rule set may have, all levels counted; the first scheme has some 1,500. */
const MAX_VALUES = 100_000;

/**
 * Parses a rule set from anything: a file, a community's own. Beside the form of every part it is checked how the parts fit each
 * other, and that every answer of every reading makes valid rules.
 *
 * @returns the rule set, deeply frozen; or every problem. Never throws.
 *
 * @example
 * ```ts
 * import { renfa2022 } from 'points-bank/rule-sets'
 * import { parseRuleSet } from 'points-bank/schema'
 *
 * console.log(parseRuleSet(JSON.parse(JSON.stringify(renfa2022))).ok) // → true
 * ```
 */
export function parseRuleSet(input: unknown): Parsed<RuleSet> {
  return parseBy(ruleSetSchema, input, MAX_VALUES);
}
