import { describe, expect, test } from 'vitest';
import {
  type BankEvent,
  type Reading,
  type Refusal,
  type RuleSet,
  readings,
  type Warning,
  withReading,
} from '../../src/index.js';
import { type Renfa2022Readings, renfa2022 } from '../../src/rule-sets.js';
import { explain } from '../../src/words.js';
import { type Rules, run } from '../support/history.js';
import { PACKS } from '../support/words.js';
import { CASES, type Case } from './cases.js';

test('the cases answer every open question of the text, and no other', () => {
  expect(Object.keys(CASES).sort()).toEqual(
    readings(renfa2022)
      .map(({ id }) => id)
      .sort(),
  );
});

const RULE_SET: RuleSet = renfa2022;
const QUESTIONS = Object.entries(CASES) as [keyof Renfa2022Readings, readonly Case[]][];

describe.each(QUESTIONS)('%s', (reading, cases) => {
  const { answers, default: literal, chosen, question, clause }: Reading = renfa2022.readings[reading];
  const names = Object.keys(answers);

  /** What is seen of a case under an answer. */
  function seen({ commands, see, ...rest }: Case, answer: string): unknown {
    const ruleSet = withReading(RULE_SET, reading, answer);
    const rules: Rules = 'handbook' in rest ? { ruleSet, handbook: rest.handbook } : { ruleSet };
    const ran = run(commands, rules);
    return see === undefined ? ran.outcomes : see(ran, ruleSet);
  }

  test.each(names)('read as %s', (answer) => {
    for (const one of cases) expect(seen(one, answer)).toEqual(one.answers[answer]);
  });

  test('every answer of it comes out otherwise than every other', () => {
    for (const one of cases) expect(Object.keys(one.answers)).toEqual(names);
    const outcomes = names.map((answer) => JSON.stringify(cases.map((one) => one.answers[answer])));
    expect(new Set(outcomes).size).toBe(names.length);
  });

  test('the first scheme chooses the literal answer, and comes out by it', () => {
    expect(chosen).toBe(literal);
    for (const { see, commands, ...rest } of cases) {
      const ran = run(commands, 'handbook' in rest ? { handbook: rest.handbook } : {});
      expect(see === undefined ? ran.outcomes : see(ran, renfa2022)).toEqual(rest.answers[literal]);
    }
  });

  test('it says its question, its clause and its answers in both languages', () => {
    expect(clause).toMatch(/^[\dA](?:\.\d)*$/);
    for (const words of [question, ...Object.values(answers).map(({ title }) => title)]) {
      expect(words['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(words.en).toMatch(/^[ -~’]+$/);
    }
    expect(question['zh-CN']).toMatch(/？$/);
    expect(question.en).toMatch(/\?$/);
  });

  test.each(names)('read as %s, what is decided names the answer in both languages', (answer) => {
    const ruleSet = withReading(RULE_SET, reading, answer);
    const subjects = cases.flatMap(({ commands, ...rest }) =>
      run(commands, 'handbook' in rest ? { ruleSet, handbook: rest.handbook } : { ruleSet }).steps.flatMap(
        ({ decision }): (BankEvent | Refusal | Warning)[] =>
          decision.accepted ? [...decision.events, ...decision.warnings] : [decision.refusal],
      ),
    );
    for (const subject of subjects) {
      const rested = 'type' in subject ? subject.data.readings : subject.readings;
      if (rested[reading] === undefined) continue;
      expect(rested[reading]).toBe(answer);
      for (const locale of ['zh-CN', 'en'] as const) {
        expect(explain(subject, PACKS[locale], ruleSet)).toContain(answers[answer]?.title[locale] as string);
      }
    }
  });
});
