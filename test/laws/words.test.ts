import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BankEvent, LimitApplied, Refusal, RuleSet, Warning } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { en, explain, zhCN } from '../../src/words.js';
import { anyCase } from '../support/arbitraries.js';
import { claim, eventOf, movedBy, open, run } from '../support/history.js';
import { PACKS, REFUSAL_CODES, reasonOf } from '../support/words.js';

const LOCALES = ['zh-CN', 'en', 'ja'] as const;
type Locale = (typeof LOCALES)[number];
const HAN = /\p{Script=Han}/u;
/** What a template leaves behind where a fact was missing. */
const LEFTOVER = /undefined|null|NaN|Infinity|\[object|\$\{|\b(?:function|Symbol)\b/;

/** Everything that can be explained in a world. */
function subjects(steps: ReturnType<typeof run>['steps']): (BankEvent | Refusal | Warning)[] {
  return steps.flatMap(({ decision }): (BankEvent | Refusal | Warning)[] =>
    decision.accepted ? [...decision.events, ...decision.warnings] : [decision.refusal],
  );
}

function saysSomething(words: string, locale: Locale): void {
  expect(words.trim()).not.toBe('');
  expect(words).not.toMatch(LEFTOVER);
  expect(words).toMatch(locale === 'en' ? /\.$/ : /[。]$/);
  if (locale !== 'en') expect(words).toMatch(HAN);
}

describe('words', () => {
  test('every refusal has its code in the list, its clause, and a text in both languages', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        for (const { decision } of run(commands, rules).steps) {
          if (decision.accepted) continue;
          const { code, clause, facts } = decision.refusal;
          expect(REFUSAL_CODES).toContain(code);
          expect(clause).toMatch(/^(?:\d+(?:\.\d+)*|A)$/);
          expect(typeof facts).toBe('object');
          // A command that is no command quotes what it was given, NaN and all.
          if (code === 'invalid-command') continue;
          const text = reasonOf(decision.refusal);
          for (const locale of ['zh-CN', 'en'] as const) saysSomething(text[locale], locale);
          expect(text.en).not.toMatch(HAN);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('every event, refusal and warning is explained in both languages, with its clause and its readings', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        for (const subject of subjects(run(commands, rules).steps)) {
          for (const locale of LOCALES) explainsItself(subject, locale, rules.ruleSet);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('an explanation of an event names its points, its day and what took some of them', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        for (const event of run(commands, rules).events) {
          const moved = movedBy(event);
          const english = explain(event, en);
          expect(english).toContain(`${event.data.on}, `);
          if (hasPoints(event)) {
            expect(english).toContain(`: ${['−', '', '+'][Math.sign(moved) + 1]}${Math.abs(moved)} point`);
          }
          if ('limits' in event.data)
            for (const limit of event.data.limits ?? []) saysWhatTook(english, limit);
        }
      }),
      { numRuns: 80 },
    );
  });
});

/** Whether the first sentence has points: not that of an entry which waits, nor that of an event which is none of points. */
function hasPoints(event: BankEvent): boolean {
  if ('pending' in event.data) return false;
  if (event.type === 'EntryReversed') return event.data.entry.kind !== 'bar';
  return !['PostReleased', 'AccountBarred', 'AccountClosed'].includes(event.type);
}

/** A subject is explained from itself alone, and with the rule set in its words. */
function explainsItself(subject: BankEvent | Refusal | Warning, locale: Locale, ruleSet: RuleSet): void {
  const alone = explain(subject, PACKS[locale]);
  const named = explain(subject, PACKS[locale], ruleSet);
  const { clause, readings } = 'type' in subject ? subject.data : subject;
  // A command that is no command quotes what it was given, whatever it was.
  if (!('code' in subject && subject.code === 'invalid-command')) {
    for (const words of [alone, named]) saysSomething(words, locale);
    if (locale === 'en') expect(alone).not.toMatch(/，|。/);
  }
  expect(alone).toContain(clause);
  for (const [reading, answer] of Object.entries(readings)) {
    expect(alone).toContain(`${reading} = ${answer}`);
    expect(named).toContain(
      ruleSet.readings[reading]?.answers[answer]?.title[locale === 'ja' ? 'zh-CN' : locale] as string,
    );
  }
}

/** The words of a limit: its size, when it resets, and what it took with the entries that had used it. */
function saysWhatTook(en: string, { took, clause, maximum, usedBy = [], resetsOn }: LimitApplied): void {
  expect(en).toContain(String(maximum));
  expect(en).toContain(resetsOn === undefined ? 'does not reset' : `resets on ${resetsOn}`);
  if (took === 0) return;
  expect(en).toMatch(new RegExp(`so ${took} points? (?:was|were) cut`));
  expect(en).toContain(`(clause ${clause})`);
  for (const { id, on } of usedBy) expect(en).toContain(`'${id}' on ${on}`);
}

describe('why 1 and not 2?', () => {
  const { steps } = run([
    open('resident', '2023-01-10'),
    claim('门岗', '2023-02-01', { difficulty: 'hard' }),
    claim('助老服务', '2023-02-02', { difficulty: 'hard' }),
  ]);
  const event = eventOf(steps[2]?.decision);

  test('in English: the cap, the entry that had used it, and the clause', () => {
    expect(explain(event, en, renfa2022)).toBe(
      "2023-02-02, Claim of a post or project: '助老服务' (clause 2.3.3.2): +1 point. " +
        "Difficulty 'hard' scores 2 points. " +
        "'claims of posts and projects' allows 3 points over the account's whole life, of which 2 had been used by '门岗' on 2023-02-01 (2), " +
        'so 1 point was cut (clause 2.3.3.2). This limit does not reset. ' +
        "Readings used: Claims count up to 3 points in all: over what time? – 'for life: the text names no period'; " +
        "Two points are held and a hard claim of 2 comes: what does it score? – 'it is trimmed to what fits; past the cap it is recorded with 0 points'.",
    );
  });

  test('in whatever order a store gives the members back', () => {
    const turned = (of: object): object => Object.fromEntries(Object.entries(of).reverse());
    const other = {
      ...event,
      data: { ...turned(event.data), readings: turned(event.data.readings) },
    } as typeof event;
    expect(Object.keys(other.data.readings)).not.toEqual(Object.keys(event.data.readings));
    expect(explain(other, en, renfa2022)).toBe(explain(event, en, renfa2022));
    expect(explain(other, en)).toBe(explain(event, en));
  });

  test('in Chinese', () => {
    expect(explain(event, zhCN, renfa2022)).toBe(
      '2023-02-02 认领岗位或项目“助老服务”（条款二（三）3（2））：+1 分。' +
        '按“难度较大”记 2 分。' +
        '“认领岗位或项目”开户以来累计不超过 3 分（条款二（三）3（2））；此前“门岗”（2023-02-01）已记 2 分，本次至多记 1 分。该上限为终身累计。' +
        '所依据的解释口径：认领累计不超过 3 分：按多长时间累计？——“终身累计（文件未规定期限）”；已有 2 分，再认领难度较大（2 分）的岗位，如何记？——“记至上限；已达上限的记 0 分，认领仍有效”。',
    );
  });
});
