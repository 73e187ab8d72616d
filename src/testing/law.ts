import type { BankEvent } from '../account/events/event.js';
import type { Clause, ItemRule, RoleRule, RuleSet } from '../rules/rule-set.js';
import type { Text } from '../values/text.js';
import type { Run } from './subject.js';

/** Something that must hold of every run of commands, whatever the rules. */
export type Law = {
  readonly name: string;
  /** The clause that it comes from, in the rule set at hand; `''` for laws of the ledger itself. */
  readonly clause: (ruleSet: RuleSet) => Clause;
  readonly title: Text;
  /** How a run breaks it, in a sentence; `undefined` where it holds. */
  readonly broken: (run: Run) => string | undefined;
};

/** The first answer that is not `undefined`. */
export function firstOf<T>(
  things: Iterable<T>,
  broken: (thing: T) => string | undefined,
): string | undefined {
  for (const thing of things) {
    const how = broken(thing);
    if (how !== undefined) return how;
  }
  return undefined;
}

/** Says that two figures should be the same, where they are not. */
export function unequal(what: string, seen: unknown, expected: unknown): string | undefined {
  const [a, b] = [JSON.stringify(seen), JSON.stringify(expected)];
  return a === b ? undefined : `${what} is ${a}; it has to be ${b}`;
}

/** A law of the ledger itself, which no clause of a scheme needs to say. */
export function ofLedger(): Clause {
  return '';
}

/** The role that a history's account has, as its rule set has it. */
export function roleOf(ruleSet: RuleSet, history: readonly BankEvent[]): RoleRule | undefined {
  const [opening] = history;
  return opening?.type === 'AccountOpened' ? ruleSet.roles[opening.data.role] : undefined;
}

/** An entry that was scored under an item: a claim, a report-in or an activity. */
export type ScoredEvent = Extract<BankEvent, { type: 'PostClaimed' | 'ActivityCredited' }>;

/** Whether an event was scored under an item. */
export function isScored(event: BankEvent): event is ScoredEvent {
  return event.type === 'PostClaimed' || event.type === 'ActivityCredited';
}

/** The rule of the item that an event was scored under. */
export function itemRuleOf(role: RoleRule | undefined, event: ScoredEvent): ItemRule | undefined {
  return role?.items[event.data.item];
}
