import type { Text } from '../values/text.js';
import type { WindowSpan } from '../values/window.js';
import type { Clause } from './clause.js';

/**
 * What a sentence of the rules counts of an account:
 *
 * - `points`: points earned, less deductions and without what corrections freed
 * - `deductions`: points that deductions took
 * - `entries`: the number of entries
 * - `quantity`: quantities of one unit, such as hours; those that lower the sum are taken off it, but a limit counts them like the others
 * - `redeemed`: points that redemptions took from the balance
 * - `visits`: the number of redemptions
 * - `rewards`: the number of rewards redeemed
 * - `sent`: points sent to other accounts
 * - `transfers`: the number of sendings; of those that a closed account handed on, all of one day are one
 * - `balance`: points held at the window's end, or on the day itself if the window still goes on
 * - `months`: the most calendar months in a row that have an entry
 */
export type Measure =
  | 'points'
  | 'deductions'
  | 'entries'
  | 'quantity'
  | 'redeemed'
  | 'visits'
  | 'rewards'
  | 'sent'
  | 'transfers'
  | 'balance'
  | 'months';

/** A sentence of the rules: a measure, over a window, of whom. What it is held against follows. */
export type Sentence = {
  readonly clause: Clause;
  readonly title: Text;
  readonly counts: Measure;
  /** The items whose entries count; all items if absent, with that of the opening, which is an entry. */
  readonly items?: readonly string[];
  /** The rewards that count, by their ids in the handbook; all rewards if absent. */
  readonly rewards?: readonly string[];
  /** The unit whose quantities count. */
  readonly unit?: string;
  /** Present if it is counted for each member of a household, and not for the account as a whole. */
  readonly each?: 'member';
  readonly per: WindowSpan;
};

/** What a limit can count: what an entry adds to, or takes from. */
export type LimitMeasure = Extract<Measure, 'points' | 'deductions' | 'entries' | 'quantity' | 'balance'>;

/** What a limit on redeeming can count; `lines` are rewards, whatever the number of each. */
export type RedemptionMeasure = Extract<Measure, 'redeemed' | 'visits' | 'rewards'> | 'lines';

/** What a limit on sending points can count. */
export type TransferMeasure = Extract<Measure, 'sent' | 'transfers'>;

/** What a measure is held against: the least that it has to be, the most that it may be, or both. */
export type MeasureRange = { readonly minimum?: number; readonly maximum?: number };

/** A sentence that something needs: the measure has to lie in the range, of which one end is there at least. */
export type Condition = Sentence & MeasureRange;

/** What a level of recognition can count: what an account does, and not what it spends. */
export type LevelMeasure = Extract<Measure, 'points' | 'deductions' | 'entries' | 'quantity' | 'months'>;

/**
 * A sentence that a level needs. Points of no particular items are the assessment, so corrections count; points of some items are those of
 * their entries.
 */
export type LevelCondition = Omit<Condition, 'counts' | 'rewards' | 'each'> & {
  readonly counts: LevelMeasure;
};

/** A mark that an account falls below once it has less, having had as much: of points or of a quantity, over its whole life. */
export type Mark = Pick<Sentence, 'items' | 'unit'> & {
  readonly counts: Extract<Measure, 'points' | 'quantity'>;
  readonly minimum: number;
};
