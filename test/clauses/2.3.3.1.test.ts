import { describe, expect, test } from 'vitest';
import { renfa2022 } from '../../src/rule-sets.js';
import { reportsInOnceAYear } from '../support/matters.js';

describe('2.3.3.1: a resident reports in, opens a blue account, and reports in once a year', () => {
  reportsInOnceAYear('resident', '2.3.3.1');

  test('the form is the one that this clause names', () => {
    expect(renfa2022.roles.resident.opening).toMatchObject({
      clause: '2.3.3.1',
      form: { 'zh-CN': '个人信息登记表' },
    });
  });
});
