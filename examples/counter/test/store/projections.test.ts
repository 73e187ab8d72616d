import fc from 'fast-check';
import { type Command, createBank, type RuleSet } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import { parseCommand } from 'points-bank/schema';
import { arbitraries, subjectOf } from 'points-bank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CounterStore } from '../../src/store/counter-store.js';
import { openPool } from '../../src/store/database.js';
import { openStore } from '../../src/store/open-store.js';
import { bankWith, credit, opening, redemption } from './support/bank.js';
import { collect } from './support/collect.js';
import { freshDatabase } from './support/databases.js';
import { listed, seen, seenIn } from './support/seen.js';
import { sharedServer } from './support/shared.js';
import { type Kind, openTested, type Tested } from './support/stores.js';

const RUNS = 8;
const KINDS: readonly Kind[] = ['memory', 'PGlite', 'PostgreSQL'];
const ruleSet = renfa2022 as RuleSet;
const bank = createBank(ruleSet, { handbook: subjectOf(ruleSet).handbook });

describe.each(KINDS)('the lists: %s', (kind) => {
  let tested: Tested;
  let store: CounterStore;

  beforeAll(async () => {
    tested = await openTested(kind, () => bank);
    store = tested.store;
  });
  afterAll(() => tested.remove());

  it("are what a rebuild makes, and what the library's own fold and reports say", async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(arbitraries(ruleSet).commands, async (commands) => {
        run += 1;
        for (const command of commands) {
          const { data } = (command ?? {}) as { data?: { accountId?: unknown } };
          if (typeof data?.accountId !== 'string') continue;
          await store.handle({
            ...(command as object),
            data: { ...data, accountId: `${run} ${data.accountId}` },
          } as never);
        }
        const events = (await collect(store.all())).map(({ event }) => event);
        const days = [...new Set(events.map(({ data }) => data.on))].sort();
        const some = days.filter((_, i) => i % Math.ceil(days.length / 12) === 0);
        const kept = await seen(store.projections, some);
        expect(kept).toEqual(await seen(seenIn(events, ruleSet), some));
        await store.projections.rebuild();
        expect(await seen(store.projections, some)).toEqual(kept);
        expect(kept.accounts.length).toBeGreaterThan(0);
      }),
      { numRuns: RUNS },
    );
  });

  it('are the same where commands come in batches', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(arbitraries(ruleSet).commands, async (given) => {
        run += 1;
        const commands = given.flatMap((one) => {
          const parsed = parseCommand(one);
          if (!parsed.ok) return [];
          const { data } = parsed.value;
          return [
            { ...parsed.value, data: { ...data, accountId: `batch ${run} ${data.accountId}` } } as Command,
          ];
        });
        let batch: Command[] = [];
        const sendBatch = async () => {
          await store.handleAll(batch);
          batch = [];
        };
        for (const command of commands) {
          if (command.type !== 'RedeemPoints') batch.push(command);
          else {
            await sendBatch();
            await store.handle(command);
          }
        }
        await sendBatch();
        const events = (await collect(store.all())).map(({ event }) => event);
        const days = [...new Set(events.map(({ data }) => data.on))].sort();
        const some = days.filter((_, i) => i % Math.ceil(days.length / 12) === 0);
        const kept = await seen(store.projections, some);
        expect(kept).toEqual(await seen(seenIn(events, ruleSet), some));
        await store.projections.rebuild();
        expect(await seen(store.projections, some)).toEqual(kept);
      }),
      { numRuns: RUNS },
    );
  });

  it('take in at once what undoes, closes and goes on', async () => {
    const by = { office: 'community', communityId: 'linan', recorder: 'wang' } as const;
    const id = 'undone';
    const own = (type: string, data: object) =>
      store.handle({ type, data: { accountId: id, by, ...data } } as never);
    for (const command of [opening(id), credit(id, 'hearing'), credit(id, 'bench', '2023-05-11')])
      await store.handle({ ...command, data: { ...command.data, by } } as never);
    const reversed = await own('ReverseEntry', {
      reversalId: 'x1',
      reverses: { kind: 'matter', id: 'hearing', item: 'affairs' },
      reason: 'a slip',
      on: '2023-06-01',
    });
    expect(reversed.decision.accepted).toBe(true);
    const names = (await store.projections.matters('linan')).map(({ matterId }) => matterId);
    expect(names).toEqual(['bench']);
    const closed = await own('CloseAccount', { reason: 'moved-away', on: '2023-07-01' });
    const events = (await collect(store.all())).map(({ event }) => event);
    const days = ['2023-05-09', '2023-05-10', '2023-05-11', '2023-06-01', '2023-06-30', '2023-07-01'];
    expect(await seen(store.projections, days)).toEqual(await seen(seenIn(events, ruleSet), days));
    const [row] = (await listed(store.projections)).filter(({ accountId }) => accountId === id);
    expect(row?.closed?.on).toBe(closed.decision.accepted ? '2023-07-01' : undefined);
  });
});

