import type { BankEvent } from '../account/events/event.js';
import { handedOnTo } from './law.js';
import { standing } from './standing.js';

/** Points that were sent on a day. */
export type Sending = { readonly on: string; readonly points: number };

/** What an account sent and did not take back, from the events alone. What a closed account handed on of a day is one sending. */
export function sendingsOf(events: readonly BankEvent[]): Sending[] {
  const handed = handedOnTo(events)
    .flatMap(({ transferred }) => transferred)
    .flatMap(({ on, points }) => (points < 0 ? [{ on, points: -points }] : []));
  const own = standing(events).flatMap((event) =>
    event.type === 'PointsSent' ? [{ on: event.data.on, points: event.data.points }] : [],
  );
  return [...handed, ...own];
}
