import { describe, expect, test } from 'vitest';
import { renfa2022 } from '../../src/rule-sets.js';
import { eventOf, open, outcomes, refusalOf, run } from '../support/history.js';

describe('1: whom it is for', () => {
  test('community party members, in-service party members and residents', () => {
    expect(Object.values(renfa2022.roles).map(({ title }) => title['zh-CN'])).toEqual([
      '社区党员',
      '在职党员',
      '居民志愿者',
    ]);
    const roles = ['community-party-member', 'in-service-party-member', 'resident'] as const;
    for (const role of roles) expect(outcomes([open(role)])).toEqual([1]);
  });

  test('nobody else', () => {
    for (const role of ['visitor', '社区党员', 'Resident', 'constructor', '__proto__']) {
      const { steps } = run([open(role as 'resident')]);
      expect(refusalOf(steps[0]?.decision)).toMatchObject({
        code: 'unknown-role',
        clause: '1',
        facts: { role, known: ['community-party-member', 'in-service-party-member', 'resident'] },
      });
    }
  });

  test('from no day in particular: the day of issue is a fact and not a limit', () => {
    const before = run([open('resident', '2022-04-26')]);
    expect(before.outcomes).toEqual([1]);
    expect(eventOf(before.steps[0]?.decision).data.readings).toMatchObject({ 'entry-into-force': 'none' });
    expect(renfa2022.source?.issuedOn).toBe('2022-04-27');
    expect(renfa2022.inForce).toEqual({ clause: '1' });
  });
});