describe('the lists on PostgreSQL', () => {
  it('are right whoever else enters and rebuilds at the same time', async () => {
    const place = await freshDatabase(await sharedServer());
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
        // Whatever was acknowledged is in the lists of every process.
        for (const other of stores) expect(await ids(other)).toContain(accountId);
      }),
    );
    const [first, ...others] = await Promise.all(stores.map((store) => seen(store.projections)));
    for (const other of others) expect(other).toEqual(first);
    const events = (await collect((stores[0] as CounterStore).all())).map(({ event }) => event);
    expect(first).toEqual(await seen(seenIn(events)));
    expect(events.filter(({ type }) => type === 'PointsRedeemed')).toHaveLength(2);
    await Promise.all(stores.map((store) => store.close()));
    await place.remove();
  });

  it('are made anew at the start where they are of another version, or of other rules', async () => {
    const place = await freshDatabase(await sharedServer());
    const options = { databaseUrl: place.databaseUrl, bank: bankWith(2) };
    const store = await openStore(options);
    await store.handle(opening('v1'));
    const right = await seen(store.projections);
    const pool = openPool(place.databaseUrl, 1);
    await pool.query(
      'update counter_accounts set redeemable = 1000, listed = listed || \'{"redeemable": 1000}\'',
    );
    await pool.query('update counter_register_sums set points = 1000');
    const unchanged = await openStore(options);
    expect(await seen(unchanged.projections)).not.toEqual(right);
    await unchanged.close();
    await pool.query("update counter_read_models set version = 'another'");
    const anew = await openStore(options);
    expect(await seen(anew.projections)).toEqual(right);
    await anew.close();
    await pool.end();
    await store.close();
    await place.remove();
  });

  it('have what was acknowledged while a transaction is open elsewhere on the server', async () => {
    const place = await freshDatabase(await sharedServer());
    const store = await openStore({ databaseUrl: place.databaseUrl, bank: bankWith(2) });
    // In another database of the server, with a number of its own: whoever reads up to the oldest open transaction stops before it.
    const elsewhere = openPool(await sharedServer(), 1);
    const open = await elsewhere.connect();
    await open.query('begin');
    await open.query('select pg_current_xact_id()');
    await store.handle(opening('v1'));
    await store.handle(credit('v1', 'hearing'));
    expect(await ids(store)).toEqual(['v1']);
    expect((await store.projections.register('2023-12-31')).totals.entries).toBe(2);
    expect(await collect(store.record())).toEqual(await store.events('v1'));
    expect((await store.histories(['v1'])).get('v1')).toEqual(await store.events('v1'));
    await open.query('commit');
    open.release();
    await elsewhere.end();
    await store.close();
    await place.remove();
  });
});

async function ids(store: CounterStore): Promise<string[]> {
  return (await listed(store.projections)).map(({ accountId }) => accountId);
}
