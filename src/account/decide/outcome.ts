import { NO_READINGS, type ReadingsUsed } from '../../rules/readings-used.js';
import type { Clause, RuleSet } from '../../rules/rule-set.js';
import { deepFreeze } from '../../values/json.js';
import type { BankEvent } from '../events/event.js';
import type { Refusal, RefusalCode, RefusalFacts, RefusalOf, Warning } from './refusal.js';

/** The command was accepted. */
export type Accepted = {
  readonly accepted: true;
  /** One event, or none where the same command had been accepted before. */
  readonly events: readonly BankEvent[];
  readonly warnings: readonly Warning[];
};

/** The outcome of a command: its events, or the refusal. Deeply frozen. */
export type Decision = Accepted | { readonly accepted: false; readonly refusal: Refusal };

const NO_WARNINGS: readonly Warning[] = Object.freeze([]);

/** The same command sent again: accepted, and nothing more happens. */
export const RETRIED: Accepted = deepFreeze({ accepted: true, events: [], warnings: [] });

/** Accepts the command with this event, whose parts are frozen. */
export function accept(event: BankEvent, warnings: readonly Warning[] = NO_WARNINGS): Accepted {
  Object.freeze(event.data);
  return Object.freeze({ accepted: true, events: Object.freeze([Object.freeze(event)]), warnings });
}

/** Thrown by {@link refuse}, caught by the bank, and never seen outside. */
class RefusalSignal {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    this.refusal = refusal;
  }
}

/** Refuses the command and leaves the decision. */
export function refuse<C extends RefusalCode>(
  code: C,
  clause: Clause,
  facts: RefusalFacts[C],
  readings: ReadingsUsed = NO_READINGS,
): never {
  const refusal: RefusalOf<C> = { code, clause, facts: deepFreeze(facts), readings };
  throw new RefusalSignal(Object.freeze(refusal) as RefusalOf<RefusalCode> as Refusal);
}

/** Refuses what is not a command, and leaves the decision. */
export function refuseUnread(ruleSet: RuleSet, problem: RefusalFacts['invalid-command']): never {
  refuse('invalid-command', ruleSet.clauses.entries, problem);
}

/** The decision that {@link refuse} left by throwing. Anything else that was thrown is thrown on. */
export function refused(thrown: unknown): Decision {
  if (!(thrown instanceof RefusalSignal)) throw thrown;
  return Object.freeze({ accepted: false, refusal: thrown.refusal });
}

/** Thrown by `bank.decider.decide`, for hosts that expect refusals to be thrown. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  /** Why the command was refused. */
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`${refusal.code} ${JSON.stringify(refusal.facts)}`);
    this.refusal = refusal;
  }
}
