import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { type BankEvent, type Command, createBank, decideAll, type RuleSet } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import { progressBar } from '../../src/command-line/progress.js';
import { readConfig } from '../../src/config.js';
import { openCounter } from '../../src/open-counter.js';
import { type Client, openPool } from '../../src/store/database.js';
import { freshDatabase } from '../store/support/databases.js';
import { PostgresServer } from '../store/support/postgres-server.js';

/*
 * npm run scale -w points-bank-counter -- --accounts 5000 [--without-exports] [--unsealed]
 *
 * Measures the counter with so many accounts of one community and twenty entries each, on a PostgreSQL server: the one that DATABASE_URL
 * names, or one of its own. The entries are put into the database by SQL, as a counter had them that sealed nothing; the first start seals them,
 * unless they are left `--unsealed`, which spares an hour at the largest size. The server is a process of its own, asked over HTTP.
 */

const PASSWORD = 'a long password to measure with';
const ENTRIES = 20;
/** So many different histories, one after the other: other days, matters and roles. */
const HISTORIES = 200;
/** So many accounts are filled in at a time. */
const A_FILLING = 5_000;
/** How many registers are imported, and how many rows each has. */
const IMPORTS = 3;
const ROWS = 2000;
const TRIES = 3;
/** What a server for a ledger of this size is given, as deploy/compose.yaml does: its defaults are for 128 MB. */
const SERVER = ['shared_buffers=1GB', 'max_wal_size=4GB'];
const EXPORTS = [
  '/register.csv',
  '/feedback.csv',
  '/feedback/letters',
  '/export/entries.csv',
  '/export/events.jsonl',
];
const ROLES = ['resident', 'community-party-member', 'in-service-party-member'];
const by = { office: 'community', communityId: 'linan' } as const;
const bank = createBank(renfa2022 as RuleSet);

const { values } = parseArgs({
  options: {
    accounts: { type: 'string', default: '500' },
    'without-exports': { type: 'boolean', default: false },
    unsealed: { type: 'boolean', default: false },
  },
});
const accounts = Number(values.accounts);
const today = new Date().toISOString().slice(0, 10);

