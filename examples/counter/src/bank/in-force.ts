import type { BankEvent, RedemptionLine } from 'points-bank';
import { statement } from 'points-bank/reports';

/**
 * One account's events without those that were undone and without the reversals themselves. A redemption of which a part came back has
 * the lines that are left.
 */
export function inForce(events: readonly BankEvent[]): readonly BankEvent[] {
  if (!events.some(({ type }) => type === 'EntryReversed')) return events;
  const whole = statement(events, { from: '1900-01-01', to: '9999-12-31' });
  const left = new Map<number, BankEvent>();
  for (const { event: of, reversedBy = [] } of whole?.entries ?? []) {
    const event = of && events[of.index];
    if (event === undefined || event.type === 'EntryReversed') continue;
    if (reversedBy.some(({ rewards }) => rewards === undefined)) continue;
    left.set(
      of?.index ?? 0,
      less(
        event,
        reversedBy.flatMap(({ rewards }) => rewards ?? []),
      ),
    );
  }
  return [...left].sort(([a], [b]) => a - b).map(([, event]) => event);
}

/** How many of each reward some lines have, of which several may be of one. */
export function byReward(lines: readonly RedemptionLine[]): Map<string, number> {
  const quantities = new Map<string, number>();
  for (const { rewardId, quantity } of lines)
    quantities.set(rewardId, (quantities.get(rewardId) ?? 0) + quantity);
  return quantities;
}

function less(event: BankEvent, returned: readonly RedemptionLine[]): BankEvent {
  if (event.type !== 'PointsRedeemed' || returned.length === 0) return event;
  const back = byReward(returned);
  const lines = event.data.lines.flatMap((line) => {
    // What one line of a reward does not have comes off the next.
    const left = back.get(line.rewardId) ?? 0;
    const quantity = Math.max(line.quantity - left, 0);
    back.set(line.rewardId, left - (line.quantity - quantity));
    return quantity > 0 ? [{ ...line, quantity, points: line.price * quantity }] : [];
  });
  return { ...event, data: { ...event.data, lines } };
}
