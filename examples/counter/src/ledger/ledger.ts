import type { Account, BankEvent } from 'points-bank';
import { evolve, initialAccount } from 'points-bank';
import type { CounterStore } from '../store/counter-store.js';

export type LedgerAccount = { readonly account: Account; readonly events: readonly BankEvent[] };

/** What one account's events came to so far. */
type Kept = { account: Account; readonly events: BankEvent[] };

/**
 * All accounts with their events, for reports and lists: read from the store once and caught up from its order before each use.
 * Nothing is decided on it; a decision reads the account's own stream.
 */
export class Ledger {
  private readonly store: CounterStore;
  private readonly accounts = new Map<string, Kept>();
  private readonly byCommunity = new Map<string, Set<string>>();
  private position: bigint | undefined;
  private catching: Promise<void> | undefined;

  constructor(store: CounterStore) {
    this.store = store;
  }

  /** Everything that was stored before the call is in it after. */
  async caughtUp(): Promise<this> {
    // A run that is under way may have passed the place where the newest event went: wait for it and run once more.
    await this.catching;
    this.catching ??= this.catchUp().finally(() => {
      this.catching = undefined;
    });
    await this.catching;
    return this;
  }

  communities(): string[] {
    return [...this.byCommunity.keys()].sort();
  }

  account(accountId: string): LedgerAccount | undefined {
    return this.accounts.get(accountId);
  }

  /** The accounts of a community, or of all, by id. */
  accountsOf(communityId?: string): [accountId: string, LedgerAccount][] {
    const ids =
      communityId === undefined ? [...this.accounts.keys()] : [...(this.byCommunity.get(communityId) ?? [])];
    return ids.sort().flatMap((id) => {
      const kept = this.accounts.get(id);
      return kept === undefined ? [] : [[id, kept] as [string, LedgerAccount]];
    });
  }

  /** The events of a community, or of all, account by account. */
  *eventsOf(communityId?: string): Generator<BankEvent> {
    for (const [, { events }] of this.accountsOf(communityId)) yield* events;
  }

  private async catchUp(): Promise<void> {
    for await (const { position, event } of this.store.all(this.position)) {
      this.take(event);
      this.position = position;
    }
  }

  private take(event: BankEvent): void {
    const { accountId, communityId } = event.data;
    const kept = this.accounts.get(accountId) ?? { account: initialAccount, events: [] };
    this.accounts.set(accountId, kept);
    kept.events.push(event);
    kept.account = evolve(kept.account, event);
    const own = this.byCommunity.get(communityId) ?? new Set();
    this.byCommunity.set(communityId, own.add(accountId));
  }
}
