import type { OtherAccount } from '../account/commands/carried-event.js';
import type { RedemptionLine, ReversibleKind } from '../account/commands/command.js';
import type { RefusalCode, RefusalFacts, Warning } from '../account/decide/refusal.js';
import type {
  BankEvent,
  EntryBar,
  EventType,
  FactorApplied,
  LimitApplied,
  MatterApplied,
} from '../account/events/event.js';
import type { Band, Barred, Clause, CommandType, Reading, Scoring } from '../rules/rule-set.js';
import type { CalendarDate } from '../values/calendar.js';
import type { Text } from '../values/text.js';
import type { WindowKind } from '../values/window.js';

/** Names of the rules' parts: the rule set's titles, or ids where it has none. */
export type Titles = {
  /** A text in the pack's language, else in the rule set's first language, else in the first one that it has. */
  readonly text: (text: Text) => string;
  /** A clause as the scheme's document writes it. */
  readonly clause: (id: Clause) => string;
  /** A role. */
  readonly role: (id: string) => string;
  /** An item: as the role in question calls it, where that is known, and else as the first role that has it does. */
  readonly item: (id: string) => string;
  /** An item, unless roles call it differently and the role in question is not known. */
  readonly certainItem: (id: string) => string | undefined;
  /** A tier of difficulty. */
  readonly difficulty: (id: string) => string;
  /** The unit of a quantity. */
  readonly unit: (id: string) => string;
  /** An account by its colour: the title that a role's account of that colour has. */
  readonly colour: (id: string) => string;
  /** A reason for closing an account. */
  readonly reason: (id: string) => string;
  /** A ground for barring an account. */
  readonly ground: (id: string) => string;
  /** An office. */
  readonly office: (id: string) => string;
  /** A reward of the handbook. */
  readonly reward: (id: string) => string;
  /** An answer to an open question. */
  readonly reading: (id: string, answer: string) => ReadingNamed;
};

/** What the parts of a sentence are called. */
export type Names = Titles & {
  /** What a command does. */
  readonly command: (command: CommandType) => string;
  /** A kind of entry. */
  readonly kind: (kind: ReversibleKind) => string;
  /** What an account is barred from. */
  readonly barred: (from: Barred) => string;
  /** A figure of an account. */
  readonly figure: (figure: FigureName) => string;
  /** A window by its name: `2023-H1` is the first half of 2023. */
  readonly window: (name: string) => string;
};

/** Writes a sentence, or a part of one, from the facts. */
export type Wording<Facts> = (facts: Facts, names: Names) => string;

/** The language of a pack. */
export type Language = {
  /** As BCP 47 names it. Titles are taken in it where a text has it. */
  readonly locale: string;
  /** Puts sentences one after another. */
  readonly paragraph: (sentences: readonly string[]) => string;
};

/**
 * The words of one language for what is decided: a function for each event, refusal and warning that writes its sentences. A pack that
 * lacks one does not compile. A host's own pack is an object of this type; one that changes a few words spreads another: `{ ...en, … }`.
 */
export type WordPack = Language & {
  readonly vocabulary: Vocabulary;
  /** What a refusal begins with. */
  readonly refused: Wording<Reason>;
  /** What a warning begins with. */
  readonly warned: Wording<Reason>;
  readonly refusals: { readonly [C in RefusalCode]: Wording<RefusalFacts[C]> };
  readonly warnings: { readonly [C in Warning['code']]: Wording<Extract<Warning, { code: C }>['facts']> };
  readonly events: EventWords;
};

/** What a refusal or warning says, and its clause. */
export type Reason = { readonly clause: Clause; readonly said: string };

/** A figure of an account, as refusals name it. */
export type FigureName = RefusalFacts['out-of-range']['figure'];

/** What the library's own words are called. */
export type Vocabulary = {
  readonly commands: { readonly [C in CommandType]: string };
  readonly kinds: { readonly [K in ReversibleKind]: string };
  /** What follows "barred from". */
  readonly barred: { readonly [B in Barred]: string };
  readonly figures: { readonly [F in FigureName]: string };
  /**
   * A window: the second half of 2023 is `(2023, 2)` of `half-year`; `life` is the account's whole life. A day is its own name, and a
   * calendar year has that of a year.
   */
  readonly windows: {
    readonly [K in Exclude<WindowKind, 'day' | 'calendar-year'>]: (year: number, index: number) => string;
  };
  /** A window from its first month or day to its last. */
  readonly stretch: (first: string, last: string) => string;
};

