import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Audit, auditOf, keepEnds } from '../../src/bank/audit.js';
import { verifySeals } from '../../src/bank/verify-seals.js';
import type { CounterStore } from '../../src/store/counter-store.js';
import { openPool } from '../../src/store/database.js';
import { openStore } from '../../src/store/open-store.js';
import type { SealedAccount } from '../../src/store/seals.js';
import { type Host, openRealHost } from '../web/support/host.js';
import { addPeople, PASSWORD } from '../web/support/people.js';
import { COUNTER } from '../web/support/process.js';
import { Visitor } from '../web/support/visitor.js';
import { bankWith, credit, opening, redemption } from './support/bank.js';
import { type Answer, Clerk } from './support/clerks.js';
import { collect } from './support/collect.js';
import { freshDatabase, type Place } from './support/databases.js';
import { diceOf } from './support/dice.js';
import { load } from './support/load.js';
import { program, sharedServer } from './support/shared.js';
import { type Kind, openTested, type Tested } from './support/stores.js';

/* Every entry is sealed in the transaction that appends it, and whatever is done to the record afterwards is found and named. */

const KINDS: readonly Kind[] = ['memory', 'PGlite', 'PostgreSQL'];

async function accountsOf({ seals }: CounterStore): Promise<readonly SealedAccount[]> {
  return (await collect(seals.accounts())).flat();
}

/** Every account's chain is whole and as long as its entries. */
async function expectWhole(store: CounterStore): Promise<readonly SealedAccount[]> {
  const accounts = await accountsOf(store);
  for (const account of accounts) {
    expect(account.seals, account.accountId).toHaveLength(account.entries.length);
    expect(verifySeals(account), account.accountId).toEqual({ broken: undefined, brokenEnd: undefined });
  }
  return accounts;
}

describe.each(KINDS)('the seals: %s', (kind) => {
  let tested: Tested;
  let store: CounterStore;

  beforeAll(async () => {
    tested = await openTested(kind, bankWith(3));
    store = tested.store;
    await store.handle(opening('v1'));
    await store.handle(credit('v1', '议事会'), { enteredBy: 'wang', seen: [1e21, 0.1, 'é'] });
    await store.handleAll([
      opening('v2'),
      credit('v2', 'bench'),
      credit('v1', 'bench'),
      credit('v2', 'x', '2023-05-11'),
    ]);
    await store.handle(redemption('v1', 'r1', 'haircut'));
  });
  afterAll(() => tested.remove());

  it('are written with every entry, one by one and in batches, and are as the library makes them', async () => {
    const accounts = await expectWhole(store);
    expect(accounts.map(({ accountId, seals }) => [accountId, seals.length])).toEqual([
      ['v1', 4],
      ['v2', 3],
    ]);
    expect(accounts.flatMap(({ seals }) => seals).every(({ sealedLater }) => sealedLater === undefined)).toBe(
      true,
    );
  });

  it('are not written for what is refused, and are the same after a rebuild and a new start', async () => {
    const before = await accountsOf(store);
    expect((await store.handle(redemption('v1', 'r2', 'haircut'))).decision.accepted).toBe(false);
    expect((await store.handle(opening('v1'))).decision).toMatchObject({ events: [] });
    await store.projections.rebuild();
    expect(await accountsOf(store)).toEqual(before);
    store = await tested.again();
    expect(await accountsOf(store)).toEqual(before);
  });

  it('are the same ones where the events are restored, marked as made then', async () => {
    const other = await openTested(kind, bankWith(3));
    const places = new Map<string, number>();
    for await (const event of store.record()) {
      const at = places.get(event.data.accountId) ?? 0;
      places.set(event.data.accountId, at + 1);
      await other.store.restore(event, at);
    }
    const hashes = async (one: CounterStore) =>
      (await expectWhole(one)).map(({ seals }) => seals.map(({ hash }) => hash));
    expect(await hashes(other.store)).toEqual(await hashes(store));
    const restored = (await accountsOf(other.store)).flatMap(({ seals }) => seals);
    expect(restored.every(({ sealedLater }) => sealedLater !== undefined)).toBe(true);
    // What is entered from then on is sealed as it is entered.
    await other.store.handle(credit('v2', 'later', '2023-06-01'));
    const [, v2] = await expectWhole(other.store);
    expect(v2?.seals.at(-1)?.sealedLater).toBeUndefined();
    await other.remove();
  });

  it('have their ends kept in a chain, each end once', async () => {
    const first = await store.seals.keepEnds();
    expect(await store.seals.keepEnds()).toEqual(first);
    await store.handle(credit('v2', 'another', '2023-07-01'));
    const second = await store.seals.keepEnds();
    expect([first.length, second.length]).toEqual([2, 3]);
    expect((await store.seals.keepEnds('nowhere')).length).toBe(0);
    expect((await store.seals.keepEnds('linan')).length).toBe(2);
    const ends = await collect(store.seals.ends());
    expect(ends.map(({ data }) => [data.accountId, data.entries])).toEqual([
      ['v1', 4],
      ['v2', 3],
      ['v2', 4],
    ]);
    expect(ends.at(-1)?.metadata.hash).toBe(second.head);
    const other = await openTested(kind, bankWith(3));
    for (const _ of ['once', 'twice']) await other.store.seals.takeEnds(store.seals.ends());
    expect(await collect(other.store.seals.ends())).toEqual(ends);
    await other.remove();
  });
});

