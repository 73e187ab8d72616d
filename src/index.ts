/**
 * Community points accounts as pure folds over typed events: put a rule set to work, decide commands, fold what was decided,
 * explain it.
 *
 * @packageDocumentation
 */
export {
  type Account,
  assessment,
  type CorrectionRecord,
  type LimitedEntries,
  type MatterRecord,
  type OpenedAccount,
  type RedemptionRecord,
  redeemable,
  type UnopenedAccount,
} from './account/account.js';
export { HistoryError } from './account/apply.js';
export { balanceOn } from './account/balance.js';
export { type AnyBank, type Bank, type CommandInput, createBank, type Decider } from './account/bank.js';
export type {
  By,
  ClaimPost,
  Command,
  CommandFor,
  CorrectScore,
  CreditActivity,
  OpenAccount,
  RedeemPoints,
  RedemptionLine,
  ReportIn,
} from './account/commands.js';
export { type Decision, Refused } from './account/decide/verdict.js';
export {
  type AccountOpened,
  type ActivityCredited,
  type BankEvent,
  type CorrectedMatter,
  type Decided,
  EVENT_VERSIONS,
  type EventMetadata,
  type EventType,
  type FeedbackTerms,
  type FilingState,
  type LimitApplied,
  type LimitEntry,
  type PointsRedeemed,
  type PostClaimed,
  type RedeemedLine,
  type ScoreCorrected,
  type Scored,
} from './account/events.js';
export { explain } from './account/explain.js';
export { type Figures, figures } from './account/figures.js';
export { evolve, fold, foldAccounts, initialAccount } from './account/fold.js';
export {
  type Filing,
  filing,
  type Handbook,
  handbookOn,
  type Reward,
  stockAfter,
} from './account/handbook.js';
export { type Quantities, quantities } from './account/quantities.js';
export { type EventsRead, type KeptEvent, readEvents, type UnknownTypes } from './account/read-events.js';
export type {
  FieldProblem,
  Refusal,
  RefusalCode,
  RefusalFacts,
  RefusalOf,
  Warning,
} from './account/refusals.js';
export { FOLD_VERSION, fromSnapshot, type Snapshot, StaleSnapshot, snapshot } from './account/snapshot.js';
export {
  type StoredEvent,
  UnknownEvent,
  UPCASTERS,
  type Upcaster,
  type Upcasters,
  upcast,
} from './account/upcast.js';
export { checkHandbook, defineHandbook, HandbookError } from './define/define-handbook.js';
export { checkRuleSet, defineRuleSet, RuleSetError } from './define/define-rule-set.js';
export {
  type DerivedFrom,
  deriveRuleSet,
  LooserThanBound,
  type PatchOf,
  type RuleSetPatch,
} from './define/derive-rule-set.js';
export type { Loosened } from './rules/bounds.js';
export { type Deviation, deviations } from './rules/deviations.js';
export { digest } from './rules/digest.js';
export type { Direction } from './rules/directions.js';
export { ruleSetOn } from './rules/in-force.js';
export { publicationDays } from './rules/publication.js';
export {
  type NamedReading,
  type ReadingsRested,
  readings,
  UnknownReading,
  withReading,
} from './rules/readings.js';
export type {
  Bound,
  CataloguePart,
  Clause,
  CommandType,
  CorrectionRule,
  DifficultyOf,
  FilingRule,
  Floor,
  IneligibilityRule,
  ItemIdOf,
  ItemRule,
  Lapse,
  LimitRule,
  NamedPart,
  Office,
  PublicationRule,
  Reading,
  ReadingAnswer,
  RecognitionRule,
  RedemptionPeriod,
  RedemptionRule,
  RewardKind,
  RoleIdOf,
  RoleRule,
  RuleSet,
  RuleSetOf,
  RuleSetReference,
  Scoring,
} from './rules/rule-set.js';
export type { Problem } from './schema/problem.js';
export type { DataProblem, ProblemCode, RuleProblem } from './schema/problem-code.js';
export type { CalendarDate, Month, MonthDay } from './values/calendar.js';
export type { Json } from './values/json.js';
export type { Keyed, KeyedBranch, KeyedLeaf } from './values/keyed.js';
export { type Locale, type Text, text } from './values/text.js';
export { halfOf, type WindowKind } from './values/window.js';
