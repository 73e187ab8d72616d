import { isList } from '../values/is-list.js';
import { isRecord } from '../values/json.js';
import type { RuleSet } from './rule-set.js';

/** Thrown where something else is given than a rule set: `undefined`, a rule set's id, a module that holds one. */
export class NotARuleSetError extends TypeError {
  override readonly name = 'NotARuleSetError';

  constructor(
    message = 'a rule set has to be one of points-bank/rule-sets, or one that was defined, derived or parsed',
  ) {
    super(message);
  }
}

/** The parts by which a rule set is recognised. Whether it is valid, `parseRuleSet` checks. */
const PARTS = ['roles', 'readings', 'catalogue', 'clauses'] as const;

/** Throws for what is given in place of a rule set and is none. */
export function requireRuleSetIfGiven(given: unknown): asserts given is RuleSet | undefined {
  if (given !== undefined) requireRuleSet(given);
}

/** Throws for what is no list of rule sets. */
export function requireRuleSets(given: unknown): void {
  if (!isList(given)) throw new NotARuleSetError('the rule sets have to be a list');
}

/** Throws for what is no rule set at all. */
export function requireRuleSet(given: unknown): asserts given is RuleSet {
  if (!isRecord(given) || typeof given.id !== 'string' || !PARTS.every((part) => isRecord(given[part]))) {
    throw new NotARuleSetError();
  }
}
