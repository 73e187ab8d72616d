import {
  type BankEvent,
  type Command,
  createBank,
  evolve,
  type Handbook,
  initialAccount,
  type RuleSet,
} from 'points-bank';
import { defineHandbook } from 'points-bank/define';
import { renfa2022 } from 'points-bank/rule-sets';

/** A community's handbook, with two of one reward on the shelf. */
export const HANDBOOK: Handbook = defineHandbook({
  communityId: 'linan',
  version: '2023',
  published: '2023-01-01',
  filed: '2023-01-03',
  rewards: [
    { rewardId: 'haircut', kind: 'service', title: { 'zh-CN': '理发', en: 'Haircut' }, price: 3, stock: 2 },
  ],
});

/** The community's office, which enters everything but corrections. */
export const BY = { office: 'community', communityId: 'linan' } as const;

const by = BY;

/** Commands of two accounts over a year: m, a resident, and n, a party member in service. */
export const COMMANDS: readonly Command[] = [
  {
    type: 'OpenAccount',
    data: {
      accountId: 'm',
      role: 'resident',
      communityId: 'linan',
      on: '2023-03-01',
      formComplete: true,
      by,
    },
  },
  {
    type: 'ClaimPost',
    data: { accountId: 'm', postId: '平安巡逻', kind: 'post', difficulty: 'hard', on: '2023-03-02', by },
  },
  {
    type: 'ClaimPost',
    data: { accountId: 'm', postId: '银龄陪伴', kind: 'post', difficulty: 'hard', on: '2023-03-09', by },
  },
  {
    type: 'OpenAccount',
    data: {
      accountId: 'n',
      role: 'in-service-party-member',
      communityId: 'linan',
      on: '2023-05-04',
      formComplete: true,
      by,
    },
  },
  {
    type: 'CreditActivity',
    data: { accountId: 'n', item: 'affairs', matterId: '听证', difficulty: 'hard', on: '2023-05-10', by },
  },
  {
    type: 'RedeemPoints',
    data: {
      accountId: 'm',
      communityId: 'linan',
      redemptionId: 'r1',
      lines: [{ rewardId: 'haircut', quantity: 1 }],
      on: '2023-06-20',
      by,
    },
  },
  { type: 'ReportIn', data: { accountId: 'm', on: '2024-01-08', by } },
  {
    type: 'CorrectScore',
    data: {
      accountId: 'm',
      correctionId: 'c1',
      points: -1,
      corrects: '平安巡逻',
      item: 'claim',
      reason: '难度一般',
      on: '2024-02-01',
      by: { office: 'subdistrict' },
    },
  },
];

/** The events of commands that are all accepted. */
export function eventsOf(commands: Iterable<Command>, ruleSet: RuleSet = renfa2022): BankEvent[] {
  const bank = createBank(ruleSet, { handbook: HANDBOOK });
  const accounts = new Map<string, ReturnType<typeof evolve>>();
  const events: BankEvent[] = [];
  for (const command of commands) {
    const account = accounts.get(command.data.accountId) ?? initialAccount;
    const decision = bank.decideUnknown(command, account);
    if (!decision.accepted) throw new Error(JSON.stringify(decision.refusal));
    events.push(...decision.events);
    accounts.set(command.data.accountId, decision.events.reduce(evolve, account));
  }
  return events;
}
