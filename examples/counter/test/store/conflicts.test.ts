import { type EventStore, getInMemoryEventStore } from '@event-driven-io/emmett';
import type { BankEvent } from 'points-bank';
import { describe, expect, it } from 'vitest';
import { commandHandler, type Handle } from '../../src/store/command-handler.js';
import { Overtaken } from '../../src/store/counter-store.js';
import type { Promised } from '../../src/store/stock.js';
import { streamOf } from '../../src/store/stream-name.js';
import { bankWith, credit, opening, redemption } from './support/bank.js';

const bank = bankWith(3);

/** A handler on Emmett's store in memory, with what happens just before it appends. */
function handlerThatMeets(before: (store: EventStore, promised: Promised) => Promise<void>): {
  readonly handle: Handle;
  readonly store: EventStore;
} {
  const store = getInMemoryEventStore();
  let promisedNow: Promised | undefined;
  const appendToStream: EventStore['appendToStream'] = async (...append) => {
    if (promisedNow !== undefined) await before(store, promisedNow);
    return store.appendToStream(...append);
  };
  const handle = commandHandler(bank, {
    eventStore: { ...store, appendToStream },
    taken: async () => [],
    holding: async ({ promised }, work) => {
      promisedNow = promised;
      return work();
    },
  });
  return { handle, store };
}

/** Somebody else at the same store, whom nobody disturbs. */
const other = (store: EventStore): Handle =>
  commandHandler(bank, { eventStore: store, taken: async () => [], holding: (_known, work) => work() });

describe('where somebody else comes first', () => {
  it('decides again on what is there by then', async () => {
    let others = 0;
    const { handle, store } = handlerThatMeets(async (inner) => {
      others += 1;
      if (others <= 2) await other(inner)(credit('v1', `other ${others}`));
    });
    await other(store)(opening('v1'));
    const { decision, version } = await handle(credit('v1', 'mine'));
    expect(decision.accepted).toBe(true);
    expect(version).toBe(4n);
    const { events } = await store.readStream<BankEvent>(streamOf('v1'));
    expect(events).toHaveLength(4);
  });

  it('gives up after a bounded number of tries, and has kept nothing', async () => {
    let others = 0;
    const { handle, store } = handlerThatMeets(async (inner) => {
      others += 1;
      await other(inner)(credit('v1', `other ${others}`));
    });
    await other(store)(opening('v1'));
    await expect(handle(credit('v1', 'mine'))).rejects.toBeInstanceOf(Overtaken);
    expect(others).toBeGreaterThan(3);
    expect(others).toBeLessThan(30);
    const { events } = await store.readStream<BankEvent>(streamOf('v1'));
    expect(events.map(({ data }) => ('matterId' in data ? data.matterId : ''))).not.toContain('mine');
  });

  it('gives up a redemption whose stock is taken each time', async () => {
    let tries = 0;
    const { handle, store } = handlerThatMeets(async (_inner, promised) => {
      tries += 1;
      promised.check({ rewardId: 'rice', days: { '2023-05-01': 4 } });
    });
    await other(store)(opening('v1'));
    await expect(handle(redemption('v1', 'r1', 'rice'))).rejects.toBeInstanceOf(Overtaken);
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(100);
    const { events } = await store.readStream<BankEvent>(streamOf('v1'));
    expect(events).toHaveLength(1);
  });
});
