import { AsyncLocalStorage } from 'node:async_hooks';
import type { Account, Bank, BankEvent, Decision, Handbook, RuleSet } from 'points-bank';
import { createBank, handbookOn, Refused } from 'points-bank';

/** Who entered something and when it arrived: kept in the event's metadata, beside what was decided. */
export type Entered = { readonly enteredBy: string; readonly receivedAt: string };

/**
 * The bank as the event store decides by it. A redemption is decided by its community's handbook of the day, which has to be on the
 * shelf by then; what is accepted is signed by whoever entered it.
 */
export class CounterBank {
  readonly bank: Bank<RuleSet>;
  private readonly shelf = new Map<string, readonly Handbook[]>();
  private readonly entering = new AsyncLocalStorage<Entered>();

  constructor(ruleSet: RuleSet) {
    const plain = createBank(ruleSet);
    const decide = (command: unknown, account: Account): Decision => {
      const handbook = this.handbookFor(command);
      const bank = handbook === undefined ? plain : plain.withHandbook(handbook);
      const decision = bank.decide(command, account);
      return decision.accepted ? { ...decision, events: decision.events.map(this.signed) } : decision;
    };
    this.bank = {
      ...plain,
      decide: decide as Bank<RuleSet>['decide'],
      decider: {
        ...plain.decider,
        decide: (command, account) => {
          const decision = decide(command, account);
          if (!decision.accepted) throw new Refused(decision.refusal);
          return [...decision.events];
        },
      },
    };
  }

  get ruleSet(): RuleSet {
    return this.bank.ruleSet;
  }

  /** Puts a community's editions on the shelf, with what is left in stock. */
  shelve(communityId: string, editions: readonly Handbook[]): void {
    this.shelf.set(communityId, editions);
  }

  /** Whatever is decided within the work bears who entered it. */
  enteredBy<T>(entered: Entered, work: () => Promise<T>): Promise<T> {
    return this.entering.run(entered, work);
  }

  private readonly signed = (event: BankEvent): BankEvent => {
    const entered = this.entering.getStore();
    return entered === undefined ? event : { ...event, metadata: { ...event.metadata, ...entered } };
  };

  private handbookFor(command: unknown): Handbook | undefined {
    const { type, data } = (command ?? {}) as {
      type?: unknown;
      data?: { communityId?: unknown; on?: unknown };
    };
    if (type !== 'RedeemPoints' || typeof data?.communityId !== 'string' || typeof data.on !== 'string')
      return undefined;
    const editions = this.shelf.get(data.communityId) ?? [];
    // Where none was published by that day, the first one says so better than a missing handbook would.
    return onDay(editions, data.on) ?? editions.at(-1);
  }
}

function onDay(editions: readonly Handbook[], on: string): Handbook | undefined {
  try {
    return handbookOn(editions, on);
  } catch {
    // Not a day: the library's own check of the command names the field.
    return undefined;
  }
}
