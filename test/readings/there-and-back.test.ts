import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRuleSet } from '../../src/define.js';
import { digest, type RuleSet, readings, UnknownReadingError, withReading } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { answer, under } from '../support/arbitraries.js';
import { openParts, stored } from '../support/checks.js';

const ANSWERS = readings(renfa2022).flatMap(({ id, answers }) =>
  Object.keys(answers).map((of) => [id, of] as const),
);
const RULE_SET: RuleSet = renfa2022;
const DEFAULT = digest(renfa2022);

describe('an answer', () => {
  test.each(ANSWERS)('to %s, %s, can be taken and taken back', (reading, of) => {
    const taken = withReading(RULE_SET, reading, of);
    const back = withReading(taken, reading, RULE_SET.readings[reading]?.default ?? '');
    expect(back).toEqual(renfa2022);
    expect(digest(back)).toBe(DEFAULT);
    expect(digest(taken) === DEFAULT).toBe(of === RULE_SET.readings[reading]?.default);
    expect(taken.readings[reading]?.chosen).toBe(of);
  });

  test.each(ANSWERS)('to %s, %s, comes to the same by way of every other answer', (reading, of) => {
    const straight = digest(withReading(RULE_SET, reading, of));
    for (const other of Object.keys(RULE_SET.readings[reading]?.answers ?? {})) {
      expect(digest(withReading(withReading(RULE_SET, reading, other), reading, of))).toBe(straight);
    }
  });

  test('makes a valid rule set, whatever else was answered', () => {
    fc.assert(
      fc.property(fc.array(answer(), { maxLength: 8 }), (answers) => {
        expect(checkRuleSet(under(...answers))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('to one question and an answer to another may come in either order', () => {
    fc.assert(
      fc.property(answer(), answer(), fc.array(answer(), { maxLength: 4 }), (one, other, before) => {
        fc.pre(one[0] !== other[0]);
        expect(digest(under(...before, one, other))).toBe(digest(under(...before, other, one)));
      }),
      { numRuns: 300 },
    );
  });

  test('given twice is given once', () => {
    fc.assert(
      fc.property(answer(), fc.array(answer(), { maxLength: 4 }), (one, before) => {
        expect(under(...before, one, one)).toEqual(under(...before, one));
      }),
      { numRuns: 60 },
    );
  });

  test('leaves the rule set that it is put on as it was, and is deeply frozen itself', () => {
    fc.assert(
      fc.property(answer(), (one) => {
        const before = stored(renfa2022);
        expect(openParts(under(one))).toEqual([]);
        expect(renfa2022).toEqual(before);
        expect(openParts(renfa2022)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('says who ruled so and when, until it is given again without', () => {
    const ruling = { by: '街道党群办', on: '2023-01-05' };
    const ruled = withReading(renfa2022, 'late-entry', 'never-back', ruling);
    expect(ruled.readings['late-entry']).toMatchObject({ chosen: 'never-back', ruled: ruling });
    expect(digest(ruled)).not.toBe(digest(withReading(renfa2022, 'late-entry', 'never-back')));
    expect(digest(withReading(ruled, 'late-entry', 'taken'))).toBe(DEFAULT);
    ruling.by = 'somebody else';
    expect(ruled.readings['late-entry'].ruled?.by).toBe('街道党群办');
  });
});

describe('a question or an answer that there is not', () => {
  test.each(['no-such', '__proto__', 'constructor', 'toString', ''])('%j is refused by name', (name) => {
    expect(() => withReading(RULE_SET, name, 'life')).toThrow(UnknownReadingError);
    expect(() => withReading(RULE_SET, 'claim-cap-window', name)).toThrow(UnknownReadingError);
  });

  test('the refusal lists what there is', () => {
    expect(() => withReading(RULE_SET, 'claim-cap-window', 'decade')).toThrow(
      "reading 'claim-cap-window' has no answer 'decade'; it has: life, calendar-year, half-year",
    );
    expect(() => withReading(RULE_SET, 'no-such', 'life')).toThrow(
      "no reading 'no-such' in rule set 'renfa-2022-31'",
    );
  });
});
