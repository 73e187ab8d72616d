import { describe, expect, test } from 'vitest';
import {
  createBank,
  type Reading,
  type RedemptionSpan,
  type Refusal,
  type RuleSet,
} from '../../src/index.js';
import { A_POINT_EACH, handbookOf, Member, scheme } from '../schemes/redeeming.js';

/* A refusal cites the open question whose answer put the rule there: who asks why is told which. */

const CITED = { clause: '9', title: { en: 'open' } };

/** Rules with a question of which another answer changes a part of them. */
function asking(ruleSet: RuleSet, patch: Reading['answers'][string]['patch']): RuleSet {
  const question: Reading = {
    clause: '9',
    question: { en: 'how much?' },
    chosen: 'so-much',
    default: 'so-much',
    answers: { 'so-much': { title: { en: 'so much' }, patch: {} }, more: { title: { en: 'more' }, patch } },
  };
  return { ...ruleSet, readings: { amount: question } };
}

/** A member who earned 50 points, after a redemption of 1 and an attempt at 3 more. */
function shortMember(ruleSet: RuleSet): Member {
  const one = new Member(ruleSet);
  one.activity('2023-06-01', 50);
  one.redeem('2023-07-01', 1);
  one.redeem('2023-07-02', 3);
  return one;
}

const LIMIT = { ...CITED, counts: 'rewards', maximum: 2 } as const;
const MEASURED = { ...CITED, counts: 'balance', per: 'life', minimum: 50 } as const;

describe('a refusal cites the question', () => {
  test.each([
    [
      'of a limit on redeeming',
      { limits: { most: { ...LIMIT, per: 'month' } } },
      { limits: { most: { maximum: 9 } } },
    ],
    [
      'of the period that a limit counts in',
      { limits: { most: { ...LIMIT, per: 'period' } } },
      { period: { window: 'quarter' } },
    ],
    [
      'of how often there may be visits',
      { limits: { most: { ...LIMIT, counts: 'visits', maximum: 1, per: 'period' } } },
      { limits: { most: { maximum: 9 } } },
    ],
    ['of a condition', { requires: { much: MEASURED } }, { requires: { much: { minimum: 10 } } }],
  ] as const)('%s', (_, redemption, change) => {
    const ruleSet = asking(scheme({ scoring: A_POINT_EACH, redemption: redemption as never }), {
      redemption: change as never,
    });
    const { refusal } = shortMember(ruleSet);
    expect([refusal.clause, refusal.readings]).toEqual(['9', { amount: 'so-much' }]);
  });

  test('of the period that a limit of the handbook counts in', () => {
    const change = { redemption: { period: { window: 'quarter' } } };
    const ruleSet = asking(scheme({ scoring: A_POINT_EACH, redemption: {} }), change);
    expect(limitedAt(ruleSet, 'home', 'period')).toMatchObject({
      code: 'reward-limit-reached',
      readings: { amount: 'so-much' },
      facts: { used: 1, maximum: 2, window: '2023' },
    });
    expect(limitedAt(ruleSet, 'home', 'year')).toMatchObject({ readings: {}, facts: { used: 1 } });
    const ofVisit = limitedAt(ruleSet, 'home', 'visit');
    expect(ofVisit).toMatchObject({ code: 'reward-limit-reached', facts: { used: 0, maximum: 2 } });
    expect(ofVisit?.facts).not.toHaveProperty('window');
    expect(ofVisit?.facts).not.toHaveProperty('again');
  });
});

test('a limit of the handbook counts what was redeemed at its own community alone', () => {
  const ruleSet = scheme({ scoring: A_POINT_EACH, redemption: { at: 'any-community' } });
  expect(limitedAt(ruleSet, 'home', 'year')).toMatchObject({ facts: { used: 1 } });
  expect(limitedAt(ruleSet, 'elsewhere', 'year')).toMatchObject({ facts: { used: 0 } });
});

/** Why 3 of a reward that is limited to 2 are refused, after one visit at home. */
function limitedAt(ruleSet: RuleSet, communityId: string, per: RedemptionSpan): Refusal | undefined {
  const one = new Member(ruleSet);
  one.activity('2023-06-01', 50);
  one.redeem('2023-07-01', 1);
  const { rewards, ...handbook } = handbookOf(communityId, 1);
  const limited = {
    ...handbook,
    rewards: rewards.map((reward) => ({ ...reward, limit: { quantity: 2, per } })),
  };
  const data = { accountId: 'm', redemptionId: 'more', communityId, on: '2023-07-02' };
  const decision = createBank(ruleSet)
    .withHandbook(limited)
    .decideUnknown(
      {
        type: 'RedeemPoints',
        data: {
          ...data,
          lines: [{ rewardId: 'reward', quantity: 3 }],
          by: { office: 'community', communityId },
        },
      },
      one.account,
    );
  return decision.accepted ? undefined : decision.refusal;
}
