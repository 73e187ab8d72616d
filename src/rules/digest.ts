import { digestOf } from '../values/digest.js';
import { requireRuleSet } from './require-rule-set.js';
import type { RuleSet } from './rule-set.js';

/**
 * The rule set's fingerprint: SHA-256 over its canonical JSON (RFC 8785), 64 hexadecimal digits. Events carry it, so that an
 * auditor knows exactly which rules decided them.
 *
 * @example
 * ```ts
 * import { digest } from 'points-bank'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * console.log(digest(renfa2022).length) // → 64
 * ```
 */
export function digest(ruleSet: RuleSet): string {
  requireRuleSet(ruleSet);
  return digestOf(ruleSet);
}
