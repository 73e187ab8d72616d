import { type Bank, type Command, createBank, type Handbook, type RuleSet } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';

export const COMMUNITY = 'linan';
const by = { office: 'community', communityId: COMMUNITY } as const;

/** A service without end, and goods of which there are few. */
export function handbookWith(stock: number): Handbook {
  return {
    communityId: COMMUNITY,
    version: '2023-1',
    published: '2023-01-01',
    filed: '2023-01-03',
    rewards: [
      { rewardId: 'haircut', kind: 'service', title: { 'zh-CN': '理发', en: 'Haircut' }, price: 2 },
      {
        rewardId: 'rice',
        kind: 'goods',
        title: { 'zh-CN': '大米', en: 'Rice' },
        price: 1,
        consent: '2023-01-01',
        stock,
      },
    ],
  };
}

export function bankWith(stock: number): Bank<RuleSet> {
  return createBank(renfa2022 as RuleSet, { handbook: handbookWith(stock) });
}

export function opening(accountId: string, on = '2023-03-01'): Command {
  return {
    type: 'OpenAccount',
    data: { accountId, role: 'resident', communityId: COMMUNITY, on, formComplete: true, by },
  };
}

export function credit(accountId: string, matterId: string, on = '2023-05-10'): Command {
  return {
    type: 'CreditActivity',
    data: { accountId, item: 'affairs', matterId, difficulty: 'hard', on, by },
  };
}

export function redemption(
  accountId: string,
  redemptionId: string,
  rewardId: 'haircut' | 'rice',
  on = '2023-06-01',
): Command {
  return {
    type: 'RedeemPoints',
    data: { accountId, redemptionId, communityId: COMMUNITY, lines: [{ rewardId, quantity: 1 }], on, by },
  };
}

/** Closes an account whose holder changes role: what it holds is handed on. */
export function closing(accountId: string, on = '2023-06-01'): Command {
  return { type: 'CloseAccount', data: { accountId, reason: 'role-changed', on, by } };
}
