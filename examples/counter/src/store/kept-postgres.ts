import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { DURABLE, DurableFolder } from './durable-folder.js';

/*
 * PGlite behind a socket. PostgreSQL ends itself where it cannot write its log, such as on a full disk, so that nothing is acknowledged that
 * is not there; a server would be started again by the process that watches over it. Here this is that process.
 */

/** Where it listens: at a path, or at a port of the loopback. */
type Where = { readonly path: string } | { readonly host: string; readonly port: number };

type Postgres = {
  readonly address: string;
  /** Once PostgreSQL has ended itself and left everything. */
  readonly ended: Promise<unknown>;
  close(): Promise<void>;
};

/** Room for a connection that is being dropped beside the one that takes its place. */
const CONNECTIONS = 2;

/** How long until it is tried again to start it, in milliseconds. */
const AGAIN = 5000;

/** PostgreSQL tells of a long recovery by a timer, which would hold this process after it ended itself. */
const UNTIMED = ['-c', 'log_startup_progress_interval=0'];

/** PGlite on files of which it is known whether their PostgreSQL is still there. */
class Embedded extends PGlite {
  private readonly files: DurableFolder;

  constructor(files: DurableFolder) {
    super({ fs: files, startParams: [...DURABLE, ...UNTIMED] });
    this.files = files;
  }

  /** Asked when a connection is dropped. */
  override isInTransaction(): boolean {
    return !this.files.isAborted && super.isInTransaction();
  }
}

/** Starts it, and again whenever it ends itself, as soon as it can be; meanwhile nobody reaches it. */
export async function keepPostgres(
  folder: string,
  where: Where,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const closing = new AbortController();
  const closed = once(closing.signal, 'abort');
  const first = await start(folder, where);
  const { address } = first;
  const there = 'path' in where ? where : { ...where, port: Number(address.split(':').at(-1)) };

  const startAgain = async (): Promise<Postgres | undefined> => {
    while (!closing.signal.aborted) {
      try {
        return await start(folder, there);
      } catch (error) {
        console.error(`The embedded database cannot be started: ${String(error)}`);
        await Promise.race([closed, wait(AGAIN, undefined, { ref: false })]);
      }
    }
    return undefined;
  };
  const keep = async () => {
    let postgres: Postgres | undefined = first;
    while (postgres !== undefined) {
      await Promise.race([closed, postgres.ended]);
      if (closing.signal.aborted) return postgres.close();
      console.error(
        'The embedded database has ended itself, as it does on a full disk. It is started again.',
      );
      postgres = await startAgain();
    }
  };
  const kept = keep();
  return {
    address,
    close: () => {
      closing.abort();
      return kept;
    },
  };
}

async function start(folder: string, where: Where): Promise<Postgres> {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const files = new DurableFolder(folder, end);
  const { exitCode } = process;
  const db = new Embedded(files);
  try {
    await db.waitReady;
  } catch (error) {
    files.release();
    // PostgreSQL takes this process for its own, and says what it is to end with.
    process.exitCode = exitCode;
    throw error;
  }
  const server = new PGLiteSocketServer({ db, maxConnections: CONNECTIONS, ...where });
  await server.start();
  return {
    address: server.getServerConn(),
    ended: ended.then(async () => {
      await server.stop();
      files.release();
    }),
    close: async () => {
      await server.stop();
      if (!files.isAborted) await db.close();
    },
  };
}
