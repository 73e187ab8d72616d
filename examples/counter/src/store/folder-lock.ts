import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tryLock } from 'fs-native-extensions';

/** The data folder is in use by another process. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Holds a folder for this process: PGlite would let two processes write into the same files. The lock is on a file in the folder itself, so
 * it holds for containers that have nothing in common but the volume; the system takes it off when its process ends, however that ends.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = await open(join(folder, 'counter.lock'), 'a', 0o600);
  try {
    if (!tryLock(file.fd)) throw new FolderInUse(`${folder} is in use by another process`);
    await expectNoServer(folder);
  } catch (error) {
    await file.close();
    throw error;
  }
  return () => file.close();
}

/** A PostgreSQL server knows nothing of the lock. It writes its process into the folder; PGlite, which is none, a number below 0. */
async function expectNoServer(folder: string): Promise<void> {
  const path = join(folder, 'postmaster.pid');
  const written = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (Number.parseInt(written, 10) > 0)
    throw new FolderInUse(`A PostgreSQL server has ${folder}, or was killed there; ${path} is its mark`);
}
