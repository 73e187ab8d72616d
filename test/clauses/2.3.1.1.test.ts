import { describe, expect, test } from 'vitest';
import { renfa2022 } from '../../src/rule-sets.js';
import { reportsInOnceAYear } from '../support/matters.js';

describe('2.3.1.1: a community party member registers and reports in once a year', () => {
  reportsInOnceAYear('community-party-member', '2.3.1.1');

  test('the form is the one that this clause names', () => {
    expect(renfa2022.roles['community-party-member'].opening).toMatchObject({
      clause: '2.3.1.1',
      form: { 'zh-CN': '党员信息登记表' },
    });
  });
});
