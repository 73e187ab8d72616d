import fs from 'node:fs';
import { describe, expect, inject, it, vi } from 'vitest';
import { FolderInUse, lockFolder } from '../../src/store/folder-lock.js';
import { openStore } from '../../src/store/open-store.js';
import { bankWith, opening } from './support/bank.js';
import { freshFolder } from './support/databases.js';

describe('the embedded database', () => {
  it('is one process’s at a time, and free again once that has closed', async () => {
    const { folder, remove } = await freshFolder();
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

  it('is locked by its folder, by whatever path', async () => {
    const { folder, remove } = await freshFolder();
    const unlock = await lockFolder(folder);
    await expect(lockFolder(`${folder}/./`)).rejects.toBeInstanceOf(FolderInUse);
    await unlock();
    await (await lockFolder(folder))();
    await remove();
  });

  it('has a commit on the disk before it is acknowledged', async () => {
    const { folder, remove } = await freshFolder(inject('emptyDatabase'));
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

  it('needs a place', async () => {
    await expect(openStore({ bank: bankWith(1) })).rejects.toThrow('folder');
  });
});
