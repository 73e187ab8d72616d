import { describe, expect, test } from 'vitest';
import { deriveRuleSet } from '../../src/define.js';
import { assessment, deviations, redeemable, type UseOfPoints } from '../../src/index.js';
import { annualFeedback, statement } from '../../src/reports.js';
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

  test.each([
    [
      'community-party-member',
      ['创先争优评选', '社区自主设置的兑换事项', '党建责任制考核', '党群服务中心服务项目'],
    ],
    [
      'in-service-party-member',
      [
        '创先争优评选',
        '社区自主设置的兑换事项',
        '党建责任制考核',
        '党员领导干部提拔重用',
        '党群服务中心服务项目',
      ],
    ],
    ['resident', ['创先争优评选', '社区自主设置的兑换事项', '党群服务中心服务项目']],
  ] as const)('those of a %s stand for %j, as the statement and the feedback say', (role, uses) => {
    const { events } = run([open(role)]);
    const named = uses.map((title) => ['2.3.4', title]);
    const said = (of: readonly UseOfPoints[] | undefined) =>
      of?.map(({ clause, title }) => [clause, title['zh-CN']]);
    const year = { from: '2023-01-01', to: '2023-12-31' };
    expect(said(statement(events, year)?.standsFor)).toEqual(named);
    expect(said(annualFeedback(events, 2023)?.standsFor)).toEqual(named);
  });

  test('the opening keeps them, so that other rules change them only where they are asked for', () => {
    const { events } = run([open('resident')]);
    const ours = deriveRuleSet(renfa2022, { uses: { awards: { roles: ['in-service-party-member'] } } });
    const year = { from: '2023-01-01', to: '2023-12-31' };
    const ids = (of: readonly UseOfPoints[] | undefined) => of?.map(({ id }) => id);
    expect(ids(statement(events, year)?.standsFor)).toEqual(['awards', 'community', 'services']);
    expect(ids(statement(events, { ...year, ruleSet: ours })?.standsFor)).toEqual(['community', 'services']);
    expect(ids(annualFeedback(events, 2023, { ruleSet: ours })?.standsFor)).toEqual([
      'community',
      'services',
    ]);
    expect(deviations(renfa2022, ours)).toMatchObject([
      { clause: '2.3.4', path: 'uses.awards.roles', kind: 'stricter' },
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
