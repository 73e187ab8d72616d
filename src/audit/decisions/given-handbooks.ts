import { handbookOf, placeOf } from '../../account/events/command-of.js';
import type { BankEvent } from '../../account/events/event.js';
import { type Handbook, type Reward, requireHandbook } from '../../account/handbook.js';
import { stockLedger } from '../../account/stock.js';
import { requireEditions } from '../../values/editions.js';

type Redeemed = BankEvent & { readonly type: 'PointsRedeemed' };

/** The handbooks for deciding redemptions again, each with its remaining stock. */
export type GivenHandbooks = {
  /** The handbook that a redemption names, or `undefined` if it was not given. */
  readonly of: (event: Redeemed) => Handbook | undefined;
  /** Takes what an event took from the stock, and puts back what it returned. */
  readonly note: (event: BankEvent) => void;
};

/** Without given handbooks, each redemption's own prices and consents are trusted. */
export const RECORDED_HANDBOOKS: GivenHandbooks = { of: handbookOf, note: () => undefined };

/** Finds the given handbooks by community and version. */
export function givenHandbooks(handbooks: Iterable<Handbook>): GivenHandbooks {
  const given = new Map<
    string,
    { readonly handbook: Handbook; readonly rewards: ReadonlyMap<string, Reward> }
  >();
  requireEditions('the handbooks', handbooks);
  for (const handbook of handbooks) {
    requireHandbook(handbook);
    // Of two rewards with one id, the first counts.
    const rewards = new Map([...handbook.rewards].reverse().map((reward) => [reward.rewardId, reward]));
    given.set(keyOf(handbook.communityId, handbook.version), { handbook, rewards });
  }
  const stock = stockLedger();
  return {
    of({ data }) {
      const found = given.get(keyOf(placeOf(data), data.handbook.version));
      if (found === undefined) return undefined;
      // Only what was redeemed is looked for: to count the stock of every reward for each visit would take their product.
      const rewards = data.lines.flatMap(({ rewardId }) => found.rewards.get(rewardId) ?? []);
      return stock.leftOf({ ...found.handbook, rewards });
    },
    note: stock.count,
  };
}

function keyOf(communityId: string, version: string): string {
  return JSON.stringify([communityId, version]);
}
