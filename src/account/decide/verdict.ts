import type { ReadingsRested } from '../../rules/readings.js';
import type { Clause } from '../../rules/rule-set.js';
import { deepFreeze } from '../../values/json.js';
import { type BankEvent, EVENT_VERSIONS, type EventMetadata, type EventType } from '../events/event.js';
import type { Refusal, RefusalCode, RefusalFacts, RefusalOf, Warning } from './refusal.js';

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

/** What stands beside an event of each type that was decided here. */
export const VERSIONS: { readonly [T in EventType]: EventMetadata } = /* @__PURE__ */ deepFreeze({
  AccountOpened: { schemaVersion: EVENT_VERSIONS.AccountOpened },
  PostClaimed: { schemaVersion: EVENT_VERSIONS.PostClaimed },
  ActivityCredited: { schemaVersion: EVENT_VERSIONS.ActivityCredited },
  PointsRedeemed: { schemaVersion: EVENT_VERSIONS.PointsRedeemed },
  ScoreCorrected: { schemaVersion: EVENT_VERSIONS.ScoreCorrected },
});

/** The command is accepted with this event. */
export function accept(event: BankEvent, warnings: readonly Warning[] = NO_WARNINGS): Decision {
  const { data } = event as { readonly data: { readonly [name: string]: unknown } };
  for (const name in data) if (typeof data[name] === 'object') deepFreeze(data[name]);
  Object.freeze(data);
  return Object.freeze({
    accepted: true,
    events: Object.freeze([Object.freeze(event)]),
    warnings: deepFreeze(warnings),
  });
}

/** The command is accepted with this entry, of which all parts are frozen already: by the reading, by the rules, or where they were made. */
export function acceptEntry(event: BankEvent): Decision {
  Object.freeze(event.data);
  return Object.freeze({
    accepted: true,
    events: Object.freeze([Object.freeze(event)]),
    warnings: NO_WARNINGS,
  });
}

/** The command is refused. */
export function refuse<C extends RefusalCode>(
  code: C,
  clause: Clause,
  facts: RefusalFacts[C],
  readings: ReadingsRested,
): Decision {
  const refusal: RefusalOf<C> = { code, clause, facts: deepFreeze(facts), readings };
  return Object.freeze({ accepted: false, refusal: Object.freeze(refusal) as unknown as Refusal });
}

/** Thrown by the decider for hosts that expect refusals to be thrown. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  /** Why. */
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`${refusal.code} ${JSON.stringify(refusal.facts)}`);
    this.refusal = refusal;
  }
}
