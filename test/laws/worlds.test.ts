import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVENT_VERSIONS, type ItemRule, type RoleRule, type RuleSet } from '../../src/index.js';
import { smallWorldOf } from '../../src/testing/small-world.js';
import { arbitraries } from '../../src/testing.js';
import { anyCase, under } from '../support/arbitraries.js';
import { run } from '../support/history.js';
import { REFUSAL_CODES } from '../support/words.js';

/** Refusals that the worlds cannot meet, since the rules or the bank would have to be others; `test/readings` and `test/living` do. */
const ELSEWHERE = [
  'wrong-account',
  'community-of-office',
  'ambiguous-claim',
  'not-redeemed',
  'wrong-programme',
  'not-in-programme',
  'programme-differs',
  'catalogue-for-others',
  'once-per-period',
  'no-handbook',
  'proxy-not-allowed',
  'out-of-range',
];

/**
 * The first scheme with what a community may add: a ground that bars, points sent on, entries verified apart, a
 * condition, an item of another office, and limits on what is held and sent.
 */
function everything(): RuleSet {
  const { authority, ...rest } = under(['verification', 'apart'], ['organisation-life', 'in-service-only']);
  const offices: RuleSet['authority']['offices'] = {
    ...authority.offices,
    CreditActivity: ['community', 'subdistrict'],
    TransferPoints: ['community'],
    ReceivePoints: ['community'],
    BarAccount: ['subdistrict'],
  };
  const title = { 'zh-CN': '查实', en: 'a breach' };
  const resident = rest.roles.resident as RoleRule;
  const other = resident.items.other as ItemRule;
  const claimed = { clause: '2.3.3.4', title, counts: 'points', minimum: 2, per: 'year' } as const;
  const affairs = { ...(resident.items.affairs as ItemRule), offices: ['subdistrict'] };
  const items = { ...resident.items, affairs, other: { ...other, requires: { claimed } } };
  const held = { clause: '4.2', title, counts: 'balance', maximum: 3, per: 'life', beyond: 'trim' } as const;
  const limits = { ...resident.limits, held };
  const month = { clause: '4.2', title, counts: 'sent', maximum: 2, per: 'month' } as const;
  return {
    ...rest,
    authority: { ...authority, offices },
    roles: { ...rest.roles, resident: { ...resident, items, limits } },
    transfer: { clause: '4.2', title, limits: { month } },
    ineligibility: { breach: { clause: '3', title, bars: ['redeeming', 'earning'] } },
  };
}

/** The first scheme where a matter may score under two items, a person has one account, and a year's redemption has a limit. */
function inTwoItems(): RuleSet {
  const rules = under(
    ['one-matter-one-item', 'each-item'],
    ['correction-bound', 'item-maximum'],
    ['two-communities', 'refused'],
  );
  const title = { 'zh-CN': '每年兑换', en: 'redeemed in a year' };
  const year = { clause: '2.3', title, counts: 'redeemed', maximum: 1, per: 'year' } as const;
  return { ...rules, redemption: { ...rules.redemption, limits: { year } } };
}

test('the worlds that the laws are tried on reach every event and every refusal', () => {
  const seen = new Set<string>();
  const living = [everything(), inTwoItems()].flatMap((ruleSet) => {
    const { handbook } = smallWorldOf(ruleSet);
    return fc
      .sample(arbitraries(ruleSet).commands, { numRuns: 800, seed: 20220427 })
      .map((commands, n) => ({ commands, rules: n % 2 === 0 ? { ruleSet, handbook } : { ruleSet } }));
  });
  for (const { commands, rules } of [...fc.sample(anyCase(), { numRuns: 600, seed: 20220427 }), ...living]) {
    for (const { decision } of run(commands, rules).steps) {
      if (!decision.accepted) {
        seen.add(decision.refusal.code);
        continue;
      }
      if (decision.events.length === 0) seen.add('retried');
      for (const { type } of decision.events) seen.add(type);
      for (const { code } of decision.warnings) seen.add(code);
    }
  }
  const wanted = [...Object.keys(EVENT_VERSIONS), ...REFUSAL_CODES, 'handbook-overdue', 'retried'];
  expect(wanted.filter((kind) => !seen.has(kind))).toEqual(ELSEWHERE);
});
