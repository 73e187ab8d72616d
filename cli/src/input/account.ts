import type { BankEvent } from 'points-bank';
import type { Context } from '../program/command.js';
import { eventsOf } from './ledger.js';

/** The events of one account, and the place of each in the ledger, from 0. */
export type AccountEvents = { readonly events: readonly BankEvent[]; readonly places: readonly number[] };

/** The events of one account; those of the others are read and let go. */
export async function accountEvents(
  path: string,
  accountId: string,
  context: Context,
): Promise<AccountEvents> {
  const events: BankEvent[] = [];
  const places: number[] = [];
  let place = 0;
  for await (const { event } of eventsOf(path, context)) {
    if (event.data.accountId === accountId) {
      events.push(event);
      places.push(place);
    }
    place += 1;
  }
  return { events, places };
}
