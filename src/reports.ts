/**
 * Reports from the events alone, without the fold: a statement, the yearly feedback and its supplement, a community's register,
 * anomalies and recognition.
 *
 * @packageDocumentation
 */

export type {
  Anomaly,
  EntriesAfterFeedback,
  EntriesOnADay,
  Finding,
  OftenReversed,
  OutlierMeasure,
  OutlyingAccount,
  OutlyingIssuer,
  SameMember,
  TooFewToCompare,
  WrittenUpLate,
} from './reports/anomalies/anomaly.js';
export type { AnomalyOptions } from './reports/anomalies/anomaly-options.js';
export { anomaliesReducer, findAnomalies } from './reports/anomalies/find-anomalies.js';
export type { ModifiedZScore } from './reports/anomalies/statistics.js';
export type {
  ReportReducer,
  ReportState,
  SettledAccounts,
  SettlingReducer,
} from './reports/reducers/report-reducer.js';
export {
  communityRegister,
  type RegisterOptions,
  registerReducer,
} from './reports/register/community-register.js';
export type {
  CommunityRegister,
  RegisterAccount,
  RegisterItem,
  RegisterMonth,
  RegisterMonthItem,
  RegisterRole,
  RegisterRoleItem,
  RegisterTotals,
} from './reports/register/register.js';
export type { AccountDetails, ClosedDetails } from './reports/shared/account-details.js';
export { eventsKnownOn } from './reports/shared/events-known-on.js';
export type { CountedQuantity, ItemFigures } from './reports/shared/items.js';
export type {
  ClosingSummary,
  EventReference,
  ReportEntry,
  ReversedBy,
  Reverses,
  RewardCount,
  TakenUpSummary,
} from './reports/shared/report-entry.js';
export { ReportError, type ReportErrorCode } from './reports/shared/report-error.js';
export type { PointsSummary, Turnover } from './reports/shared/turnover.js';
export {
  type AnnualFeedbackOptions,
  type AnnualFeedbacksOptions,
  annualFeedback,
  annualFeedbacks,
  feedbacksReducer,
} from './reports/volunteer/annual-feedback.js';
export type { AnnualFeedback, FeedbackSupplement, Mark, YearFigures } from './reports/volunteer/feedback.js';
export type { BarringGround, ConditionStanding, LevelStanding } from './reports/volunteer/levels.js';
export {
  type Recognition,
  type RecognitionOptions,
  type RecognitionsOptions,
  recognition,
  recognitions,
  recognitionsReducer,
} from './reports/volunteer/recognition.js';
export {
  type Balance,
  type Statement,
  type StatementEntry,
  type StatementOptions,
  statement,
} from './reports/volunteer/statement.js';
