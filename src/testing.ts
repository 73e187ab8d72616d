/**
 * A law kit for tests, on fast-check: generators for a rule set, the laws of the core as properties, given–when–then.
 *
 * @packageDocumentation
 */
export { type Arbitraries, arbitraries } from './testing/generators/arbitraries.js';
export { ruleSets } from './testing/generators/rule-sets.js';
export {
  type BrokenLaw,
  type CheckOptions,
  checkLaws,
  type LawReport,
  laws,
  type NamedLaw,
} from './testing/laws.js';
export { proveSmallScope, type SmallScopeProof } from './testing/small-scope.js';
export {
  type Equal,
  type Given,
  type Outcome,
  type Specification,
  specification,
} from './testing/specification.js';
export { type Run, runCommands, type Step, type Subject, subjectOf } from './testing/subject.js';
