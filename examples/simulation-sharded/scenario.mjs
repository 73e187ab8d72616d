// What is simulated, the same in every worker: a community of 900 volunteers under the first scheme for three years.
import { defineHandbook } from 'points-bank/define';
import { renfa2022 } from 'points-bank/rule-sets';
import { plainPopulation } from 'points-bank/simulation';

const handbook = defineHandbook({
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
      stock: 300,
    },
  ],
});

export const run = {
  ruleSet: renfa2022,
  handbook,
  population: plainPopulation(renfa2022, { volunteers: 900 }),
  from: '2023-01-01',
  to: '2025-12-31',
  seed: 20220427,
};
