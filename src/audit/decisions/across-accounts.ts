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
  /** What was sent and received, by account and transfer, in the order of the events. */
  readonly transfers: Map<string, Transfer[]>;
  /** The transfer that a reversal is about, by account and reversal. */
  readonly reversed: Map<string, Transfer>;
};

/** A sending or a receipt, and whether it is out of its account in the end. */
type Transfer = { readonly event: PointsSent | PointsReceived; isOut: boolean };

function gather(events: readonly BankEvent[]): Gathered {
  const gathered: Gathered = {
    opened: new Map(),
    closed: new Map(),
    continuing: new Map(),
    transfers: new Map(),
    reversed: new Map(),
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

function note(gathered: Gathered, event: BankEvent): void {
  const { opened, closed, continuing, transfers } = gathered;
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
    case 'PointsReceived':
      push(transfers, keyOf(accountId, event.data.transferId), { event, isOut: false });
      break;
    case 'EntryReversed':
      noteReversal(gathered, event);
      break;
    default:
  }
}

/** A reversal is about the transfer that stands under its id and day, and a reversal of a reversal about the same one, whatever stands by then. */
function noteReversal({ transfers, reversed }: Gathered, { data }: EntryReversed): void {
  const { accountId, entry, entryIs, reversalId, reverses } = data;
  if (entry.kind !== 'transfer') return;
  const transfer =
    reverses.kind === 'reversal'
      ? reversed.get(keyOf(accountId, reverses.id))
      : transfers
          .get(keyOf(accountId, entry.id))
          ?.find(({ event, isOut }) => !isOut && event.data.on === entry.on);
  if (transfer === undefined) return;
  transfer.isOut = entryIs === 'out';
  reversed.set(keyOf(accountId, reversalId), transfer);
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
  { opened, transfers }: Gathered,
  receipt: PointsReceived,
): UnplacedFinding | undefined {
  const { accountId, from, transferId, points, sentOn } = receipt.data;
  if (!opened.has(from)) return undefined;
  const sendings = transfersOf(transfers, from, transferId, 'PointsSent');
  const same = sendings.filter(({ event: { data } }) => {
    const { on, points: sent, to } = data as PointsSent['data'];
    return to === accountId && sent === points && on === sentOn;
  });
  const because = ((): 'never-sent' | 'sent-otherwise' | 'sending-undone' | undefined => {
    if (sendings.length === 0) return 'never-sent';
    if (same.length === 0) return 'sent-otherwise';
    const receipts = transfersOf(transfers, accountId, transferId, 'PointsReceived');
    const isReceived = receipts.some(({ event, isOut }) => event === receipt && !isOut);
    return isReceived && same.every(({ isOut }) => isOut) ? 'sending-undone' : undefined;
  })();
  return because && Object.freeze({ fault: 'unmatched-transfer', from, transferId, because });
}

function transfersOf(
  transfers: Gathered['transfers'],
  accountId: string,
  transferId: string,
  type: Transfer['event']['type'],
): Transfer[] {
  return (transfers.get(keyOf(accountId, transferId)) ?? []).filter(({ event }) => event.type === type);
}

function push<T>(lists: Map<string, T[]>, key: string, member: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [member]);
  else list.push(member);
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
