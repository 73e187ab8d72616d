// The same package from CommonJS: an account is opened, and what the event says is explained.
const { createBank, fold, initialAccount, redeemable } = require('points-bank');
const { renfa2022 } = require('points-bank/rule-sets');
const { en, explain } = require('points-bank/words');

const bank = createBank(renfa2022);
const decision = bank.decide(
  {
    type: 'OpenAccount',
    data: {
      accountId: 'LA-0001',
      role: 'in-service-party-member',
      communityId: 'linan',
      on: '2023-03-01',
      formComplete: true,
      by: { office: 'community', communityId: 'linan' },
    },
  },
  initialAccount,
);
if (!decision.accepted) throw new Error(explain(decision.refusal, en));

console.log(`balance ${redeemable(fold(decision.events))}`);
for (const event of decision.events) console.log(explain(event, en, renfa2022));
