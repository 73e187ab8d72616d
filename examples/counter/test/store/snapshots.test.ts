import fc from 'fast-check';
import type pg from 'pg';
import { type Account, type BankEvent, type Command, fold, type RuleSet, snapshot } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import { parseCommand } from 'points-bank/schema';
import { arbitraries } from 'points-bank/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterStore } from '../../src/store/counter-store.js';
import { openPool } from '../../src/store/database.js';
import { openStore } from '../../src/store/open-store.js';
import { bankWith, credit, opening } from './support/bank.js';
import { collect } from './support/collect.js';
import { freshDatabase, type Place } from './support/databases.js';
import { sharedServer } from './support/shared.js';

const RUNS = 15;
const bank = bankWith(3);

describe('the snapshots of accounts', () => {
  let place: Place & { readonly databaseUrl: string };
  let store: CounterStore;
  let pool: pg.Pool;

  beforeEach(async () => {
    place = await freshDatabase(await sharedServer());
    store = await openStore({ databaseUrl: place.databaseUrl, bank });
    pool = openPool(place.databaseUrl, 1);
  });
  afterEach(async () => {
    await pool.end();
    await store.close();
    await place.remove();
  });

  /** What is kept, by account. */
  async function kept(): Promise<Map<string, unknown>> {
    const { rows } = await pool.query<{ id: string; snapshot: unknown }>(
      `select account_id as id, json_build_object('account', account, 'streamVersion', stream_version, 'foldVersion', fold_version)
         as snapshot
       from counter_snapshots`,
    );
    return new Map(rows.map(({ id, snapshot: of }) => [id, of]));
  }

  /** What that should be, from the events alone. */
  async function folded(): Promise<Map<string, unknown>> {
    const histories = new Map<string, BankEvent[]>();
    for (const { event } of await collect(store.all()))
      histories.set(event.data.accountId, [...(histories.get(event.data.accountId) ?? []), event]);
    return new Map(Array.from(histories, ([id, events]) => [id, snapshot(fold(events), events.length)]));
  }

  it('are what the events fold to, whether commands come one by one or in batches, and after a rebuild', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(arbitraries(renfa2022 as RuleSet).commands, async (given) => {
        run += 1;
        for (const [place, one] of given.entries()) {
          const parsed = parseCommand(one);
          if (!parsed.ok) continue;
          const { data } = parsed.value;
          const command = {
            ...parsed.value,
            data: { ...data, accountId: `${run} ${data.accountId}` },
          } as Command;
          if (place % 2 === 0 || command.type === 'RedeemPoints') await store.handle(command);
          else await store.handleAll([command]);
        }
        expect(await kept()).toEqual(await folded());
      }),
      { numRuns: RUNS },
    );
    const before = await kept();
    expect(before.size).toBeGreaterThan(0);
    await pool.query("update counter_snapshots set account = '{}', stream_version = 0, fold_version = 0");
    await store.projections.rebuild();
    expect(await kept()).toEqual(before);
  });

  it('are read in place of the events, unless the fold is another or the stream has gone on', async () => {
    await store.handle(opening('v1'));
    await store.handle(credit('v1', 'hearing'));
    const right = await store.account('v1');
    const read = async (): Promise<Account | undefined> => (await store.accounts(['v1', 'v2'])).get('v1');
    expect(await read()).toEqual(right);
    // As nobody would write it, to see where it comes from.
    const wrong = { ...right, earned: 1000 };
    await pool.query('update counter_snapshots set account = $1', [JSON.stringify(wrong)]);
    expect(await read()).toEqual(wrong);
    for (const column of ['fold_version', 'stream_version']) {
      await pool.query(`update counter_snapshots set ${column} = ${column} - 1`);
      expect(await read()).toEqual(right);
      await pool.query(`update counter_snapshots set ${column} = ${column} + 1`);
    }
    expect(await read()).toEqual(wrong);
    await pool.query('delete from counter_snapshots');
    expect(await read()).toEqual(right);
    const [decision] = await store.handleAll([credit('v1', 'bench')]);
    expect(decision?.accepted).toBe(true);
    expect(await kept()).toEqual(await folded());
  });
});
