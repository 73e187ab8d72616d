import { type EventStore, getInMemoryEventStore } from '@event-driven-io/emmett';
import { type Account, type BankEvent, evolve, fold, initialAccount } from 'points-bank';
import { memoryDirectory } from '../people/memory-directory.js';
import { Turns } from '../records/turns.js';
import { batchHandler, commandHandler, type Parts, rulesOf } from './command-handler.js';
import { ContinuedAlready, continuedBy } from './continued-once.js';
import type { BankSource, CounterStore, Placed } from './counter-store.js';
import { memoryProjections } from './memory-projections.js';
import { memorySeals } from './memory-seals.js';
import { restorer } from './restorer.js';
import { type AllTaken, countTaken, type Taken } from './stock.js';
import { asStored, fromStore } from './stored-event.js';
import { streamOf } from './stream-name.js';

/** The store in memory, on Emmett's: for tests, and to try the counter without keeping anything. */
export function openMemoryStore({ bank }: { readonly bank: BankSource }): CounterStore {
  const placed: Placed[] = [];
  const kept = new Map<string, { account: Account; readonly events: BankEvent[] }>();
  const taken: AllTaken = new Map();
  /** By closed account, the one that continues it. */
  const continued = new Map<string, string>();
  const turns = new Turns();
  const { seals, add } = memorySeals();
  const eventStore = getInMemoryEventStore({
    hooks: {
      onAfterCommit: (messages) => {
        for (const message of messages) {
          const event = fromStore(message);
          add({ messageId: message.metadata.messageId, stored: asStored(message) });
          placed.push({ position: BigInt(placed.length + 1), event });
          const own = kept.get(event.data.accountId) ?? { account: initialAccount, events: [] };
          kept.set(event.data.accountId, own);
          own.events.push(event);
          own.account = evolve(own.account, event);
          countTaken(taken, own.events);
          for (const { accountId } of continuedBy(event)) continued.set(accountId, event.data.accountId);
        }
      },
    },
  });
  const takenIn = (communityId: string): Taken[] => [...(taken.get(communityId)?.values() ?? [])];
  const holding: Parts['holding'] = (_known, work) => work();
  const events = async (accountId: string): Promise<readonly BankEvent[]> =>
    (await eventStore.readStream(streamOf(accountId))).events.map(fromStore);
  const decidedStore: EventStore = {
    ...eventStore,
    appendToStream: (stream, given, options) =>
      turns.take('openings', async () => {
        requireContinuedOnce(given.map(fromStore), continued);
        return eventStore.appendToStream(stream, given, options);
      }),
  };
  const handle = commandHandler(bank, {
    eventStore: decidedStore,
    taken: async (communityId) => takenIn(communityId),
    holding,
  });
  return {
    // One process and nobody else: redemptions of a community take turns, so none finds the stock taken.
    handle: (command, metadata) =>
      command?.type === 'RedeemPoints'
        ? turns.take(String(command.data?.communityId), () => handle(command, metadata))
        : handle(command, metadata),
    handleAll: batchHandler(bank, { eventStore: decidedStore, holding }),
    restore: restorer({ eventStore, holding }),
    events,
    account: async (accountId) => fold(await events(accountId)),
    accounts: async (accountIds) =>
      new Map(
        accountIds.flatMap((id) => {
          const own = kept.get(id);
          return own === undefined ? [] : [[id, own.account]];
        }),
      ),
    histories: async (accountIds) =>
      new Map(
        accountIds.flatMap((id) => {
          const own = kept.get(id);
          return own === undefined ? [] : [[id, [...own.events]]];
        }),
      ),
    async *record() {
      for (const { event } of [...placed]) yield event;
    },
    async *all(after = 0n) {
      for (let i = Number(after); i < placed.length; i += 1) yield placed[i] as Placed;
    },
    end: async () => BigInt(placed.length),
    seals,
    directory: memoryDirectory(),
    projections: {
      ...memoryProjections(rulesOf(bank), kept, takenIn),
      rebuild: async () => undefined,
    },
    close: async () => undefined,
  };
}

/** No opening continues what another account continues. */
function requireContinuedOnce(events: readonly BankEvent[], continued: ReadonlyMap<string, string>): void {
  for (const event of events)
    for (const closed of continuedBy(event))
      if ((continued.get(closed.accountId) ?? event.data.accountId) !== event.data.accountId)
        throw new ContinuedAlready(closed);
}