type DataOf<T extends EventType> = Extract<BankEvent, { type: T }>['data'];

/** The sentences of an event's explanation, in the order in which they are said. */
export type EventWords = {
  readonly heading: Wording<{
    readonly on: CalendarDate;
    readonly clause: Clause;
    /** What happened. */
    readonly what: string;
    /** The change of the balance, where the event is one of points. */
    readonly points: number | undefined;
  }>;
  readonly what: { readonly [T in EventType]: Wording<DataOf<T>> };
  /** The day on which the event was written up, if that was later. */
  readonly recordedOn: (day: CalendarDate) => string;
  /** Whether the opening is a report-in. */
  readonly reportsIn: (counts: boolean) => string;
  /** A closed account that is continued, and what it handed on. */
  readonly continues: Wording<ContinuedAccount>;
  /** Another open account of the person, as the opening named it. */
  readonly otherAccount: Wording<OtherAccount>;
  /** Who of a household did it. */
  readonly member: (memberId: string) => string;
  /** The post that was served in. */
  readonly servedIn: (postId: string) => string;
  readonly measures: Measures;
  /** A deduction that was cut so that the balance stops at 0: what it took. */
  readonly stoppedAtZero: (taken: number) => string;
  /** What the other entry of the same matter, as service or attendance, leaves for this one. */
  readonly matter: Wording<MatterApplied>;
  /** What the entries of the same matter under other items leave for this one, where only the highest counts. */
  readonly highest: Wording<MatterApplied>;
  /** The ground of the bar that an entry sets. */
  readonly barsOn: Wording<Pick<EntryBar, 'title' | 'clause'>>;
  readonly limit: Wording<LimitApplied>;
  /** The first day of the limit's next window, if there is one. */
  readonly limitResets: (on: CalendarDate | undefined) => string;
  /** Said of a claim that scores nothing: the claim still stands. */
  readonly claimStands: string;
  /** Said of an entry that waits to be verified: the points that it would score if it were verified now. */
  readonly pending: (points: number) => string;
  /** The day of an entry that is verified. */
  readonly verified: (entryOn: CalendarDate) => string;
  /** The day on which a post that is given up was claimed, and what giving it up means. */
  readonly released: (claimedOn: CalendarDate) => string;
  /** The community at which the points were redeemed, if it was not the account's own. */
  readonly redeemedAt: (communityId: string) => string;
  /** Who collected the rewards for the holder. */
  readonly collectedBy: (person: string) => string;
  readonly reward: Wording<DataOf<'PointsRedeemed'>['lines'][number]>;
  /** The balance before and after the redemption, for an account that redeeming reduces. */
  readonly reduced: Wording<{ readonly before: number; readonly after: number }>;
  /** The balance of an account that redeeming does not reduce. */
  readonly notReduced: (balance: number) => string;
  /** The handbook's version, and the last day to file if that was missed. */
  readonly handbook: (version: string, missed: CalendarDate | undefined) => string;
  /** The reason of a correction, as written. */
  readonly reason: (reason: string) => string;
  readonly corrects: Wording<NonNullable<DataOf<'ScoreCorrected'>['corrects']>>;
  /** The points asked for, where a floor cut the correction. */
  readonly correctionCut: (requested: number) => string;
  /** The day that decides in which year a correction counts, if it is not its own. */
  readonly countsOn: (day: CalendarDate) => string;
  /** Said of a correction that frees room under the item's limits. */
  readonly freesRoom: string;
  /** Said of every correction: it moves both the assessment and the balance. */
  readonly bothFigures: string;
  readonly reversal: ReversalWords;
  readonly transfer: TransferWords;
  /** How long a bar lasts, and from what it bars. */
  readonly barred: Wording<Pick<DataOf<'AccountBarred'>, 'bars' | 'from' | 'until'>>;
  readonly closing: ClosingWords;
  /** The readings used: each question with its answer, and who ruled so and when, if somebody did. */
  readonly readings: (readings: readonly ReadingNamed[]) => string;
};

