import type { BankEvent } from 'points-bank';
import type { Context } from '../program/command.js';
import { eventsOf } from './ledger.js';

/** The events of one account; those of the others are read and let go. */
export async function accountEvents(path: string, accountId: string, context: Context): Promise<BankEvent[]> {
  const events: BankEvent[] = [];
  for await (const { event } of eventsOf(path, context)) {
    if (event.data.accountId === accountId) events.push(event);
  }
  return events;
}
