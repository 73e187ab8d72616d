import type { Refusal } from '../../account/decide/refusal.js';
import type { BankEvent } from '../../account/events/event.js';

/** The details of each kind of fault. */
export type DecisionFaultDetails = {
  /** The event names the digest of a rule set that was not given. */
  'unknown-rule-set': { readonly digest: string };
  /** The redemption names a version of the handbook that was not given. */
  'unknown-handbook': { readonly version: string };
  /** The event is not an event of this library in its current version. */
  unreadable: Record<never, never>;
  /** The rules refuse the event. */
  refused: { readonly refusal: Refusal };
  /** The event repeats an earlier one: the rules would have treated it as a retry. */
  repeated: Record<never, never>;
  /** The account continues one whose closing, which was given, does not say so. */
  'unfounded-continuation': {
    /** The account that it says it continues. */
    readonly accountId: string;
    readonly because: 'never-closed' | 'closed-otherwise' | 'another-continues-it' | 'another-member';
    /** Where the closing was otherwise, the parts in which it was. */
    readonly parts: readonly string[];
  };
  /** The account received points of another one whose events, which were given, do not say that they were sent. */
  'unmatched-transfer': {
    readonly transferId: string;
    readonly from: string;
    readonly because: 'never-sent' | 'sent-otherwise' | 'sending-undone';
  };
  /** The rules give another event, which differs in these parts, such as `data.points`. */
  differs: { readonly decided: BankEvent; readonly parts: readonly string[] };
};

/** The kinds of fault. */
export type DecisionFault = keyof DecisionFaultDetails;

/** A recorded event that does not follow from the rules, with one kind of fault. */
export type DecisionFindingOf<F extends DecisionFault> = DecisionFaultDetails[F] & {
  /** The event's place, an index into the events. */
  readonly at: number;
  /** The recorded event: the host's own object. */
  readonly event: BankEvent;
  readonly fault: F;
};

/** A recorded event that does not follow from the rules. `fault` tells which other members it has. */
export type DecisionFinding = { [F in DecisionFault]: DecisionFindingOf<F> }[DecisionFault];

/** A finding without its place. */
export type UnplacedFinding = {
  [F in DecisionFault]: DecisionFaultDetails[F] & { readonly fault: F };
}[DecisionFault];
