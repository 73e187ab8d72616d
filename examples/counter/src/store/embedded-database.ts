import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { lockFolder } from './folder-lock.js';
import { keepPostgres } from './kept-postgres.js';

/** A database within this process, and how it is reached. It has one connection. */
export type EmbeddedDatabase = { readonly connectionString: string; close(): Promise<void> };

type Undo = (() => Promise<unknown>)[];

/** What a PostgreSQL client looks for in a folder. */
const SOCKET = '.s.PGSQL.5432';
/** The address of a socket has so many bytes on every system. */
const LONGEST_PATH = 100;

/** PostgreSQL in this process (PGlite), its data in a folder. A commit is on the disk before it is acknowledged. */
export async function openEmbeddedDatabase(folder: string): Promise<EmbeddedDatabase> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(folder);
  const undo: Undo = [unlock];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { connectionString: await served(folder, undo), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** How the database is reached: by a socket that only this user can come to; by a port of the loopback where there are no such sockets. */
async function served(folder: string, undo: Undo): Promise<string> {
  if (process.platform === 'win32') {
    const { address, close } = await keepPostgres(folder, { host: '127.0.0.1', port: 0 });
    undo.push(close);
    return `postgresql://postgres@${address}/postgres`;
  }
  const place = await socketFolder(folder);
  undo.push(() => rm(place, { recursive: true, force: true }));
  const { close } = await keepPostgres(folder, { path: join(place, SOCKET) });
  undo.push(close);
  return `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(place)}`;
}

/**
 * Where the socket is: in the data folder, which is this process's alone, so that what a crash leaves is cleared away at the next start. Where
 * that is too long a path, or the folder's file system takes no sockets, in a temporary folder that is named after the data folder, so that
 * the next start finds it again; in another one where that name is somebody else's.
 */
async function socketFolder(folder: string): Promise<string> {
  const own = join(folder, 'socket');
  await rm(own, { recursive: true, force: true });
  if (await takesSockets(own)) return own;
  await rm(own, { recursive: true, force: true });
  const temporary = await temporaryName(folder);
  try {
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary, { mode: 0o700 });
    return temporary;
  } catch {
    return mkdtemp(join(tmpdir(), 'points-bank-'));
  }
}

/** A name by the folder's path and number: two volumes may be mounted by one path. */
async function temporaryName(folder: string): Promise<string> {
  const { ino } = await stat(folder);
  const digest = createHash('sha256')
    .update(`${ino} ${resolve(folder)}`)
    .digest('hex');
  return join(tmpdir(), `points-bank-${digest.slice(0, 16)}`);
}

async function takesSockets(folder: string): Promise<boolean> {
  if (Buffer.byteLength(join(folder, SOCKET)) > LONGEST_PATH) return false;
  await mkdir(folder, { mode: 0o700 });
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(join(folder, SOCKET), () => probe.close(() => resolve(true)));
  });
}
