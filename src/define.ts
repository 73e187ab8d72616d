/**
 * Making rule sets, handbooks and programmes of one's own: define, derive, check. Everything here is checked in full, which brings in zod;
 * `points-bank` itself does without.
 *
 * @packageDocumentation
 */

export { checkHandbook, defineHandbook } from './define/define-handbook.js';
export { checkProgramme, defineProgramme } from './define/define-programme.js';
export { checkRuleSet, defineRuleSet } from './define/define-rule-set.js';
export {
  type DerivedFrom,
  deriveRuleSet,
  type PatchOf,
  type RuleSetDraft,
  type RuleSetPatch,
} from './define/derive-rule-set.js';
export { HandbookError, LooserThanBoundError, ProgrammeError, RuleSetError } from './define/errors.js';
export { type Consent, withConsents } from './define/with-consents.js';
export type {
  DefinedBy,
  ItemDefinition,
  LevelDefinition,
  LimitDefinition,
  RedemptionDefinition,
  RoleDefinition,
  RuleSetDefinition,
  ScoringDefinition,
  TransferDefinition,
} from './rules/definition.js';
export type { Loosened, LooserPart } from './rules/differences/bounds.js';
export type { Problem } from './schema/problem.js';
export type { DataProblem, ProblemCode, RuleProblem } from './schema/problem-code.js';
