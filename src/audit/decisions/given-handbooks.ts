import { handbookOf, placeOf } from '../../account/events/command-of.js';
import type { BankEvent } from '../../account/events/event.js';
import type { Handbook } from '../../account/handbook.js';
import { stockLedger } from '../../account/stock.js';

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
  const given = new Map<string, Handbook>();
  for (const handbook of handbooks) given.set(keyOf(handbook.communityId, handbook.version), handbook);
  const stock = stockLedger();
  return {
    of({ data }) {
      const handbook = given.get(keyOf(placeOf(data), data.handbook.version));
      return handbook && stock.leftOf(handbook);
    },
    note: stock.count,
  };
}

function keyOf(communityId: string, version: string): string {
  return JSON.stringify([communityId, version]);
}
