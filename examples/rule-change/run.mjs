// A change of rules before it is made: the cap on claims counted in each calendar year instead of for life. Who would gain or lose on a
// ledger, by how much and why; and which other open questions of the text would matter on it.
import { withReading } from 'points-bank';
import { defineHandbook } from 'points-bank/define';
import { renfa2022 } from 'points-bank/rule-sets';
import { compareRuleSets, plainPopulation, sensitivity, simulateHistories } from 'points-bank/simulation';

// A made-up ledger: 60 volunteers over four years. A host would read its own, one history to an account.
const handbook = defineHandbook({
  communityId: 'linan',
  version: '2022',
  published: '2022-05-01',
  filed: '2022-05-06',
  rewards: [
    { rewardId: 'haircut', kind: 'service', title: { 'zh-CN': '理发', en: 'Haircut' }, price: 3 },
    {
      rewardId: 'rice',
      kind: 'goods',
      title: { 'zh-CN': '大米', en: 'Rice' },
      price: 5,
      consent: '2022-04-28',
    },
  ],
});
const population = plainPopulation(renfa2022, { volunteers: 60 });
const run = { ruleSet: renfa2022, handbook, population, from: '2022-05-01', to: '2025-12-31', seed: 31 };
const ledger = [...simulateHistories(run)];

const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year', {
  by: '街道党群办',
  on: '2026-01-08',
});
const reading = yearly.readings['claim-cap-window'];
console.log(`${reading.question['zh-CN']} · ${reading.question.en}`);
console.log(`  ${reading.default} → ${reading.chosen} (${reading.answers[reading.chosen].title['zh-CN']})`);

const compared = compareRuleSets(ledger, renfa2022, yearly, { keep: 3 });
const change = ({ a, b }) => `${a} → ${b} (${b >= a ? '+' : '−'}${Math.abs(b - a)})`;
const { totals, byRole, byYear, byItem, most } = compared;
console.log(`\n${compared.accounts} accounts: ${compared.winners} gain, ${compared.losers} lose`);
console.log(`  assessment          ${change(totals.assessment)}`);
console.log(`  points outstanding  ${change(totals.redeemable)}`);
console.log(`  visits that would not have been possible: ${compared.lostRedemptions}`);
for (const [role, { accounts, assessment }] of Object.entries(byRole))
  console.log(`  ${role} (${accounts}): ${change(assessment)}`);
for (const [item, points] of Object.entries(byItem)) console.log(`  item ${item}: ${change(points)}`);
for (const [year, points] of Object.entries(byYear)) console.log(`  ${year}: ${change(points)}`);

console.log('\nThose who gain most, and why');
for (const { accountId, role, assessment, changes } of most.winners) {
  console.log(`  ${accountId}, ${role}: ${change(assessment)}`);
  for (const { text: said } of changes) console.log(`    ${said.en}`);
}
console.log(most.losers.length === 0 ? 'Nobody loses.' : `${most.losers.length} lose.`);

console.log('\nWhat no comparison can know');
for (const { en } of compared.unknown) console.log(`  ${en}`);

const { effects } = sensitivity(ledger, renfa2022);
const matter = effects.filter((effect) => effect.matters);
console.log(
  `\nOf ${effects.length} other answers to the open questions ${matter.length} would change something on this ledger:`,
);
for (const { reading: id, answer, accountsChanged, mostPoints, redemptionsLost, feedbackChanged } of matter) {
  const parts = [`${accountsChanged} accounts`, `at most ${mostPoints} points`];
  if (redemptionsLost > 0) parts.push(`${redemptionsLost} visits lost`);
  if (feedbackChanged > 0) parts.push(`${feedbackChanged} feedbacks`);
  console.log(`  ${id} = ${answer}: ${parts.join(', ')}`);
}
