import type { CompiledItem } from '../../../rules/compiled.js';
import type { Condition } from '../../../rules/sentence.js';
import { measured } from '../../state/measured.js';
import type { AccountContext } from '../context.js';
import { refuse } from '../outcome.js';

/** The account meets what an entry of an item needs by its day. */
export function requireConditionsOf(
  context: AccountContext,
  item: CompiledItem,
  { on, memberId }: { readonly on: string; readonly memberId?: string | undefined },
): void {
  const { requires, title } = item.rule;
  if (requires === undefined) return;
  requireConditions(context, {
    requires,
    part: `${item.part}.requires`,
    on,
    memberId,
    of: { item: item.id, itemTitle: title },
  });
}

/** The account meets what a redemption needs by its day. */
export function requireConditionsOfRedeeming(context: AccountContext, on: string): void {
  const { requires } = context.rules.ruleSet.redemption;
  if (requires !== undefined) requireConditions(context, { requires, part: 'redemption.requires', on });
}

/** Conditions of the rules, and of what, when and whom they are asked. */
type Asked = {
  readonly requires: { readonly [condition: string]: Condition };
  /** The dotted path of the conditions in the rule set. */
  readonly part: string;
  readonly on: string;
  readonly memberId?: string | undefined;
  /** The item that needs them; absent if it is redeeming. */
  readonly of?: { readonly item: string; readonly itemTitle: Condition['title'] };
};

/** The account meets every condition, in the order of the rules. */
function requireConditions({ account, rules }: AccountContext, asked: Asked): void {
  const { requires, part, on, memberId, of } = asked;
  for (const [id, condition] of Object.entries(requires)) {
    const { clause, counts, each, minimum, title, unit } = condition;
    const { measured: has, window } = measured(account, condition, on, rules.ruleSet, memberId);
    if (has >= minimum) continue;
    const facts = {
      condition: id,
      title,
      ...of,
      counts,
      ...(unit === undefined ? {} : { unit }),
      ...(each === undefined ? {} : { each }),
      measured: has,
      minimum,
      // Quantities have hundredths, which do not subtract exactly.
      missing: Math.round((minimum - has) * 100) / 100,
      on,
      window: window.key,
    };
    refuse('condition-not-met', clause, facts, rules.readingsOf(`${part}.${id}`));
  }
}
