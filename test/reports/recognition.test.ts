import { describe, expect, test } from 'vitest';
import { type Recognition, recognition } from '../../src/reports/volunteer/recognition.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import type { RuleSet } from '../../src/rules/rule-set.js';
import { text } from '../../src/values/text.js';
import { reported } from '../support/words.js';
import { Centre } from './history.js';

const level = (zh: string, en: string, points: number, per: 'life' | 'year') =>
  ({ clause: 'R', title: text(zh, en), points, per }) as const;

/** Two levels, with the higher one first. */
const RULES: RuleSet = {
  ...renfa2022,
  recognition: {
    gold: level('金', 'Gold', 8, 'life'),
    bronze: level('铜', 'Bronze', 3, 'year'),
    silver: level('银', 'Silver', 4, 'life'),
  },
  ineligibility: { dispute: { clause: 'X', title: text('有纠纷', 'In dispute') } },
};

const centre = new Centre();
centre.open('v1', '2022-12-01');
centre.credit('v1', '2022-12-02', 'a', 'hard');
centre.credit('v1', '2023-03-01', 'b', 'hard');
centre.redeem('v1', '2023-03-02', 'r1', 'visit');
centre.correct('v1', '2023-04-01', 'c1', 1);
centre.credit('v1', '2023-05-01', 'c', 'hard');

const on = (day: string, ruleSet = RULES, grounds: string[] = []) =>
  recognition(centre.events, ruleSet, { on: day, grounds });

describe('recognition', () => {
  test('has the levels, the lowest first, each with the points counted by that day', () => {
    const found = on('2023-03-31');
    // 1 + 2 in the previous year, 2 in this one. Spent points still count; later ones do not count yet.
    expect(
      found?.levels.map((one) => [one.level, one.window, one.counted, one.reached, one.missing]),
    ).toEqual([
      ['bronze', '2023', 2, false, 1],
      ['silver', 'life', 5, true, 0],
      ['gold', 'life', 5, false, 3],
    ]);
    expect(found).toMatchObject({
      recognised: ['silver'],
      next: { level: 'bronze', missing: 1 },
      readings: {},
    });
    expect(found && reported(found)).toEqual({
      'zh-CN': '截至 2023-03-31，积分已达“银”。距“铜”（3 分，条款 R）还差 1 分。',
      en: "By 2023-03-31 the points have reached 'Silver'. For 'Bronze' (3 points, clause R) 1 more is needed.",
    });
    expect(on('2023-04-01')?.levels.map(({ counted }) => counted)).toEqual([3, 6, 6]);
    expect(on('2023-05-01')?.levels.map(({ counted }) => counted)).toEqual([5, 8, 8]);
  });

  test('has no next level if all are reached', () => {
    const found = on('2023-05-01');
    expect(found).not.toHaveProperty('next');
    expect(found?.recognised).toEqual(['bronze', 'silver', 'gold']);
    expect(found && reported(found)).toEqual({
      'zh-CN': '截至 2023-05-01，积分已达“铜”、“银”、“金”。',
      en: "By 2023-05-01 the points have reached 'Bronze', 'Silver', 'Gold'.",
    });
  });

  test('handles no level reached, and rules without levels', () => {
    expect(reported(on('2022-12-01') as Recognition)).toEqual({
      'zh-CN': '截至 2022-12-01，尚未达到任何等级。距“铜”（3 分，条款 R）还差 2 分。',
      en: "By 2022-12-01 no level is reached. For 'Bronze' (3 points, clause R) 2 more are needed.",
    });
    const none = on('2023-05-01', renfa2022) as Recognition;
    expect(none).toMatchObject({ levels: [] });
    expect(reported(none)).toEqual({
      'zh-CN': '此类账户未设表彰等级。',
      en: 'There are no levels of recognition for this role.',
    });
  });

  test('is barred by a ground, with its clause', () => {
    const found = on('2023-03-31', RULES, ['dispute']);
    expect(found).toMatchObject({ recognised: [], barredBy: [{ ground: 'dispute', clause: 'X' }] });
    expect(found && reported(found).en).toContain("There is no recognition: 'In dispute' (clause X).");
    expect(found && reported(found)['zh-CN']).toContain('因“有纠纷”（条款 X），不予表彰。');
  });

  test('names the readings used for its levels and grounds', () => {
    const governedBy = (patch: { readonly [part: string]: never }) => {
      const title = text('是', 'yes');
      const reading = {
        clause: 'R',
        question: text('问', 'A question?'),
        chosen: 'yes',
        default: 'yes',
        answers: { yes: { title, patch } },
      };
      return on('2023-03-31', { ...RULES, readings: { asked: reading } })?.readings;
    };
    expect(governedBy({ recognition: { gold: { points: 8 } } } as never)).toEqual({ asked: 'yes' });
    expect(governedBy({ ineligibility: { dispute: { clause: 'X' } } } as never)).toEqual({ asked: 'yes' });
    expect(governedBy({ correction: { floor: 'none' } } as never)).toEqual({});
  });
});
