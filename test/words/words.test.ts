import { describe, expect, test } from 'vitest';
import { defineRuleSet } from '../../src/define.js';
import { type BankEvent, createBank, type Handbook, initialAccount, RefusedError } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { clip, text, written } from '../../src/values/text.js';
import { ExplainError, en, explain, ja, zhCN } from '../../src/words.js';
import { reverse } from '../living/commands.js';
import { HANDBOOK } from '../support/handbook.js';
import { hardMatters, lastEvent, open, redeem, refusalOf, reportIn, run } from '../support/history.js';
import { reason, type Told } from '../support/words.js';

const CAP = { limit: 'cap', title: text('上限', 'Cap') };

describe('a foreign text in a sentence', () => {
  test('stands as it is up to sixty units, and is cut after them', () => {
    expect(clip('x'.repeat(60))).toBe('x'.repeat(60));
    expect(clip('x'.repeat(61))).toBe(`${'x'.repeat(60)}…`);
    expect(clip('abcd', 4)).toBe('abcd');
    expect(clip('abcde', 4)).toBe('abcd…');
  });

  test('is cut before a character that would be cut in two', () => {
    expect(clip('abc𠀀def', 4)).toBe('abc…');
    expect(clip('abc\u{10ffff}def', 4)).toBe('abc…');
    expect(clip('ab𠀀def', 4)).toBe('ab𠀀…');
    expect(clip('abc\u{10000}def', 4)).toBe('abc…');
    // What stands right before and right after the first halves of pairs.
    expect(clip('abc\ud7ffdef', 4)).toBe('abc\ud7ff…');
    expect(clip('abc\udc00def', 4)).toBe('abc\udc00…');
    expect(clip('abc\ue000def', 4)).toBe('abc\ue000…');
  });
});

test('a figure has a true minus sign', () => {
  expect([-2, -1, 0, 1].map(written)).toEqual(['−2', '−1', '0', '1']);
});

const V1 = { accountId: 'v1', closedOn: '2023-05-01' } as const;

