import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Entry, Records } from './records.js';
import { Turns } from './turns.js';

/** File names of systems have 255 letters at most. */
const LONGEST = 240;

/** A file name that any system takes, whatever the key is: its bytes, or of a long key their digest. */
function nameOf(key: string): string {
  const bytes = Buffer.from(key, 'utf8').toString('hex');
  return isLong(key) ? `long-${createHash('sha256').update(key).digest('hex')}.json` : `${bytes}.json`;
}

const isLong = (key: string): boolean => 2 * Buffer.byteLength(key) > LONGEST;

const keyOf = (name: string) => Buffer.from(name.replace(/\.json$/, ''), 'hex').toString('utf8');

/** A file under a digest says what its key is. */
const inFile = (key: string, value: unknown): unknown => (isLong(key) ? { key, value } : value);

type Long = { readonly key: string; readonly value: unknown };
const isOfLong = (name: string): boolean => name.startsWith('long-');

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
  const turns = new Turns();
  const found = async (kind: string, key: string): Promise<unknown> => {
    const document = await read(join(folder, kind, nameOf(key)));
    return document === undefined || !isLong(key) ? document : (document as Long).value;
  };
  const written = async (kind: string, key: string, value: unknown) => {
    await mkdir(join(folder, kind), { recursive: true, mode: 0o700 });
    const path = join(folder, kind, `${randomUUID()}.part`);
    try {
      await writeFile(path, `${JSON.stringify(inFile(key, value))}\n`, { mode: 0o600, flush: true });
    } catch (error) {
      // What a full disk had room for of it takes that from others.
      await rm(path, { force: true });
      throw error;
    }
    return path;
  };
  return {
    get: found,
    async entries(kind) {
      const names = await readdir(join(folder, kind)).catch((error: unknown) => {
        if (absent(error)) return [];
        throw error;
      });
      const kept = names.filter((name) => name.endsWith('.json')).sort();
      const entries = kept.map(async (name): Promise<Entry> => {
        const document = await read(join(folder, kind, name));
        if (document !== undefined && isOfLong(name)) return document as Long;
        return { key: keyOf(name), value: document };
      });
      return (await Promise.all(entries)).filter(({ value }) => value !== undefined);
    },
    async put(kind, key, value) {
      await rename(await written(kind, key, value), join(folder, kind, nameOf(key)));
    },
    async add(kind, key, value) {
      const part = await written(kind, key, value);
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
    // Of the processes that share the folder only the counter replaces anything.
    replace: (kind, key, before, value) =>
      turns.take(JSON.stringify([kind, key]), async () => {
        if (!isDeepStrictEqual(await found(kind, key), before)) return false;
        await rename(await written(kind, key, value), join(folder, kind, nameOf(key)));
        return true;
      }),
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
