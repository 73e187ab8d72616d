/**
 * Asks what other rules would do: replay a recorded ledger, compare rule sets and readings, preview a correction, simulate a
 * population, estimate one from a ledger, and draw charts of the results.
 *
 * @packageDocumentation
 */

export type { LoosenedBound, SettlingAnswer } from './rules/differences/loosened-bounds.js';
export type { ComparisonCharts } from './simulation/charts/comparison-charts.js';
export type { ChartOptions } from './simulation/charts/labels.js';
export type { ResultCharts } from './simulation/charts/result-charts.js';
export type { VegaLiteSpec } from './simulation/charts/spec.js';
export { toVegaLite } from './simulation/charts/to-vega-lite.js';
export type { AnswerEffect, EffectCounts } from './simulation/compare/answer-effect.js';
export {
  type AccountComparison,
  type CompareOptions,
  compareAccounts,
} from './simulation/compare/compare-accounts.js';
export {
  type ComparisonState,
  compareRuleSets,
  comparisonReducer,
  type RuleSetComparison,
} from './simulation/compare/compare-rule-sets.js';
export {
  type ComparedFigure,
  compareSimulations,
  type SimulationComparison,
  type Spread,
} from './simulation/compare/compare-simulations.js';
export type { EntryChange } from './simulation/compare/entry-change.js';
export type { HistoryReducer, StateRun } from './simulation/compare/history-reducer.js';
export {
  type BeforeAfter,
  type CorrectionPreview,
  previewCorrection,
  type UncoveredRedemption,
} from './simulation/compare/preview-correction.js';
export { type Replay, type ReplayOutcome, replay } from './simulation/compare/replay.js';
export {
  type Sensitivity,
  type SensitivityOptions,
  type SensitivityState,
  sensitivity,
  sensitivityReducer,
} from './simulation/compare/sensitivity.js';
export type {
  ComparisonTotals,
  PairSum,
  PointsComparison,
  SumsByKey,
  TotalSums,
} from './simulation/compare/sums.js';
export {
  type PlainPopulationOptions,
  plainPopulation,
} from './simulation/population/plain-population.js';
export type {
  ChangingBehaviour,
  CorrectionBehaviour,
  DelayedChance,
  ErrorBehaviour,
  ItemBehaviour,
  LeavingBehaviour,
  Population,
  RedeemingBehaviour,
  RoleBehaviour,
  Season,
} from './simulation/population/population.js';
export { type PopulationFromOptions, populationFrom } from './simulation/population/population-from.js';
export { type Histogram, mean, quantiles } from './simulation/result/histogram.js';
export { mergeResults } from './simulation/result/merge-results.js';
export {
  type DemandAgainstStock,
  type RedemptionDemandOptions,
  redemptionDemand,
} from './simulation/result/redemption-demand.js';
export type {
  LimitResult,
  MonthResult,
  RewardDemand,
  RoleResult,
  RunIdentity,
  SimulationResult,
} from './simulation/result/simulation-result.js';
export { simulate, simulateHistories, simulationSteps } from './simulation/run/simulate.js';
export type {
  AbortSignalLike,
  SimulatedRun,
  SimulationOptions,
  SimulationProgress,
} from './simulation/run/simulation-options.js';
export {
  SimulationAbortedError,
  SimulationError,
  type SimulationErrorCode,
} from './simulation/simulation-error.js';
