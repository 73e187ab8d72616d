import { getInMemoryEventStore } from '@event-driven-io/emmett';
import { type BankEvent, fold } from 'points-bank';
import { memoryDirectory } from '../people/memory-directory.js';
import { Turns } from '../records/turns.js';
import { batchHandler, commandHandler } from './command-handler.js';
import type { BankSource, CounterStore, Placed } from './counter-store.js';
import { registerRows } from './projections.js';
import { restorer } from './restorer.js';
import { isReturn, type Taken, takenBy, withTake } from './stock.js';
import { fromStore } from './stored-event.js';
import { streamOf } from './stream-name.js';

/** The store in memory, on Emmett's: for tests, and to try the counter without keeping anything. */
export function openMemoryStore({ bank }: { readonly bank: BankSource }): CounterStore {
  const placed: Placed[] = [];
  const taken = new Map<string, Map<string, Taken>>();
  const turns = new Turns();
  const eventStore = getInMemoryEventStore({
    hooks: {
      onAfterCommit: (messages) => {
        for (const message of messages) {
          const event = fromStore(message);
          placed.push({ position: BigInt(placed.length + 1), event });
          count(taken, event, placed);
        }
      },
    },
  });
  const events = async (accountId: string): Promise<readonly BankEvent[]> =>
    (await eventStore.readStream(streamOf(accountId))).events.map(fromStore);
  const handle = commandHandler(bank, {
    eventStore,
    taken: async (communityId) => [...(taken.get(communityId)?.values() ?? [])],
    holding: (_promised, work) => work(),
  });
  return {
    // One process and nobody else: redemptions of a community take turns, so none finds the stock taken.
    handle: (command, metadata) =>
      command?.type === 'RedeemPoints'
        ? turns.take(String(command.data?.communityId), () => handle(command, metadata))
        : handle(command, metadata),
    handleAll: batchHandler(bank, eventStore),
    restore: restorer(eventStore),
    events,
    account: async (accountId) => fold(await events(accountId)),
    async *all(after = 0n) {
      for (let i = Number(after); i < placed.length; i += 1) yield placed[i] as Placed;
    },
    end: async () => BigInt(placed.length),
    directory: memoryDirectory(),
    projections: {
      register: async (communityId) =>
        registerRows(
          placed.map(({ event }) => event),
          communityId,
        ),
      rebuild: async () => undefined,
    },
    close: async () => undefined,
  };
}

function count(taken: Map<string, Map<string, Taken>>, event: BankEvent, placed: readonly Placed[]): void {
  const own = isReturn(event)
    ? placed.map((one) => one.event).filter(({ data }) => data.accountId === event.data.accountId)
    : [event];
  for (const take of takenBy(event, own)) {
    const rows = taken.get(take.communityId) ?? new Map<string, Taken>();
    taken.set(take.communityId, rows);
    rows.set(take.rewardId, withTake(rows.get(take.rewardId), take));
  }
}
