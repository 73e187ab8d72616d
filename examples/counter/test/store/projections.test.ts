import fc from 'fast-check';
import { createBank, type RuleSet } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import { arbitraries, subjectOf } from 'points-bank/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { CounterStore } from '../../src/store/counter-store.js';
import { openPool } from '../../src/store/database.js';
import { openStore } from '../../src/store/open-store.js';
import { rowsOf } from './support/agreement.js';
import { bankWith, credit, opening, redemption } from './support/bank.js';
import { collect } from './support/collect.js';
import { freshDatabase } from './support/databases.js';
import { type Kind, openTested, type Tested } from './support/stores.js';

const RUNS = 8;
const KINDS: readonly Kind[] = ['memory', 'PGlite', 'PostgreSQL'];
const ruleSet = renfa2022 as RuleSet;
const bank = createBank(ruleSet, { handbook: subjectOf(ruleSet).handbook });

describe.each(KINDS)('the register: %s', (kind) => {
  let tested: Tested;
  let store: CounterStore;

  beforeAll(async () => {
    tested = await openTested(kind, () => bank);
    store = tested.store;
  });
  afterAll(() => tested.remove());

  it("caught up, it is what a rebuild makes and what the library's own report says", async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(arbitraries(ruleSet).commands, async (commands) => {
        run += 1;
        for (const [i, command] of commands.entries()) {
          const { data } = (command ?? {}) as { data?: { accountId?: unknown } };
          if (typeof data?.accountId !== 'string') continue;
          await store.handle({
            ...(command as object),
            data: { ...data, accountId: `${run} ${data.accountId}` },
          } as never);
          // Caught up now and then, so that accounts are touched again after they were in it.
          if (i % 7 === 0) await store.projections.register();
        }
        const caughtUp = await store.projections.register();
        const events = (await collect(store.all())).map(({ event }) => event);
        expect(caughtUp).toEqual(rowsOf(events));
        await store.projections.rebuild();
        expect(await store.projections.register()).toEqual(caughtUp);
        const own = caughtUp.filter(({ communityId }) => communityId === 'c1');
        expect(await store.projections.register('c1')).toEqual(own);
        expect(own.length).toBeGreaterThan(0);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('the register on PostgreSQL', () => {
  it('is right whoever else catches up and rebuilds at the same time', async () => {
    const place = await freshDatabase(inject('databaseUrl'));
    const options = { databaseUrl: place.databaseUrl, bank: bankWith(2) };
    // Opened at once on an empty database: each may find that the other made the tables.
    const stores = await Promise.all([openStore(options), openStore(options), openStore(options)]);
    const accounts = Array.from({ length: 30 }, (_, i) => `v${i}`);
    await Promise.all(
      accounts.map(async (accountId, i) => {
        const store = stores[i % stores.length] as CounterStore;
        await store.handle(opening(accountId));
        await store.handle(credit(accountId, 'hearing'));
        if (i % 10 === 3) await store.projections.rebuild();
        await store.handle(redemption(accountId, 'r1', 'rice'));
        if (i % 3 === 0) expect(await ids(store)).toContain(accountId);
      }),
    );
    const [first, ...others] = await Promise.all(stores.map((store) => store.projections.register()));
    for (const other of others) expect(other).toEqual(first);
    const events = (await collect((stores[0] as CounterStore).all())).map(({ event }) => event);
    expect(first).toEqual(rowsOf(events));
    expect(events.filter(({ type }) => type === 'PointsRedeemed')).toHaveLength(2);
    await Promise.all(stores.map((store) => store.close()));
    await place.remove();
  });

  it('is made anew where its rows are of another version', async () => {
    const place = await freshDatabase(inject('databaseUrl'));
    const options = { databaseUrl: place.databaseUrl, bank: bankWith(2) };
    const store = await openStore(options);
    await store.handle(opening('v1'));
    const right = await store.projections.register();
    const pool = openPool(place.databaseUrl, 1);
    await pool.query(`update counter_register set figures = '{"accountId":"v1"}'`);
    expect(await store.projections.register()).not.toEqual(right);
    await pool.query('update counter_projections set version = 0');
    expect(await store.projections.register()).toEqual(right);
    await pool.end();
    await store.close();
    await place.remove();
  });
});

async function ids(store: CounterStore): Promise<string[]> {
  return (await store.projections.register()).map(({ accountId }) => accountId);
}
