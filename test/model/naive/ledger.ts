/*
 * What has been entered, as a list; every figure is added up from it anew each time.
 */
import type { Role } from './text.js';

export type By = {
  readonly office: 'community' | 'street';
  readonly communityId?: string;
  readonly recorder?: string;
  readonly approvedBy?: string;
};
export type Line = { readonly rewardId: string; readonly quantity: number };

type Common = {
  readonly on: string;
  readonly by: By;
};
export type Opening = Common & { readonly what: 'opening'; readonly points: number; freed: number };
export type ReportIn = Common & { readonly what: 'report-in'; readonly points: number; freed: number };
export type Claim = Common & {
  readonly what: 'claim';
  readonly post: string;
  readonly kind: string;
  readonly difficulty: string;
  readonly catalogue: string | undefined;
  readonly points: number;
  /** What corrections have given back of it. */
  freed: number;
};
export type Matter = Common & {
  readonly what: 'matter';
  readonly item: string;
  readonly matter: string;
  readonly difficulty: string;
  readonly post: string | undefined;
  readonly catalogue: string | undefined;
  readonly note: string | undefined;
  readonly points: number;
  freed: number;
};
export type Visit = Common & {
  readonly what: 'visit';
  readonly id: string;
  readonly lines: readonly Line[];
  readonly deducted: number;
};
export type Correction = Common & {
  readonly what: 'correction';
  readonly id: string;
  readonly asked: number;
  readonly points: number;
  readonly reason: string;
  readonly corrects: string | undefined;
  readonly item: string | undefined;
  /** The day that decides its year. */
  readonly countsOn: string;
};
export type Scoring = Opening | ReportIn | Claim | Matter;
export type Entry = Scoring | Visit | Correction;

export type Account = {
  readonly role: Role;
  readonly community: string;
  /** Whose account it is. */
  readonly person: string;
  readonly opened: string;
  readonly entries: Entry[];
};

export function isScoring(entry: Entry): entry is Scoring {
  return entry.what !== 'visit' && entry.what !== 'correction';
}

/** The item of a role's list that an entry is of. */
export function itemOf(entry: Scoring): string {
  if (entry.what === 'matter') return entry.item;
  return entry.what === 'claim' ? 'claim' : 'registration';
}

/** What a correction names an entry by: its matter, its post, or its day. */
export function idOf(entry: Scoring): string {
  if (entry.what === 'matter') return entry.matter;
  return entry.what === 'claim' ? entry.post : entry.on;
}

/** The day on which an entry counts. */
export function countsOn(entry: Entry): string {
  return entry.what === 'correction' ? entry.countsOn : entry.on;
}

export type Figures = { readonly earned: number; readonly corrected: number; readonly redeemed: number };

/** The figures of the entries that are asked for. */
export function add(account: Account, wanted: (entry: Entry) => boolean = () => true): Figures {
  let [earned, corrected, redeemed] = [0, 0, 0];
  for (const entry of account.entries.filter(wanted)) {
    if (entry.what === 'visit') redeemed += entry.deducted;
    else if (entry.what === 'correction') corrected += entry.points;
    else earned += entry.points;
  }
  return { earned, corrected, redeemed };
}

/** 4.2: redeemed points go on counting in the assessment. */
export function assessmentOf(account: Account): number {
  const { earned, corrected } = add(account);
  return earned + corrected;
}
