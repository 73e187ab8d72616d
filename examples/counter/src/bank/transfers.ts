import type { BankEvent, PointsSent } from 'points-bank';
import type { CounterStore } from '../store/counter-store.js';
import { inForce } from './in-force.js';

/** Points that were sent to an account and have not been received there, as the events of their senders have them. */
export async function pointsOnTheWay(
  store: CounterStore,
  accountId: string,
  own: readonly BankEvent[],
): Promise<readonly PointsSent[]> {
  const received = new Set(
    own.flatMap((event) =>
      event.type === 'PointsReceived' ? [JSON.stringify([event.data.from, event.data.transferId])] : [],
    ),
  );
  const sent: PointsSent[] = [];
  for (const events of (await store.histories(await store.projections.sendersTo(accountId))).values())
    for (const event of inForce(events))
      if (
        event.type === 'PointsSent' &&
        event.data.to === accountId &&
        !received.has(JSON.stringify([event.data.accountId, event.data.transferId]))
      )
        sent.push(event);
  return sent;
}
