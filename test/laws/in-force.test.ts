import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RuleSet, ruleSetOn } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { day } from '../support/arbitraries.js';
import { credit, open, outcomes, refusalOf, run } from '../support/history.js';

function version(name: string, from?: string, until?: string): RuleSet {
  const inForce = {
    clause: '1',
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
  return { ...renfa2022, version: name, inForce };
}

describe('of several versions of the rules the one in force on a day', () => {
  const first = version('first', '2022-04-27', '2022-12-31');
  const second = version('second', '2023-01-01', '2023-06-30');
  const third = version('third', '2024-01-01');

  test('holds from its first day to its last', () => {
    const days = [
      '2022-04-26',
      '2022-04-27',
      '2022-12-31',
      '2023-01-01',
      '2023-06-30',
      '2023-07-01',
      '2023-12-31',
      '2024-01-01',
      '2099-01-01',
    ];
    const found = (versions: readonly RuleSet[]) => days.map((on) => ruleSetOn(versions, on)?.version);
    const expected = [
      undefined,
      'first',
      'first',
      'second',
      'second',
      undefined,
      undefined,
      'third',
      'third',
    ];
    expect(found([first, second, third])).toEqual(expected);
    expect(found([third, first, second])).toEqual(expected);
  });

  test('is the one that began last; without a first day it began before all others', () => {
    const always = version('always');
    for (const versions of [
      [always, second],
      [second, always],
    ]) {
      expect(ruleSetOn(versions, '2023-03-01')?.version).toBe('second');
      expect(ruleSetOn(versions, '2023-07-01')?.version).toBe('always');
    }
    expect(ruleSetOn([version('a', '2023-01-01'), version('b', '2023-01-01')], '2023-01-01')?.version).toBe(
      'b',
    );
    expect(ruleSetOn([], '2023-01-01')).toBeUndefined();
    expect(ruleSetOn(new Set([renfa2022]), '1900-01-01')).toBe(renfa2022);
  });

  test('is one whose bounds hold that day, and no other of these began later', () => {
    const bound = fc.option(day(), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.tuple(bound, bound), { maxLength: 5 }), day(), (bounds, on) => {
        const versions = bounds.map(([from, until], n) => version(String(n), from, until));
        const holding = versions.filter(
          ({ inForce: { from = '', until = '9999-12-31' } }) => from <= on && on <= until,
        );
        const found = ruleSetOn(versions, on);
        expect(found === undefined ? holding : holding.includes(found)).toEqual(
          found === undefined ? [] : true,
        );
        for (const other of holding)
          expect((other.inForce.from ?? '') <= (found?.inForce.from ?? '')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

test('an entry of a day on which its rules are not in force is refused', () => {
  const rules = { ruleSet: version('short', '2023-02-01', '2023-06-30') };
  const days = ['2023-02-01', '2023-06-30', '2023-07-01', '2023-01-31'];
  const commands = [
    open('resident', '2023-01-31'),
    open('resident', '2023-02-01'),
    ...days.map((on) => credit('activity', on, on)),
  ];
  expect(outcomes(commands, rules)).toEqual(['not-in-force', 1, 1, 1, 'not-in-force', 'not-in-force']);
  expect(refusalOf(run(commands, rules).steps[0]?.decision)).toMatchObject({
    clause: '1',
    facts: { on: '2023-01-31', from: '2023-02-01', until: '2023-06-30' },
  });
});
