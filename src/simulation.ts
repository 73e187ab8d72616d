/**
 * What rules would do: decide a recorded ledger again, compare rule sets and readings, preview a correction, simulate a population,
 * estimate one from a ledger, and draw what came of it.
 *
 * @packageDocumentation
 */

export type { Abortable } from './simulation/abort.js';
export type { Pair } from './simulation/account-sums.js';
export type { ChartOptions } from './simulation/chart-labels.js';
export type { VegaLiteSpec } from './simulation/chart-spec.js';
export type { ComparisonCharts } from './simulation/charts-of-comparison.js';
export type { ResultCharts } from './simulation/charts-of-result.js';
export { compareRuleSets, type RuleSetComparison } from './simulation/compare.js';
export type { AccountComparison } from './simulation/compare-account.js';
export { type CompareOptions, compareAccounts } from './simulation/compare-accounts.js';
export type { Totals } from './simulation/comparison-sums.js';
export type { EntryChange } from './simulation/entry-change.js';
export { type Histogram, mean, quantiles } from './simulation/histogram.js';
export { mergeResults } from './simulation/merge-results.js';
export { type PlainPopulationOptions, plainPopulation } from './simulation/plain-population.js';
export type {
  CorrectionBehaviour,
  ErrorBehaviour,
  ItemBehaviour,
  Population,
  RedeemingBehaviour,
  RoleBehaviour,
  Season,
} from './simulation/population.js';
export { type PopulationFromOptions, populationFrom } from './simulation/population-from.js';
export {
  type BeforeAfter,
  type CorrectionPreview,
  previewCorrection,
  type UncoveredRedemption,
} from './simulation/preview-correction.js';
export {
  type DemandAgainstStock,
  type RedemptionDemandOptions,
  redemptionDemand,
} from './simulation/redemption-demand.js';
export { type Replay, type Replayed, replay } from './simulation/replay.js';
export {
  type AnswerEffect,
  type Sensitivity,
  type SensitivityOptions,
  sensitivity,
} from './simulation/sensitivity.js';
export { simulate, simulationSteps } from './simulation/simulate.js';
export { simulateHistories } from './simulation/simulate-histories.js';
export {
  SimulationAborted,
  SimulationError,
  type SimulationErrorCode,
} from './simulation/simulation-error.js';
export type { Progress, SimulatedRun, SimulationOptions } from './simulation/simulation-options.js';
export type {
  LimitResult,
  MonthResult,
  RewardDemand,
  RoleResult,
  RunIdentity,
  SimulationResult,
} from './simulation/simulation-result.js';
export { toVegaLite } from './simulation/to-vega-lite.js';
