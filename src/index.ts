/**
 * Community points accounts as pure folds over typed events: put a rule set to work, decide commands, fold what was decided,
 * explain it.
 *
 * @packageDocumentation
 */

export {
  type AnyBank,
  type Bank,
  createBank,
  type Decider,
} from './account/bank.js';
export type {
  ClosedAccount,
  HandedBar,
  HandedItem,
  HandedLine,
  HandedOn,
  HandedPoints,
  HandedPost,
  HandedQuantity,
  HandedVisit,
  OtherAccount,
  SentPoints,
} from './account/commands/carried-event.js';
export type {
  BarAccount,
  By,
  ByFor,
  ByOffice,
  ByOwnCommunity,
  ClaimPost,
  CloseAccount,
  Command,
  CommandData,
  CommandFor,
  CorrectScore,
  CreditActivity,
  EveryCommand,
  OpenAccount,
  Persons,
  ReceivePoints,
  RedeemPoints,
  RedemptionLine,
  ReleasePost,
  ReportIn,
  ReversedEntry,
  ReverseEntry,
  ReversibleKind,
  TransferPoints,
  VerifyEntry,
} from './account/commands/command.js';
export { type Accepted, type Decision, RefusedError } from './account/decide/outcome.js';
export type {
  AboveItemMaximum,
  FieldProblem,
  NoRoom,
  ProgrammeDifference,
  RangeMissed,
  Refusal,
  RefusalCode,
  RefusalFacts,
  RefusalOf,
  Warning,
  WarningCode,
  WarningFacts,
  WarningOf,
} from './account/decide/refusal.js';
export { type Batch, type BatchBank, decideAll } from './account/decide-all.js';
export {
  type AccountBarred,
  type AccountClosed,
  type AccountOpened,
  type ActivityCredited,
  type AddedUp,
  type AffectedEntry,
  type BankEvent,
  type Continued,
  type CorrectedMatter,
  type Decided,
  type EntryBar,
  type EntryReversed,
  type EntryVerified,
  EVENT_VERSIONS,
  type EventMetadata,
  type EventType,
  type FactorApplied,
  type FeedbackTerms,
  type FilingState,
  type LimitApplied,
  type LimitEntry,
  type MatterApplied,
  type PointsReceived,
  type PointsRedeemed,
  type PointsSent,
  type PostClaimed,
  type PostReleased,
  type RedeemedLine,
  type ScoreCorrected,
  type Scored,
} from './account/events/event.js';
export {
  type EventsRead,
  type KeptEvent,
  readEvents,
  type UnknownTypes,
} from './account/events/read-events.js';
export {
  type StoredEvent,
  UnknownEventError,
  UPCASTERS,
  type Upcaster,
  type Upcasters,
  upcast,
} from './account/events/upcast.js';
export {
  type Filing,
  filing,
  type Handbook,
  type HandbookChange,
  type HandbookFieldChange,
  handbookChanges,
  handbookOn,
  type Reward,
} from './account/handbook.js';
export {
  type Programme,
  type ProgrammeChange,
  type ProgrammeMatter,
  type ProgrammePost,
  programmeChanges,
  programmeOn,
} from './account/programme.js';
export {
  type Account,
  assessment,
  type BarRecord,
  type ClosingRecord,
  type HeldLine,
  type OpenedAccount,
  type RedemptionRecord,
  redeemable,
  type UnopenedAccount,
} from './account/state/account.js';
export { balanceOn } from './account/state/figures/balance.js';
export { type Figures, figures } from './account/state/figures/figures.js';
export { type Quantities, quantities } from './account/state/figures/quantities.js';
export { evolve, fold, foldAccounts, initialAccount } from './account/state/fold.js';
export { HistoryError } from './account/state/history-error.js';
export { NotAnAccountError } from './account/state/require-account.js';
export {
  FOLD_VERSION,
  fromSnapshot,
  type Snapshot,
  StaleSnapshotError,
  snapshot,
} from './account/state/snapshot.js';
export { stockAfter } from './account/stock.js';
export { type Deviation, deviations } from './rules/differences/deviations.js';
export type { Direction } from './rules/differences/direction.js';
export { digest } from './rules/digest.js';
export { ruleSetOn } from './rules/in-force.js';
export { publicationDays } from './rules/publication.js';
export {
  type NamedReading,
  NotTheirsToRuleError,
  readings,
  UnknownReadingError,
  withReading,
} from './rules/readings.js';
export type { ReadingsUsed } from './rules/readings-used.js';
export { NotARuleSetError } from './rules/require-rule-set.js';
export type {
  ActsOfOffices,
  AnswerOf,
  Band,
  Barred,
  Bound,
  CarryOverRule,
  CatalogueEntry,
  CataloguePart,
  Clause,
  ClosingReason,
  ClosingRule,
  CommandType,
  ConsentTerm,
  CorrectionRule,
  CountedBy,
  DifficultyOf,
  FactorRule,
  FilingRule,
  Floor,
  HandbookRule,
  IneligibilityRule,
  ItemBar,
  ItemIdOf,
  ItemRule,
  Keeps,
  Lapse,
  LimitRule,
  NamedPart,
  OfficeRule,
  OverdraftRule,
  PlainRule,
  PublicationRule,
  QuantityScoring,
  Reading,
  ReadingAnswer,
  ReadingIdOf,
  ReadingsOf,
  RecognitionRule,
  RedemptionLimit,
  RedemptionPeriod,
  RedemptionRule,
  RedemptionSpan,
  ReversalRule,
  RewardKind,
  RoleIdOf,
  RoleRule,
  Rounding,
  RuleSet,
  RuleSetOf,
  RuleSetReference,
  Scoring,
  Term,
  TransferLimit,
  TransferRule,
  UseOfPoints,
  UseRule,
} from './rules/rule-set.js';
export type {
  Condition,
  LevelCondition,
  LevelMeasure,
  LimitMeasure,
  Mark,
  Measure,
  MeasureRange,
  RedemptionMeasure,
  Sentence,
  TransferMeasure,
} from './rules/sentence.js';
export { shownPoints } from './rules/shown-points.js';
export type { CalendarDate, Month, MonthDay } from './values/calendar.js';
export { type EditionChange, NotAnEditionError, type PartOfEdition } from './values/editions.js';
export type { Json } from './values/json.js';
export { NotADateError } from './values/require-date.js';
export type { Text } from './values/text.js';
export { InheritedMemberError } from './values/undisturbed.js';
export {
  type Calendar,
  type CalendarWindow,
  halfOf,
  type LimitSpan,
  type Weekday,
  type WindowKind,
  type WindowSpan,
} from './values/window.js';
