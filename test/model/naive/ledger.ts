/*
 * What has been entered, as a list; every figure is added up from it anew each time. Nothing leaves the list: what was undone is struck
 * out, and what waits to be verified is marked.
 */
import type { Name } from './commands.js';
import type { Role } from './text.js';

export type By = {
  readonly office: 'community' | 'subdistrict';
  readonly communityId?: string;
  readonly recorder?: string;
  readonly approvedBy?: string;
};
export type Line = { readonly rewardId: string; readonly quantity: number };
export type PricedLine = Line & { readonly price: number };

type Common = {
  readonly on: string;
  readonly by: By;
  /** Struck out by a reversal. */
  out?: boolean;
  /** Not verified yet. */
  pending?: boolean;
  /** Taken over from a closed account. */
  readonly handed?: boolean;
};
type Scored = { points: number; readonly scored: number };
export type Opening = Common & Scored & { readonly what: 'opening'; readonly isReportIn: boolean };
export type ReportIn = Common & Scored & { readonly what: 'report-in' };
export type Claim = Common &
  Scored & {
    readonly what: 'claim';
    readonly post: string;
    readonly kind: string;
    readonly difficulty: string;
    readonly catalogue: string | undefined;
  };
export type Matter = Common &
  Scored & {
    readonly what: 'matter';
    readonly item: string;
    readonly matter: string;
    readonly difficulty: string;
    readonly post: string | undefined;
    readonly catalogue: string | undefined;
    readonly note: string | undefined;
    /** Where service and attendance are two matters, which of them it is. */
    readonly capacity: 'service' | 'attendance' | undefined;
  };
/** What a closed account had of an item on a day: it counts, and can be neither named nor sent again. */
export type Handed = Common &
  Scored & { readonly what: 'handed'; readonly item: string; readonly freed: number };
export type HandedReportIn = Common & { readonly what: 'handed-report-in' };
export type HandedPost = Common & { readonly what: 'handed-post'; readonly post: string };
export type Visit = Common & {
  readonly what: 'visit';
  readonly id: string;
  /** As it was asked for. */
  readonly asked: readonly Line[];
  /** What was not returned, and what each cost the balance. */
  lines: readonly PricedLine[];
  /** What one of each reward cost the balance. */
  readonly prices: { readonly [rewardId: string]: number };
};
export type Correction = Common & {
  readonly what: 'correction';
  readonly id: string;
  readonly asked: number;
  readonly points: number;
  readonly reason: string;
  readonly corrects: string | undefined;
  readonly item: string | undefined;
  /** The day of the matter. */
  readonly matterOn: string | undefined;
  readonly frees: boolean;
  /** The day that decides its year. */
  readonly countsOn: string;
};
export type Release = Common & { readonly what: 'release'; readonly post: string };
export type Transfer = Common & {
  readonly what: 'transfer';
  readonly id: string;
  readonly other: string;
  readonly points: number;
};
export type Bar = Common & {
  readonly what: 'bar';
  readonly id: string;
  readonly from: string;
  readonly until: string | undefined;
  readonly said: string;
};
export type Scoring = Opening | ReportIn | Claim | Matter;
export type Entry =
  | Scoring
  | Handed
  | HandedReportIn
  | HandedPost
  | Visit
  | Correction
  | Release
  | Transfer
  | Bar;

/** Reversals about one entry, each undoing what the one before it did. */
export type Chain = {
  readonly entry: Entry;
  /** Of a visit, what came back; all of it where nothing is said. */
  readonly lines: readonly Line[] | undefined;
  readonly reversals: { readonly id: string; readonly on: string; readonly said: string }[];
  isOut: boolean;
};

