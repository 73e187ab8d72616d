import { describe, expect, test } from 'vitest';
import { renfa2022 } from '../../src/rule-sets.js';
import { reportsInOnceAYear } from '../support/matters.js';

describe('2.3.2.1: an in-service party member reports in, opens a red account, and reports in once a year', () => {
  reportsInOnceAYear('in-service-party-member', '2.3.2.1');

  test('the form is the one that this clause names', () => {
    expect(renfa2022.roles['in-service-party-member'].opening).toMatchObject({
      clause: '2.3.2.1',
      form: { 'zh-CN': '机关党员干部进村（社区）报到卡' },
    });
  });
});