describe('a refusal is worded by what it has to say:', () => {
  const CASES: { readonly [what: string]: readonly [() => Told, string, string] } = {
    'one office that may': [
      () =>
        reason(
          'office-not-entitled',
          {
            command: 'CorrectScore',
            office: 'community',
            entitled: ['subdistrict'],
          },
          renfa2022,
        ),
      '社区积分管理中心无权办理更正积分；应由街道党群办办理。',
      'This is not for the points centre: correcting the score is for the Party affairs office.',
    ],
    'two offices that may': [
      () =>
        reason(
          'office-not-entitled',
          {
            command: 'ReportIn',
            office: 'community',
            entitled: ['subdistrict', 'community'],
          },
          renfa2022,
        ),
      '社区积分管理中心无权办理登记报到；应由街道党群办、社区积分管理中心办理。',
      'This is not for the points centre: a report-in is for the Party affairs office or the points centre.',
    ],
    'no office that may': [
      () =>
        reason(
          'office-not-entitled',
          { command: 'BarAccount', office: 'subdistrict', entitled: [] },
          renfa2022,
        ),
      '街道党群办不能办理限制资格：本办法未规定办理机构。',
      'This is not for the Party affairs office: the rules give barring an account to no office.',
    ],
    'an account closed, and nothing more known': [
      () => reason('account-closed', { accountId: 'v1', closedOn: '2023-05-01', reason: 'died' }, renfa2022),
      '账户“v1”已于 2023-05-01 注销（去世）。',
      "Account 'v1' was closed on 2023-05-01 (died).",
    ],
    'a bar without an end': [
      () =>
        reason('barred', {
          barId: 'b1',
          ground: 'false-entries',
          title: text('虚报积分', 'false entries'),
          bars: 'earning',
          from: '2023-05-01',
        }),
      '因“虚报积分”，该账户自 2023-05-01 起（未定截止日期）不得获得积分。',
      'The account is barred from earning points from 2023-05-01, with no end set: false entries.',
    ],
    'no reason at all': [
      () => reason('unknown-reason', { reason: 'moved', known: [] }),
      '本办法未规定账户注销，不能以“moved”为由注销。',
      "The rules do not close accounts, for 'moved' or any other reason.",
    ],
    'no ground at all': [
      () => reason('unknown-ground', { ground: 'rudeness', known: [] }),
      '本办法未规定限制资格的事由，不能以“rudeness”为由限制。',
      "The rules bar no account, on 'rudeness' or any other ground.",
    ],
    'an account that cannot continue itself': [
      () => reason('cannot-continue', { ...V1, because: 'same-account' }),
      '账户“v1”不能接续自身。',
      "Account 'v1' cannot continue itself.",
    ],
    'an account named twice': [
      () => reason('cannot-continue', { ...V1, because: 'twice' }),
      '所接续的账户“v1”重复填写。',
      "Account 'v1' is named twice among the accounts to be continued.",
    ],
    'an account closed later': [
      () => reason('cannot-continue', { ...V1, because: 'closed-later' }),
      '账户“v1”于 2023-05-01 注销，此前不能接续。',
      "Account 'v1' is not closed until 2023-05-01; it cannot be continued before that.",
    ],
    'an account that another continues': [
      () => reason('cannot-continue', { ...V1, because: 'another-continues-it' }),
      '账户“v1”已于 2023-05-01 注销，由其他账户接续。',
      "Account 'v1', closed on 2023-05-01, is continued by another account.",
    ],
    'an account of another person': [
      () => reason('cannot-continue', { ...V1, because: 'another-member' }),
      '账户“v1”已于 2023-05-01 注销，其持有人并非本人，不能接续。',
      "Account 'v1', closed on 2023-05-01, was another person's.",
    ],
    'a report-in that there is not': [
      () => reason('unknown-entry', { kind: 'report-in', id: '2023-05-01' }),
      '账户没有报到（2023-05-01），或该笔已撤销。',
      'The account has no report-in of 2023-05-01, or it has been reversed.',
    ],
    'a matter that there is not under an item': [
      () => reason('unknown-entry', { kind: 'matter', id: 'm', item: 'other' }, renfa2022),
      '账户没有“其他事项”下的事项“m”，或该笔已撤销。',
      "The account has no matter 'm' under 'Another matter', or it has been reversed.",
    ],
    'a report-in that nobody reverses any more': [
      () =>
        reason('too-late-to-reverse', {
          kind: 'report-in',
          id: '2023-05-01',
          on: '2023-12-01',
          due: '2023-11-30',
          entitled: [],
        }),
      '报到（2023-05-01）所属年度的反馈已于 2023-11-30 截止，2023-12-01 不能再撤销。',
      'The feedback for the year of the report-in of 2023-05-01 was due by 2023-11-30; on 2023-12-01 nobody can reverse it.',
    ],
    'others that are many': [
      () =>
        reason('stands-under-others', {
          kind: 'matter',
          id: 'm',
          others: [1, 2, 3, 4, 5, 6].map((n) => ({ kind: 'correction' as const, id: `c${n}` })),
        }),
      '须先撤销更正“c1”、更正“c2”、更正“c3”、更正“c4”、更正“c5”等，方可撤销事项“m”。',
      "Before matter 'm' can be reversed, these have to be: correction 'c1', correction 'c2', correction 'c3', correction 'c4', correction 'c5' ….",
    ],
    'nothing left to be returned': [
      () => reason('not-redeemed', { rewardId: 'rice', quantity: 1, left: 0 }),
      '兑换品“rice”没有可退回的数量，本次申请退回 1 件。',
      "None of 'rice' is left to be returned (1 asked for).",
    ],
    'a post that was given up': [
      () => reason('post-not-claimed', { postId: 'gate', on: '2023-05-02', releasedOn: '2023-05-01' }),
      '岗位或项目“gate”已于 2023-05-01 退岗，2023-05-02 不在岗。',
      "Post or project 'gate' was given up on 2023-05-01; it was not held on 2023-05-02.",
    ],
    'a matter in both capacities': [
      () => reason('ambiguous-matter', { matterId: 'm', items: ['activity', 'activity'] }, renfa2022),
      '事项“m”有岗位发挥作用和参加活动两笔，请指明是哪一笔。',
      "Matter 'm' stands twice, as service and as attendance; say which.",
    ],
    'a matter in both capacities under an item that every role calls the same': [
      () => reason('ambiguous-matter', { matterId: 'm', items: ['affairs', 'affairs'] }, renfa2022),
      '“参与社区事务”下的事项“m”有岗位发挥作用和参加活动两笔，请指明是哪一笔。',
      "Matter 'm' stands twice under 'Community affairs', as service and as attendance; say which.",
    ],
    'difficulties that there are': [
      () =>
        reason('unknown-difficulty', {
          difficulty: 'x',
          item: 'claim',
          title: text('认领', 'Claim'),
          known: ['base', 'hard'],
        }),
      '该账户的“认领”没有“x”这一难度；有：base、hard。',
      "'Claim' has no difficulty 'x' for this account; it has: base, hard.",
    ],
    'days that are open': [
      () =>
        reason('not-an-opening-day', {
          on: '2023-03-01',
          openings: [
            { from: '06-15', to: '06-30' },
            { from: '12-15', to: '12-31' },
          ],
        }),
      '2023-03-01 不在兑换开放日内（06-15–06-30、12-15–12-31）。',
      'Redemption is not open on 2023-03-01; it is open on 06-15–06-30, 12-15–12-31.',
    ],
    'a period that was used': [
      () => reason('already-redeemed', { period: '2023-H1', on: '2023-03-01', visits: 1 }),
      '本期（2023年上半年）已于 2023-03-01 兑换，每期 1 次。',
      'Points were redeemed on 2023-03-01 in this period (the first half of 2023), which allows 1 redemption.',
    ],
    'a period that was used, and when the next one is': [
      () =>
        reason('already-redeemed', {
          period: '2023-H2',
          on: '2023-08-01',
          visits: 2,
          again: '2024-01-01',
        }),
      '本期（2023年下半年）已于 2023-08-01 兑换，每期 2 次；自 2024-01-01 起可再兑换。',
      'Points were redeemed on 2023-08-01 in this period (the second half of 2023), which allows 2 redemptions; the next is possible from 2024-01-01.',
    ],
    'lines that are too many': [
      () => reason('redemption-limit-reached', { ...CAP, counts: 'lines', asked: 2, used: 0, maximum: 1 }),
      '“上限”每次兑换限 1 项，本次 2 项，超出上限。',
      "'Cap' allows 1 kind of reward in one visit; 2 would exceed it.",
    ],
    'rewards that are too many': [
      () => reason('redemption-limit-reached', { ...CAP, counts: 'rewards', asked: 2, used: 2, maximum: 3 }),
      '“上限”每次兑换限 3 件，已用 2 件，本次 2 件，超出上限。',
      "'Cap' allows 3 rewards in one visit, of which 2 had been used; 2 more would exceed it.",
    ],
    'a consent that there is not': [
      () => reason('consent-missing', { rewardId: 'rice', title: text('大米', 'Rice'), on: '2023-03-01' }),
      '“大米”须按规定征得同意：截至 2023-03-01 没有同意记录。',
      "'Rice' needs the consent that the rules ask for: on 2023-03-01 there was none.",
    ],
    'a consent that comes later': [
      () =>
        reason('consent-missing', {
          rewardId: 'rice',
          title: text('大米', 'Rice'),
          on: '2023-03-01',
          consent: '2023-04-01',
        }),
      '“大米”须按规定征得同意：截至 2023-03-01 尚未同意（同意日期为 2023-04-01）。',
      "'Rice' needs the consent that the rules ask for: on 2023-03-01 there was none yet (it is dated 2023-04-01).",
    ],
    'too few points': [
      () => reason('insufficient-points', { price: 1, balance: 0 }),
      '需 1 分，可兑换积分只有 0 分。',
      '1 point needed; the balance is 0.',
    ],
    'a balance below 0': [
      () => reason('insufficient-points', { price: 1, balance: -1 }),
      '可兑换积分为 −1 分，须先补足（需 1 分）。',
      'The balance is −1; it has to be made up first (1 point needed).',
    ],
  };
  test.each(Object.entries(CASES))('%s', (_, [made, chinese, english]) => {
    expect(made()).toEqual({ 'zh-CN': chinese, en: english });
  });
});

