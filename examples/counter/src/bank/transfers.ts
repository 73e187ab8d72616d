import type { BankEvent, PointsSent } from 'points-bank';
import { inForce } from './in-force.js';

/** Points that were sent to an account and have not been received there, of all accounts' events. */
export function pointsOnTheWay(
  accountId: string,
  own: readonly BankEvent[],
  all: Iterable<readonly BankEvent[]>,
): readonly PointsSent[] {
  const received = new Set(
    own.flatMap((event) =>
      event.type === 'PointsReceived' ? [JSON.stringify([event.data.from, event.data.transferId])] : [],
    ),
  );
  const sent: PointsSent[] = [];
  for (const events of all)
    for (const event of inForce(events))
      if (
        event.type === 'PointsSent' &&
        event.data.to === accountId &&
        !received.has(JSON.stringify([event.data.accountId, event.data.transferId]))
      )
        sent.push(event);
  return sent;
}
