export type { AccountFacts } from './reports/account-facts.js';
export {
  annualFeedback,
  annualFeedbacks,
  type FeedbackOptions,
  type FeedbacksOptions,
} from './reports/annual-feedback.js';
export type {
  Anomaly,
  EntriesOnADay,
  Found,
  Measured,
  OutlyingAccount,
  OutlyingIssuer,
} from './reports/anomaly.js';
export type { AnomalyOptions } from './reports/anomaly-options.js';
export { communityRegister, type RegisterOptions } from './reports/community-register.js';
export type { EventReference, ReportEntry } from './reports/entry.js';
export type { AnnualFeedback, FeedbackSupplement, Mark } from './reports/feedback.js';
export type { Figures, Moved } from './reports/figures.js';
export { findAnomalies } from './reports/find-anomalies.js';
export type { CountedQuantity, ItemFigures } from './reports/items.js';
export type { BarringGround, LevelStanding } from './reports/level-standing.js';
export { type Recognition, type RecognitionOptions, recognition } from './reports/recognition.js';
export type {
  CommunityRegister,
  RegisterAccount,
  RegisterItem,
  RegisterMonth,
  RegisterMonthItem,
  RegisterRole,
  RegisterRoleItem,
  RegisterTotals,
} from './reports/register.js';
export { ReportError, type ReportErrorCode } from './reports/report-error.js';
export {
  type Balance,
  type Statement,
  type StatementEntry,
  type StatementOptions,
  statement,
} from './reports/statement.js';
export type { Deviation } from './reports/statistics.js';
