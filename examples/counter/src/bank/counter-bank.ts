import type { Bank, Handbook, Programme, RuleSet } from 'points-bank';
import { createBank, handbookOn, programmeOn } from 'points-bank';
import type { BankFor } from '../store/counter-store.js';

/** What a community published: its handbooks and its programmes, edition by edition. */
export type Published = {
  readonly handbooks: readonly Handbook[];
  readonly programmes: readonly Programme[];
};

const NOTHING: Published = { handbooks: [], programmes: [] };

/**
 * The bank as the event store decides by it. A redemption is decided by its community's handbook of the day, a claim or a matter by its
 * programme; both have to be on the shelf by then, and the store holds the handbook to what is left in stock.
 */
export class CounterBank {
  readonly bank: Bank<RuleSet>;
  private readonly shelf = new Map<string, Published>();

  constructor(ruleSet: RuleSet) {
    this.bank = createBank(ruleSet);
  }

  /** Puts what a community published on the shelf. */
  shelve(communityId: string, published: Partial<Published>): void {
    this.shelf.set(communityId, { ...NOTHING, ...published });
  }

  /** The community's edition of a day. Where none was published by then, the first one says so better than a missing handbook would. */
  editionOn(communityId: string, on: string): Handbook | undefined {
    const { handbooks } = this.shelf.get(communityId) ?? NOTHING;
    return handbookOn(handbooks, on) ?? handbooks.at(-1);
  }

  /** The bank with the community's programme of a day; any posts and matters are taken where it has none. */
  programmedOn(communityId: string | undefined, on: string): Bank<RuleSet> {
    const { programmes } = this.shelf.get(communityId ?? '') ?? NOTHING;
    const programme = programmeOn(programmes, on);
    return programme === undefined ? this.bank : this.bank.withProgramme(programme);
  }

  readonly bankFor: BankFor = (command, stockLeft) => {
    switch (command.type) {
      case 'RedeemPoints': {
        const edition = this.editionOn(command.data.communityId, command.data.on);
        return edition === undefined ? this.bank : this.bank.withHandbook(stockLeft(edition));
      }
      case 'ClaimPost':
      case 'ReleasePost':
      case 'CreditActivity':
        return this.programmedOn(command.data.by.communityId, command.data.on);
      default:
        return this.bank;
    }
  };
}
