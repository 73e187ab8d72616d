import type { CalendarDate, DayNumber } from '../../values/calendar.js';
import type { Monthly } from '../../values/monthly.js';
import type { PersistentMap } from '../../values/persistent-map.js';

/** An account before its opening: nothing is known of it. */
export type UnopenedAccount = { readonly status: 'unopened' };

/** A visit at which points were redeemed. */
export type RedemptionRecord = {
  readonly redemptionId: string;
  readonly on: CalendarDate;
  /** Points that left the balance. */
  readonly deducted: number;
  readonly lines: readonly { readonly rewardId: string; readonly quantity: number }[];
};

/**
 * An open account: the fold of its events, plain JSON. Its totals are here; `figures`, `quantities` and `balanceOn` tell the rest. At
 * run time it also holds compact records for later decisions, whose form belongs to the library and changes with `FOLD_VERSION`.
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
  /** The sum of all corrections, with their signs. */
  readonly corrected: number;
  /** Points that left the balance. */
  readonly redeemed: number;
  /** The days of report-ins, including the opening if it counts as one. */
  readonly reportIns: readonly CalendarDate[];
  readonly redemptions: readonly RedemptionRecord[];
  /** The person whose account it is, if that is not the account's own id. */
  readonly memberId?: string;
};

/** A volunteer's account. */
export type Account = UnopenedAccount | OpenedAccount;

/** A matter or a claim: its day, its points, and the fingerprint of everything else that its command said. */
export type EntryRecord = readonly [on: DayNumber, points: number, content: number];

/** A correction: the fingerprint of its command, and the item of the matter it corrects (or `''`). */
export type CorrectionRecord = readonly [content: number, item: string];

/** Entries that use room under a limit, as one flat list: the matter or post of each, its day, its points. */
export type LimitedEntries = readonly (string | DayNumber | number)[];

/** What an account holds of one item. */
export type ItemRecord = {
  /** Points and number of its entries, by month. */
  readonly months: Monthly;
  /** Quantities such as hours: by unit, in hundredths. Absent if its entries have none. */
  readonly quantities?: { readonly [unit: string]: Monthly };
  /** Points that corrections freed under the item's limits. */
  readonly freed?: Monthly;
  /** Entries that scored under a limit. A correction that frees room lowers their points. */
  readonly limited?: LimitedEntries;
  /** Matters credited. */
  readonly matters: PersistentMap<EntryRecord>;
};

/** An open account with the compact records that the fold keeps for later decisions. */
export type FoldedAccount = OpenedAccount & {
  /** By item and month, from which the sum of any window is made. */
  readonly items: { readonly [item: string]: ItemRecord };
  /** Corrections, by the month in which they count. */
  readonly correctedIn: Monthly;
  /** Points that left the balance, by month. */
  readonly redeemedIn: Monthly;
  /** Claims, by their post or project. */
  readonly posts: PersistentMap<EntryRecord>;
  readonly corrections: PersistentMap<CorrectionRecord>;
};

/** The compact records of an open account. Every account that the fold made has them. */
export function folded(account: OpenedAccount): FoldedAccount {
  return account as FoldedAccount;
}

/** How many fields each kind of record has. */
export const FIELDS = { entry: 3, correction: 2, limited: 3 } as const;

/** The key of the opening among the matters of its item. No matter has it, since no id begins with a space. */
export const OPENING_KEY = ' opening';

/** The key of a matter under its item: credited once, or once in each capacity where these are two matters. */
export function matterKey(matterId: string, capacity?: string): string {
  return capacity === undefined ? matterId : ` ${capacity} ${matterId}`;
}

/**
 * The points that can be redeemed: earned + corrected − redeemed (clause 4.2). Negative if a correction took points already spent. If
 * the rules let points lapse, ask `balanceOn` for what is left on a day.
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
 * The points that count in the assessment: earned + corrected (clause 4.2: redeemed points go on counting).
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
