import type { DefinedBy, RuleSetDefinition } from '../rules/definition.js';
import type { Problem } from '../schema/problem.js';
import { parseRuleSet } from '../schema/rule-set/rule-set.js';
import { RuleSetError } from './errors.js';

/**
 * Makes a rule set of one's own from what there is to say: an id, a version, a title, and roles with their items. What is left out means
 * nothing, so a scheme that does not speak of redemption has none; a part without a clause or a title has those of the part it stands in.
 * Role, item and difficulty ids stay literal types, so that a command with a misspelt one does not compile. The rules are checked in full: the form of every part, how the parts fit each other (a limit names items of its role, the
 * opening is booked under a report-in item, a catalogue entry is one of its kind …), and every reading, whose chosen answer has to say
 * what the rules say and whose other answers have to make valid rules.
 *
 * @returns the whole rule set, deeply frozen: store this one, since events cite its digest
 * @throws {@link RuleSetError} with every problem and its path
 *
 * @example
 * ```ts
 * import { defineRuleSet } from 'points-bank/define'
 *
 * const weeding = { title: { en: 'Weeding' }, scoring: { by: 'fixed', points: 2 } } as const
 * const gardener = { title: { en: 'gardener' }, items: { weeding } }
 * const gardenClub = defineRuleSet({ id: 'garden-club', version: '1', title: { en: 'Garden club' }, roles: { gardener } })
 * console.log(gardenClub.roles.gardener.items.weeding.entry) // → activity
 *
 * try {
 *   defineRuleSet({ ...gardenClub, roles: { gardener: { ...gardener, opening: { points: 1.5 } } } })
 * } catch (error) {
 *   console.log(error.problems[0].path) // → roles.gardener.opening.points
 * }
 * ```
 */
export function defineRuleSet<const D extends RuleSetDefinition>(definition: D): DefinedBy<D> {
  const parsed = parseRuleSet(definition);
  if (!parsed.ok) throw new RuleSetError(parsed.problems);
  return parsed.value as DefinedBy<D>;
}

/**
 * Everything that is wrong with a rule set; nothing where it is valid. Takes anything and never throws.
 *
 * @example
 * ```ts
 * import { checkRuleSet } from 'points-bank/define'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * console.log(checkRuleSet(renfa2022).length) // → 0
 * console.log(checkRuleSet({ ...renfa2022, format: 2 })[0].message) // → has to be one of: 1
 * ```
 */
export function checkRuleSet(input: unknown): readonly Problem[] {
  const parsed = parseRuleSet(input);
  return parsed.ok ? [] : parsed.problems;
}
