import { type EventStore, getInMemoryEventStore } from '@event-driven-io/emmett';
import { type BankEvent, type Command, fold, initialAccount } from 'points-bank';
import { describe, expect, it } from 'vitest';
import { batchHandler, commandHandler, type Handle } from '../../src/store/command-handler.js';
import { Overtaken } from '../../src/store/counter-store.js';
import { openPool } from '../../src/store/database.js';
import { openStore } from '../../src/store/open-store.js';
import type { Promised } from '../../src/store/stock.js';
import { streamOf } from '../../src/store/stream-name.js';
import { together } from '../../src/store/together.js';
import { bankWith, credit, opening, redemption } from './support/bank.js';
import { freshDatabase } from './support/databases.js';
import { seen, seenIn } from './support/seen.js';
import { sharedServer } from './support/shared.js';

const bank = bankWith(3);
const NOT_THERE = { account: initialAccount, version: 0 };

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

describe('where somebody else comes first to an account of a batch', () => {
  it('decides every account by itself, and answers what came of that', async () => {
    const eventStore = getInMemoryEventStore();
    const holding = <T>(_known: object, work: () => Promise<T>) => work();
    await other(eventStore)(opening('v1'));
    await other(eventStore)(opening('v2'));
    const read = async (id: string) => (await eventStore.readStream<BankEvent>(streamOf(id))).events;
    let tried = 0;
    const handleAll = batchHandler(bank, {
      eventStore,
      holding,
      together: {
        accounts: async (ids) => {
          const histories = await Promise.all(ids.map(async (id) => [id, await read(id)] as const));
          return new Map(
            histories.map(([id, events]) => [id, { account: fold(events), version: events.length }]),
          );
        },
        append: async () => {
          tried += 1;
          await other(eventStore)(credit('v2', 'hearing'));
          return false;
        },
      },
    });
    const decisions = await handleAll([
      credit('v1', 'hearing'),
      credit('v2', 'hearing'),
      credit('v3', 'hearing'),
    ]);
    expect(decisions.map((one) => (one.accepted ? one.events.length : one.refusal.code))).toEqual([
      1,
      0,
      'account-not-open',
    ]);
    expect(tried).toBe(1);
    expect((await Promise.all(['v1', 'v2', 'v3'].map(read))).map(({ length }) => length)).toEqual([2, 2, 0]);
  });

  it('appends to none of them', async () => {
    const place = await freshDatabase(await sharedServer());
    const store = await openStore({ databaseUrl: place.databaseUrl, bank });
    const pool = openPool(place.databaseUrl, 2);
    const { accounts, append } = together(pool, bank.ruleSet);
    for (const id of ['v1', 'v2']) await store.handle(opening(id));
    /** What a batch would append, decided on what is there now. */
    const decided = async (...commands: Command[]) => {
      const known = await accounts(commands.map(({ data }) => data.accountId));
      return commands.map((command) => {
        const { account: before, version } = known.get(command.data.accountId) ?? NOT_THERE;
        const decision = bank.decide(command, before);
        return { before, version, events: decision.accepted ? decision.events : [] };
      });
    };
    const late = await decided(credit('v1', 'hearing'), credit('v2', 'hearing'));
    const lateToOpen = await decided(credit('v1', 'hearing'), opening('v3'));
    await store.handle(credit('v2', 'bench'));
    await store.handle(opening('v3'));
    const before = await store.events('v1');
    expect(await append(late)).toBe(false);
    expect(await append(lateToOpen)).toBe(false);
    expect(await store.events('v1')).toEqual(before);
    expect(await append(await decided(credit('v1', 'hearing'), credit('v2', 'hearing')))).toBe(true);
    const all = [...(await store.histories(['v1', 'v2', 'v3'])).values()].flat();
    expect(all.map(({ type }) => type).sort()).toEqual([
      ...['AccountOpened', 'AccountOpened', 'AccountOpened'],
      ...['ActivityCredited', 'ActivityCredited', 'ActivityCredited'],
    ]);
    expect(await seen(store.projections)).toEqual(await seen(seenIn(all)));
    await pool.end();
    await store.close();
    await place.remove();
  });
});
