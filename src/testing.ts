/**
 * A test kit on fast-check: generators for a rule set, the laws of the core as properties, and given–when–then specifications.
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
export type { SmallCommand } from './testing/small-commands.js';
export { proveSmallScope, type SmallScopeProof } from './testing/small-scope.js';
export {
  type EqualityAssertion,
  type GivenHistory,
  type OutcomeAssertions,
  type Specification,
  specification,
} from './testing/specification.js';
export {
  type CommandRun,
  type CommandStep,
  runCommands,
  type Subject,
  subjectOf,
} from './testing/subject.js';
