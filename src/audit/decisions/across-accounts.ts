import type {
  AccountClosed,
  AccountOpened,
  BankEvent,
  Continued,
  EntryReversed,
  PointsReceived,
  PointsSent,
} from '../../account/events/event.js';
import type { UnplacedFinding } from './decision-finding.js';
import { differingParts } from './differing-parts.js';

/*
 * What one account says of another: that it continues a closed one, that it received points which the other sent. The other account is
 * asked only where its own events are among those audited.
 */

/** Finds what an event says of another account and the other account's events do not. Events may be anything. */
export type FaultAcross = (event: BankEvent) => UnplacedFinding | undefined;

/** Gathers what all events say, so that accounts may come in any order. */
export function acrossAccounts(events: readonly BankEvent[]): FaultAcross {
  const gathered = gather(events);
  return (event) => {
    if (event.type === 'AccountOpened') return faultOfOpening(gathered, event);
    return event.type === 'PointsReceived' ? faultOfReceipt(gathered, event) : undefined;
  };
}

type Gathered = {
  readonly opened: Map<string, AccountOpened>;
  readonly closed: Map<string, AccountClosed>;
  /** The openings that continue an account, in the order of the events. */
  readonly continuing: Map<string, AccountOpened[]>;
  /** What was sent, by account and transfer. */
  readonly sent: Map<string, PointsSent[]>;
  /** Transfers that are out of an account in the end, by account, transfer and day. */
  readonly undone: Set<string>;
};

function gather(events: readonly BankEvent[]): Gathered {
  const gathered: Gathered = {
    opened: new Map(),
    closed: new Map(),
    continuing: new Map(),
    sent: new Map(),
    undone: new Set(),
  };
  for (const event of events) {
    try {
      note(gathered, event);
    } catch {
      // It is reported as unreadable when it is judged.
    }
  }
  return gathered;
}

function note({ opened, closed, continuing, sent, undone }: Gathered, event: BankEvent): void {
  const { accountId } = event.data;
  switch (event.type) {
    case 'AccountOpened':
      if (!opened.has(accountId)) opened.set(accountId, event);
      for (const { accountId: of } of event.data.continues ?? []) push(continuing, of, event);
      break;
    case 'AccountClosed':
      if (!closed.has(accountId)) closed.set(accountId, event);
      break;
    case 'PointsSent':
      push(sent, keyOf(accountId, event.data.transferId), event);
      break;
    case 'EntryReversed':
      noteReversal(undone, event);
      break;
    default:
  }
}

function noteReversal(undone: Set<string>, { data }: EntryReversed): void {
  const { kind, id, on } = data.entry;
  if (kind !== 'transfer') return;
  const key = keyOf(data.accountId, id, on);
  if (data.entryIs === 'out') undone.add(key);
  else undone.delete(key);
}

function faultOfOpening(gathered: Gathered, { data }: AccountOpened): UnplacedFinding | undefined {
  for (const continued of data.continues ?? []) {
    const { accountId } = continued;
    if (!gathered.opened.has(accountId)) continue;
    const closing = gathered.closed.get(accountId);
    const fault = (
      because: 'never-closed' | 'closed-otherwise' | 'another-continues-it' | 'another-member',
      parts: string[] = [],
    ): UnplacedFinding =>
      Object.freeze({ fault: 'unfounded-continuation', accountId, because, parts: Object.freeze(parts) });
    if (closing === undefined) return fault('never-closed');
    const parts = differingParts(continued, continuedFrom(closing), 'continues');
    if (parts.length > 0) return fault('closed-otherwise', parts);
    const { continuedBy, memberId } = closing.data;
    if (continuedBy !== undefined && continuedBy !== data.accountId) return fault('another-continues-it');
    if (isTaken(gathered, accountId, data.accountId)) return fault('another-continues-it');
    if (memberId !== undefined && data.memberId !== undefined && memberId !== data.memberId) {
      return fault('another-member');
    }
  }
  return undefined;
}

/** What an account that continues a closed one says of it. */
function continuedFrom({ data }: AccountClosed): Partial<Continued> {
  const { accountId, communityId, on, reason, handedOn } = data;
  return { accountId, communityId, closedOn: on, reason, ...(handedOn && { handedOn }) };
}

/** Whether an earlier account has taken up what this one takes up. One that forfeited it when it was closed has not. */
function isTaken({ continuing, closed }: Gathered, of: string, by: string): boolean {
  // The account that takes it up is among those that do.
  for (const { data } of continuing.get(of) as readonly AccountOpened[]) {
    if (data.accountId === by) return false;
    const closing = closed.get(data.accountId);
    if (closing === undefined || closing.data.handedOn !== undefined) return true;
  }
  return false;
}

function faultOfReceipt(
  { opened, sent, undone }: Gathered,
  { data }: PointsReceived,
): UnplacedFinding | undefined {
  const { accountId, from, transferId, points, sentOn, on } = data;
  if (!opened.has(from)) return undefined;
  const sendings = sent.get(keyOf(from, transferId)) ?? [];
  const same = sendings.filter(
    ({ data: of }) => of.to === accountId && of.points === points && of.on === sentOn,
  );
  const because = ((): 'never-sent' | 'sent-otherwise' | 'sending-undone' | undefined => {
    if (sendings.length === 0) return 'never-sent';
    if (same.length === 0) return 'sent-otherwise';
    const isReceived = !undone.has(keyOf(accountId, transferId, on));
    return isReceived && undone.has(keyOf(from, transferId, sentOn)) ? 'sending-undone' : undefined;
  })();
  return because && Object.freeze({ fault: 'unmatched-transfer', from, transferId, because });
}

function push<T>(lists: Map<string, T[]>, key: string, member: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [member]);
  else list.push(member);
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
