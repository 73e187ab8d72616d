import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { createBank } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileRecords } from '../../src/records/file-records.js';
import { memoryRecords } from '../../src/records/memory-records.js';
import { openPool } from '../../src/records/pool.js';
import { postgresRecords } from '../../src/records/postgres-records.js';
import type { Records } from '../../src/records/records.js';
import { signInLimit } from '../../src/security/sign-in-limit.js';
import { openEmbeddedDatabase } from '../../src/store/embedded-database.js';
import { openPostgresStore } from '../../src/store/postgres-store.js';
import { dataFolder } from './support/data-folder.js';

const bank = createBank(renfa2022);

const KEYS = [
  'plain',
  '../../etc/passwd',
  'a/b\\c',
  '志愿者',
  "it's; drop table counter_records",
  '%',
  'CON',
  'x'.repeat(126),
  '汉'.repeat(120),
];

let folder: string;
let pool: pg.Pool;
let database: Awaited<ReturnType<typeof openEmbeddedDatabase>>;

beforeAll(async () => {
  folder = await dataFolder('records');
  database = await openEmbeddedDatabase(join(folder, 'events'));
  pool = openPool(database.connectionString, 1);
});

afterAll(async () => {
  await pool?.end();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

const OPEN: Readonly<Record<string, () => Promise<Records>>> = {
  memory: async () => memoryRecords(),
  files: async () => fileRecords(join(folder, 'records')),
  PostgreSQL: async () => postgresRecords(pool),
};

describe.each(Object.keys(OPEN))('records in %s', (where) => {
  const open = () => (OPEN[where] as () => Promise<Records>)();

  test('keep a text of many digits a text, beside the event store too', async () => {
    const store = await openPostgresStore({
      connectionString: database.connectionString,
      bank,
      connections: 1,
    });
    const records = await open();
    const kept = { accountId: '14868075723409898602536', many: 3 };
    await records.put('digits', '1', kept);
    expect(await records.get('digits', '1')).toEqual(kept);
    expect(await records.entries('digits')).toEqual([{ key: '1', value: kept }]);
    await store.close();
  });

  test('are what was put, by kind and key, whatever the key is', async () => {
    const records = await open();
    for (const key of KEYS) await records.put('user', key, { key, deep: { list: [1, null, '汉'] } });
    await records.put('community', 'plain', { other: true });
    for (const key of KEYS)
      expect(await records.get('user', key)).toEqual({ key, deep: { list: [1, null, '汉'] } });
    expect((await records.entries('user')).map(({ key }) => key).sort()).toEqual([...KEYS].sort());
    expect(await records.entries('community')).toEqual([{ key: 'plain', value: { other: true } }]);
    expect(await records.get('user', 'nobody')).toBeUndefined();
    expect(await records.entries('nothing')).toEqual([]);
  });

  test('are replaced by what is put, and not by what is added', async () => {
    const records = await open();
    await records.put('handbook', 'a', { edition: 1 });
    expect(await records.add('handbook', 'a', { edition: 2 })).toBe(false);
    expect(await records.get('handbook', 'a')).toEqual({ edition: 1 });
    await records.put('handbook', 'a', { edition: 3 });
    expect(await records.get('handbook', 'a')).toEqual({ edition: 3 });
    expect(await records.remove('handbook', 'a')).toBe(true);
    expect(await records.remove('handbook', 'a')).toBe(false);
    expect(await records.add('handbook', 'a', { edition: 4 })).toBe(true);
  });

  test('are replaced by one of those who read the same, however many try at once', async () => {
    const records = await open();
    for (const key of ['short', '汉'.repeat(120)]) {
      await records.put('race', key, { n: -1, deep: ['汉'] });
      const read = await records.get('race', key);
      const tries = Array.from({ length: 12 }, (_, n) => records.replace('race', key, read, { n }));
      const replaced = await Promise.all(tries);
      expect(replaced.filter((done) => done).length).toBe(1);
      expect(await records.get('race', key)).toEqual({ n: replaced.indexOf(true) });
      expect(await records.remove('race', key)).toBe(true);
      expect(await records.replace('race', key, read, { n: 1 })).toBe(false);
    }
  });

  test('are added once, however many try at once', async () => {
    const records = await open();
    const added = await Promise.all(Array.from({ length: 20 }, (_, n) => records.add('race', 'key', { n })));
    expect(added.filter((done) => done).length).toBe(1);
    const winner = added.indexOf(true);
    expect(await records.get('race', 'key')).toEqual({ n: winner });
  });
});

test('files are for their owner alone, stay in their folder, and none is left half written', async () => {
  const records = fileRecords(join(folder, 'private'));
  for (const key of KEYS) await records.add('user', key, { key });
  await records.add('user', 'plain', { again: true });
  const names = await readdir(join(folder, 'private', 'user'));
  expect(names.length).toBe(KEYS.length);
  for (const name of names) {
    expect(name).toMatch(/^(?:long-)?[0-9a-f]+\.json$/);
    expect((await stat(join(folder, 'private', 'user', name))).mode & 0o777).toBe(0o600);
  }
  expect((await stat(join(folder, 'private', 'user'))).mode & 0o777).toBe(0o700);
});

test('wrong passwords are counted together by all processes that share a database', async () => {
  const [here, there] = [await signInLimit(pool), await signInLimit(pool)];
  for (let attempt = 0; attempt < 5; attempt += 1)
    expect(await (attempt % 2 === 0 ? here : there).attempt('officer', '192.0.2.1')).toBeUndefined();
  expect(await here.attempt('officer', '192.0.2.1')).toBeGreaterThan(0);
  expect(await there.attempt('officer', '192.0.2.1')).toBeGreaterThan(0);
  expect(await there.attempt('officer', '192.0.2.2')).toBeUndefined();
});

test('attempts from one place are looked at one after the other, and those from another beside them', async () => {
  const limit = await signInLimit();
  let finish = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let atOnce = 0;
  const work = async () => {
    atOnce += 1;
    expect(atOnce).toBe(1);
    await held;
    atOnce -= 1;
    return 'done';
  };
  const flood = Array.from({ length: 60 }, () => limit.inTurn('address 192.0.2.1', work));
  expect(await limit.inTurn('address 192.0.2.2', async () => 'done')).toBe('done');
  finish();
  const answers = await Promise.all(flood);
  expect(answers.filter((answer) => answer === 'done').length).toBe(41);
  expect(await limit.inTurn('address 192.0.2.1', async () => 'again')).toBe('again');
});
