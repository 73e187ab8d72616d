import type {
  ActivityCredited,
  AffectedEntry,
  BankEvent,
  EntryReversed,
  EntryVerified,
  PointsRedeemed,
  PostClaimed,
} from '../account/events/event.js';

/*
 * What stands of a history, worked out on the list of its events and not by the fold: entries that were undone are struck out, and what
 * waited and was verified stands where it was verified.
 */

/** An event of a history, and the reversals about it. */
type Line = {
  event: BankEvent;
  isOut: boolean;
  /** The place of the event by which it was entered, verified or put back last. */
  since: number;
  /** Each list of reversals about this entry, the one that began it first. */
  readonly chains: Chain[];
};

/** Reversals that follow each other: each undoes what the one before it did. */
type Chain = { readonly reversals: EntryReversed[]; readonly lines: EntryReversed['data']['lines'] };

/**
 * The history as if what was undone had never been: without the entries that are out of the account and without reversals, with visits
 * as far as they were not returned, and with verified entries in the place of their verifications.
 */
export function standing(events: readonly BankEvent[]): BankEvent[] {
  const lines: Line[] = [];
  for (const [place, event] of events.entries()) {
    if (event.type === 'EntryReversed') strike(lines, event, place);
    else if (event.type === 'EntryVerified') {
      const waiting = lines.find((line) => !line.isOut && isVerifiedBy(line.event, event));
      if (waiting === undefined) continue;
      lines.splice(lines.indexOf(waiting), 1);
      lines.push({ ...waiting, since: place, event: verified(waiting.event as Waiting, event) });
    } else lines.push({ event, isOut: false, since: place, chains: [] });
  }
  return lines.flatMap(({ event, isOut, chains }): BankEvent[] => {
    if (isOut) return [];
    return event.type === 'PointsRedeemed' ? visitLeft(event, chains) : [event];
  });
}

function strike(lines: readonly Line[], reversal: EntryReversed, place: number): void {
  const { reverses, entry, lines: returned, entryIs } = reversal.data;
  if (reverses.kind !== 'reversal') {
    const named = lines.filter((one) => !one.isOut && isNamed(one.event, entry));
    // Of several claims the latest that was entered or came back is meant; one that counts goes before one that waits.
    const counting = named
      .filter(({ event }) => !('pending' in event.data))
      .sort((a, b) => a.since - b.since);
    const line = counting.at(-1) ?? named[0];
    if (line === undefined) return;
    line.chains.push({ reversals: [reversal], lines: returned });
    if (returned === undefined) line.isOut = true;
    return;
  }
  for (const line of lines) {
    const chain = line.chains.find(({ reversals }) => isInForce(reversals, reverses.id));
    const before = chain?.reversals.at(-1);
    if (chain === undefined || before?.data.entryIs === entryIs) continue;
    chain.reversals.push(reversal);
    if (chain.lines !== undefined) return;
    line.isOut = entryIs === 'out';
    line.since = place;
    return;
  }
}

/** Whether a reversal of this id stands among some that follow each other: the last, or every second one before it. */
function isInForce(reversals: readonly EntryReversed[], id: string): boolean {
  return reversals.some(({ data }, at) => data.reversalId === id && (reversals.length - 1 - at) % 2 === 0);
}

/** Whether an event is the entry that a reversal names. */
export function isNamed(event: BankEvent, { kind, id, item, capacity, on }: AffectedEntry): boolean {
  if (event.data.on !== on) return false;
  switch (event.type) {
    case 'PostClaimed':
      return kind === 'claim' && event.data.postId === id;
    case 'ActivityCredited': {
      const isReportIn = event.data.entry === 'registration';
      if (kind !== (isReportIn ? 'report-in' : 'matter')) return false;
      return event.data.matterId === id && event.data.item === item && event.data.capacity === capacity;
    }
    case 'PointsRedeemed':
      return kind === 'redemption' && event.data.redemptionId === id;
    case 'ScoreCorrected':
      return kind === 'correction' && event.data.correctionId === id;
    case 'AccountBarred':
      return kind === 'bar' && event.data.barId === id;
    case 'PointsSent':
    case 'PointsReceived':
      return kind === 'transfer' && event.data.transferId === id;
    default:
      return false;
  }
}

type Waiting = PostClaimed | ActivityCredited;

function isVerifiedBy(event: BankEvent, { data: { verifies, entryOn, item } }: EntryVerified): boolean {
  if (!('pending' in event.data) || event.data.on !== entryOn) return false;
  const { kind, id, capacity } = verifies;
  const named = { kind, id, item, on: entryOn, ...(capacity === undefined ? {} : { capacity }) };
  return isNamed(event, named);
}

function verified(waiting: Waiting, { data }: EntryVerified): BankEvent {
  const { pending: _pending, limits: _limits, addedUp: _addedUp, factor: _factor, ...rest } = waiting.data;
  const { addedUp, base, factor, limits, points, scored } = data;
  const now = {
    ...(addedUp === undefined ? {} : { addedUp }),
    base,
    ...(factor === undefined ? {} : { factor }),
    scored,
    points,
    ...(limits === undefined ? {} : { limits }),
  };
  return { ...waiting, data: { ...rest, ...now } } as BankEvent;
}

/** A visit as far as it was not returned; without lines where all was. */
function visitLeft(visit: PointsRedeemed, chains: readonly Chain[]): PointsRedeemed[] {
  const returned = chains.flatMap(({ lines = [], reversals }) =>
    reversals.at(-1)?.data.entryIs === 'out' ? lines : [],
  );
  const back = new Map<string, number>();
  for (const { rewardId, quantity } of returned) back.set(rewardId, (back.get(rewardId) ?? 0) + quantity);
  const lines = visit.data.lines.flatMap((line) => {
    const taken = Math.min(back.get(line.rewardId) ?? 0, line.quantity);
    back.set(line.rewardId, (back.get(line.rewardId) ?? 0) - taken);
    const quantity = line.quantity - taken;
    return quantity === 0 ? [] : [{ ...line, quantity, points: quantity * line.price }];
  });
  const points = lines.reduce((sum, line) => sum + line.points, 0);
  const deducted = visit.data.deducted === 0 ? 0 : points;
  return [{ ...visit, data: { ...visit.data, lines, points, deducted } }];
}
