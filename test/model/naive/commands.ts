/*
 * The commands, as the design's table has them.
 */
import type { By, Line } from './ledger.js';

type Dated = { readonly accountId: string; readonly on: string; readonly by: By };

export type OpenAccount = {
  readonly type: 'OpenAccount';
  readonly data: Dated & {
    readonly role: string;
    readonly communityId: string;
    readonly formComplete: boolean;
    readonly colour?: string;
    readonly memberId?: string;
  };
};
export type ReportIn = { readonly type: 'ReportIn'; readonly data: Dated };
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
export type Command = OpenAccount | ReportIn | ClaimPost | CreditActivity | RedeemPoints | CorrectScore;

/** What a community's points centre can hand out (4.2). */
export type Reward = {
  readonly rewardId: string;
  readonly kind: 'service' | 'goods';
  readonly price: number;
  readonly consent?: string;
  readonly stock?: number;
  readonly limit?: { readonly quantity: number; readonly per: string };
};
export type Handbook = {
  readonly communityId: string;
  readonly version: string;
  readonly published: string;
  readonly filed?: string;
  readonly standingConsent?: string;
  readonly rewards: readonly Reward[];
};

/** What the rules are read by, and what there is. */
export type World = {
  readonly readings: import('./readings.js').Readings;
  readonly handbook: Handbook | undefined;
  readonly catalogue: ReadonlySet<string>;
};
