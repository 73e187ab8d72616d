import { type BankEvent, createBank, evolve, initialAccount } from 'points-bank';
import { defineHandbook } from 'points-bank/define';
import { renfa2022 } from 'points-bank/rule-sets';
import { expect, test } from 'vitest';
import { inForce } from '../../src/bank/in-force.js';
import { leftOf } from '../../src/bank/undoing.js';

const on = '2026-06-01';
const community = { office: 'community', communityId: 'linan' } as const;
const office = { office: 'subdistrict' } as const;
const rewards = [
  { rewardId: 'soap', title: { 'zh-CN': '肥皂', en: 'Soap' }, kind: 'service', price: 1 },
] as const;
const handbook = defineHandbook({ communityId: 'linan', version: '1', published: '2026-01-01', rewards });

/** A visit with lines of soap, from which so many pieces came back. */
function record(lines: readonly number[], returned: readonly number[]): readonly BankEvent[] {
  const bank = createBank(renfa2022, { handbook });
  const events: BankEvent[] = [];
  let account = initialAccount as Parameters<typeof bank.decideUnknown>[1];
  const enter = (type: string, data: object) => {
    const decision = bank.decideUnknown({ type, data: { accountId: 'v', on, ...data } }, account);
    if (!decision.accepted) throw new Error(JSON.stringify(decision.refusal));
    events.push(...decision.events);
    account = decision.events.reduce(evolve, account);
  };
  enter('OpenAccount', { role: 'resident', communityId: 'linan', formComplete: true, by: community });
  enter('CorrectScore', { correctionId: 'k', points: 50, reason: '核实', by: office });
  enter('RedeemPoints', {
    redemptionId: 'r',
    communityId: 'linan',
    lines: lines.map((quantity) => ({ rewardId: 'soap', quantity })),
    by: community,
  });
  for (const [i, quantity] of returned.entries())
    enter('ReverseEntry', {
      reversalId: `u${i}`,
      reverses: { kind: 'redemption', id: 'r' },
      lines: [{ rewardId: 'soap', quantity }],
      reason: '退回',
      by: community,
    });
  return events;
}

const visitIn = (events: readonly BankEvent[]) => events.find(({ type }) => type === 'PointsRedeemed');

test.each([
  [[2, 3], [1], [1, 3]],
  [[2, 3], [1, 2], [2]],
  [[2, 3], [2, 2], [1]],
  [[4], [1, 1], [2]],
  [[2, 3], [], [2, 3]],
])('of lines %j of one reward, %j came back: %j are left', (lines, returned, expected) => {
  const events = record(lines, returned);
  const visit = visitIn(inForce(events));
  expect(visit?.type === 'PointsRedeemed' && visit.data.lines.map(({ quantity }) => quantity)).toEqual(
    expected,
  );
  // What may still come back is asked for once.
  const quantity = expected.reduce((sum, of) => sum + of, 0);
  expect(leftOf(events, visitIn(events) as BankEvent)).toEqual([{ rewardId: 'soap', quantity }]);
});
