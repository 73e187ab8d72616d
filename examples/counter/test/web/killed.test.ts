import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { BankEvent } from 'points-bank';
import { describe, expect, test } from 'vitest';
import { nameOf } from '../store/support/agreement.js';
import { freshDatabase } from '../store/support/databases.js';
import { type Dice, diceOf } from '../store/support/dice.js';
import { program, sharedServer } from '../store/support/shared.js';
import { dataFolder } from './support/data-folder.js';
import { openRealHost, SECRET } from './support/host.js';
import { addPeople, PASSWORD } from './support/people.js';
import { COUNTER, environment, type Started, startCounter } from './support/process.js';
import type { Visitor } from './support/visitor.js';
import { visitorAt } from './support/visitor-at.js';

/*
 * The counter as a process that is killed while clerks import and send forms. Started again on the same data it has all that it
 * acknowledged, and whatever is sent again is there once.
 */

const run = promisify(execFile);
/** On each of two databases; more in a long run. */
const IMPORT_KILLS = Number(process.env.WEB_KILLS ?? 3);
const FORM_KILLS = Number(process.env.WEB_KILLS ?? 3);
const SEED = Number(process.env.WEB_SEED ?? 20);
const DAY = '2026-01-05';

/** A counter that is killed and started again, and the clerk's browser, which stays. */
class Killed {
  private readonly env: Record<string, string>;
  private readonly remove: () => Promise<void>;
  private readonly dice: Dice;
  private running: Started | undefined;
  readonly clerk: Visitor;

  private constructor(env: Record<string, string>, remove: () => Promise<void>, dice: Dice) {
    this.env = env;
    this.remove = remove;
    this.dice = dice;
    this.clerk = visitorAt(() => this.address);
  }

  static async on(kind: string, dice: Dice): Promise<Killed> {
    const folder = await dataFolder('killed');
    const place = kind === 'PostgreSQL' ? await freshDatabase(await sharedServer()) : undefined;
    const databaseUrl = place?.databaseUrl ?? '';
    const host = await openRealHost(folder, { databaseUrl });
    await addPeople(host);
    await host.close();
    const env = environment(folder, { DATABASE_URL: databaseUrl, SESSION_SECRET: SECRET });
    const remove = async () => {
      await place?.remove();
      await rm(folder, { recursive: true });
    };
    const killed = new Killed(env, remove, dice);
    await killed.start();
    expect((await killed.clerk.signIn('clerk-linan', PASSWORD)).status).toBe(303);
    return killed;
  }

  get address(): string {
    return this.running?.address ?? '';
  }

  async start(): Promise<void> {
    this.running = await startCounter(this.env);
  }

  /** Kills it at once or a little later, wherever it is then. */
  async kill(): Promise<void> {
    for (let turns = this.dice(400); turns > 0; turns -= 1) await turn();
    this.running?.child.kill('SIGKILL');
    await this.running?.closed;
  }

  async record(): Promise<readonly BankEvent[]> {
    const { status, text } = await this.clerk.get('/export/events.jsonl');
    expect(status).toBe(200);
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  }

  /** Ends it as it should, has its record checked by the command, and takes its data away. */
  async close(): Promise<void> {
    expect(await this.running?.stop()).toBe(0);
    const verify = [await program('src/command-line/verify')];
    const { stdout } = await run(process.execPath, verify, { cwd: COUNTER, env: this.env });
    expect(stdout).toContain('All is as it was sealed, and follows from the rules');
    await this.remove();
  }
}

const once = (names: readonly string[]) => expect(names).toEqual([...new Set(names)]);

const opened = (accountId: string) => JSON.stringify(['AccountOpened', accountId, '']);
const credited = (accountId: string, matter: string) =>
  JSON.stringify(['ActivityCredited', accountId, matter]);

