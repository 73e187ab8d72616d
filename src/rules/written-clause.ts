import { own } from '../values/json.js';
import type { Clause } from './clause.js';
import type { RuleSet } from './rule-set.js';

/** A clause as the scheme's document writes it, or else its id. */
export function writtenClause(clause: Clause, ruleSet: Pick<RuleSet, 'source'> | undefined): string {
  return own(ruleSet?.source?.numbering ?? {}, clause) ?? clause;
}
