import type { ReadingsRested } from '../../rules/readings.js';
import type { Clause } from '../../rules/rule-set.js';
import { deepFreeze } from '../../values/json.js';
import type { Text } from '../../values/text.js';
import type { BankEvent } from '../events.js';
import { REFUSAL_TEXTS } from '../refusal-texts.js';
import type { Refusal, RefusalCode, RefusalFacts, RefusalOf, Warning } from '../refusals.js';

/** What became of a command: its events, or the refusal. Deeply frozen. */
export type Decision =
  | {
      readonly accepted: true;
      /** One event, or none where the command was one sent again. */
      readonly events: readonly BankEvent[];
      readonly warnings: readonly Warning[];
    }
  | { readonly accepted: false; readonly refusal: Refusal };

const NO_WARNINGS: readonly Warning[] = Object.freeze([]);

/** A command sent again with the same content: accepted, and nothing more happens. */
export const RETRIED: Decision = deepFreeze({ accepted: true, events: [], warnings: [] });

/** The command is accepted with this event. */
export function accept(event: BankEvent, warnings: readonly Warning[] = NO_WARNINGS): Decision {
  return deepFreeze({ accepted: true, events: [event], warnings });
}

/** The command is refused. `called` is the name of what it is about, for the text; the facts have its id. */
export function refuse<C extends RefusalCode>(
  code: C,
  clause: Clause,
  facts: RefusalFacts[C],
  readings: ReadingsRested,
  called?: Text,
): Decision {
  const refusal: RefusalOf<C> = { code, clause, facts, text: REFUSAL_TEXTS[code](facts, called), readings };
  return deepFreeze({ accepted: false, refusal: refusal as unknown as Refusal });
}

/** Thrown by the decider for hosts that expect refusals to be thrown. */
export class Refused extends Error {
  override readonly name = 'Refused';

  /** Why. */
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`${refusal.code}: ${refusal.text.en}`);
    this.refusal = refusal;
  }
}
