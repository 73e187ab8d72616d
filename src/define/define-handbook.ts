import type { Handbook } from '../account/handbook.js';
import type { RuleSet } from '../rules/rule-set.js';
import { parseHandbook } from '../schema/handbook.js';
import type { Problem } from '../schema/problem.js';
import { HandbookError } from './errors.js';

/**
 * Makes a community's points handbook: each reward with a kind, a price in whole points from 1, or 0 for an honour, and for
 * goods the day of the consent, where the rules ask for one. One that is filed late, or not yet, is valid: `filing` says where it stands.
 * With the rule set that it is for, each reward also has to cost no more than some account can hold by those rules.
 *
 * @returns a copy, deeply frozen
 * @throws {@link HandbookError} with every problem and its path
 *
 * @example
 * ```ts
 * import { defineHandbook } from 'points-bank/define'
 *
 * const handbook = defineHandbook({
 *   communityId: 'linan',
 *   version: '2023-1',
 *   published: '2023-03-01',
 *   rewards: [{ rewardId: 'haircut', kind: 'service', title: { 'zh-CN': '理发', en: 'Haircut' }, price: 2 }],
 * })
 * console.log(handbook.rewards.length) // → 1
 * ```
 */
export function defineHandbook(input: Handbook, ruleSet?: RuleSet): Handbook {
  const parsed = parseHandbook(input, ruleSet);
  if (!parsed.ok) throw new HandbookError(parsed.problems);
  return parsed.value;
}

/**
 * Everything that is wrong with a handbook; nothing where it is valid. With the rule set that it is for, a reward that costs more than
 * any account can hold is wrong too. Takes anything and never throws.
 *
 * @example
 * ```ts
 * import { checkHandbook } from 'points-bank/define'
 *
 * const [first] = checkHandbook({ communityId: 'linan', version: '1', published: '2023-02-29', rewards: [] })
 * console.log(first.path, first.code) // → published not-a-date
 * ```
 */
export function checkHandbook(input: unknown, ruleSet?: RuleSet): readonly Problem[] {
  const parsed = parseHandbook(input, ruleSet);
  return parsed.ok ? [] : parsed.problems;
}
