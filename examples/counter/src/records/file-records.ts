import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Records } from './records.js';

/** File names that any system takes, whatever the key is. */
const nameOf = (key: string) => `${Buffer.from(key, 'utf8').toString('hex')}.json`;

const keyOf = (name: string) => Buffer.from(name.replace(/\.json$/, ''), 'hex').toString('utf8');

function absent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/**
 * Records as files in the data folder, one document a file, readable by their owner alone. A document is written beside and moved
 * into place, so that neither a crash nor the user command running beside the counter leaves half of one.
 */
export function fileRecords(folder: string): Records {
  const read = async (path: string): Promise<unknown> => {
    try {
      return JSON.parse(await readFile(path, 'utf8'));
    } catch (error) {
      if (absent(error)) return undefined;
      throw error;
    }
  };
  const written = async (kind: string, value: unknown) => {
    await mkdir(join(folder, kind), { recursive: true, mode: 0o700 });
    const path = join(folder, kind, `${randomUUID()}.part`);
    await writeFile(path, `${JSON.stringify(value)}\n`, { mode: 0o600, flush: true });
    return path;
  };
  return {
    get: (kind, key) => read(join(folder, kind, nameOf(key))),
    async entries(kind) {
      const names = await readdir(join(folder, kind)).catch((error: unknown) => {
        if (absent(error)) return [];
        throw error;
      });
      const kept = names.filter((name) => name.endsWith('.json')).sort();
      const entries = kept.map(async (name) => ({
        key: keyOf(name),
        value: await read(join(folder, kind, name)),
      }));
      return (await Promise.all(entries)).filter(({ value }) => value !== undefined);
    },
    async put(kind, key, value) {
      await rename(await written(kind, value), join(folder, kind, nameOf(key)));
    },
    async add(kind, key, value) {
      const part = await written(kind, value);
      try {
        // A link fails where the name is taken; a rename would replace what is there.
        await link(part, join(folder, kind, nameOf(key)));
        return true;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
        throw error;
      } finally {
        await rm(part, { force: true });
      }
    },
    async remove(kind, key) {
      try {
        await rm(join(folder, kind, nameOf(key)));
        return true;
      } catch (error) {
        if (absent(error)) return false;
        throw error;
      }
    },
    async close() {},
  };
}
