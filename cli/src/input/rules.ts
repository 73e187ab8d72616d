import { digest, type RuleSet, UnknownReadingError, withReading } from 'points-bank';
import * as shipped from 'points-bank/rule-sets';
import { parseRuleSet } from 'points-bank/schema';
import type { Context } from '../program/command.js';
import { UnusableError } from '../program/exit.js';
import { readJsonAs } from './json-file.js';

/** The rule sets that come with the library, by the names under which it exports them. */
export const SHIPPED: { readonly [id: string]: RuleSet } = shipped;

/** The rule set of `--rules`, under the readings of `--reading`. */
export function rulesOf(context: Context): RuleSet {
  const rules = ruleSetOf(context.given.text('rules') ?? 'renfa2022', context);
  return underReadings(rules, context.given.texts('reading'), context);
}

/** A rule set by its id, or from a JSON file. */
export function ruleSetOf(name: string, context: Context): RuleSet {
  const known = Object.entries(SHIPPED).find(([id, ruleSet]) => id === name || ruleSet.id === name)?.[1];
  if (known !== undefined) return known;
  if (!/[./\\]/.test(name)) {
    const ids = Object.keys(SHIPPED).join(', ');
    throw new UnusableError(
      context.say(
        `没有此规则：${name}。可用的有：${ids}，或写规则文件的路径`,
        `there is no rule set '${name}'; there are ${ids}, or name a file`,
      ),
    );
  }
  return readJsonAs(name, parseRuleSet, context);
}

/** A rule set under the answers to its open questions, each written `reading=answer`. */
export function underReadings(ruleSet: RuleSet, chosen: readonly string[], { say }: Context): RuleSet {
  return chosen.reduce((rules, choice) => {
    const [, reading, answer] = /^([^=]+)=(.+)$/.exec(choice) ?? [];
    if (reading === undefined || answer === undefined) {
      throw new UnusableError(
        say(`解释口径应写作“口径=答案”：${choice}`, `a reading is written id=answer: ${choice}`),
      );
    }
    try {
      return withReading(rules, reading, answer);
    } catch (error) {
      if (!(error instanceof UnknownReadingError)) throw error;
      const answers = Object.keys(rules.readings[reading]?.answers ?? {});
      const known = (answers.length > 0 ? answers : Object.keys(rules.readings)).join(', ');
      throw new UnusableError(
        answers.length > 0
          ? say(
              `口径 ${reading} 没有答案 ${answer}。可用的有：${known}`,
              `reading '${reading}' has no answer '${answer}'; it has ${known}`,
            )
          : say(
              `该规则没有口径 ${reading}。有：${known || '无'}`,
              `the rule set has no reading '${reading}'; it has ${known || 'none'}`,
            ),
      );
    }
  }, ruleSet);
}

/** The rule sets that events name, by id and digest. */
export type NamedRuleSets = { readonly ids: Set<string>; readonly digests: Set<string> };

/** Of the rule sets at hand, those that are named. A digest takes a while, so it is made only where the id is named too. */
export function ruleSetsNamed({ ids, digests }: NamedRuleSets, given: readonly RuleSet[]): RuleSet[] {
  return [...given, ...Object.values(SHIPPED)].filter(
    (ruleSet) => ids.has(ruleSet.id) && digests.has(digest(ruleSet)),
  );
}
