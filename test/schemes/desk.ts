import { type BankEvent, createBank, fold, type Handbook, type RuleSet } from '../../src/index.js';
import { en, explain } from '../../src/words.js';

export const by = { office: 'community', communityId: 'c1' } as const;

/** The desk of a scheme: enters commands for one account, one after another. */
export class Desk {
  readonly events: BankEvent[] = [];
  readonly #ruleSet: RuleSet;
  readonly #handbook: Handbook = {
    communityId: 'c1',
    version: '1',
    published: '2015-01-01',
    rewards: [{ rewardId: 'point', kind: 'goods', title: { en: 'A point' }, price: 1 }],
  };

  constructor(ruleSet: RuleSet, role: string, on: string) {
    this.#ruleSet = ruleSet;
    this.enter('OpenAccount', on, { role, communityId: 'c1' });
  }

  /** Enters a command; its points, or why it is refused, in words. */
  enter(type: string, on: string, more: object): number | string {
    const bank = createBank(this.#ruleSet, { handbook: this.#handbook });
    const decision = bank.decideUnknown(
      { type, data: { accountId: 'v1', on, by, ...more } },
      fold(this.events),
    );
    if (!decision.accepted) return explain(decision.refusal, en, this.#ruleSet);
    this.events.push(...decision.events);
    const [event] = decision.events;
    return event !== undefined && 'points' in event.data ? event.data.points : 0;
  }

  /** A matter, of a quantity if one is given. */
  credit(item: string, on: string, quantity?: number): number | string {
    const matterId = `matter ${this.events.length}`;
    return this.enter('CreditActivity', on, {
      item,
      matterId,
      ...(quantity === undefined ? {} : { quantity }),
    });
  }

  /** A correction by so many points. */
  correct(points: number, on: string): number | string {
    return this.enter('CorrectScore', on, {
      correctionId: `c${this.events.length}`,
      points,
      reason: 'a mistake',
    });
  }

  /** A visit that takes so many points. */
  redeem(points: number, on: string): number | string {
    const lines = [{ rewardId: 'point', quantity: points }];
    return this.enter('RedeemPoints', on, {
      redemptionId: `r${this.events.length}`,
      communityId: 'c1',
      lines,
    });
  }
}
