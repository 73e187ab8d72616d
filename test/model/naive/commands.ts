/*
 * The commands, as the design's table has them.
 */
import type { By, Line } from './ledger.js';

type Dated = {
  readonly accountId: string;
  readonly on: string;
  readonly by: By;
  readonly recordedOn?: string;
};

export type OpenAccount = {
  readonly type: 'OpenAccount';
  readonly data: Dated & {
    readonly role: string;
    readonly communityId: string;
    readonly formComplete: boolean;
    readonly colour?: string;
    readonly memberId?: string;
    readonly continues?: readonly Closing[];
    /** Where else the person has an account. */
    readonly otherAccounts?: readonly { readonly accountId: string; readonly communityId: string }[];
  };
};
/** The closing of an account, as far as the one that continues it is told of it. */
export type Closing = {
  readonly type: string;
  readonly data: {
    readonly accountId: string;
    readonly on: string;
    readonly memberId?: string;
    readonly continuedBy?: string;
    readonly handedOn?: unknown;
  };
};
export type ReportIn = {
  readonly type: 'ReportIn';
  readonly data: Dated & { readonly formComplete?: boolean };
};
export type ClaimPost = {
  readonly type: 'ClaimPost';
  readonly data: Dated & {
    readonly postId: string;
    readonly kind: 'post' | 'project';
    readonly difficulty?: string;
    readonly catalogue?: string;
  };
};
export type CreditActivity = {
  readonly type: 'CreditActivity';
  readonly data: Dated & {
    readonly item: string;
    readonly matterId: string;
    readonly difficulty?: string;
    readonly quantity?: number;
    readonly postId?: string;
    readonly catalogue?: string;
    readonly clause?: string;
    readonly note?: string;
  };
};
export type RedeemPoints = {
  readonly type: 'RedeemPoints';
  readonly data: Dated & {
    readonly redemptionId: string;
    readonly communityId: string;
    readonly lines: readonly Line[];
    readonly collectedBy?: string;
  };
};
export type CorrectScore = {
  readonly type: 'CorrectScore';
  readonly data: Dated & {
    readonly correctionId: string;
    readonly points: number;
    readonly reason: string;
    readonly corrects?: string;
    readonly item?: string;
  };
};
export type ReleasePost = {
  readonly type: 'ReleasePost';
  readonly data: Dated & { readonly postId: string };
};
export type Kind =
  | 'matter'
  | 'report-in'
  | 'claim'
  | 'redemption'
  | 'correction'
  | 'bar'
  | 'transfer'
  | 'reversal';
/** The name of an entry. */
export type Name = {
  readonly kind: Kind;
  readonly id: string;
  readonly item?: string;
  readonly capacity?: 'service' | 'attendance';
  /** The day of a claim. */
  readonly on?: string;
};
export type VerifyEntry = {
  readonly type: 'VerifyEntry';
  readonly data: Dated & { readonly verifies: Name };
};
export type ReverseEntry = {
  readonly type: 'ReverseEntry';
  readonly data: Dated & {
    readonly reversalId: string;
    readonly reverses: Name;
    readonly lines?: readonly Line[];
    readonly reason: string;
  };
};
export type CloseAccount = {
  readonly type: 'CloseAccount';
  readonly data: Dated & { readonly reason: string; readonly continuedBy?: string };
};
export type TransferPoints = {
  readonly type: 'TransferPoints';
  readonly data: Dated & { readonly transferId: string; readonly to: string; readonly points: number };
};
export type ReceivePoints = {
  readonly type: 'ReceivePoints';
  readonly data: Dated & {
    readonly sent: {
      readonly type: string;
      readonly data: {
        readonly accountId: string;
        readonly transferId: string;
        readonly to: string;
        readonly points: number;
        readonly on: string;
      };
    };
  };
};
export type BarAccount = {
  readonly type: 'BarAccount';
  readonly data: Dated & {
    readonly barId: string;
    readonly ground: string;
    readonly from: string;
    readonly until?: string;
    readonly reason: string;
  };
};
export type Command =
  | OpenAccount
  | ReportIn
  | ClaimPost
  | CreditActivity
  | RedeemPoints
  | CorrectScore
  | ReleasePost
  | VerifyEntry
  | ReverseEntry
  | CloseAccount
  | TransferPoints
  | ReceivePoints
  | BarAccount;

/** What a community's points centre can hand out (4.2). */
export type Reward = {
  readonly rewardId: string;
  readonly kind: 'service' | 'goods' | 'honour';
  readonly price: number;
  readonly consent?: string;
  readonly stock?: number;
  readonly limit?: {
    readonly quantity: number;
    readonly per: string | { readonly last: number; readonly of: string };
  };
};
export type Handbook = {
  readonly communityId: string;
  readonly version: string;
  readonly published: string;
  readonly filed?: string;
  readonly follows?: string;
  readonly daysOff?: readonly string[];
  readonly standingConsent?: string;
  readonly rewards: readonly Reward[];
};

/** What the rules are read by, and what there is. */
export type World = {
  readonly readings: import('./readings.js').Readings;
  readonly handbook: Handbook | undefined;
  readonly catalogue: ReadonlySet<string>;
  /** Whether a community added that points may be sent on, and a ground that bars from redeeming and earning. */
  readonly more: boolean;
};
