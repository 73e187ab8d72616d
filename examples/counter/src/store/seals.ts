import { AsyncLocalStorage } from 'node:async_hooks';
import type { StoredEvent } from 'points-bank';
import { type ChainEnd, NO_HASH, type Seal, type SealedEvent, seal } from 'points-bank/audit';

/*
 * Every entry is sealed in the transaction that appends it: each account has a chain of its own, so that nobody waits for another account. The
 * ends of the chains are kept from time to time, in a chain over all accounts: that one shows that an account, or its newest entries with
 * their seals, is gone. Seals and ends are only ever added to.
 */

/** An entry as it is stored, whatever was done to it. */
export type StoredEntry = {
  /** The id that the event store gave it. */
  readonly messageId: string;
  readonly stored: StoredEvent;
};

/** A seal as it was written, and the entry that it was written for. */
export type WrittenSeal = Seal & {
  readonly messageId: string;
  readonly communityId: string;
  /** When it was made, for an entry that had been entered before: by a counter that sealed nothing yet, or in another database. */
  readonly sealedLater?: string | undefined;
};

/** The end of an account's chain as it was kept. */
export type AccountEnd = {
  readonly accountId: string;
  readonly communityId: string;
  readonly entries: number;
  readonly head: string;
};

/** An account as the database has it: its entries, the seals that were written, and its ends that were kept. */
export type SealedAccount = {
  readonly accountId: string;
  readonly entries: readonly StoredEntry[];
  readonly seals: readonly WrittenSeal[];
  /** In the order in which they were kept, each with its place in the chain over all accounts. */
  readonly ends: readonly (AccountEnd & { readonly place: number })[];
};

/** An end in the chain over all accounts, which whoever keeps its head on paper can follow to the first. */
export type KeptEnd = SealedEvent<{ readonly type: 'AccountEnd'; readonly data: AccountEnd }>;

export interface Seals {
  /**
   * Every account that has entries, seals or an end that was kept, some at a time; those of a community where one is named.
   *
   * @param communityId - also whose kept ends the accounts come with: a community's, or those over all
   */
  accounts(communityId?: string): AsyncIterable<readonly SealedAccount[]>;
  /** The accounts that are named, as far as they have entries. */
  named(accountIds: readonly string[]): Promise<readonly SealedAccount[]>;
  /** Every entry in the order of the store, as it is stored. */
  record(): AsyncIterable<StoredEvent>;
  /** The ends that were kept of a community's accounts, or of all. */
  ends(communityId?: string): AsyncIterable<KeptEnd>;
  /** Keeps the ends that are new since the last time, and gives the end of the chain over all of them. */
  keepEnds(communityId?: string): Promise<ChainEnd>;
  /** Takes in ends that were kept elsewhere, as far as they are not there yet. */
  takeEnds(ends: AsyncIterable<KeptEnd>, communityId?: string): Promise<void>;
}

/** What is appended within is sealed later than it was entered: when its seals are made, or were. */
export const sealingLater = new AsyncLocalStorage<string>();

/** The seals of entries that are appended after the end of an account's chain. */
export function sealsOf(entries: readonly StoredEntry[], end: ChainEnd | undefined): WrittenSeal[] {
  const sealedLater = sealingLater.getStore();
  const sealed = seal(
    entries.map(({ stored }) => stored),
    end,
  );
  return sealed.map(({ data, metadata: { sequence, previousHash, hash } }, i) => ({
    messageId: (entries[i] as StoredEntry).messageId,
    communityId: String(data.communityId),
    sequence,
    previousHash,
    hash,
    ...(sealedLater === undefined ? {} : { sealedLater }),
  }));
}

/** The end of a chain whose last seal this is. */
export function endAt({ sequence, hash }: Pick<Seal, 'sequence' | 'hash'>): ChainEnd {
  return { length: sequence + 1, head: hash };
}

/** Ends after those that were kept before. */
export function chained(ends: readonly AccountEnd[], previous: ChainEnd | undefined): readonly KeptEnd[] {
  return seal(
    ends.map((data) => ({ type: 'AccountEnd', data }) as const),
    previous,
  );
}

/** The end of the chain over all accounts, with the ends that came to it. */
export function endAfter(ends: readonly KeptEnd[], previous: ChainEnd | undefined): ChainEnd {
  const last = ends.at(-1)?.metadata;
  return last === undefined ? (previous ?? { length: 0, head: NO_HASH }) : endAt(last);
}

/** Whether an account is of the community, by an entry or by a seal; any is of all. */
export function isOf({ entries, seals, ends }: SealedAccount, communityId: string | undefined): boolean {
  return (
    communityId === undefined ||
    entries.some(({ stored }) => stored.data.communityId === communityId) ||
    seals.some((one) => one.communityId === communityId) ||
    ends.length > 0
  );
}
