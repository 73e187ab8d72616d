// A community writes rules of its own: stricter claims, levels of recognition, fewer rewards at a visit, a handbook. It sees what differs,
// ready to be filed; tries to loosen what the subdistrict holds; and checks that its rules keep the laws.
import { createBank, deviations, filing, fold } from 'points-bank';
import { defineHandbook, deriveRuleSet, LooserThanBoundError } from 'points-bank/define';
import { recognition } from 'points-bank/reports';
import { renfa2022 } from 'points-bank/rule-sets';
import { checkLaws, proveSmallScope } from 'points-bank/testing';
import { en, enReports, explain, zhCNReports } from 'points-bank/words';

const text = (zh, english) => ({ 'zh-CN': zh, en: english });
const tell = (found, rules) =>
  console.log(`  ${explain(found, zhCNReports, rules)}\n  ${explain(found, enReports, rules)}`);

const published = '2023-06-24';
const twoPoints = { limits: { claims: { maximum: 2 } } };
const linan = deriveRuleSet(renfa2022, {
  id: 'linan-2023',
  version: '1',
  title: text('临安社区志愿者积分细则', 'Points rules of the community of Linan'),
  roles: {
    'community-party-member': twoPoints,
    'in-service-party-member': twoPoints,
    resident: {
      ...twoPoints,
      items: {
        referral: {
          clause: '2.3.3.5',
          title: text('介绍邻居参加', 'A neighbour brought along'),
          entry: 'activity',
          scoring: { by: 'fixed', points: 1 },
        },
      },
    },
  },
  redemption: {
    limits: {
      kinds: {
        clause: '4.2',
        title: text('每次两项', 'two kinds a visit'),
        counts: 'lines',
        per: 'visit',
        maximum: 2,
      },
    },
  },
  recognition: {
    star: { clause: '2.3.4', title: text('志愿之星', 'volunteer star'), points: 6, per: 'year' },
    model: { clause: '2.3.4', title: text('志愿模范', 'model volunteer'), points: 100, per: 'life' },
  },
});

console.log(`${linan.title['zh-CN']} · ${linan.title.en}`);
console.log(`备案截止 · to be filed by ${filing({ published }, renfa2022).dueOn}`);
for (const difference of deviations(renfa2022, linan)) tell(difference, linan);

console.log('\n放宽的尝试 · an attempt to loosen');
try {
  const five = { limits: { claims: { maximum: 5 } } };
  deriveRuleSet(renfa2022, { roles: { resident: five }, redemption: { period: { window: 'quarter' } } });
} catch (error) {
  if (!(error instanceof LooserThanBoundError)) throw error;
  for (const place of error.loosened) tell(place, renfa2022);
}

const handbook = defineHandbook({
  communityId: 'linan',
  version: '2023',
  published,
  filed: '2023-06-28',
  rewards: [
    { rewardId: 'haircut', kind: 'service', title: text('理发', 'Haircut'), price: 2 },
    { rewardId: 'rice', kind: 'goods', title: text('大米', 'Rice'), price: 3, consent: '2023-06-20' },
    { rewardId: 'tea', kind: 'service', title: text('茶', 'Tea'), price: 1 },
  ],
});
const bank = createBank(linan, { handbook });
let events = [];

function enter(type, on, data) {
  const by = { office: 'community', communityId: 'linan' };
  const decision = bank.decide({ type, data: { accountId: 'v1', on, by, ...data } }, fold(events));
  if (decision.accepted) events = [...events, ...decision.events];
  const said = decision.accepted ? decision.events : [decision.refusal];
  for (const one of said) console.log(`  ${explain(one, en, linan)}`);
}

console.log('\n一位居民的一年 · the year of a resident');
enter('OpenAccount', '2023-07-01', { role: 'resident', communityId: 'linan', formComplete: true });
enter('ClaimPost', '2023-07-02', { postId: '平安巡逻', kind: 'post', difficulty: 'hard' });
enter('ClaimPost', '2023-07-03', { postId: '银龄陪伴', kind: 'project', difficulty: 'hard' });
enter('CreditActivity', '2023-08-05', { item: 'referral', matterId: '李家加入' });
enter('CreditActivity', '2023-09-10', { item: 'affairs', matterId: '议事会', difficulty: 'hard' });
const lines = ['haircut', 'rice', 'tea'].map((rewardId) => ({ rewardId, quantity: 1 }));
enter('RedeemPoints', '2023-10-01', { redemptionId: 'r1', communityId: 'linan', lines });
enter('RedeemPoints', '2023-10-01', { redemptionId: 'r1', communityId: 'linan', lines: lines.slice(0, 2) });
console.log(`  ${explain(recognition(events, linan, { on: '2023-12-31' }), enReports)}`);

console.log('\n定律 · the laws');
const report = checkLaws(linan, { numRuns: 20, seed: 2023 });
console.log(`  ${report.laws} laws, ${report.runs} runs: ${report.broken.length} broken`);
const { sequences, broken } = proveSmallScope(linan, { depth: 3 });
console.log(`  every sequence of up to 3 commands of a small world, ${sequences}: ${broken.length} broken`);
