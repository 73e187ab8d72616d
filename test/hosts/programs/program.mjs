// What every host has to answer alike: a small life of two accounts, decided, refused, undone, reported, explained, sealed and simulated.
// Whatever is said is JSON, and its checksum is what is compared. It uses every entry point that a host runs in production, and nothing of
// the host.
import { createBank, decideAll, fold, foldAccounts, fromSnapshot, redeemable, snapshot } from 'points-bank';
import { seal, verifyChain, verifyDecisions } from 'points-bank/audit';
import { checkRuleSet, defineHandbook, deriveRuleSet } from 'points-bank/define';
import {
  annualFeedback,
  communityRegister,
  findAnomalies,
  recognition,
  statement,
} from 'points-bank/reports';
import { renfa2022 } from 'points-bank/rule-sets';
import { jsonSchemas, parseCommand, parseEvents, parseRuleSet } from 'points-bank/schema';
import { plainPopulation, simulate } from 'points-bank/simulation';
import { en, enReports, explain, ja, zhCN, zhCNReports } from 'points-bank/words';

const by = { office: 'community', communityId: 'linan' };
const supervisor = { office: 'subdistrict' };
const handbook = {
  communityId: 'linan',
  version: '2023-2',
  published: '2023-06-24',
  filed: '2023-06-28',
  rewards: [
    { rewardId: 'haircut', kind: 'service', title: { 'zh-CN': '理发', en: 'Haircut' }, price: 2 },
    {
      rewardId: 'rice',
      kind: 'goods',
      title: { 'zh-CN': '大米', en: 'Rice' },
      price: 4,
      consent: '2023-06-20',
      stock: 3,
    },
  ],
};

/** The commands of an account, good and bad. */
function life(accountId) {
  const of = (type, on, data, entering = by) => ({ type, data: { accountId, on, by: entering, ...data } });
  return [
    of('OpenAccount', '2023-03-01', { role: 'resident', communityId: 'linan', formComplete: true }),
    of('ClaimPost', '2023-03-02', { postId: '平安巡逻', kind: 'post', difficulty: 'hard' }),
    of('ClaimPost', '2023-03-02', { postId: '平安巡逻', kind: 'post', difficulty: 'hard' }),
    of('ClaimPost', '2023-03-09', { postId: '银龄陪伴', kind: 'project', difficulty: 'hard' }),
    of('CreditActivity', '2023-04-02', { item: 'activity', matterId: 'clean-up', difficulty: 'hard' }),
    of('ReverseEntry', '2023-04-05', {
      reversalId: 'u1',
      reverses: { kind: 'matter', id: 'clean-up' },
      reason: '难度选错',
    }),
    of('CreditActivity', '2023-04-02', { item: 'activity', matterId: 'clean-up', difficulty: 'base' }),
    of('ReportIn', '2023-09-01', {}),
    of('RedeemPoints', '2023-07-03', {
      redemptionId: 'r1',
      communityId: 'linan',
      lines: [{ rewardId: 'haircut', quantity: 1 }],
    }),
    of('RedeemPoints', '2023-12-04', {
      redemptionId: 'r2',
      communityId: 'linan',
      lines: [{ rewardId: 'rice', quantity: 9 }],
    }),
    of('CorrectScore', '2023-10-10', { correctionId: 'c1', points: -1, reason: '核查' }, supervisor),
    of('ReportIn', '2024-01-08', {}),
    of('ReportIn', 'yesterday', {}),
    { type: 'Nothing' },
    null,
  ];
}

/** Everything that is said, in the order in which it is. */
export function everything() {
  const bank = createBank(renfa2022, { handbook: defineHandbook(handbook) });
  const said = [];
  const commands = [...life('LA-0001'), ...life('王小明')];
  const { decisions, events: byAccount } = decideAll(bank, commands, new Map());
  const events = parsed(parseEvents(JSON.parse(JSON.stringify([...byAccount.values()].flat()))));
  said.push(decisions, events);
  for (const decision of decisions)
    for (const fact of decision.accepted ? decision.events : [decision.refusal])
      said.push(explain(fact, en, renfa2022), explain(fact, zhCN, renfa2022), explain(fact, ja, renfa2022));
  const accounts = foldAccounts(events);
  for (const [accountId, account] of accounts) {
    const own = events.filter(({ data }) => data.accountId === accountId);
    said.push(account, redeemable(account), statement(own, { from: '2023-01-01', to: '2024-12-31' }));
    said.push(
      annualFeedback(own, 2023),
      fromSnapshot(JSON.parse(JSON.stringify(snapshot(fold(own), own.length)))),
    );
  }
  said.push(communityRegister(events, { communityId: 'linan', on: '2023-12-31' }), findAnomalies(events));
  said.push(recognition(events, renfa2022, { on: '2024-12-31', accountId: 'LA-0001' }));
  const sealed = seal(events);
  said.push(sealed, verifyChain(sealed), verifyDecisions(events, [renfa2022], { handbooks: [handbook] }));
  const derived = deriveRuleSet(renfa2022, (draft) => {
    draft.version = '2023-linan';
  });
  said.push(checkRuleSet(derived), parsed(parseRuleSet(JSON.parse(JSON.stringify(derived)))).version);
  for (const input of [{ type: 'ClaimPost', data: {} }, 'claim', commands[1]]) {
    const command = parseCommand(input, renfa2022);
    said.push(command);
    if (!command.ok)
      for (const problem of command.problems)
        said.push(explain(problem, enReports), explain(problem, zhCNReports));
  }
  said.push(jsonSchemas());
  said.push(
    simulate({
      ruleSet: renfa2022,
      population: plainPopulation(renfa2022, { volunteers: 20 }),
      from: '2023-01-01',
      to: '2024-06-30',
      seed: 7,
    }),
  );
  return said;
}

/** One line: how much was said, and the checksum of it (FNV-1a, 32 bits, over UTF-16 units). */
export function answer() {
  const text = JSON.stringify(everything());
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length} units, ${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

function parsed(result) {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.problems));
}
