import { execFile } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const mount = (folder: string, options: string) =>
  run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);

/** A disk of its own, so small that it can be filled. */
export class SmallDisk {
  readonly folder: string;
  private readonly ballast: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.ballast = join(folder, 'ballast');
  }

  /** @param megabytes - how large it is @returns nothing where this machine lets nobody mount one */
  static async mount(megabytes: number): Promise<SmallDisk | undefined> {
    const folder = await mkdtemp(join(tmpdir(), 'counter-small-disk-'));
    try {
      await mount(folder, `size=${megabytes}m`);
      return new SmallDisk(folder);
    } catch {
      await rm(folder, { recursive: true });
      return undefined;
    }
  }

  /** A folder on it. */
  make(name: string): string {
    const folder = join(this.folder, name);
    mkdirSync(folder);
    return folder;
  }

  /** Takes all the room that is left. */
  fill(): void {
    const file = openSync(this.ballast, 'w');
    try {
      const some = Buffer.alloc(4096);
      for (;;) writeSync(file, some);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(file);
    }
  }

  /** Gives the room back. */
  empty(): void {
    rmSync(this.ballast, { force: true });
  }

  async grow(megabytes: number): Promise<void> {
    await mount(this.folder, `remount,size=${megabytes}m`);
  }

  async unmount(): Promise<void> {
    await run('umount', [this.folder]);
    await rm(this.folder, { recursive: true });
  }
}
