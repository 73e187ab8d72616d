import fc from 'fast-check';
import { deviations, type RuleSet, readings, withReading } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import { describe, expect, test } from 'vitest';
import { answerOf, withAnswer } from '../src/rules/answer.js';
import { evaluate } from '../src/rules/evaluate.js';
import { fieldGroups } from '../src/rules/fields.js';
import { at, difference, type JsonObject, patched, withPart } from '../src/rules/json.js';
import { RULE_SETS } from '../src/rules/rule-sets.js';
import { fromFragment, toFragment } from '../src/share.js';

const base = renfa2022 as unknown as JsonObject;
const object = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', '__proto__'),
  fc.letrec<{ part: JsonObject }>((tie) => ({
    part: fc.oneof(
      { maxDepth: 3 },
      fc.integer(),
      fc.string(),
      fc.array(fc.integer()),
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('part')),
    ) as fc.Arbitrary<JsonObject>,
  })).part,
) as fc.Arbitrary<JsonObject>;

describe('data', () => {
  test('the difference of two objects makes the one of the other', () => {
    fc.assert(
      fc.property(object, object, (was, is) => {
        const plain = (of: unknown): unknown => JSON.parse(JSON.stringify(of));
        expect(plain(patched(was, difference(was, is) as JsonObject))).toEqual(plain(is));
      }),
    );
  });

  test('a part is changed in a copy, and the original stays', () => {
    const path = ['roles', 'resident', 'opening', 'points'];
    const changed = withPart(base, path, 2);
    expect(at(changed, path)).toBe(2);
    expect(at(base, path)).toBe(1);
    expect(at(withPart(changed, path, undefined), path)).toBeUndefined();
  });
});

describe('readings', () => {
  const answers = RULE_SETS.flatMap((ruleSet) =>
    readings(ruleSet).flatMap(({ id, answers: of }) =>
      Object.keys(of).map((answer) => [ruleSet.id, id, answer, ruleSet] as const),
    ),
  );

  test.each(answers)('%s: %s = %s is what the library makes of it', (_, id, answer, ruleSet) => {
    const evaluation = evaluate(ruleSet, withAnswer(ruleSet as unknown as JsonObject, id, answer));
    const expected = withReading(ruleSet as RuleSet, id, answer);
    if (!evaluation.ok) throw new Error('not valid');
    expect(evaluation.ruleSet).toEqual(expected);
    expect(evaluation.deviations).toEqual(deviations(ruleSet, expected));
    expect(answerOf(evaluation.ruleSet, id)).toBe(answer);
  });

  test('a question that the rules settle in a way of their own is no longer open', () => {
    const draft = withPart(base, ['roles', 'resident', 'limits', 'claims', 'per'], 'quarter') as JsonObject;
    const evaluation = evaluate(renfa2022, draft);
    if (!evaluation.ok) throw new Error('not valid');
    expect(answerOf(evaluation.ruleSet, 'claim-cap-window')).toBeUndefined();
    const back = withAnswer(draft, 'claim-cap-window', 'life');
    expect(evaluate(renfa2022, back)).toMatchObject({ ok: true, deviations: [] });
  });
});

describe('drafts', () => {
  test('looser rules than a community may have are rules, and said to be looser, with the clause', () => {
    const draft = withPart(base, ['roles', 'resident', 'items', 'activity', 'scoring', 'points', 'hard'], 5);
    const evaluation = evaluate(renfa2022, draft as JsonObject);
    if (!evaluation.ok) throw new Error('not valid');
    expect(evaluation.loosened).toMatchObject([{ bound: 'single-matter', clause: '2.3' }]);
    expect(evaluation.ruleSet.bounds.looser).toBe('refused');
    expect(evaluation.deviations.map(({ kind }) => kind)).toEqual(['looser']);
  });

  test('rules that are looser than any other clause are said to be so too', () => {
    const evaluation = evaluate(renfa2022, withPart(base, ['feedback', 'due'], '12-31') as JsonObject);
    if (!evaluation.ok) throw new Error('not valid');
    expect(evaluation.loosened).toMatchObject([{ clause: '4.1', path: 'feedback.due', kind: 'looser' }]);
  });

  test('what is wrong is told by its field', () => {
    const draft = withPart(base, ['roles', 'resident', 'opening', 'points'], 'one') as JsonObject;
    const evaluation = evaluate(renfa2022, draft);
    if (evaluation.ok) throw new Error('valid');
    expect(evaluation.problems.map(({ path }) => path)).toContain('roles.resident.opening.points');
  });

  test('another scheme altogether is judged by what it says', () => {
    for (const ruleSet of RULE_SETS.slice(1))
      expect(evaluate(renfa2022, ruleSet as unknown as JsonObject)).toMatchObject({ ok: true, ruleSet });
  });

  test('every field is of a part that is there, or may be absent', () => {
    for (const ruleSet of RULE_SETS) {
      for (const { path, absent, choices } of fieldGroups(ruleSet).flatMap(({ fields }) => fields)) {
        const part = at(ruleSet as unknown as JsonObject, path);
        const none = absent !== undefined || choices?.some(({ value }) => value === undefined);
        expect(part !== undefined || none, `${ruleSet.id}: ${path.join('.')}`).toBe(true);
      }
    }
  });
});

describe('links', () => {
  test('a draft comes back as it was', async () => {
    for (const ruleSet of RULE_SETS) {
      const from = ruleSet as unknown as JsonObject;
      const changed = withPart(
        withPart(from, ['redemption', 'visits'], 3),
        ['title', 'en'],
        'ours',
      ) as JsonObject;
      for (const draft of [from, changed]) {
        const shared = await fromFragment(`#${await toFragment({ base: ruleSet, draft })}`);
        expect(shared).toEqual({ base: ruleSet, draft, unreadable: false });
      }
    }
  });

  test('a draft with questions of its own comes back whole', async () => {
    const draft = RULE_SETS[1] as unknown as JsonObject;
    const shared = await fromFragment(await toFragment({ base: renfa2022, draft }));
    expect(shared).toEqual({ base: renfa2022, draft, unreadable: false });
  });

  test('one that cannot be read, or unpacks to very much, is the base', async () => {
    const bomb = await toFragment({
      base: renfa2022,
      draft: { ...base, title: { en: ' '.repeat(10_000_000) } },
    });
    for (const fragment of ['change=!!', 'change=AAAA', 'rules=W10', bomb])
      expect(await fromFragment(fragment)).toMatchObject({ draft: base, unreadable: true });
  });
});