export class Account {
  readonly id: string;
  readonly role: Role;
  readonly community: string;
  /** Whose account it is. */
  readonly person: string;
  readonly member: string | undefined;
  readonly opened: string;
  readonly continues: readonly string[];
  /** Everything that was entered. */
  readonly log: Entry[] = [];
  readonly chains: Chain[] = [];
  closed:
    | {
        readonly on: string;
        readonly reason: string;
        readonly by: string | undefined;
        readonly handsOn: boolean;
      }
    | undefined;

  constructor(of: Pick<Account, 'id' | 'role' | 'community' | 'person' | 'member' | 'opened' | 'continues'>) {
    this.id = of.id;
    this.role = of.role;
    this.community = of.community;
    this.person = of.person;
    this.member = of.member;
    this.opened = of.opened;
    this.continues = of.continues;
  }

  /** What stands, whether it counts yet or not. */
  get standing(): Entry[] {
    return this.log.filter((entry) => !entry.out);
  }

  /** What counts. */
  get entries(): Entry[] {
    return this.standing.filter((entry) => !entry.pending);
  }

  /** Enters something again, after everything else. */
  moveToEnd(entry: Entry): void {
    this.log.splice(this.log.indexOf(entry), 1);
    this.log.push(entry);
  }

  /** The latest day that an entry bears. */
  get latest(): string {
    return [this.opened, ...this.standing.map(({ on }) => on)].sort().at(-1) as string;
  }
}

export function isScoring(entry: Entry): entry is Scoring {
  return ['opening', 'report-in', 'claim', 'matter'].includes(entry.what);
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

/** The id of what was handed on: it counts, and nothing can be said of it. */
export const HANDED = ' handed';

/** What a reversal names an entry by. */
export function nameOf(entry: Entry): Name | undefined {
  if ('id' in entry && entry.id === HANDED) return undefined;
  switch (entry.what) {
    case 'matter':
      return {
        kind: 'matter',
        id: entry.matter,
        item: entry.item,
        ...(entry.capacity && { capacity: entry.capacity }),
      };
    case 'report-in':
      return { kind: 'report-in', id: entry.on };
    case 'claim':
      return { kind: 'claim', id: entry.post };
    case 'visit':
      return { kind: 'redemption', id: entry.id };
    case 'correction':
      return { kind: 'correction', id: entry.id };
    case 'transfer':
      return { kind: 'transfer', id: entry.id };
    case 'bar':
      return { kind: 'bar', id: entry.id };
    default:
      return undefined;
  }
}

/** The day on which an entry counts. */
export function countsOn(entry: Entry): string {
  return entry.what === 'correction' ? entry.countsOn : entry.on;
}

export type Figures = {
  readonly earned: number;
  readonly corrected: number;
  readonly redeemed: number;
  readonly transferred: number;
};

export function costOf({ lines }: Visit): number {
  return lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
}

/** The figures of the entries that are asked for. */
export function add(account: Account, wanted: (entry: Entry) => boolean = () => true): Figures {
  let [earned, corrected, redeemed, transferred] = [0, 0, 0, 0];
  for (const entry of account.entries.filter(wanted)) {
    if (entry.what === 'visit') redeemed += costOf(entry);
    else if (entry.what === 'correction') corrected += entry.points;
    else if (entry.what === 'transfer') transferred += entry.points;
    else if (isScoring(entry) || entry.what === 'handed') earned += entry.points;
  }
  return { earned, corrected, redeemed, transferred };
}

/** What corrections have given back of an entry: never more than it holds. */
export function freedOf(account: Account, entry: Scoring | Handed): number {
  if (entry.what === 'handed') return entry.freed;
  const given = account.entries
    .filter((of): of is Correction => of.what === 'correction' && of.frees)
    .filter((of) => of.item === itemOf(entry) && of.corrects === idOf(entry) && of.matterOn === entry.on)
    .reduce((sum, of) => sum - of.points, 0);
  return Math.min(entry.points, given);
}

/** 4.2: redeemed points go on counting in the assessment. */
export function assessmentOf(account: Account): number {
  const { earned, corrected } = add(account);
  return earned + corrected;
}