test('a refusal that is thrown has a name, and says its code and its facts', () => {
  const { decider } = createBank(renfa2022);
  const command = reportIn('2024-01-08');
  expect(() => decider.decide(command, initialAccount)).toThrow(RefusedError);
  expect(() => decider.decide(command, initialAccount)).toThrow(
    expect.objectContaining({
      name: 'RefusedError',
      message: 'account-not-open {"accountId":"v1"}',
    }),
  );
});

test('rewards are called by their titles where the handbook is at hand, and by their ids elsewhere', () => {
  const visit = [
    open('resident', '2023-01-10'),
    ...hardMatters(2, '2023-02-01'),
    redeem('r1', '2023-03-01', { haircut: 2 }),
  ];
  const returned = (quantity: number): unknown =>
    reverse('u1', { kind: 'redemption', id: 'r1' }, '2023-03-02', {
      lines: [{ rewardId: 'haircut', quantity }],
    });
  const [title] = HANDBOOK.rewards.flatMap((reward) => (reward.rewardId === 'haircut' ? [reward.title] : []));
  const event = lastEvent(run([...visit, returned(1)]), 'EntryReversed');
  expect(explain(event, zhCN, renfa2022, HANDBOOK)).toContain(`“${title?.['zh-CN']}” × 1`);
  expect(explain(event, en, renfa2022)).toContain("'haircut' × 1");
  const refusal = refusalOf(run([...visit, returned(3)]).steps.at(-1)?.decision);
  expect(explain(refusal, en, renfa2022, HANDBOOK)).toContain(
    `Only 2 of '${title?.en}' can still be returned`,
  );
  const other = { ...HANDBOOK, rewards: [] };
  expect(explain(refusal, zhCN, renfa2022, other)).toContain('兑换品“haircut”可退回 2 件');
  expect(() => explain(refusal, en, renfa2022, {} as Handbook)).toThrow(ExplainError);
});

test('an opening says nothing of report-ins where there are none, nor twice what somebody is', () => {
  const choir = defineRuleSet({
    id: 'choir',
    version: '1',
    title: { 'zh-CN': '合唱团积分', en: 'Points of the choir', ja: '合唱団のポイント' },
    roles: {
      singer: {
        title: { 'zh-CN': '团员', en: 'singer', ja: '団員' },
        items: {
          rehearsal: {
            title: { 'zh-CN': '排练', en: 'Rehearsal', ja: '練習' },
            scoring: { by: 'fixed', points: 1 },
          },
        },
      },
    },
  });
  const by = { office: 'community', communityId: 'hall' } as const;
  const data = { accountId: 'ann', role: 'singer', communityId: 'hall', on: '2024-03-01', by } as const;
  const [opened] = createBank(choir).decider.decide({ type: 'OpenAccount', data }, initialAccount);
  expect([en, zhCN, ja].map((pack) => explain(opened as BankEvent, pack, choir))).toEqual([
    '2024-03-01, account opened: singer (clause 1): 0 points.',
    '2024-03-01 团员开设账户（条款 1）：0 分。',
    '2024-03-01 口座の開設（団員）（条項 1）：0ポイント。',
  ]);
});
