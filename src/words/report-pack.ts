import type { Handbook, Reward } from '../account/handbook.js';
import type { ChainFault } from '../audit/chain/chain-fault.js';
import type { DecisionFault, DecisionFindingOf } from '../audit/decisions/decision-finding.js';
import type { Anomaly } from '../reports/anomalies/anomaly.js';
import type { ReportEntry } from '../reports/shared/report-entry.js';
import type { Loosened } from '../rules/differences/bounds.js';
import type { Direction } from '../rules/differences/direction.js';
import type { SettlingAnswer } from '../rules/differences/loosened-bounds.js';
import type { Clause } from '../rules/rule-set.js';
import type { ProblemCode } from '../schema/problem-code.js';
import type { CalendarDate, Month } from '../values/calendar.js';
import type { Text } from '../values/text.js';
import type { Language, Titles } from './pack.js';
import type { PartWords } from './part-words.js';

/** Writes a sentence of a report, or a part of one, from the facts. */
export type ReportWording<Facts> = (facts: Facts, titles: Titles) => string;

/**
 * The words of one language for what is reported and checked; apart from those for what is decided, so that who only decides does not
 * load them. `{ ...en, ...enReports }` has both.
 */
export type ReportPack = Language & {
  /** The lines of a statement that are not called by the title of their item alone. */
  readonly entries: { readonly [T in WordedEntry]: ReportWording<EntryFacts[T]> };
  readonly handbook: HandbookWords;
  readonly anomalies: { readonly [K in Anomaly['kind']]: ReportWording<Extract<Anomaly, { kind: K }>> };
  readonly recognition: RecognitionWords;
  /** What was done to a chain of events; `at` is the entry's place, counted from 1. */
  readonly chainFaults: { readonly [F in ChainFault]: (at: number) => string };
  readonly findings: FindingWords;
  /** What the parts of rules and the fields of events are called. */
  readonly parts: PartWords;
  readonly deviations: DeviationWords;
  readonly loosened: LoosenedWords;
  /** What is wrong with data; the detail names the answers there are, or the range a number has to be in. */
  readonly problems: { readonly [C in ProblemCode]: (detail: string) => string };
  /** What follows on a problem where something else may have been meant: a field, a word or an id. */
  readonly suggestion: (name: string) => string;
};

/** A handbook to read: a heading, and a line for each reward. */
export type HandbookWords = {
  readonly heading: ReportWording<Pick<Handbook, 'communityId' | 'version' | 'published'>>;
  readonly reward: ReportWording<Reward>;
};

/** The lines that are not called by the title of their item alone. */
export type WordedEntry = Exclude<ReportEntry['type'], 'AccountOpened' | 'PostClaimed' | 'ActivityCredited'>;

/** What such a line is about. */
export type EntryFacts = {
  readonly PointsRedeemed: NonNullable<ReportEntry['rewards']>;
  readonly ScoreCorrected: undefined;
  readonly PointsLapsed: { readonly from: Month; readonly to: Month };
  /** The post. */
  readonly PostReleased: string;
  /** The item. */
  readonly EntryVerified: Text;
  readonly EntryReversed: NonNullable<ReportEntry['reverses']>;
  /** The other account. */
  readonly PointsSent: string;
  readonly PointsReceived: string;
  /** The ground, and the days. */
  readonly AccountBarred: {
    readonly title: Text;
    readonly from: CalendarDate;
    readonly until?: CalendarDate;
  };
  readonly AccountClosed: NonNullable<ReportEntry['closing']>;
};

/** The sentences of a recognition, in the order in which they are said. */
export type RecognitionWords = {
  /** Where the rules have no level that the account's role can reach. */
  readonly noLevels: string;
  /** The titles of the levels reached, if any. */
  readonly reached: (on: CalendarDate, levels: readonly string[]) => string;
  readonly barred: ReportWording<{
    readonly title: string;
    readonly clause: Clause;
    /** The day on which the account fell below the ground's mark, if it did. */
    readonly since?: CalendarDate;
  }>;
  readonly next: ReportWording<{
    readonly title: string;
    readonly clause: Clause;
    readonly threshold: number;
    readonly missing: number;
  }>;
  /** What else is missing for the next level, or `above` the most that it allows. */
  readonly condition: ReportWording<{
    readonly level: string;
    readonly title: string;
    readonly clause: Clause;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly missing: number;
    readonly above?: number;
  }>;
};

/** A finding about a recorded event; `at` is the entry's place, counted from 1. */
export type FindingWords = {
  /** Puts the entry's place before the finding. */
  readonly entry: (at: number, said: string) => string;
  readonly faults: {
    readonly [F in Exclude<DecisionFault, 'refused' | 'differs' | 'unfounded-continuation'>]: ReportWording<
      DecisionFindingOf<F>
    >;
  } & {
    /** The fields in which it is otherwise, in words. */
    readonly differs: (fields: readonly string[]) => string;
    /** A continuation without ground: why, and which account. */
    readonly 'unfounded-continuation': (
      because: DecisionFindingOf<'unfounded-continuation'>['because'],
      account: string,
      fields: readonly string[],
    ) => string;
    /** The refusal, in the pack's words. */
    readonly refused: (refusal: string) => string;
  };
};

/** Why an account cannot go on from the closed one that it names; `fields` are those in which the closing was otherwise. */
export type ContinuationWords = {
  readonly [B in DecisionFindingOf<'unfounded-continuation'>['because']]: (
    account: string,
    fields: readonly string[],
  ) => string;
};

/** Why points received from an account do not match points sent. */
export type TransferWords = {
  readonly [B in DecisionFindingOf<'unmatched-transfer'>['because']]: (
    transfer: string,
    from: string,
  ) => string;
};

/** A difference of a rule set from its base. */
export type DeviationWords = {
  readonly sentence: ReportWording<{
    readonly clause: Clause;
    /** The part, in words. */
    readonly part: string;
    readonly was: string;
    readonly is: string;
    readonly kind: Direction;
  }>;
};

/** A place where a rule set is looser than its base allows. */
export type LoosenedWords = {
  readonly sentence: ReportWording<{
    /** The part, in words. */
    readonly part: string;
    readonly title: string;
    readonly clause: Clause;
    readonly how: string;
  }>;
  /** How each kind of bound is exceeded. */
  readonly how: { readonly [K in Loosened['kind']]: (place: Extract<Loosened, { kind: K }>) => string };
  /** An answer to an open question. */
  readonly answer: (question: string, answer: string) => string;
  /** What the answers would do that settle it: allow the looser part, or take it back. */
  readonly settled: { readonly [H in SettlingAnswer['how']]: (answers: readonly string[]) => string };
};
