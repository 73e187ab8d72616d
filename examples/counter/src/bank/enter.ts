import type { Command, Handbook } from 'points-bank';
import type { Counter } from '../counter.js';
import type { Actor } from '../people/user.js';
import type { Handled } from '../store/counter-store.js';

/** Hands a command to the store. What it yields bears who entered it and when it arrived, beside what was decided. */
export async function enter(counter: Counter, by: Actor, command: Command): Promise<Handled> {
  const { data } = command;
  const communityId = command.type === 'RedeemPoints' ? command.data.communityId : data.by.communityId;
  if (communityId !== undefined) await shelve(counter, communityId);
  return counter.store.handle(command, { enteredBy: by.name, receivedAt: counter.now() });
}

/** Puts what a community published on the shelf, so that the bank decides by it. */
export async function shelve({ bank, handbooks, programmes }: Counter, communityId: string): Promise<void> {
  bank.shelve(communityId, {
    handbooks: await handbooks.editions(communityId),
    programmes: await programmes.editions(communityId),
  });
}

/** A community's editions, the newest first, with what is left in stock as far as is known now. */
export async function editionsLeft(
  { handbooks, store }: Counter,
  communityId: string,
): Promise<readonly Handbook[]> {
  const editions = await handbooks.editions(communityId);
  return editions.map(await store.projections.stockLeft(communityId));
}
