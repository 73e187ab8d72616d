import { describe, expect, test } from 'vitest';
import { checkRuleSet } from '../../src/define/define-rule-set.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import type { Json } from '../../src/values/json.js';
import { timesAsLong } from '../fuzz/growth.js';
import { patched, SETTLED, shown } from './rules.js';

const TITLE = { 'zh-CN': '题', en: 'title' };
const Q = 'readings.question';

/** Rules with one open question, whose literal answer is that corrections know no floor. */
function asking(answers: { readonly [answer: string]: Json }, more: Json = {}): unknown {
  const named = Object.fromEntries(
    Object.entries({ literal: { correction: { floor: 'none' } }, ...answers }).map(([answer, patch]) => [
      answer,
      { title: TITLE, patch },
    ]),
  );
  const question = { clause: '3', question: TITLE, chosen: 'literal', default: 'literal', answers: named };
  return patched({ ...(SETTLED as object), readings: { question } }, more);
}

describe('a reading', () => {
  test('is valid where the rules say what its chosen answer says, and its other answers are rules too', () => {
    expect(checkRuleSet(asking({ strict: { correction: { floor: 'refuse-balance' } } }))).toEqual([]);
    expect(checkRuleSet(asking({ literal: {} }))).toEqual([]);
  });

  test.each<[what: string, rules: unknown, ...problems: [path: string, code: string][]]>([
    [
      'whose choice is no answer',
      asking({}, { readings: { question: { chosen: 'other' } } }),
      [`${Q}.chosen`, 'unknown-answer'],
    ],
    [
      'whose default is no answer',
      asking({}, { readings: { question: { default: 'constructor' } } }),
      [`${Q}.default`, 'not-a-slug'],
    ],
    [
      'without an answer',
      asking({}, { readings: { question: { answers: { literal: null } } } }),
      [`${Q}.chosen`, 'unknown-answer'],
      [`${Q}.default`, 'unknown-answer'],
    ],
    [
      'whose chosen answer is not what the rules say',
      asking({ literal: { correction: { floor: 'stop-at-zero' } } }),
      [`${Q}.answers.literal.patch`, 'answer-not-in-rules'],
    ],
    [
      'whose chosen answer removes what the rules have',
      asking({ literal: { source: null } }),
      [`${Q}.answers.literal.patch`, 'answer-not-in-rules'],
    ],
    [
      'with an answer of bad form',
      asking({ strict: { correction: { floor: 'cellar' } } }),
      [`${Q}.answers.strict.patch`, 'answer-invalid'],
    ],
    [
      'with an answer that removes a part',
      asking({ literal: {}, strict: { correction: null } }),
      [`${Q}.answers.strict.patch`, 'answer-invalid'],
      [`${Q}.answers.strict.patch`, 'answer-not-undone'],
    ],
    [
      'with an answer whose parts do not fit',
      asking({
        literal: { roles: { resident: { opening: { item: 'registration' } } } },
        strict: { roles: { resident: { opening: { item: 'other' } } } },
      }),
      [`${Q}.answers.strict.patch`, 'answer-invalid'],
    ],
    [
      'with an answer wrong in two places',
      asking({ literal: { format: 1 } }),
      [`${Q}.answers.literal.patch.format`, 'answer-out-of-reach'],
    ],
    [
      'with an answer that answers itself',
      asking({ strict: { readings: { question: { chosen: 'strict' } } } }),
      [`${Q}.answers.strict.patch.readings`, 'answer-out-of-reach'],
    ],
    [
      'with an answer that takes the readings away',
      asking({ strict: { readings: null, id: 'other' } }),
      [`${Q}.answers.strict.patch.readings`, 'answer-out-of-reach'],
      [`${Q}.answers.strict.patch.id`, 'answer-out-of-reach'],
    ],
    [
      'with an answer that the literal one does not undo',
      asking({ strict: { correction: { freesRoom: true } } }),
      [`${Q}.answers.strict.patch`, 'answer-not-undone'],
    ],
    ['with a patch that is a list', asking({ strict: [] }), [`${Q}.answers.strict.patch`, 'not-json']],
    [
      'with a question that is no text',
      asking({}, { readings: { question: { question: 'Which?' } } }),
      [`${Q}.question`, 'not-an-object'],
    ],
    [
      'ruled by nobody',
      asking({}, { readings: { question: { ruled: { on: '2023-01-01' } } } }),
      [`${Q}.ruled.by`, 'missing'],
    ],
  ])('%s is not', (_, rules, ...expected) => {
    expect(shown(checkRuleSet(rules))).toEqual(expected);
  });

  test.each([
    ['a value', { correction: { freesRoom: true } }],
    [
      'a part that the rules do not have',
      { verification: { clause: '2', title: { 'zh-CN': '核定', en: 'verification' } } },
    ],
    ['a part taken away', { filing: null, publication: null }],
    [
      'several, deep down',
      {
        correction: { bound: 'item' },
        roles: { resident: { limits: { claims: { maximum: 2, per: 'year' } } } },
      },
    ],
  ])('the patch that takes an answer back is proposed: %s', (_, strict) => {
    const rules = asking({ literal: { correction: { floor: 'none' } }, strict });
    const problem = checkRuleSet(rules).find(({ code }) => code === 'answer-not-undone');
    const literal = JSON.parse(problem?.detail ?? 'null');
    expect(literal).toMatchObject({ correction: { floor: 'none' } });
    expect(checkRuleSet(asking({ literal, strict })).map(({ code }) => code)).not.toContain(
      'answer-not-undone',
    );
    expect(checkRuleSet(asking({ literal, strict })).map(({ code }) => code)).not.toContain(
      'answer-not-in-rules',
    );
  });

  test('names what an answer would make wrong', () => {
    const [problem] = checkRuleSet(asking({ strict: { correction: { floor: 'cellar' } } }));
    expect(problem?.message).toBe('with this answer the rules are not valid: correction.floor not-one-of');
  });

  test('is not blamed for what is wrong with the rules anyway', () => {
    const bad = patched(renfa2022, { roles: { resident: { opening: { item: 'other' } } } });
    expect(shown(checkRuleSet(bad))).toEqual([['roles.resident.opening.item', 'wrong-entry']]);
    const malformed = patched(renfa2022, { roles: { resident: { account: { deducts: 'yes' } } } });
    expect(shown(checkRuleSet(malformed))).toEqual([['roles.resident.account.deducts', 'not-a-boolean']]);
  });

  test('is told of beside what is wrong with the rules', () => {
    const bad = asking(
      { strict: { correction: { floor: 'cellar' } } },
      { roles: { resident: { opening: { item: 'other' } } } },
    );
    expect(shown(checkRuleSet(bad))).toEqual([
      ['roles.resident.opening.item', 'wrong-entry'],
      [`${Q}.answers.strict.patch`, 'answer-invalid'],
    ]);
    const choice = asking({}, { readings: { question: { chosen: 'other' } }, format: 2 });
    expect(shown(checkRuleSet(choice))).toEqual([
      ['format', 'not-one-of'],
      [`${Q}.chosen`, 'unknown-answer'],
    ]);
  });

  test('a rule that was changed under a reading has to be answered by it', () => {
    const silent = patched(renfa2022, { correction: { floor: 'stop-at-zero' } });
    expect(shown(checkRuleSet(silent))).toEqual([
      ['readings.correction-floor.answers.none.patch', 'answer-not-in-rules'],
    ]);
    const answered = patched(silent, { readings: { 'correction-floor': { chosen: 'stop-at-zero' } } });
    expect(checkRuleSet(answered)).toEqual([]);
  });

  test('so many answers that writing the rules out for each would take long are refused', () => {
    const withAnswers = (count: number) =>
      asking(
        Object.fromEntries(
          Array.from({ length: count }, (_, i) => [`a${i}`, { correction: { floor: 'none' } } as Json]),
        ),
      );
    const [few, many] = [withAnswers(50), withAnswers(5000)];
    expect(shown(checkRuleSet(few))).not.toContainEqual(['readings', 'too-large']);
    expect(shown(checkRuleSet(many))).toEqual([['readings', 'too-large']]);
    const refusing = timesAsLong(
      () => checkRuleSet(many),
      () => checkRuleSet(few),
      50,
    );
    expect(refusing).toBeLessThanOrEqual(50);
  });
});
