import type { Bank, Handbook, RuleSet } from 'points-bank';
import { createBank, handbookOn } from 'points-bank';
import type { BankFor } from '../store/counter-store.js';

/**
 * The bank as the event store decides by it. A redemption is decided by its community's handbook of the day, which has to be on the
 * shelf by then; the store holds it to what is left in stock.
 */
export class CounterBank {
  readonly bank: Bank<RuleSet>;
  private readonly shelf = new Map<string, readonly Handbook[]>();

  constructor(ruleSet: RuleSet) {
    this.bank = createBank(ruleSet);
  }

  /** Puts a community's editions on the shelf. */
  shelve(communityId: string, editions: readonly Handbook[]): void {
    this.shelf.set(communityId, editions);
  }

  /** The community's edition of a day. Where none was published by then, the first one says so better than a missing handbook would. */
  editionOn(communityId: string, on: string): Handbook | undefined {
    const editions = this.shelf.get(communityId) ?? [];
    return handbookOn(editions, on) ?? editions.at(-1);
  }

  readonly bankFor: BankFor = (command, stockLeft) => {
    if (command.type !== 'RedeemPoints') return this.bank;
    const edition = this.editionOn(command.data.communityId, command.data.on);
    return edition === undefined ? this.bank : this.bank.withHandbook(stockLeft(edition));
  };
}
