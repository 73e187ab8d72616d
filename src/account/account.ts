import type { CalendarDate, Month } from '../values/calendar.js';
import type { Keyed } from '../values/keyed.js';
import type { Window } from '../values/window.js';

/** Not opened yet: nothing is known of it. */
export type UnopenedAccount = { readonly status: 'unopened' };

/** What one month holds of one item. */
export type ItemTally = {
  readonly points: number;
  readonly entries: number;
  /** What its entries counted, such as hours, by unit and in hundredths; absent where they counted nothing. */
  readonly quantities?: { readonly [unit: string]: number };
  /** Points that corrections freed under the item's limits. */
  readonly freed?: number;
  /** Entries that count against a limit and scored; a correction that frees room lowers their points. */
  readonly limited?: readonly LimitedEntry[];
};

/** An entry that uses room under a limit: its matter or post, its day, its points. */
export type LimitedEntry = readonly [id: string, on: CalendarDate, points: number];

/** What one month holds. */
export type MonthTally = {
  readonly items: { readonly [item: string]: ItemTally };
  /** Corrections that count in this month. */
  readonly corrected: number;
  /** Points that left the balance. */
  readonly redeemed: number;
};

/** A matter credited: its day, its points, and the fingerprint of the command's content. */
export type MatterRecord = readonly [on: CalendarDate, points: number, content: number];

/** A correction made: the fingerprint of the command's content, and the item of the matter it corrects (or `''`). */
export type CorrectionRecord = readonly [content: number, item: string];

/** A visit already made. */
export type RedemptionRecord = {
  readonly redemptionId: string;
  readonly on: CalendarDate;
  /** What left the balance. */
  readonly deducted: number;
  readonly lines: readonly { readonly rewardId: string; readonly quantity: number }[];
};

/**
 * An open account: plain JSON, the fold of its events. It holds what later decisions need and nothing else; the story itself is
 * in the events.
 */
export type OpenedAccount = {
  readonly status: 'open';
  readonly accountId: string;
  readonly role: string;
  readonly colour: string;
  readonly communityId: string;
  readonly openedOn: CalendarDate;
  /** The latest day that an entry bears. */
  readonly latestOn: CalendarDate;
  /** Points credited, opening included. */
  readonly earned: number;
  /** Corrections, added up with their signs. */
  readonly corrected: number;
  /** Points that left the balance. */
  readonly redeemed: number;
  /** Sums by month (`YYYY-MM`), from which the sum of any window is made. */
  readonly months: { readonly [month: string]: MonthTally };
  /** The days of report-ins, the opening among them where it counts as one. */
  readonly reportIns: readonly CalendarDate[];
  /** Matters credited, by item and matter. */
  readonly matters: Keyed<MatterRecord>;
  /** Posts and projects claimed, each with its claims. */
  readonly posts: Keyed<readonly MatterRecord[]>;
  readonly corrections: Keyed<CorrectionRecord>;
  readonly redemptions: readonly RedemptionRecord[];
};

/** A volunteer's account. */
export type Account = UnopenedAccount | OpenedAccount;

/** The key of the opening among the matters of its item: no matter's own, since those have a space in them. */
export function openingKey(item: string): string {
  return `${item}/opening`;
}

/** The key of a matter: it is credited once under an item (and once in each capacity, where these are two matters). */
export function matterKey(item: string, matterId: string, capacity?: string): string {
  return capacity === undefined ? `${item} ${matterId}` : `${item}/${capacity} ${matterId}`;
}

/**
 * Points that can be redeemed: earned + corrected − redeemed (clause 4.2). May be negative after a correction. Where the rules
 * let points lapse, `balanceOn` says what is left on a day.
 *
 * @example
 * ```ts
 * import { initialAccount, redeemable } from 'points-bank'
 *
 * console.log(redeemable(initialAccount)) // → 0
 * ```
 */
export function redeemable(account: Account): number {
  return account.status === 'open' ? account.earned + account.corrected - account.redeemed : 0;
}

/**
 * Points that count in the assessment: earned + corrected (clause 4.2: redeemed points go on counting).
 *
 * @example
 * ```ts
 * import { assessment, initialAccount } from 'points-bank'
 *
 * console.log(assessment(initialAccount)) // → 0
 * ```
 */
export function assessment(account: Account): number {
  return account.status === 'open' ? account.earned + account.corrected : 0;
}

/** The tallies of the months that lie in a window, each with its month. */
export function* monthsIn(account: OpenedAccount, window: Window): Generator<[Month, MonthTally]> {
  for (const [month, tally] of Object.entries(account.months)) {
    if (month >= window.first && month <= window.last) yield [month, tally];
  }
}
