import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { DURABLE, DurableFolder } from './durable-folder.js';
import { lockFolder } from './folder-lock.js';

/** A database within this process, and how it is reached. It has one connection. */
export type EmbeddedDatabase = { readonly connectionString: string; close(): Promise<void> };

/** Room for a connection that is being dropped beside the one that takes its place. */
const CONNECTIONS = 2;

/** PostgreSQL in this process (PGlite), its data in a folder. A commit is on the disk before it is acknowledged. */
export async function openEmbeddedDatabase(folder: string): Promise<EmbeddedDatabase> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(folder);
  const undo: (() => Promise<unknown>)[] = [unlock];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const db = await PGlite.create({ fs: new DurableFolder(folder), startParams: DURABLE });
    undo.push(() => db.close());
    const address = await addressOf(undo);
    const server = new PGLiteSocketServer({ db, maxConnections: CONNECTIONS, ...address.listen });
    await server.start();
    undo.push(() => server.stop());
    return { connectionString: address.connectionString(server), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A socket in a folder that only this user can enter; a port of the loopback where there are no such sockets. */
async function addressOf(undo: (() => Promise<unknown>)[]) {
  if (process.platform === 'win32') {
    return {
      listen: { host: '127.0.0.1', port: 0 },
      connectionString: (server: PGLiteSocketServer) =>
        `postgresql://postgres@${server.getServerConn()}/postgres`,
    };
  }
  const folder = await mkdtemp(join(tmpdir(), 'points-bank-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  return {
    listen: { path: join(folder, '.s.PGSQL.5432') },
    connectionString: () => `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
  };
}
