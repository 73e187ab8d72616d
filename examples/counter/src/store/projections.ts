import type { KnownMatter } from '../bank/known-matters.js';
import type { AccountRow } from './account-row.js';
import type { StockLeft } from './counter-store.js';
import type { RegisterSums } from './register-sums.js';

/** Which accounts are meant; of all communities, and open and closed ones, unless it says otherwise. */
export type AccountsAsked = {
  readonly communityId?: string | undefined;
  /** Open or closed, as things stand; on a day where `on` names one. */
  readonly state?: 'open' | 'closed' | undefined;
  /** Opened by this day. */
  readonly on?: string | undefined;
  /** Open on this day or later. */
  readonly notClosedBefore?: string | undefined;
  /** What the id has in it, whatever its case, or whose ids these are. */
  readonly word?: { readonly text: string; readonly accountIds: readonly string[] } | undefined;
  /** Whose account it is. */
  readonly memberId?: string | undefined;
  /** Those that have an entry of a later day. */
  readonly busyAfter?: string | undefined;
  /** Those that can report in on a day. */
  readonly reportInOn?: string | undefined;
};

/** Which of them are listed: by id, unless the latest entry, or the highest id, comes first. */
export type PageOfAccounts = {
  readonly limit: number;
  readonly offset?: number;
  readonly order?: 'by-id' | 'latest-first' | 'last-id-first';
  /** Those whose id comes after this one. */
  readonly after?: string | undefined;
};

/** What the desk says of a community's open accounts. */
export type DeskFigures = {
  readonly communityId: string;
  readonly accounts: number;
  readonly outstanding: number;
  /** Earned in the year. */
  readonly earned: number;
  /** How many can report in on the day. */
  readonly notReportedIn: number;
};

/** As many matters and posts are known as a programme may have. */
export const MOST_KNOWN = 10_000;

/** How far a rebuild has come, in accounts. */
export type Rebuilt = { readonly done: number; readonly of: number };

/**
 * What is read from the events for lists and reports. It is kept in the transaction that appends an event, so whatever was acknowledged is in
 * it, in every process; and it could be thrown away, for it is made of the events alone.
 */
export interface Projections {
  /** The communities that have accounts, by id. */
  communities(): Promise<readonly string[]>;
  /** The community of each of these accounts that is there. */
  communitiesOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  accounts(asked: AccountsAsked, page: PageOfAccounts): Promise<readonly AccountRow[]>;
  count(asked: AccountsAsked): Promise<number>;
  /** The account of a community whose id ends with the highest number. */
  highestNumbered(communityId: string): Promise<string | undefined>;
  /** Of one community, or of each that has accounts. */
  desk(asked: {
    readonly communityId?: string | undefined;
    readonly on: string;
  }): Promise<readonly DeskFigures[]>;
  /** The matters on record that were not undone, the latest first, each as it was credited last. */
  matters(communityId?: string): Promise<readonly KnownMatter[]>;
  /** The posts that were claimed. */
  posts(communityId?: string): Promise<readonly string[]>;
  /** The totals of the register of a day, without points that lapse. */
  register(on: string, communityId?: string): Promise<RegisterSums>;
  /** What a community's redemptions have left of an edition. */
  stockLeft(communityId: string): Promise<StockLeft>;
  /** The accounts that sent points to an account. */
  sendersTo(accountId: string): Promise<readonly string[]>;
  /** Makes everything anew from the first event on. Whoever enters something meanwhile waits. */
  rebuild(told?: (rebuilt: Rebuilt) => void): Promise<void>;
}
