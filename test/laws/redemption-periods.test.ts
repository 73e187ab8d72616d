import { describe, expect, test } from 'vitest';
import type { RedemptionLimit, RedemptionRule, RuleSet } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { text } from '../../src/values/text.js';
import { hardMatters, open, redeem, refusalOf, run } from '../support/history.js';
import { perVisit } from '../support/redeeming.js';
import { reason, reasonOf } from '../support/words.js';

const SAVED = [open('resident', '2022-01-10'), ...hardMatters(5, '2022-01-10')];

function redeeming(rule: Partial<RedemptionRule>): RuleSet {
  return { ...renfa2022, readings: {}, redemption: { ...renfa2022.redemption, ...rule } };
}

/** What becomes of visits on these days: the balance's change, or what the last refusal says. */
function visits(ruleSet: RuleSet, ...days: string[]) {
  const { outcomes, steps } = run([...SAVED, ...days.map((on, i) => redeem(`r${i}`, on, { haircut: 1 }))], {
    ruleSet,
  });
  return { became: outcomes.slice(SAVED.length), last: steps.at(-1)?.decision };
}

describe('once at each opening', () => {
  const openings = [
    { from: '06-01', to: '06-30' },
    { from: '12-01', to: '12-31' },
  ];
  const ruleSet = redeeming({ period: { kind: 'openings', openings } });

  test('from its first day to its last, in every year', () => {
    const { became } = visits(
      ruleSet,
      '2022-05-31',
      '2022-06-01',
      '2022-06-30',
      '2022-12-31',
      '2023-06-30',
      '2023-07-01',
    );
    const shut = 'not-an-opening-day';
    expect(became).toEqual([shut, -1, 'already-redeemed', -1, -1, shut]);
  });

  test('again at the next opening, in the next year where the year has no more', () => {
    expect(refusalOf(visits(ruleSet, '2022-06-02', '2022-06-03').last).facts).toEqual({
      period: '2022-06',
      on: '2022-06-02',
      visits: 1,
      again: '2022-12-01',
    });
    expect(refusalOf(visits(ruleSet, '2022-12-02', '2022-12-03').last).facts).toMatchObject({
      again: '2023-06-01',
    });
    // The December opening is used as well, by a visit entered earlier and dated later.
    expect(refusalOf(visits(ruleSet, '2022-12-02', '2022-06-02', '2022-06-03').last).facts).toMatchObject({
      again: '2023-06-01',
    });
  });

  test('an opening that ends before it begins is never open, and is not the next one', () => {
    const backwards = redeeming({
      period: {
        kind: 'openings',
        openings: [
          { from: '06-01', to: '06-30' },
          { from: '12-01', to: '01-31' },
        ],
      },
    });
    expect(visits(backwards, '2022-12-15', '2023-01-15').became).toEqual([
      'not-an-opening-day',
      'not-an-opening-day',
    ]);
    expect(refusalOf(visits(backwards, '2022-06-02', '2022-06-03').last).facts).toMatchObject({
      again: '2023-06-01',
    });
  });
});

describe('where the calendar ends', () => {
  test('no day is named on which points could be redeemed again', () => {
    for (const window of ['year', 'half-year', 'quarter', 'month'] as const) {
      const { became, last } = visits(
        redeeming({ period: { kind: 'calendar', window } }),
        '9999-12-01',
        '9999-12-31',
      );
      expect(became).toEqual([-1, 'already-redeemed']);
      expect(refusalOf(last).facts).not.toHaveProperty('again');
      expect(reasonOf(refusalOf(last)).en).not.toContain('the next is possible');
    }
  });
});

describe('so many lines and so many rewards in one visit', () => {
  const two = [
    { rewardId: 'haircut', quantity: 1 },
    { rewardId: 'haircut', quantity: 1 },
  ];
  const became = (rule: Partial<RedemptionRule>, lines: readonly unknown[]) => {
    const { outcomes, steps } = run([...SAVED, redeem('r', '2022-03-02', {}, { lines })], {
      ruleSet: redeeming(rule),
    });
    const decision = steps.at(-1)?.decision;
    return decision?.accepted ? outcomes.at(-1) : refusalOf(decision);
  };
  const limited = (counts: RedemptionLimit['counts'], maximum: number) => ({
    limits: perVisit(counts, maximum),
  });
  const told = (counts: RedemptionLimit['counts'], asked: number) =>
    reason('redemption-limit-reached', {
      limit: counts,
      title: text('上限', 'cap'),
      counts,
      asked,
      used: 0,
      maximum: 1,
    });
  const none: RuleSet = { ...renfa2022, readings: {} };

  test('lines are kinds of reward, whatever the number of each', () => {
    const kinds = [...two, { rewardId: 'repair', quantity: 1 }];
    expect(became(limited('lines', 2), kinds)).toBe(-4);
    expect(became(limited('lines', 1), [{ rewardId: 'haircut', quantity: 5 }])).toBe(-5);
    expect(became(limited('lines', 1), two)).toBe(-2);
    expect(became(limited('lines', 1), kinds)).toMatchObject({
      code: 'redemption-limit-reached',
      clause: '4.2',
      facts: { limit: 'lines', counts: 'lines', asked: 2, used: 0, maximum: 1 },
    });
    expect(told('lines', 2)).toEqual({
      'zh-CN': '“上限”每次兑换限 1 项，本次 2 项，超出上限。',
      en: "'cap' allows 1 kind of reward in one visit; 2 would exceed it.",
    });
  });

  test('rewards are the quantities of all lines together', () => {
    expect(became(limited('rewards', 2), two)).toBe(-2);
    const refusal = became(limited('rewards', 1), two);
    expect(refusal).toMatchObject({
      code: 'redemption-limit-reached',
      facts: { counts: 'rewards', asked: 2, used: 0, maximum: 1 },
    });
    // No later visit would take more.
    expect(refusal).not.toHaveProperty('facts.window');
    expect(refusal).not.toHaveProperty('facts.again');
    expect(told('rewards', 2)).toEqual({
      'zh-CN': '“上限”每次兑换限 1 件，本次 2 件，超出上限。',
      en: "'cap' allows 1 reward in one visit; 2 would exceed it.",
    });
  });

  test('points of some rewards are counted by their prices', () => {
    const cap = { ...perVisit('redeemed', 1).redeemed, rewards: ['haircut'] } as RedemptionLimit;
    const other = { rewardId: 'repair', quantity: 1 };
    expect(became({ limits: { cap } }, [{ rewardId: 'haircut', quantity: 1 }, other])).toBe(-3);
    expect(became({ limits: { cap } }, two)).toMatchObject({ facts: { limit: 'cap', asked: 2, maximum: 1 } });
  });

  test('quantities whose sum cannot be held are refused, with the first of them named', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const { steps } = run(
      [
        ...SAVED,
        redeem(
          'r',
          '2022-03-02',
          {},
          {
            lines: [
              { rewardId: 'haircut', quantity: most },
              { rewardId: 'repair', quantity: 1 },
            ],
          },
        ),
      ],
      { ruleSet: none },
    );
    expect(refusalOf(steps.at(-1)?.decision)).toMatchObject({
      code: 'out-of-range',
      facts: { figure: 'redeemed', before: 0, points: most },
    });
  });
});
