import fs from 'node:fs';
import { readdir, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { FolderInUse, lockFolder } from '../../src/store/folder-lock.js';
import { openStore } from '../../src/store/open-store.js';
import { failureOf } from '../../src/web/failures.js';
import { bankWith, opening } from './support/bank.js';
import { freshFolder } from './support/databases.js';
import { Desk } from './support/desk.js';
import { diceOf } from './support/dice.js';
import { load } from './support/load.js';
import { emptyDatabase } from './support/shared.js';

describe('the embedded database', () => {
  it('is one process’s at a time, and free again once that has closed', async () => {
    const { folder, remove } = await freshFolder(await emptyDatabase());
    const bank = bankWith(1);
    const store = await openStore({ folder, bank });
    await expect(openStore({ folder, bank })).rejects.toBeInstanceOf(FolderInUse);
    await store.handle(opening('v1'));
    await store.close();
    const again = await openStore({ folder, bank });
    expect(await again.events('v1')).toHaveLength(1);
    await again.close();
    await remove();
  });

  it('is locked in its folder, by whatever path that is reached', async () => {
    const { folder, remove } = await freshFolder();
    const unlock = await lockFolder(folder);
    await expect(lockFolder(`${folder}/./`)).rejects.toBeInstanceOf(FolderInUse);
    // As two containers have it that share a volume.
    await rename(folder, `${folder}-elsewhere`);
    await expect(lockFolder(`${folder}-elsewhere`)).rejects.toBeInstanceOf(FolderInUse);
    await rename(`${folder}-elsewhere`, folder);
    await unlock();
    await (await lockFolder(folder))();
    await remove();
  });

  it('is free when its process is killed; its socket is in it too, and cleared away', async () => {
    const place = await freshFolder(await emptyDatabase());
    const { folder } = place;
    const desk = new Desk(load(10, diceOf(3)));
    await desk.hire({ folder, stock: 1, atOnce: 1 });
    await desk.answered(1);
    await expect(openStore({ folder, bank: bankWith(1) })).rejects.toBeInstanceOf(FolderInUse);
    await desk.kill();
    expect(await readdir(folder)).toContain('socket');
    await (await openStore({ folder, bank: bankWith(1) })).close();
    expect(await readdir(folder)).not.toContain('socket');
    await place.remove();
  });

  it('is not opened where a PostgreSQL server is, or was killed', async () => {
    const { folder, remove } = await freshFolder(await emptyDatabase());
    await writeFile(join(folder, 'postmaster.pid'), `4711\n${folder}\n`);
    await expect(openStore({ folder, bank: bankWith(1) })).rejects.toThrow('PostgreSQL server');
    await remove();
  });

  it('is made in an empty folder, with a path too long for a socket too', async () => {
    const { folder: short, remove } = await freshFolder();
    const folder = join(short, 'x'.repeat(120));
    const store = await openStore({ folder, bank: bankWith(1) });
    await store.handle(opening('v1'));
    await store.close();
    await remove();
  });

  it('leaves one socket behind at most when its process is killed again and again, however long its path', async () => {
    const { folder: short, remove } = await freshFolder();
    const folder = join(short, 'x'.repeat(120));
    const sockets = async () =>
      (await readdir(tmpdir())).filter((name) => /^points-bank-[0-9a-f]{16}$/.test(name));
    const before = await sockets();
    for (let start = 0; start < 2; start += 1) {
      const desk = new Desk(load(10, diceOf(3)));
      await desk.hire({ folder, stock: 1, atOnce: 1 });
      await desk.answered(1);
      await desk.kill();
    }
    expect((await sockets()).filter((name) => !before.includes(name))).toHaveLength(1);
    await (await openStore({ folder, bank: bankWith(1) })).close();
    expect(await sockets()).toEqual(before);
    await remove();
  });

  it('has a commit on the disk before it is acknowledged', async () => {
    const { folder, remove } = await freshFolder(await emptyDatabase());
    const store = await openStore({ folder, bank: bankWith(1) });
    const synced = vi.spyOn(fs, 'fsyncSync');
    for (const accountId of ['v1', 'v2', 'v3']) {
      synced.mockClear();
      await store.handle(opening(accountId));
      expect(synced).toHaveBeenCalled();
    }
    synced.mockRestore();
    await store.close();
    await remove();
  });

  it('tells that it is away where its log cannot be written, loses nothing, and goes on once it can', async () => {
    const { folder, remove } = await freshFolder(await emptyDatabase());
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const disk = logOnDisk();
    const store = await openStore({ folder, bank: bankWith(1) });
    await store.handle(opening('v1'));
    disk.isFull = true;
    for (let tried = 0; tried < 3; tried += 1)
      expect(await store.handle(opening('v2')).catch(failureOf)).toBe('away');
    disk.isFull = false;
    while ((await store.handle(opening('v2')).catch(failureOf)) === 'away') await wait(50);
    disk.restore();
    for (const accountId of ['v1', 'v2']) expect(await store.events(accountId)).toHaveLength(1);
    expect(String(said.mock.calls[0])).toContain('has ended itself');
    said.mockRestore();
    await store.close();
    await remove();
  });

  it('needs a place', async () => {
    await expect(openStore({ bank: bankWith(1) })).rejects.toThrow('folder');
  });
});

/** A disk that may have no room for what PostgreSQL writes to its log. */
function logOnDisk() {
  const { openSync, writeSync } = fs;
  const files = new Set<number>();
  const opened = vi.spyOn(fs, 'openSync').mockImplementation((path, ...how) => {
    const file = openSync(path, ...how);
    if (String(path).includes('pg_wal')) files.add(file);
    else files.delete(file);
    return file;
  });
  const disk = {
    isFull: false,
    restore: () => {
      opened.mockRestore();
      written.mockRestore();
    },
  };
  const written = vi.spyOn(fs, 'writeSync').mockImplementation(((file: number, ...what: [Uint8Array]) => {
    if (disk.isFull && files.has(file))
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', errno: -28 });
    return writeSync(file, ...what);
  }) as typeof fs.writeSync);
  return disk;
}