describe('the seals on PostgreSQL', () => {
  it('are whole where two processes enter at the same accounts at once', async () => {
    const place = await freshDatabase(await sharedServer());
    const work = { databaseUrl: place.databaseUrl, stock: 10, atOnce: 8 };
    const answers: Exclude<Answer, { ready: true }>[] = [];
    const heard = (answer: Exclude<Answer, { ready: true }>) => answers.push(answer);
    const clerks = [await Clerk.start(work, heard), await Clerk.start(work, heard)] as const;
    await Promise.all(clerks.map((clerk) => clerk.opened()));
    const commands = load(10, diceOf(7));
    for (let id = 0; id < 600; id += 1) {
      const command = commands.next().value;
      for (const clerk of clerks) clerk.send({ id, command });
    }
    await Promise.all(clerks.map((clerk) => clerk.finish()));
    expect(answers.filter((answer) => 'failed' in answer)).toEqual([]);
    const store = await openStore({ databaseUrl: place.databaseUrl, bank: bankWith(10) });
    const accounts = await expectWhole(store);
    expect(accounts.flatMap(({ entries }) => entries).length).toBeGreaterThan(100);
    await store.close();
    await place.remove();
  });

  it('are not there for an append that fails, alone or with others, and are only ever added to', async () => {
    const place = await freshDatabase(await sharedServer());
    const store = await openStore({ databaseUrl: place.databaseUrl, bank: bankWith(10) });
    await store.handle(opening('v1'));
    const pool = openPool(place.databaseUrl, 1);
    // The database ends the transaction at the very end, when the seals are written.
    await pool.query(`
      create function fails() returns trigger language plpgsql as $$ begin raise exception 'full disk'; end $$;
      create constraint trigger fails after insert on counter_seals deferrable initially deferred
        for each row execute function fails()`);
    await expect(store.handle(credit('v1', 'hearing'))).rejects.toThrow('full disk');
    await expect(store.handleAll([credit('v1', 'hearing'), opening('v2')])).rejects.toThrow('full disk');
    await pool.query('drop trigger fails on counter_seals');
    expect(await store.events('v1')).toHaveLength(1);
    expect((await expectWhole(store)).map(({ accountId }) => accountId)).toEqual(['v1']);
    await store.handle(credit('v1', 'hearing'));
    await store.seals.keepEnds();
    for (const statement of [
      'delete from counter_seals',
      "update counter_seals set hash = 'x'",
      'truncate counter_seals',
      'delete from counter_ends',
      'update counter_ends set entries = 1',
    ])
      await expect(pool.query(statement), statement).rejects.toThrow('only ever added to');
    await pool.end();
    await store.close();
    await place.remove();
  });

  it('are made at the first start for what was entered before, and never again', async () => {
    const place = await freshDatabase(await sharedServer());
    const options = { databaseUrl: place.databaseUrl, bank: bankWith(10) };
    const before = await openStore(options);
    await before.handleAll([opening('v1'), credit('v1', 'hearing'), opening('v2')]);
    await before.close();
    const pool = openPool(place.databaseUrl, 1);
    // As a counter leaves it that sealed nothing; a redemption in the form of that time among the entries.
    await pool.query('drop table counter_seals, counter_ends');
    const [first, second] = await Promise.all([openStore(options), openStore(options)]);
    const accounts = await expectWhole(first);
    expect(accounts.flatMap(({ seals }) => seals).every(({ sealedLater }) => sealedLater !== undefined)).toBe(
      true,
    );
    await second.handle(credit('v2', 'hearing'));
    expect(
      (await expectWhole(second)).at(-1)?.seals.map(({ sealedLater }) => sealedLater === undefined),
    ).toEqual([false, true]);
    // An entry without a seal is not sealed by a start, nor by a rebuild, nor by what is entered after it.
    await insertAfter(pool, 'v1', 2);
    await first.close();
    await second.close();
    const again = await openStore(options);
    await again.projections.rebuild();
    await again.handle(credit('v1', 'later', '2023-06-02'));
    const [v1] = await accountsOf(again);
    expect([v1?.entries.length, v1?.seals.length]).toEqual([4, 3]);
    expect(v1 && verifySeals(v1).broken).toMatchObject({ at: 2, fault: 'inserted' });
    await again.close();
    await pool.end();
    await place.remove();
  });
});

