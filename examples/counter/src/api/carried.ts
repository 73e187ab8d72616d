import { isDeepStrictEqual } from 'node:util';
import type { BankEvent, Command } from 'points-bank';
import { mayContinue } from '../bank/continuing.js';
import type { Counter } from '../counter.js';
import type { CounterStore } from '../store/counter-store.js';

/**
 * A command that carries events of other accounts, with these as they are on record; nothing where one of them is not, or is nothing to the
 * account that the command is about. On a page they come from the store to begin with.
 */
export async function onRecord(counter: Counter, command: Command): Promise<Command | undefined> {
  const { store } = counter;
  if (command.type === 'ReceivePoints') {
    const sent = await recorded(store, command.data.sent);
    if (sent?.type !== 'PointsSent' || sent.data.to !== command.data.accountId) return undefined;
    return { ...command, data: { ...command.data, sent } } as Command;
  }
  if (command.type !== 'OpenAccount' || command.data.continues === undefined) return command;
  const continues: BankEvent[] = [];
  for (const carried of command.data.continues) {
    const closing = await recorded(store, carried);
    if (closing?.type !== 'AccountClosed') return undefined;
    if (!(await mayContinue(counter, command.data.communityId, closing))) return undefined;
    continues.push(closing);
  }
  return { ...command, data: { ...command.data, continues } } as Command;
}

type Carried = { readonly type: string; readonly data: { readonly accountId: string } };

async function recorded(store: CounterStore, carried: Carried): Promise<BankEvent | undefined> {
  const events = await store.events(carried.data.accountId);
  return events.findLast(({ type, data }) => type === carried.type && hasAllOf(data, carried.data));
}

/** A carried event may be said in part: what it says has to be so. */
function hasAllOf(whole: object, part: object): boolean {
  return Object.entries(part).every(([name, value]) =>
    isDeepStrictEqual((whole as Record<string, unknown>)[name], value),
  );
}
