import { handbookOf } from '../../account/events/command-of.js';
import type { BankEvent } from '../../account/events/event.js';
import { type Handbook, stockAfter } from '../../account/handbook.js';

type Redeemed = BankEvent & { readonly type: 'PointsRedeemed' };

/** The handbooks that redemptions are decided again from, each with the stock that is left of it. */
export type HandbooksAtHand = {
  /** The handbook of a redemption's version, or `undefined` where it is not among those given. */
  readonly of: (event: Redeemed) => Handbook | undefined;
  /** Takes what a redemption took from the stock. */
  readonly take: (event: Redeemed) => void;
};

/** Where no handbooks are given, each redemption's own prices and consents are taken on its word. */
export const TAKEN_ON_ITS_WORD: HandbooksAtHand = { of: handbookOf, take: () => undefined };

/** The handbooks given, found by community and version. */
export function handbooksAtHand(handbooks: Iterable<Handbook>): HandbooksAtHand {
  const left = new Map<string, Handbook>();
  for (const handbook of handbooks) left.set(keyOf(handbook.communityId, handbook.version), handbook);
  const at = ({ data }: Redeemed): string => keyOf(data.communityId, data.handbook.version);
  return {
    of: (event) => left.get(at(event)),
    take(event) {
      const handbook = left.get(at(event));
      if (handbook !== undefined) left.set(at(event), stockAfter(handbook, [event]));
    },
  };
}

function keyOf(communityId: string, version: string): string {
  return JSON.stringify([communityId, version]);
}