/** A reading by the titles of its question and of the answer, with who ruled so and when, if somebody did. */
export type ReadingNamed = {
  /** Absent where the rules do not have the reading. */
  readonly question?: string;
  readonly title: string;
  readonly ruled?: NonNullable<Reading['ruled']>;
};

/** A closed account that another one continues, with the sums of what it handed on. */
export type ContinuedAccount = {
  readonly accountId: string;
  readonly communityId: string;
  readonly closedOn: CalendarDate;
  /** Points earned. */
  readonly earned: number;
  /** The sum of corrections. */
  readonly corrected: number;
  /** Points received less points sent. */
  readonly transferred: number;
  /** Points that redemptions took from the balance. */
  readonly redeemed: number;
  /** The number of posts held. */
  readonly posts: number;
};

/** The sentences of a reversal. */
export type ReversalWords = {
  /** What the reversal means for the entry as a whole. */
  readonly entry: Wording<{
    readonly item: string | undefined;
    readonly capacity: 'service' | 'attendance' | undefined;
    readonly on: CalendarDate;
    readonly entryIs: DataOf<'EntryReversed'>['entryIs'];
  }>;
  /** What comes back of a redemption, or is redeemed again. */
  readonly lines: Wording<
    Pick<DataOf<'EntryReversed'>, 'entryIs'> & { readonly lines: readonly RedemptionLine[] }
  >;
  /** The earlier reversal that this one undoes. */
  readonly undoes: (reversalId: string) => string;
  /** The changes of both figures, where they differ or are 0. */
  readonly figures: (assessment: number, balance: number) => string;
};

/** The sentences of points sent and received. */
export type TransferWords = {
  /** The balance before and after points were sent. */
  readonly sent: Wording<{ readonly before: number; readonly after: number }>;
  /** The day on which points received were sent. */
  readonly received: (sentOn: CalendarDate) => string;
};

/** The sentences of a closing. */
export type ClosingWords = {
  /** The balance of an account that hands nothing on. */
  readonly forfeits: (balance: number) => string;
  /** The balance of an account that hands on what it holds. */
  readonly handsOn: (balance: number) => string;
  /** The account in which the holder goes on. */
  readonly goesOnIn: (accountId: string) => string;
  /** Said of every closing: nothing is entered any more, and nothing is deleted. */
  readonly stays: string;
};

/** How an entry came to its points. */
export type Measures = {
  /** The points of an item that always scores the same. */
  readonly fixed: (scored: number) => string;
  readonly difficulty: Wording<{ readonly difficulty: string; readonly scored: number }>;
  /** Used where the rule is not at hand: no rule set, another version of it, or an entry that is verified. */
  readonly quantity: Wording<{
    readonly quantity: number;
    readonly unit: string | undefined;
    readonly scored: number;
  }>;
  readonly quantityByRule: Wording<{
    readonly quantity: number;
    readonly rule: Extract<Scoring, { by: 'quantity' }>;
    readonly scored: number;
    /** Whether the quantity was rounded, because it is not a whole multiple of the scoring step. */
    readonly rounded: boolean;
  }>;
  readonly quantityByBand: Wording<{
    readonly quantity: number;
    readonly rule: Extract<Scoring, { by: 'bands' }>;
    /** The band of the quantity; `undefined` below the first. */
    readonly band: Band | undefined;
    readonly scored: number;
    readonly rounded: boolean;
  }>;
  /** A quantity that adds up with earlier ones before it becomes points. */
  readonly addedUp: Wording<{
    readonly quantity: number;
    readonly unit: string | undefined;
    /** The window's name. */
    readonly window: string;
    /** The sum of the earlier ones, and of all. */
    readonly before: number;
    readonly sum: number;
    readonly scored: number;
  }>;
  /** A quantity that is taken off the sum of its unit. */
  readonly lowers: (quantity: number, unit: string | undefined) => string;
  /** A deduction of everything that was held. */
  readonly takesAll: (taken: number) => string;
  /** A factor of the day, the points with it, and whether a part of one was left out. */
  readonly factor: Wording<FactorApplied & { readonly points: number; readonly rounded: boolean }>;
};
