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
  type ItemTally,
  type LimitedEntry,
  type MatterRecord,
  type MonthTally,
  type OpenedAccount,
  redeemable,
  type RedemptionRecord,
  type UnopenedAccount,
} from './account/account.js';
export { HistoryError } from './account/apply.js';
export { balanceOn } from './account/balance.js';
export { type Bank, type CommandInput, createBank, type Decider } from './account/bank.js';
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
  type Scored,
  type ScoreCorrected,
} from './account/events.js';
export { explain } from './account/explain.js';
export { type Figures, figures } from './account/figures.js';
export { evolve, fold, foldAccounts, initialAccount } from './account/fold.js';
export { type Filing, filing, type Handbook, type Reward, stockAfter } from './account/handbook.js';
export {
  type FieldProblem,
  type Refusal,
  type RefusalCode,
  type RefusalFacts,
  type RefusalOf,
  type Warning,
} from './account/refusals.js';
export { FOLD_VERSION, fromSnapshot, type Snapshot, snapshot, StaleSnapshot } from './account/snapshot.js';
export { type StoredEvent, UnknownEvent, upcast, type Upcaster, UPCASTERS, type Upcasters } from './account/upcast.js';
export { defineHandbook, HandbookError } from './define/define-handbook.js';
export { defineRuleSet, RuleSetError } from './define/define-rule-set.js';
export {
  type DerivedFrom,
  deriveRuleSet,
  LooserThanBound,
  type PatchOf,
  type RuleSetPatch,
} from './define/derive-rule-set.js';
export type { Loosened } from './rules/bounds.js';
export { digest } from './rules/digest.js';
export { ruleSetOn } from './rules/in-force.js';
export { type NamedReading, readings, type ReadingsRested, UnknownReading, withReading } from './rules/readings.js';
export type {
  Bound,
  CataloguePart,
  Clause,
  CommandType,
  CorrectionRule,
  DifficultyOf,
  IneligibilityRule,
  ItemIdOf,
  ItemRule,
  Lapse,
  LimitRule,
  NamedPart,
  Office,
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
export type { CalendarDate, Month, MonthDay } from './values/calendar.js';
export type { Json } from './values/json.js';
export type { Keyed, KeyedBranch, KeyedLeaf } from './values/keyed.js';
export { type Locale, type Text, text } from './values/text.js';
export { halfOf, type WindowKind } from './values/window.js';
