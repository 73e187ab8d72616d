import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The data folder is in use by another process. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Holds a folder for this process: PGlite would let two processes write into the same files. The lock is a listening socket, which
 * the system takes down with its process however that ends, so nothing is left behind that a restart would have to judge.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const name = addressOf(await realpath(folder));
  const server = (await listening(name)) ?? ((await abandoned(name)) ? await listening(name) : undefined);
  if (server === undefined) throw new FolderInUse(`${folder} is in use by another process`);
  server.unref();
  return () => new Promise((closed) => server.close(() => closed()));
}

/** Linux and Windows have names for sockets that are gone with them; elsewhere it is a file. */
function addressOf(folder: string): string {
  const name = `points-bank-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

function listening(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(address, () => resolve(server));
  });
}

/** A socket's file that nobody listens on any more; it is taken away. */
async function abandoned(address: string): Promise<boolean> {
  if (process.platform === 'linux' || process.platform === 'win32') return false;
  const refused = await new Promise<boolean>((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => resolve(false));
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'ECONNREFUSED'));
    socket.once('close', () => socket.destroy());
  });
  if (refused) await rm(address, { force: true });
  return refused;
}
