import type { CalendarDate, DayNumber } from '../../values/calendar.js';
import type { Daily } from '../../values/daily.js';
import type { PersistentMap } from '../../values/persistent-map.js';
import type { Writable } from '../../values/writable.js';
import type { RedemptionLine } from '../commands/command.js';
import type { AffectedEntry, FactorApplied } from '../events/event.js';
import { requireAccount } from './require-account.js';

/** An account before its opening: nothing is known of it. */
export type UnopenedAccount = { readonly status: 'unopened' };

/** One line of a visit, as far as it was not returned. */
export type HeldLine = {
  readonly rewardId: string;
  readonly quantity: number;
  /** Points that left the balance for one. */
  readonly price: number;
};

/** A visit at which points were redeemed. */
export type RedemptionRecord = {
  readonly redemptionId: string;
  readonly on: CalendarDate;
  /** The community at which it was, if that was not the account's own. */
  readonly at?: string;
  /** Points that left the balance and have not come back. */
  readonly deducted: number;
  /** The lines as they were redeemed. */
  readonly lines: readonly HeldLine[];
  /** What else its command said. */
  readonly content: string;
  /** What came back since, in the order of the ids; absent if nothing did. */
  readonly returned?: readonly RedemptionLine[];
};

/** Why and when an account was closed, and where its holder went on. */
export type ClosingRecord = {
  readonly on: CalendarDate;
  readonly reason: string;
  /** The account that takes up what this one handed on, if the closing named it. */
  readonly continuedBy?: string;
};

/** A time in which an account is barred from something. */
export type BarRecord = {
  readonly barId: string;
  readonly ground: string;
  readonly on: CalendarDate;
  readonly from: CalendarDate;
  /** The last day; without end if absent. */
  readonly until?: CalendarDate;
  /** What else its command said. */
  readonly content: string;
  /** The matter whose entry set it, if no command of its own did. */
  readonly of?: { readonly item: string; readonly key: string };
};

/**
 * An account that was opened, and may have been closed since: the fold of its events, plain JSON. Its totals are here; `figures`,
 * `quantities` and `balanceOn` tell the rest. At run time it also holds compact records for later decisions, whose form belongs to the
 * library and changes with `FOLD_VERSION`.
 */
export type OpenedAccount = {
  readonly status: 'open' | 'closed';
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
  /** Points received from other accounts less those sent to them; they move the balance alone. */
  readonly transferred: number;
  /** The days of report-ins, including the opening if it counts as one. */
  readonly reportIns: readonly CalendarDate[];
  readonly redemptions: readonly RedemptionRecord[];
  readonly bars: readonly BarRecord[];
  /** The person whose account it is, if that is not the account's own id. */
  readonly memberId?: string;
  /** The closed accounts that this one continues. */
  readonly continues?: readonly string[];
  /** Present once the account is closed. */
  readonly closed?: ClosingRecord;
};

/** A volunteer's account. */
export type Account = UnopenedAccount | OpenedAccount;

/** A matter: its day, its points, and everything else that its command said. */
export type EntryRecord = readonly [on: DayNumber, points: number, content: string];

/** A claim: an entry, and the item that it is booked under. */
export type ClaimRecord = readonly [on: DayNumber, points: number, content: string, item: string];

/**
 * What only some matters have: a quantity in hundredths of a unit, below 0 where it lowers the sum of its unit, and a post that was served
 * in (`''` where there is none).
 */
export type DetailRecord = readonly [hundredths: number, unit: string, postId: string];

/** Of a matter whose quantity was added up before it scored: the window of the sum, and the points by it before factors and limits. */
export type SumRecord = readonly [window: string, scored: number];

/**
 * What entries that were reversed had added to the sum of a window, in hundredths, and what they had scored by it; below 0 where they came
 * back.
 */
export type UndoneOfSum = readonly [hundredths: number, scored: number];

/**
 * A correction: what else its command said; the item and the id of the matter it corrects (or `''`); its day and the day on which it
 * counts; its points; the room that it would free, and the day of the matter whose limits it would free it under.
 */
