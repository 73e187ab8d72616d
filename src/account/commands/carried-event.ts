import type { CalendarDate } from '../../values/calendar.js';

/*
 * Events of another account that a command carries: as much of them as the decision needs. The events as they are stored are of these
 * types; what they say beside is not read.
 */

/** The points and quantity that an account, or one member of its household, had of one item on one day. */
export type HandedItem = {
  readonly item: string;
  readonly on: CalendarDate;
  readonly points: number;
  /** The number of entries that made them. */
  readonly entries: number;
  /** Of `points`, those that corrections freed under the limits of the item. */
  readonly freed?: number;
  readonly quantities?: readonly HandedQuantity[];
  /** The member of the household who made them, if the entries name one. */
  readonly memberId?: string;
};

/** A quantity of one unit, such as hours; below 0 where more was taken off than added. */
export type HandedQuantity = { readonly unit: string; readonly quantity: number };

/** Points of one day: corrections that count on it, or a transfer. */
export type HandedPoints = { readonly on: CalendarDate; readonly points: number };

/** A visit at which points were redeemed, with what of it was not returned. */
export type HandedVisit = {
  readonly redemptionId: string;
  readonly on: CalendarDate;
  /** The community at which it was, if that was not the account's own. */
  readonly at?: string;
  readonly lines: readonly HandedLine[];
};

/** A line of a visit, and the points that left the balance for one. */
export type HandedLine = { readonly rewardId: string; readonly quantity: number; readonly price: number };

/** A post that is held. */
export type HandedPost = { readonly postId: string; readonly on: CalendarDate };

/** A bar that has not ended. */
export type HandedBar = {
  readonly barId: string;
  readonly ground: string;
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
};

/**
 * What a closed account hands on: what it earned and spent, day by day, so that every window, limit, visit and lapse goes on as it was;
 * its report-ins, and the posts held.
 */
export type HandedOn = {
  readonly items: readonly HandedItem[];
  readonly corrected: readonly HandedPoints[];
  readonly transferred: readonly HandedPoints[];
  readonly visits: readonly HandedVisit[];
  readonly reportIns: readonly CalendarDate[];
  readonly posts: readonly HandedPost[];
  readonly bars: readonly HandedBar[];
};

/** The closing of an account, as far as the account that continues it needs it. An `AccountClosed` event is one. */
export type ClosedAccount = {
  readonly type: 'AccountClosed';
  readonly data: {
    readonly accountId: string;
    readonly communityId: string;
    /** The day of the closing. */
    readonly on: CalendarDate;
    readonly reason: string;
    readonly memberId?: string;
    readonly continuedBy?: string;
    /** Absent where the closing forfeits everything. */
    readonly handedOn?: HandedOn;
  };
};

/** Another open account of the same person. It is said by the host, since a decision sees one account alone. */
export type OtherAccount = { readonly accountId: string; readonly communityId: string };

/** Points sent, as far as the receiving account needs it. A `PointsSent` event is one. */
export type SentPoints = {
  readonly type: 'PointsSent';
  readonly data: {
    readonly accountId: string;
    readonly transferId: string;
    readonly to: string;
    readonly points: number;
    readonly on: CalendarDate;
  };
};