/** Puts an entry behind a place of an account that nobody decided, as somebody who may write to the database would. */
async function insertAfter(pool: pg.Pool, accountId: string, place: number): Promise<void> {
  const stream = `account-${accountId}`;
  await pool.query(
    'update emt_messages set stream_position = -stream_position where stream_id = $1 and stream_position > $2',
    [stream, place],
  );
  await pool.query(
    `insert into emt_messages (stream_id, stream_position, transaction_id, message_schema_version, message_id, message_type,
       message_data, message_metadata)
     select stream_id, $2::bigint + 1, transaction_id, message_schema_version, gen_random_uuid()::text, message_type,
       message_data || '{"matterId": "forged"}', message_metadata
     from emt_messages where stream_id = $1 and stream_position = $2`,
    [stream, place],
  );
  await pool.query(
    'update emt_messages set stream_position = 1 - stream_position where stream_id = $1 and stream_position < 0',
    [stream],
  );
  await pool.query('update emt_streams set stream_position = stream_position + 1 where stream_id = $1', [
    stream,
  ]);
}

const CREDITS = ['2023-05-10', '2023-06-10', '2023-07-10', '2023-08-10'];
const EACH = [
  'changed',
  'cut',
  'cut-whole',
  'gone',
  'inserted',
  'left-out',
  'renamed',
  'shifted',
  'swapped',
  'unsealed',
  'whole',
];