export type CorrectionRecord = readonly [
  content: string,
  item: string,
  of: string,
  on: DayNumber,
  countsOn: DayNumber,
  points: number,
  frees: number,
  matterOn: DayNumber,
];

/** The day on which a post was given up. */
export type ReleaseRecord = readonly [on: DayNumber];

/**
 * Entries that use room under a limit, as one flat list: the matter or post of each, its day, its points, and the points that
 * corrections would free of them.
 */
export type LimitedEntries = readonly (string | DayNumber | number)[];

/** What entries add up to, by day. */
export type Tally = {
  /** Their points and their number. */
  readonly days: Daily;
  /** Quantities such as hours: by unit, in hundredths. Absent if the entries have none. */
  readonly quantities?: { readonly [unit: string]: Daily };
  /** Points that corrections freed under the item's limits. */
  readonly freed?: Daily;
};

/** What the entries of one member of a household add up to. */
export type MemberTally = Tally & { readonly memberId: string };

/** What an account holds of one item. */
export type ItemRecord = Tally & {
  /** The same by member, in the order of their ids; absent if no entry names a member. */
  readonly members?: readonly MemberTally[];
  /** Entries that scored under a limit. */
  readonly limited?: LimitedEntries;
  /** Matters credited. */
  readonly matters: PersistentMap<EntryRecord>;
  /** What some of the matters have beside; absent if none has. */
  readonly details?: PersistentMap<DetailRecord>;
  /** What the matters scored whose quantities were added up; absent if none was. */
  readonly sums?: PersistentMap<SumRecord>;
  /** What was undone of sums since an entry last scored in their window; absent if nothing was. */
  readonly undone?: { readonly [window: string]: UndoneOfSum };
};

/** The record of an item while it is changed. */
export type WritableItem = Writable<ItemRecord>;

/** A matter as a whole, apart from the account: not counted in it yet, or no longer. */
export type LooseMatter = {
  readonly kind: 'matter';
  readonly item: string;
  /** Its key among the item's matters (see {@link matterKey}). */
  readonly key: string;
  /** Its id, by which limits know it. */
  readonly id: string;
  readonly entry: EntryRecord;
  readonly detail?: DetailRecord;
  readonly sum?: SumRecord;
  readonly isReportIn: boolean;
  /** Whether it uses room under limits. */
  readonly isLimited: boolean;
  /** The bar that stands while it does. */
  readonly bar?: BarRecord;
};

/** A claim as a whole, apart from the account. */
export type LooseClaim = {
  readonly kind: 'claim';
  readonly postId: string;
  readonly entry: ClaimRecord;
  readonly isLimited: boolean;
};

/** What a reversal took out of the account, from which it can be put back. */
export type Undone =
  | LooseMatter
  | LooseClaim
  | { readonly kind: 'redemption'; readonly redemption: RedemptionRecord }
  | {
      readonly kind: 'lines';
      readonly redemptionId: string;
      readonly lines: readonly RedemptionLine[];
      readonly points: number;
    }
  | { readonly kind: 'correction'; readonly correctionId: string; readonly correction: CorrectionRecord }
  | { readonly kind: 'pending'; readonly pending: PendingRecord }
  | { readonly kind: 'bar'; readonly bar: BarRecord }
  | { readonly kind: 'transfer'; readonly transfer: TransferRecord };

/** Points sent to another account, or received from one. */
export type TransferRecord = {
  readonly transferId: string;
  readonly on: CalendarDate;
  /** Received if above 0, sent if below. */
  readonly points: number;
  /** The other account. */
  readonly other: string;
};

/** An entry that waits to be verified, with what it scores before limits. */
export type PendingRecord = (LooseMatter | LooseClaim) & {
  readonly base: number;
  readonly factor?: FactorApplied;
  readonly scored: number;
  readonly difficulty?: string;
};

