import { describe, expect, test } from 'vitest';
import { assessment, redeemable } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { accountOf, hardMatters, open, redeem, run } from '../support/history.js';

describe('2.3.4: what points are for', () => {
  test('assessment, awards, promotion, services of the centre, and what a community adds', () => {
    expect(Object.values(renfa2022.uses).map(({ clause, title }) => [clause, title['zh-CN']])).toEqual([
      ['2.3.4', '党建责任制考核'],
      ['2.3.4', '创先争优评选'],
      ['2.3.4', '党员领导干部提拔重用'],
      ['2.3.4', '党群服务中心服务项目'],
      ['2.3.4', '社区自主设置的兑换事项'],
    ]);
    expect(Object.keys(renfa2022.uses)).toEqual([
      'party-building-assessment',
      'awards',
      'promotion',
      'services',
      'community',
    ]);
  });

  test('spending them on services takes nothing from what the assessment sees', () => {
    const earned = [open('resident'), ...hardMatters(3, '2023-03-01')];
    const before = accountOf(run(earned));
    const after = accountOf(run([...earned, redeem('visit', '2023-05-01', { repair: 2, haircut: 1 })]));
    expect([assessment(before), redeemable(before)]).toEqual([7, 7]);
    expect([assessment(after), redeemable(after)]).toEqual([7, 2]);
  });
});
