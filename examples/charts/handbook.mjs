import { defineHandbook } from 'points-bank/define';

/** What can be redeemed: a service, and two kinds of goods with the meeting's consent, few of one of them. */
export const handbook = defineHandbook({
  communityId: 'linan',
  version: '2023-1',
  published: '2023-03-01',
  filed: '2023-03-06',
  rewards: [
    { rewardId: 'repair', kind: 'service', title: { 'zh-CN': '家电维修', en: 'Appliance repair' }, price: 2 },
    {
      rewardId: 'rice',
      kind: 'goods',
      title: { 'zh-CN': '大米', en: 'Rice' },
      price: 6,
      consent: '2023-02-25',
      stock: 120,
    },
    {
      rewardId: 'umbrella',
      kind: 'goods',
      title: { 'zh-CN': '雨伞', en: 'Umbrella' },
      price: 4,
      consent: '2023-02-25',
      stock: 30,
    },
  ],
});