/** What an entry that waits scored when it was entered. */
export type PendingScore = Pick<PendingRecord, 'base' | 'scored' | 'difficulty' | 'factor'>;

/** One reversal of a chain, in which each undoes what the one before it did. */
export type ReversalRecord = {
  readonly reversalId: string;
  readonly on: CalendarDate;
  /** What else its command said. */
  readonly content: string;
};

/**
 * An entry that was reversed, and the reversals that followed each other: the first took it out, the second put it back, and so on. So
 * it is out if their number is odd.
 */
export type ReversedRecord = {
  readonly of: AffectedEntry;
  /** Of a redemption, the lines that it is about; absent if it is about all of them. */
  readonly lines?: readonly RedemptionLine[];
  /** What the command of the entry said, which tells it from others that have its name before or after it. */
  readonly said: string;
  readonly chain: readonly ReversalRecord[];
  /** What is out of the account; absent while the entry is back in it. */
  readonly undone?: Undone;
};

/** An account with the compact records that the fold keeps for later decisions. */
export type FoldedAccount = OpenedAccount & {
  /** By item and day, from which the sum of any window is made. */
  readonly items: { readonly [item: string]: ItemRecord };
  /** Corrections upwards, by the day on which they count. */
  readonly raisedOn: Daily;
  /** Corrections downwards, by the day on which they count. */
  readonly loweredOn: Daily;
  /** Points that left the balance, by day. */
  readonly redeemedOn: Daily;
  /** Points received from other accounts, by day. */
  readonly receivedOn: Daily;
  /** Points sent to other accounts, by day; they are below 0. */
  readonly sentOn: Daily;
  /** Claims, by their post or project. */
  readonly posts: PersistentMap<ClaimRecord>;
  /** Posts that were given up. */
  readonly releases: PersistentMap<ReleaseRecord>;
  readonly corrections: PersistentMap<CorrectionRecord>;
  readonly transfers: readonly TransferRecord[];
  /** Entries that wait to be verified and count nowhere until then. */
  readonly pending: readonly PendingRecord[];
  readonly reversed: readonly ReversedRecord[];
};

/** The compact records of an open account. Every account that the fold made has them. */
export function folded(account: OpenedAccount): FoldedAccount {
  return account as FoldedAccount;
}

/** How many fields each kind of record has. */
export const FIELDS = {
  entry: 3,
  claim: 4,
  detail: 3,
  sum: 2,
  correction: 8,
  release: 1,
  limited: 4,
} as const;

/** The key of the opening among the matters of its item. No matter has it, since no id begins with a space. */
export const OPENING_KEY = ' opening';

/** The key of a matter under its item: credited once, or once in each capacity where these are two matters. */
export function matterKey(matterId: string, capacity?: string): string {
  return capacity === undefined ? matterId : ` ${capacity} ${matterId}`;
}

/** The id of the matter that has this key. */
export function idOfKey(key: string): string {
  return key.startsWith(' ') ? key.slice(key.indexOf(' ', 1) + 1) : key;
}

/**
 * The points that can be redeemed: earned + corrected − redeemed, with what was received from other accounts and without
 * what was sent to them. Negative if a correction or a reversal took points already spent, and 0 once the account is closed. For what is
 * held on a day, see `balanceOn`.
 *
 * @example
 * ```ts
 * import { initialAccount, redeemable } from 'points-bank'
 *
 * console.log(redeemable(initialAccount)) // → 0
 * ```
 */
export function redeemable(account: Account): number {
  requireAccount(account);
  return account.status === 'open'
    ? account.earned + account.corrected - account.redeemed + account.transferred
    : 0;
}

/**
 * The points that count in the assessment: earned + corrected. Redeemed points go on counting.
 *
 * @example
 * ```ts
 * import { assessment, initialAccount } from 'points-bank'
 *
 * console.log(assessment(initialAccount)) // → 0
 * ```
 */
export function assessment(account: Account): number {
  requireAccount(account);
  return account.status === 'unopened' ? 0 : account.earned + account.corrected;
}
