import type { Handbook } from '../../src/index.js';
import { text } from '../../src/values/text.js';

/**
 * The tests' handbook, published on 1 January 2022 and filed in time: services, goods with a consent, goods without one, goods
 * consented to later, one a year, few in stock, one that nobody can pay, and an honour.
 */
export const HANDBOOK: Handbook = {
  communityId: 'linan',
  version: '2022-1',
  published: '2022-01-01',
  filed: '2022-01-05',
  rewards: [
    { rewardId: 'haircut', kind: 'service', title: text('理发', 'Haircut'), price: 1 },
    { rewardId: 'repair', kind: 'service', title: text('家电维修', 'Appliance repair'), price: 2 },
    { rewardId: 'rice', kind: 'goods', title: text('大米', 'Rice'), price: 3, consent: '2022-03-01' },
    { rewardId: 'oil', kind: 'goods', title: text('食用油', 'Cooking oil'), price: 2 },
    { rewardId: 'umbrella', kind: 'goods', title: text('雨伞', 'Umbrella'), price: 2, consent: '2023-07-01' },
    {
      rewardId: 'checkup',
      kind: 'service',
      title: text('体检', 'Check-up'),
      price: 1,
      limit: { quantity: 1, per: 'year' },
    },
    { rewardId: 'tea', kind: 'goods', title: text('茶叶', 'Tea'), price: 1, consent: '2022-03-01', stock: 2 },
    { rewardId: 'piano', kind: 'service', title: text('钢琴课', 'Piano lessons'), price: 500 },
    { rewardId: 'diploma', kind: 'honour', title: text('荣誉证书', 'Certificate of honour'), price: 0 },
  ],
};
