import type { Refusal } from '../account/decide/refusal.js';
import type { BankEvent } from '../account/events/event.js';

/** What is found of each kind about a recorded event. */
type Facts = {
  /** The rule set whose digest the event names is not among those given. */
  'unknown-rule-set': { readonly digest: string };
  /** The redemption names a version of the handbook that is not among those given. */
  'unknown-handbook': { readonly version: string };
  /** It is no event of the library's, in its current form. */
  unreadable: Record<never, never>;
  /** The rules refuse what it records. */
  refused: { readonly refusal: Refusal };
  /** It records once more what stands already: the rules would have taken it for a command sent again. */
  repeated: Record<never, never>;
  /** The rules give something else: in these parts, such as `data.points`. */
  differs: { readonly decided: BankEvent; readonly parts: readonly string[] };
};

/** The kinds of finding. */
export type DecisionFault = keyof Facts;

/** A recorded event that the rules would not have given, by its kind. */
export type DecisionFindingOf<F extends DecisionFault> = Facts[F] & {
  /** The event's place, an index into the events. */
  readonly at: number;
  /** The event as it is recorded: the host's own object. */
  readonly event: BankEvent;
  readonly fault: F;
};

/** A recorded event that the rules would not have given; its `fault` tells the rest. */
export type DecisionFinding = { [F in DecisionFault]: DecisionFindingOf<F> }[DecisionFault];

/** A finding before it has its place. */
export type Judged = { [F in DecisionFault]: Facts[F] & { readonly fault: F } }[DecisionFault];
