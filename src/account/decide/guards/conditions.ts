import type { CompiledItem } from '../../../rules/compiled.js';
import type { Condition, MeasureRange } from '../../../rules/sentence.js';
import { dayFromNumber, dayNumber } from '../../../values/calendar.js';
import { measured } from '../../state/figures/measured.js';
import type { AccountContext } from '../context.js';
import { refuse } from '../outcome.js';
import type { RangeMissed } from '../refusal.js';

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

/** The account meets what a sending of points needs by its day. */
export function requireConditionsOfSending(context: AccountContext, on: string): void {
  const requires = context.rules.ruleSet.transfer?.requires;
  if (requires !== undefined)
    requireConditions(context, { requires, part: 'transfer.requires', on, of: { sending: true } });
}

/** Conditions of the rules, and of what, when and whom they are asked. */
type ConditionsToMeet = {
  readonly requires: { readonly [condition: string]: Condition };
  /** The dotted path of the conditions in the rule set. */
  readonly part: string;
  readonly on: string;
  readonly memberId?: string | undefined;
  /** The item that needs them, or sending; absent if it is redeeming. */
  readonly of?:
    | { readonly item: string; readonly itemTitle: Condition['title'] }
    | { readonly sending: true };
};

/** By how much a measure is below or above what a condition needs; `undefined` if it is neither. */
function rangeMissed({ minimum, maximum }: MeasureRange, has: number): RangeMissed | undefined {
  if (minimum !== undefined && has < minimum) return { minimum, missing: difference(minimum, has) };
  if (maximum !== undefined && has > maximum) return { maximum, above: difference(has, maximum) };
  return undefined;
}

/** Quantities have hundredths, which do not subtract exactly. */
function difference(more: number, less: number): number {
  return Math.round((more - less) * 100) / 100;
}

/** The account meets every condition, in the order of the rules. */
function requireConditions({ account, rules }: AccountContext, asked: ConditionsToMeet): void {
  const { requires, part, on, memberId, of } = asked;
  for (const [id, condition] of Object.entries(requires)) {
    const { clause, counts, each, title, unit } = condition;
    const { measured: has, window } = measured(account, condition, on, rules.ruleSet, memberId);
    const missed = rangeMissed(condition, has);
    if (missed === undefined) continue;
    const facts = {
      condition: id,
      title,
      ...of,
      counts,
      ...(unit === undefined ? {} : { unit }),
      ...(each === undefined ? {} : { each }),
      measured: has,
      ...missed,
      on,
      // A window before that of the day has ended by then.
      ...(window.last < dayNumber(on) ? { through: dayFromNumber(window.last) } : {}),
      window: window.key,
    };
    refuse('condition-not-met', clause, facts, rules.readingsOf(`${part}.${id}`));
  }
}
