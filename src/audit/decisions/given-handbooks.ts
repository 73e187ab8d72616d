import { handbookOf } from '../../account/events/command-of.js';
import type { BankEvent } from '../../account/events/event.js';
import { type Handbook, stockAfter } from '../../account/handbook.js';

type Redeemed = BankEvent & { readonly type: 'PointsRedeemed' };

/** The handbooks for deciding redemptions again, each with its remaining stock. */
export type GivenHandbooks = {
  /** The handbook that a redemption names, or `undefined` if it was not given. */
  readonly of: (event: Redeemed) => Handbook | undefined;
  /** Takes a redemption's rewards from the stock. */
  readonly take: (event: Redeemed) => void;
};

/** Without given handbooks, each redemption's own prices and consents are trusted. */
export const RECORDED_HANDBOOKS: GivenHandbooks = { of: handbookOf, take: () => undefined };

/** Finds the given handbooks by community and version. */
export function givenHandbooks(handbooks: Iterable<Handbook>): GivenHandbooks {
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
