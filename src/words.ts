/**
 * The words for what the library decides, reports and checks: packs of sentences in English, Chinese and Japanese, the form of a pack
 * of one's own, and `explain`, which says by a pack what something means.
 *
 * @packageDocumentation
 */

export { wordsIn } from './values/text.js';
export { en, enReports } from './words/en.js';
export { type ExplainedDecision, type ExplainedReport, explain, type PackFor } from './words/explain.js';
export type { FieldName, FieldNames } from './words/fields.js';
export { ja, jaReports } from './words/ja.js';
export type {
  ClosingWords,
  ContinuedAccount,
  EventWords,
  FigureName,
  Language,
  Measures,
  Names,
  ReadingNamed,
  Reason,
  ReversalWords,
  Titles,
  TransferWords,
  Vocabulary,
  Wording,
  WordPack,
} from './words/pack.js';
export type { EventField, NamedParts, PartWords, RuleMember, RuleWord } from './words/part-words.js';
export type {
  DeviationWords,
  EntryFacts,
  FindingWords,
  HandbookWords,
  LoosenedWords,
  RecognitionWords,
  ReportPack,
  ReportWording,
} from './words/report-pack.js';
export { ExplainError } from './words/word-for.js';
export { zhCN, zhCNReports } from './words/zh-cn.js';
