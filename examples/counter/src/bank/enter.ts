import type { Command, Handbook } from 'points-bank';
import { stockAfter } from 'points-bank';
import type { Counter } from '../counter.js';
import type { User } from '../people/user.js';
import type { Handled } from '../store/counter-store.js';

/** Hands a command to the store. What it yields bears who entered it and when it arrived, beside what was decided. */
export async function enter(counter: Counter, user: User, command: Command): Promise<Handled> {
  if (command.type === 'RedeemPoints') {
    const { communityId } = command.data;
    counter.bank.shelve(communityId, await counter.handbooks.editions(communityId));
  }
  return counter.store.handle(command, { enteredBy: user.name, receivedAt: counter.now() });
}

/** A community's editions, the newest first, with what is left in stock as far as is known now. */
export async function editionsLeft(
  { handbooks, ledger }: Counter,
  communityId: string,
): Promise<readonly Handbook[]> {
  const editions = await handbooks.editions(communityId);
  const events = [...(await ledger.caughtUp()).eventsOf(communityId)];
  return editions.map((edition) => stockAfter(edition, events));
}