describe.each(['PostgreSQL', 'PGlite'])('the counter on %s, killed', (kind) => {
  test(`${IMPORT_KILLS} times while it imports: each account has the file’s rows up to one of them, and the file adds the rest`, async () => {
    const dice = diceOf(SEED);
    const counter = await Killed.on(kind, dice);
    const { clerk } = counter;
    const accounts = Array.from({ length: 40 }, (_, n) => `I-${n}`);
    const matters = Array.from({ length: 24 }, (_, n) => `matter ${n}`);
    const rows = [
      ...accounts.map((id) => ({ name: opened(`linan-${id}`), row: `open,${id},${DAY},resident,yes,,,` })),
      ...matters.flatMap((matter) =>
        accounts.map((id) => ({
          name: credited(`linan-${id}`, matter),
          row: `credit,${id},${DAY},,,affairs,${matter},base`,
        })),
      ),
    ];
    const head = 'type,account,date,role,form complete,item,matter,difficulty';
    const csv = Buffer.from([head, ...rows.map(({ row }) => row)].join('\n')).toString('base64');
    let broken = 0;
    for (let kill = 0; kill < IMPORT_KILLS; kill += 1) {
      await clerk.get('/import');
      const before = (await counter.record()).length;
      // What was there before is passed over fast, so it is killed while it adds something.
      const told = await toldUntil(counter, csv, before + dice(300));
      await counter.kill();
      const { done, isWhole } = await told();
      if (!isWhole) broken += 1;
      await counter.start();
      const names = (await counter.record()).map(nameOf);
      once(names);
      const kept = new Set(names);
      expect(rows.slice(0, done).filter(({ name }) => !kept.has(name))).toEqual([]);
      for (const id of accounts) {
        const own = rows.filter(({ name }) => name.includes(`"linan-${id}"`));
        const there = own.map(({ name }) => kept.has(name));
        expect(there, id).toEqual([...there].sort((a, b) => Number(b) - Number(a)));
      }
      expect(names.length).toBe(rows.filter(({ name }) => kept.has(name)).length);
    }
    expect(broken).toBeGreaterThan(0);
    await clerk.get('/import');
    const kept = (await counter.record()).length;
    const figures = async () => {
      const { text } = await clerk.post('/import/apply', { csv });
      return [...text.matchAll(/<dd>(\d+)<\/dd>/g)].map(([, digits]) => Number(digits));
    };
    expect(await figures()).toEqual([rows.length, rows.length - kept, kept, 0]);
    expect(await figures()).toEqual([rows.length, 0, rows.length, 0]);
    expect((await counter.record()).map(nameOf).sort()).toEqual(rows.map(({ name }) => name).sort());
    await counter.close();
  });

  test(`${FORM_KILLS} times while forms are sent: what was answered is there, and what was not is sent again and there once`, async () => {
    const dice = diceOf(SEED + 1);
    const counter = await Killed.on(kind, dice);
    const lanes = Array.from({ length: 6 }, (_, lane) => formsOf(lane));
    const atHand = lanes.map((forms) => forms.next().value);
    const acknowledged: string[] = [];
    /** Each lane sends its forms one after the other, until so many of all were answered. */
    const send = async (answers: number) => {
      let left = answers;
      let enough = () => {};
      const isEnough = new Promise<void>((resolve) => {
        enough = resolve;
      });
      const working = lanes.map(async (forms, lane) => {
        for (;;) {
          const { path, values, names } = atHand[lane] as Form;
          const answer = await counter.clerk.post(path, values).catch(() => undefined);
          if (answer === undefined) return;
          // The database of a process that ends may be gone before its socket is.
          if (answer.status === 503) continue;
          expect([path, answer.status]).toEqual([path, 303]);
          acknowledged.push(...names);
          atHand[lane] = forms.next().value;
          left -= 1;
          if (left <= 0) enough();
        }
      });
      await Promise.race([isEnough, ...working]);
      await counter.kill();
      await Promise.all(working);
    };
    for (let kill = 0; kill < FORM_KILLS; kill += 1) {
      await send(1 + dice(60));
      await counter.start();
      const names = (await counter.record()).map(nameOf);
      once(names);
      const kept = new Set(names);
      expect(acknowledged.filter((name) => !kept.has(name))).toEqual([]);
    }
    for (const { path, values, names } of atHand) {
      expect((await counter.clerk.post(path, values)).status).toBe(303);
      acknowledged.push(...names);
    }
    expect((await counter.record()).map(nameOf).sort()).toEqual(acknowledged.sort());
    await counter.close();
  });
});

/** Sends a register, and reads the page until it says that so many rows are done; then how far it said to be when it ended. */
async function toldUntil(counter: Killed, csv: string, rows: number) {
  const { clerk, address } = counter;
  const page = await fetch(`${address}/import/apply`, {
    method: 'POST',
    headers: { Cookie: `counter_session=${clerk.cookie('counter_session')}`, Origin: address },
    body: new URLSearchParams({ token: clerk.token, csv }),
  });
  expect(page.status).toBe(200);
  const reader = (page.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  const done = () =>
    Math.max(0, ...[...text.matchAll(/value="(\d+)" aria-label/g)].map(([, n]) => Number(n)));
  const read = async () => {
    const { value } = await reader.read().catch(() => ({ value: undefined }));
    text += decoder.decode(value, { stream: true });
    return value !== undefined;
  };
  while (done() < rows && (await read()));
  return async () => {
    while (await read());
    return { done: done(), isWhole: text.includes('</html>') };
  };
}

type Form = {
  readonly path: string;
  readonly values: Record<string, string>;
  /** What is on record because of it. */
  readonly names: readonly string[];
};

/** Forms of a clerk, without end: accounts that are opened and credited, one by one and together. */
function* formsOf(lane: number): Generator<Form, never> {
  for (let round = 0; ; round += 1) {
    const ids = [1, 2].map((n) => `F${lane}-${round}-${n}`);
    for (const id of ids) {
      const values = { accountId: id, role: 'resident', on: DAY, formComplete: 'yes' };
      yield { path: '/accounts/new', values, names: [opened(`linan-${id}`)] };
    }
    const matter = { item: 'affairs', difficulty: 'base', on: DAY };
    for (const id of ids)
      for (const matterId of ['hearing', 'patrol'])
        yield {
          path: `/accounts/linan-${id}/credit`,
          values: { ...matter, matterId },
          names: [credited(`linan-${id}`, matterId)],
        };
    const matterId = `walk ${lane}-${round}`;
    yield {
      path: '/activity',
      values: { ...matter, matterId, submission: matterId, accounts: ids.join('\n'), do: 'save' },
      names: ids.map((id) => credited(`linan-${id}`, matterId)),
    };
  }
}
