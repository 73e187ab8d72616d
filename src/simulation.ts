/**
 * What rules would do: decide a recorded ledger again, compare rule sets and readings, preview a correction, simulate.
 *
 * @packageDocumentation
 */
export {
  type CompareOptions,
  compareAccounts,
  compareRuleSets,
  type RuleSetComparison,
  type Totals,
} from './simulation/compare.js';
export type { AccountComparison, EntryChange, Pair } from './simulation/compare-account.js';
export {
  type BeforeAfter,
  type CorrectionPreview,
  previewCorrection,
  type UncoveredRedemption,
} from './simulation/preview-correction.js';
export { type Replay, type Replayed, replay } from './simulation/replay.js';
export { type AnswerEffect, type Sensitivity, sensitivity } from './simulation/sensitivity.js';