/** A day so many days ago. */
function ago(days: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

/** What an account's history is made of, as the bank decides it. */
function history(n: number): readonly BankEvent[] {
  const accountId = 'model';
  const first = 900 - (n % 100);
  const opening = {
    accountId,
    role: ROLES[n % ROLES.length],
    communityId: 'linan',
    on: ago(first),
    formComplete: true,
    by,
  };
  const commands = [{ type: 'OpenAccount', data: opening }] as Command[];
  for (let entry = 1; entry < ENTRIES; entry += 1) {
    const on = ago(first - entry * 40 - (n % 30));
    const matterId = `${on.slice(0, 7)} 活动 ${(n + entry) % 40}`;
    commands.push({
      type: 'CreditActivity',
      data: { accountId, item: 'affairs', matterId, difficulty: 'hard', on, by },
    } as Command);
  }
  const { events } = decideAll(bank, commands, new Map());
  const decided = events.get(accountId) ?? [];
  if (decided.length !== ENTRIES) throw new Error(`${decided.length} entries, and not ${ENTRIES}`);
  return decided;
}

/**
 * Puts the histories into Emmett's tables, each under many accounts, within the database: the rows are those that Emmett would have written. The
 * accounts come in their order, so that the indexes grow at their end.
 */
async function fill(client: Client): Promise<void> {
  const histories = Array.from({ length: HISTORIES }, (_, n) =>
    history(n).map(({ type, data, metadata = {} }, at) => ({
      history: n,
      place: at + 1,
      type,
      data,
      metadata,
    })),
  );
  await client.query("set synchronous_commit = 'off'");
  await client.query(
    `create temporary table histories as
     select * from jsonb_to_recordset($1::jsonb) as given (history int, place int, type text, data jsonb, metadata jsonb)`,
    [JSON.stringify(histories.flat())],
  );
  const id = `'linan-' || lpad(n::text, 7, '0')`;
  for (let done = 0; done < accounts; ) {
    const some = [done + 1, Math.min(done + A_FILLING, accounts)] as const;
    await client.query(
      `insert into emt_streams (stream_id, stream_position, stream_type, stream_metadata, is_archived)
       select 'account-' || ${id}, ${ENTRIES}, 'account', '{}', false from generate_series($1::int, $2::int) as n`,
      [...some],
    );
    await client.query(
      `insert into emt_messages (stream_id, stream_position, transaction_id, message_schema_version, message_id, message_type,
         message_data, message_metadata, message_kind)
       select 'account-' || ${id}, place, pg_current_xact_id(), '1', gen_random_uuid()::text, type,
         data || jsonb_build_object('accountId', ${id}), metadata, 'E'
       from generate_series($1::int, $2::int) as n join histories on history = n % ${HISTORIES} order by n, place`,
      [...some],
    );
    done = some[1];
    console.error(`${done.toLocaleString('en')} of ${accounts.toLocaleString('en')} accounts are filled in`);
  }
  await client.query('analyze');
}

const since = (start: number): number => Math.round(performance.now() - start);

/** The server as a process of its own, and how long it took to open. */
async function serve(
  env: NodeJS.ProcessEnv,
): Promise<{ server: ChildProcess; origin: string; took: number }> {
  const cwd = fileURLToPath(new URL('../../', import.meta.url));
  await promisify(execFile)(process.execPath, ['build.mjs'], { cwd });
  const start = performance.now();
  const server = spawn(
    process.execPath,
    ['--max-semi-space-size=4', '--heap-growing-percent=50', 'dist/main.mjs'],
    {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  for await (const line of createInterface({ input: server.stdout })) {
    const [, origin] = /open at (\S+)/.exec(line) ?? [];
    if (origin !== undefined) return { server, origin, took: since(start) };
  }
  throw new Error('The counter did not open');
}

/** What the process holds of memory now, and held at most, in MB. */
async function memory({ pid }: ChildProcess): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return `${of('VmRSS')} MB, at most ${of('VmHWM')} MB`;
}

/** A clerk who is signed in. */
async function clerkAt(origin: string) {
  const cookies = new Map<string, string>();
  const open = async (path: string, form?: URLSearchParams): Promise<Response> => {
    const headers = {
      Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      Origin: origin,
    };
    const response = await fetch(`${origin}${path}`, {
      headers,
      redirect: 'manual',
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    if (response.status >= 400) throw new Error(`${path}: ${response.status}`);
    return response;
  };
  const ask = async (path: string, form?: URLSearchParams) => (await open(path, form)).text();
  const token = (html: string) => /name="token" value="([^"]*)"/.exec(html)?.[1] ?? '';
  const form = { name: 'clerk', password: PASSWORD, back: '/' };
  await ask('/sign-in', new URLSearchParams({ token: token(await ask('/sign-in')), ...form }));
  return { ask, open, token: async (path: string) => token(await ask(path)) };
}

/** The processor time that the process took so far, in milliseconds: other than the time on the clock, it is the same on a busy machine. */
async function processorTime({ pid }: ChildProcess): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

type Clerk = Awaited<ReturnType<typeof clerkAt>>;

/** How long a page takes: the first time, and the middle of some more. */
async function timed({ ask }: Clerk, path: string, server: ChildProcess): Promise<string> {
  const times: number[] = [];
  let before = 0;
  for (let tried = 0; tried <= TRIES; tried += 1) {
    if (tried === 1) before = await processorTime(server);
    const start = performance.now();
    await ask(path);
    times.push(since(start));
  }
  const [first, ...more] = times;
  const processor = Math.round(((await processorTime(server)) - before) / TRIES);
  return `${more.sort((a, b) => a - b)[Math.floor(TRIES / 2)]} ms (first ${first} ms), of the processor ${processor} ms`;
}

/** How long a page takes that is asked for once; it may be too long to be kept. */
async function asked({ open }: Clerk, path: string): Promise<string> {
  const start = performance.now();
  let length = 0;
  const reader = (await open(path)).body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read())
    length += part.value.length;
  return `${(since(start) / 1000).toFixed(1)} s for ${(length / 1e6).toFixed(1)} MB`;
}

/** A register of activities, imported as the page does it. */
async function imported(clerk: Clerk, server: ChildProcess, time: number): Promise<string> {
  const lines = Array.from({ length: ROWS }, (_, n) => {
    const id = `linan-${String((n % Math.min(accounts, ROWS)) + 1).padStart(7, '0')}`;
    return `credit,${id},${today},affairs,imported ${time} ${Math.floor(n / accounts)},hard`;
  });
  const csv = Buffer.from(['type,accountId,on,item,matterId,difficulty', ...lines].join('\n')).toString(
    'base64',
  );
  const token = await clerk.token('/import');
  const before = await processorTime(server);
  const start = performance.now();
  const html = await clerk.ask('/import/apply', new URLSearchParams({ token, csv }));
  if (!html.includes(String(ROWS))) throw new Error('The import did not end');
  const processor = (await processorTime(server)) - before;
  return `${Math.round(ROWS / (since(start) / 1000))} rows/s, of the processor ${(processor / ROWS).toFixed(1)} ms a row`;
}

async function measure(serverUrl: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'points-bank-scale-'));
  const { databaseUrl, remove } = await freshDatabase(serverUrl);
  const env = {
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: 'a secret to measure with, long enough',
    DATA: folder,
  };
  const empty = await openCounter(readConfig(env));
  await empty.communities.name('linan', { 'zh-CN': '临安社区', en: 'Linan community' });
  await empty.users.add('clerk', { role: 'community', communityId: 'linan' }, PASSWORD);
  await empty.users.add('officer', { role: 'subdistrict' }, PASSWORD);
  await empty.close();
  const pool = openPool(databaseUrl, 1);
  const filling = performance.now();
  await fill(pool);
  if (!values.unsealed) await pool.query('drop table counter_seals, counter_ends');
  await pool.end();
  const filled = since(filling);
  const sealing = performance.now();
  const counter = await openCounter(readConfig(env));
  const sealed = since(sealing);
  const start = performance.now();
  const before = process.cpuUsage();
  await counter.store.projections.rebuild(progressBar());
  const rebuilt = since(start);
  const { user, system } = process.cpuUsage(before);
  await counter.close();

  const { server, origin, took } = await serve({ ...process.env, ...env, PORT: '0' });
  try {
    const say = (what: string, figure: string) => console.log(`${what.padEnd(28)}${figure}`);
    console.log(`${accounts} accounts × ${ENTRIES} entries`);
    say('filling in', `${(filled / 1000).toFixed(1)} s`);
    if (!values.unsealed) say('sealing', `${(sealed / 1000).toFixed(1)} s`);
    say(
      'rebuild',
      `${(rebuilt / 1000).toFixed(1)} s, of the processor ${((user + system) / 1e6).toFixed(1)} s`,
    );
    say('start', `${took} ms, of the processor ${await processorTime(server)} ms`);
    say('memory after the start', await memory(server));
    const clerk = await clerkAt(origin);
    for (const path of ['/', '/accounts', '/accounts?q=0042', '/activity', '/register', '/feedback'])
      say(path, await timed(clerk, path, server));
    say('memory after the pages', await memory(server));
    // The first of them compiles what it runs.
    for (let time = 1; time <= IMPORTS; time += 1) say(`import ${time}`, await imported(clerk, server, time));
    say('memory after the import', await memory(server));
    if (!values['without-exports']) {
      for (const path of EXPORTS) say(path, await asked(clerk, path));
      say('memory after the exports', await memory(server));
    }
    say('/anomalies, the search', await asked(clerk, '/anomalies'));
    say('/anomalies, once found', await timed(clerk, '/anomalies', server));
    say('memory after the anomalies', await memory(server));
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
    await remove();
    await rm(folder, { recursive: true, force: true });
  }
}

const given = process.env.DATABASE_URL;
const own = given === undefined || given === '' ? await PostgresServer.start(SERVER) : undefined;
try {
  await measure(own?.url ?? String(given));
} finally {
  await own?.stop();
}
