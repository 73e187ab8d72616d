import type { HandedOn } from '../account/commands/carried-event.js';
import type { BankEvent } from '../account/events/event.js';
import type { Clause, ItemRule, RoleRule, RuleSet } from '../rules/rule-set.js';
import { canonicalJson } from '../values/json.js';
import type { Text } from '../values/text.js';
import { accountIdOf, type CommandRun, type CommandStep, eventsByAccount } from './subject.js';

/** A property that every run of commands must have, whatever the rules. */
export type Law = {
  readonly name: string;
  /** The rule set's clause for this law; `''` for laws of the ledger itself. */
  readonly clause: (ruleSet: RuleSet) => Clause;
  readonly title: Text;
  /** Describes the breach in a run, in one sentence; `undefined` if the law holds. */
  readonly broken: (run: CommandRun) => string | undefined;
};

/** The first breach found among some things; `undefined` if there is none. */
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

/** Describes a difference between two values; `undefined` if they are equal. */
export function unequal(what: string, seen: unknown, expected: unknown): string | undefined {
  const [a, b] = [JSON.stringify(seen), JSON.stringify(expected)];
  return a === b ? undefined : `${what} is ${a}; it should be ${b}`;
}

/** Describes the first difference between the contents of two values, whatever the order of their members; `undefined` if they are equal. */
export function unequalContent(what: string, seen: unknown, expected: unknown): string | undefined {
  const [a, b] = [canonicalJson(seen), canonicalJson(expected)];
  if (a === b) return undefined;
  const difference = firstDifference(JSON.parse(a), JSON.parse(b), '');
  return unequal(`${what}, at '${difference.path}',`, difference.seen ?? null, difference.expected ?? null);
}

type Difference = { readonly path: string; readonly seen: unknown; readonly expected: unknown };

function firstDifference(seen: unknown, expected: unknown, path: string): Difference {
  if (isContainer(seen) && isContainer(expected) && Array.isArray(seen) === Array.isArray(expected)) {
    const names = [...new Set([...Object.keys(seen), ...Object.keys(expected)])];
    const name = names.find((one) => JSON.stringify(seen[one]) !== JSON.stringify(expected[one]));
    if (name !== undefined)
      return firstDifference(seen[name], expected[name], path === '' ? name : `${path}.${name}`);
  }
  return { path, seen, expected };
}

function isContainer(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

/** The clause of laws that hold for every ledger: none. */
export function ofLedger(): Clause {
  return '';
}

/** The rule of a history's role. */
export function roleOf(ruleSet: RuleSet, history: readonly BankEvent[]): RoleRule | undefined {
  const [opening] = history;
  return opening?.type === 'AccountOpened' ? ruleSet.roles[opening.data.role] : undefined;
}

/** An entry scored under an item: a claim, a report-in or an activity. */
export type ScoredEvent = Extract<BankEvent, { type: 'PostClaimed' | 'ActivityCredited' }>;

/** Whether an event was scored under an item. */
export function isScored(event: BankEvent): event is ScoredEvent {
  return event.type === 'PostClaimed' || event.type === 'ActivityCredited';
}

/** The rule of an event's item. */
export function itemRuleOf(role: RoleRule | undefined, event: ScoredEvent): ItemRule | undefined {
  return role?.items[event.data.item];
}

/** One account's history, with the rule of its role. */
export type History = {
  readonly id: string;
  readonly role: RoleRule | undefined;
  readonly events: readonly BankEvent[];
};

/** Whether an event scored and counts: it does not wait to be verified. */
export function isCounted(event: BankEvent): event is ScoredEvent {
  return isScored(event) && event.data.pending === undefined;
}

/** What closed accounts handed on to the account of a history. */
export function handedOnTo([opening]: readonly BankEvent[]): readonly HandedOn[] {
  const continues = opening?.type === 'AccountOpened' ? (opening.data.continues ?? []) : [];
  return continues.flatMap(({ handedOn }) => (handedOn === undefined ? [] : [handedOn]));
}

/** The first answer about a step of a run and the events that its account had before it. */
export function firstOfSteps(
  steps: readonly CommandStep[],
  about: (step: CommandStep, before: readonly BankEvent[]) => string | undefined,
): string | undefined {
  const known = new Map<string, readonly BankEvent[]>();
  return firstOf(steps, (step) => {
    const id = accountIdOf(step.command);
    const before = known.get(id) ?? [];
    if (step.decision.accepted) known.set(id, [...before, ...step.decision.events]);
    return about(step, before);
  });
}

/** The histories of a run. */
export function histories({ events, subject }: CommandRun): History[] {
  return [...eventsByAccount(events)].map(([id, of]) => ({
    id,
    role: roleOf(subject.ruleSet, of),
    events: of,
  }));
}

/** The first breach among all scored events of a run. */
export function eachScored(
  run: CommandRun,
  broken: (history: History, event: ScoredEvent) => string | undefined,
): string | undefined {
  return firstOf(histories(run), (history) =>
    firstOf(history.events.filter(isScored), (event) => broken(history, event)),
  );
}

/** The first breach among the accounts of a run. */
export function perAccount(
  run: CommandRun,
  broken: (events: readonly BankEvent[], id: string) => string | undefined,
): string | undefined {
  return firstOf(eventsByAccount(run.events), ([id, events]) => broken(events, id));
}