describe('what is done to the record behind the counter', () => {
  let place: Place & { readonly databaseUrl: string };
  let folder: string;
  let host: Host & { close(): Promise<void> };
  let pool: pg.Pool;
  let ends: string;

  beforeAll(async () => {
    place = await freshDatabase(await sharedServer());
    folder = await mkdtemp(join(tmpdir(), 'counter-seals-'));
    host = await openRealHost(folder, { databaseUrl: place.databaseUrl });
    pool = openPool(place.databaseUrl, 1);
    await addPeople(host);
    for (const accountId of EACH) {
      await host.counter.store.handle(opening(accountId));
      await host.counter.store.handleAll(CREDITS.map((on) => credit(accountId, `matter of ${on}`, on)));
    }
    await keepEnds(host.counter, undefined, 'officer');
    const officer = new Visitor(host);
    await officer.signIn('officer', PASSWORD);
    ends = (await officer.get('/audit/ends.jsonl')).text;
    await tamper();
  });
  afterAll(async () => {
    await pool.end();
    await host.close();
    await rm(folder, { recursive: true, force: true });
    await place.remove();
  });

  async function tamper(): Promise<void> {
    const at = (accountId: string, place: number) =>
      `stream_id = 'account-${accountId}' and stream_position = ${place}`;
    const unsealed = (accountId: string, from: number) =>
      `delete from counter_seals where account_id = '${accountId}' and sequence >= ${from}`;
    const move = (accountId: string, from: number, to: number) =>
      `update emt_messages set stream_position = ${to} where ${at(accountId, from)}`;
    const statements = [
      `update emt_messages set message_data = message_data || '{"points": 20}' where ${at('changed', 3)}`,
      `delete from emt_messages where ${at('left-out', 2)}`,
      `delete from emt_messages where ${at('shifted', 2)}`,
      ...[3, 4, 5].map((position) => move('shifted', position, position - 1)),
      move('swapped', 3, 99),
      move('swapped', 4, 3),
      move('swapped', 99, 4),
      // Whoever can do all this can do away with the seals as well.
      'alter table counter_seals disable trigger all',
      `delete from emt_messages where ${at('cut', 5)}`,
      `delete from emt_messages where ${at('cut-whole', 5)}`,
      unsealed('cut-whole', 4),
      "delete from emt_messages where stream_id = 'account-gone'",
      "delete from emt_streams where stream_id = 'account-gone'",
      unsealed('gone', 0),
      "delete from counter_accounts where account_id = 'gone'",
      unsealed('unsealed', 4),
      "update emt_messages set stream_id = 'account-taken' where stream_id = 'account-renamed'",
      "update counter_seals set account_id = 'taken' where account_id = 'renamed'",
      'alter table counter_seals enable trigger all',
    ];
    for (const statement of statements) await pool.query(statement);
    await insertAfter(pool, 'inserted', 2);
  }

  const FOUND = {
    changed: [2, 'altered'],
    cut: [4, 'truncated'],
    'cut-whole': [4, 'truncated'],
    gone: [0, 'truncated'],
    inserted: [2, 'inserted'],
    'left-out': [1, 'dropped'],
    renamed: [0, 'truncated'],
    shifted: [1, 'dropped'],
    swapped: [2, 'reordered'],
    taken: [0, 'inserted'],
    unsealed: [4, 'inserted'],
  };
  const placesIn = ({ broken }: Audit) =>
    Object.fromEntries(broken.first.map(({ accountId, finding: { at, fault } }) => [accountId, [at, fault]]));

  it('is found and named, account by account, with the entry and what was done', async () => {
    const audit = await auditOf(host.counter, {});
    expect(placesIn(audit)).toEqual(FOUND);
    expect(audit.broken.many).toBe(Object.keys(FOUND).length);
    expect(audit.kept.map(({ holds }) => holds)).toEqual([false]);
    const decided = audit.decisions.first.map(({ accountId, finding }) => [
      accountId,
      finding.at,
      finding.fault,
    ]);
    expect(decided).toContainEqual(['changed', 2, 'differs']);
    const own = await auditOf(host.counter, { communityId: 'linan' });
    // The community's own ends were never kept, so what is gone with its seals does not show there.
    expect(Object.keys(placesIn(own))).not.toContain('gone');
    expect(placesIn(own)).toMatchObject({ changed: [2, 'altered'], inserted: [2, 'inserted'] });
  });

  it('is found by ends that were kept elsewhere, where those in the database are gone too', async () => {
    await pool.query('alter table counter_ends disable trigger all');
    const kept = (await pool.query('delete from counter_ends returning *')).rows;
    const without = placesIn(await auditOf(host.counter, {}));
    expect([without.gone, without['cut-whole']]).toEqual([undefined, undefined]);
    const path = join(folder, 'ends.jsonl');
    await writeFile(path, ends);
    const { stderr, stdout, code } = await verify('--ends', path);
    expect(code).toBe(1);
    expect(stderr).toContain('gone: From entry 1 on, the chain is cut off before its head.');
    expect(stderr).toContain('cut-whole: From entry 5 on, the chain is cut off before its head.');
    expect(stdout).not.toContain('All is as it was sealed');
    await writeFile(path, ends.replace('"entries":5', '"entries":4'));
    expect((await verify('--ends', path)).stderr).toContain('was changed since it was made');
    await pool.query(
      'insert into counter_ends select * from jsonb_populate_recordset(null::counter_ends, $1)',
      [JSON.stringify(kept)],
    );
    await pool.query('alter table counter_ends enable trigger all');
  });

  it('is said on the page, and by the command, which then fails', async () => {
    const officer = new Visitor(host);
    await officer.signIn('officer', PASSWORD);
    const { status, text } = await officer.get('/audit?check=1');
    expect(status).toBe(200);
    for (const line of [
      '11 个账户的记录与封存时不符',
      '<li>changed · 第 3 条与封存时不符，已被改动。</li>',
      '<li>left-out · 第 2 条缺失，已被删去。</li>',
      '<li>inserted · 第 3 条不属于本链，是插入的。</li>',
      '<li>swapped · 自第 3 条起次序有变。</li>',
      '<li>gone · 自第 1 条起缺失，末尾被截去。</li>',
    ])
      expect(text).toContain(line);
    expect(text).not.toContain('<li>whole ·');
    const { stderr, code } = await verify();
    expect(code).toBe(1);
    expect(stderr).toContain('changed: Entry 3 is not what was sealed: it was altered.');
    expect(stderr).toContain('Entries from before officer kept the ends on');
  });

  async function verify(...more: string[]) {
    const command = [await program('src/command-line/verify'), ...more];
    const { PATH = '', HOME = '' } = process.env;
    const secret = 'a secret for tests that is long enough';
    const env = { PATH, HOME, DATABASE_URL: place.databaseUrl, SESSION_SECRET: secret, DATA: folder };
    return promisify(execFile)(process.execPath, command, { cwd: COUNTER, env }).then(
      (done) => ({ ...done, code: 0 }),
      ({ stdout, stderr, code }) => ({
        stdout: String(stdout),
        stderr: String(stderr),
        code: code as number,
      }),
    );
  }
});
