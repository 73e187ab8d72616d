import type { Handbook } from '../../src/index.js';
import { text } from '../../src/values/text.js';
import { CENTRE, COMMUNITY, VOLUNTEER } from '../support/history.js';

type More = { readonly [field: string]: unknown };

/** An account is opened, of any scheme's role. */
export function opened(role: string, on = '2024-01-02', more: More = {}) {
  const data = { accountId: VOLUNTEER, role, communityId: COMMUNITY, on, formComplete: true, by: CENTRE };
  return { type: 'OpenAccount', data: { ...data, ...more } } as const;
}

/** A matter is credited; with a quantity where one is given. */
export function credited(item: string, matterId: string, on: string, quantity?: number, more: More = {}) {
  const data = { accountId: VOLUNTEER, item, matterId, on, by: CENTRE };
  return {
    type: 'CreditActivity',
    data: { ...data, ...(quantity === undefined ? {} : { quantity }), ...more },
  } as const;
}

/** A handbook with one reward. */
export function pricedAt(price: number, communityId = COMMUNITY): Handbook {
  const title = price === 1 ? text('一分', 'A point') : text(`${price} 分`, `${price} points`);
  return {
    communityId,
    version: '1',
    published: '2015-01-01',
    rewards: [{ rewardId: 'point', kind: 'goods', title, price }],
  };
}

/** A handbook with one reward of 1 point, so that a visit can take any number of points. */
export const POINT_BY_POINT: Handbook = pricedAt(1);

/** A visit that takes so many rewards: points, where each is one. */
export function spent(quantity: number, on: string, redemptionId = `visit of ${on}`) {
  const lines = [{ rewardId: 'point', quantity }];
  return {
    type: 'RedeemPoints',
    data: { accountId: VOLUNTEER, redemptionId, communityId: COMMUNITY, lines, on, by: CENTRE },
  } as const;
}
