// One volunteer's first weeks: an account, posts, an activity, a redemption, and why a claim scored 1 and not 2.
import { createBank, evolve, initialAccount, redeemable } from 'points-bank';
import { defineHandbook } from 'points-bank/define';
import { statement } from 'points-bank/reports';
import { renfa2022 } from 'points-bank/rule-sets';
import { en, enReports, explain, zhCN } from 'points-bank/words';

const handbook = defineHandbook({
  communityId: 'linan',
  version: '2023',
  published: '2023-03-20',
  filed: '2023-03-24',
  rewards: [
    { rewardId: 'haircut', kind: 'service', title: { 'zh-CN': '理发一次', en: 'A haircut' }, price: 3 },
    { rewardId: 'rice', kind: 'goods', title: { 'zh-CN': '大米', en: 'Rice' }, price: 4 },
  ],
});
const bank = createBank(renfa2022, { handbook });

// The library remembers nothing: the host keeps the events, and hands the account over with each command.
const events = [];
let account = initialAccount;

function enter(type, on, data) {
  const by = { office: 'community', communityId: 'linan' };
  const decision = bank.decide({ type, data: { accountId: 'LA-0001', on, by, ...data } }, account);
  if (decision.accepted) {
    events.push(...decision.events);
    account = decision.events.reduce(evolve, account);
    console.log(`${type}: accepted, the balance is ${redeemable(account)}`);
  } else {
    console.log(`${type}: ${explain(decision.refusal, en, renfa2022)}`);
  }
}

const [patrol, company] = ['岗位-平安巡逻', '项目-银龄陪伴'];
enter('OpenAccount', '2023-03-01', { role: 'resident', communityId: 'linan', formComplete: true });
enter('ClaimPost', '2023-03-02', { postId: patrol, kind: 'post', difficulty: 'hard' });
enter('ClaimPost', '2023-03-09', { postId: company, kind: 'project', difficulty: 'hard' });
const served = { item: 'activity', matterId: '平安巡逻-2023-03-12', postId: patrol, difficulty: 'base' };
enter('CreditActivity', '2023-03-12', served);
const visit = { redemptionId: 'LA-0001-2023-H1', communityId: 'linan' };
enter('RedeemPoints', '2023-04-03', { ...visit, lines: [{ rewardId: 'rice', quantity: 1 }] });
enter('RedeemPoints', '2023-04-03', { ...visit, lines: [{ rewardId: 'haircut', quantity: 1 }] });

console.log('\nWhy 1 and not 2?');
const claim = events.find(({ data }) => data.postId === company);
console.log(explain(claim, en, renfa2022));
console.log(explain(claim, zhCN, renfa2022));

const { entries, closing } = statement(events, { from: '2023-01-01', to: '2023-06-30' });
console.log('\nStatement');
for (const entry of entries) console.log(entry.on, entry.clause, explain(entry, enReports), entry.points);
console.log(`To be redeemed: ${closing.redeemable}; in the assessment: ${closing.assessment}`);
