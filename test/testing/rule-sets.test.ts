import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineRuleSet } from '../../src/define.js';
import { type ItemRule, type RuleSet, withReading } from '../../src/index.js';
import { ridingClub, xinyangVillage } from '../../src/rule-sets.js';
import { ruleSets } from '../../src/testing/generators/rule-sets.js';
import { checkLaws, type LawReport, laws } from '../../src/testing/laws.js';
import { runCommands, type Subject, subjectOf } from '../../src/testing/subject.js';
import { canonicalJson } from '../../src/values/json.js';

test('every valid rule set keeps the laws', () => {
  fc.assert(
    fc.property(ruleSets(), fc.integer(), (ruleSet, seed) => {
      const { broken } = checkLaws(ruleSet, { numRuns: 6, seed });
      expect(broken.map(({ law, how, test: story }) => `${law}: ${how}\n${story}`)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('a rule set is plain JSON', () => {
  fc.assert(
    fc.property(ruleSets(), (ruleSet) => {
      expect(canonicalJson(JSON.parse(JSON.stringify(ruleSet)))).toBe(canonicalJson(ruleSet));
    }),
    { numRuns: 100 },
  );
});

test('an entry that was undone need not come back over a limit that points came back over', () => {
  const { member } = ridingClub.roles;
  const most = {
    clause: '1',
    title: { en: 'at most five' },
    counts: 'balance',
    per: 'life',
    maximum: 5,
  } as const;
  const limits = { most: { ...most, beyond: 'trim' as const } };
  const ruleSet: RuleSet = { ...ridingClub, roles: { member: { ...member, limits } } };
  const by = { office: 'community', communityId: 'c1' };
  const about = { accountId: 'v1', on: '2023-01-01', by };
  const show = (matterId: string) => ({
    type: 'CreditActivity',
    data: { ...about, item: 'announcer', matterId },
  });
  const undo = (reversalId: string, reverses: object) => ({
    type: 'ReverseEntry',
    data: { ...about, reversalId, reverses, reason: 'slip' },
  });
  const lines = [{ rewardId: 'haircut', quantity: 1 }];
  const story = [
    { type: 'OpenAccount', data: { ...about, role: 'member', communityId: 'c1', formComplete: true } },
    show('m1'),
    { type: 'RedeemPoints', data: { ...about, communityId: 'c1', redemptionId: 'r1', lines } },
    show('m2'),
    undo('u1', { kind: 'redemption', id: 'r1' }),
    undo('u2', { kind: 'matter', id: 'm2', item: 'announcer' }),
  ];
  const back = undo('u3', { kind: 'reversal', id: 'u2' });
  const { steps } = runCommands(subjectOf(ruleSet), [...story, back]);
  expect(steps.map(({ decision }) => (decision.accepted ? 'accepted' : decision.refusal.code))).toEqual([
    ...story.map(() => 'accepted'),
    'limit-reached',
  ]);
  const law = laws(ruleSet).find(({ name }) => name === 'reversal-undone-gives-back');
  expect(law?.broken(story)).toBeUndefined();
});

describe('deductions that stop at 0', () => {
  const title = { 'zh-CN': '事项', en: 'an item' };
  const item = (points: number): ItemRule => ({
    clause: '1',
    title,
    entry: 'activity',
    scoring: { by: 'fixed', points },
  });

  test('are no breach of a limit', () => {
    const { member } = ridingClub.roles;
    const { announcer: _, ...items } = member.items;
    const ruleSet = defineRuleSet<RuleSet>({
      ...ridingClub,
      roles: { member: { ...member, items: { ...items, given: item(2), taken: item(-3) }, limits: {} } },
      entries: { ...ridingClub.entries, floor: 'stop-at-zero' },
      recognition: {},
    });
    expect(told(checkLaws(ruleSet, { numRuns: 30, seed: 4 }))).toEqual([]);
  });

  test.each(['none', 'stop-at-zero', 'refused'])('of a village, under the answer %s', (answer) => {
    const ruleSet = withReading<RuleSet, string>(xinyangVillage, 'floor', answer);
    expect(told(checkLaws(ruleSet, { numRuns: 30, seed: 4 }))).toEqual([]);
  });

  test('are a breach where they stop at something else', () => {
    const stops = withReading<RuleSet, string>(xinyangVillage, 'floor', 'stop-at-zero');
    const fallsBelow = withReading<RuleSet, string>(xinyangVillage, 'floor', 'none');
    const by = { office: 'community', communityId: 'c1' };
    const about = { accountId: 'v1', on: '2024-01-02', by };
    const story = [
      {
        type: 'OpenAccount',
        data: { ...about, role: 'household', communityId: 'c1', formComplete: true },
      },
      { type: 'CreditActivity', data: { ...about, item: 'deduction', matterId: 'm1', quantity: 60 } },
    ];
    const subject: Subject = { ...subjectOf(stops), decide: subjectOf(fallsBelow).decide };
    const broken = (under?: Subject) =>
      laws(stops, under)
        .find(({ name }) => name === 'limit-exact')
        ?.broken(story);
    expect(broken()).toBeUndefined();
    expect(broken(subject)).toBe("the points of 'deduction' on 2024-01-02 is -60; it should be -50");
  });
});

function told({ broken }: LawReport): string[] {
  return broken.map(({ law, how, test: story }) => `${law}: ${how}\n${story}`);
}
