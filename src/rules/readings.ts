import type { CalendarDate } from '../values/calendar.js';
import type { Json } from '../values/json.js';
import { deepFreeze, own } from '../values/json.js';
import { undisturbed } from '../values/undisturbed.js';
import { mergePatch } from './merge-patch.js';
import { requireRuleSet } from './require-rule-set.js';
import type { Reading, RuleSet } from './rule-set.js';

/** A reading with its id. */
export type NamedReading = Reading & { readonly id: string };

/**
 * The open questions of a rule set with their answers, in the rule set's order.
 *
 * @example
 * ```ts
 * import { readings } from 'points-bank'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * console.log(readings(renfa2022)[0].id) // → claim-cap-window
 * ```
 */
export function readings(ruleSet: RuleSet): NamedReading[] {
  requireRuleSet(ruleSet);
  return Object.entries(ruleSet.readings).map(([id, reading]) => ({ id, ...reading }));
}

/** Thrown for a reading or an answer that the rule set does not have. */
export class UnknownReadingError extends Error {
  override readonly name = 'UnknownReadingError';
}

/** Thrown for a ruling by somebody who does not have the last word on what the rules mean. */
export class NotTheirsToRuleError extends Error {
  override readonly name = 'NotTheirsToRuleError';
}

/** Whether a name is that of whoever interprets the rules, in any language. */
export function hasLastWord({ by }: NonNullable<RuleSet['interpretation']>, name: string): boolean {
  return Object.values(by).includes(name);
}

/**
 * The rule set under another answer to one open question. The answer's patch is applied to the rules, and the reading records the
 * choice and who ruled. A misspelt answer does not compile.
 *
 * @param ruled - who ruled, by name, and when (`YYYY-MM-DD`)
 * @throws {@link UnknownReadingError} for a reading or an answer that the rule set does not have
 * @throws {@link NotTheirsToRuleError} if the rules give the last word on what they mean to somebody else (`interpretation`)
 *
 * @example
 * ```ts
 * import { withReading } from 'points-bank'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year')
 * console.log(yearly.roles.resident.limits.claims.per) // → year
 * ```
 */
export function withReading<R extends RuleSet, Id extends keyof R['readings'] & string>(
  ruleSet: R,
  reading: Id,
  answer: keyof R['readings'][Id]['answers'] & string,
  ruled?: { readonly by: string; readonly on: CalendarDate },
): R {
  return undisturbed(() => answered(ruleSet, reading, answer, ruled));
}

function answered<R extends RuleSet, Id extends keyof R['readings'] & string>(
  ruleSet: R,
  reading: Id,
  answer: keyof R['readings'][Id]['answers'] & string,
  ruled: { readonly by: string; readonly on: CalendarDate } | undefined,
): R {
  requireRuleSet(ruleSet);
  const asked = own(ruleSet.readings, reading);
  if (asked === undefined)
    throw new UnknownReadingError(`no reading '${reading}' in rule set '${ruleSet.id}'`);
  const chosen = own(asked.answers, answer);
  if (chosen === undefined) {
    const known = Object.keys(asked.answers).join(', ');
    throw new UnknownReadingError(`reading '${reading}' has no answer '${answer}'; it has: ${known}`);
  }
  const { interpretation } = ruleSet;
  if (ruled !== undefined && interpretation !== undefined && !hasLastWord(interpretation, ruled.by)) {
    const { by, clause } = interpretation;
    throw new NotTheirsToRuleError(
      `'${ruled.by}' cannot rule on '${reading}'; the last word is with (clause ${clause}): ${Object.values(by).join(', ')}`,
    );
  }
  const choice = {
    readings: { [reading]: { chosen: answer, ruled: ruled === undefined ? null : { ...ruled } } },
  };
  return deepFreeze(mergePatch(mergePatch(ruleSet as Json, chosen.patch), choice)) as R;
}
