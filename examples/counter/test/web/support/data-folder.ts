import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDatabase } from '../../store/support/shared.js';

/** A new folder for a counter's data, in which the embedded database is made already, and empty. */
export async function dataFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `counter-${name}-`));
  await putDatabase(folder);
  return folder;
}

/** Puts the embedded database with nothing in it where a counter's first start would make it, which takes seconds. */
export async function putDatabase(folder: string): Promise<void> {
  await cp(await emptyDatabase(), join(folder, 'events'), { recursive: true });
}
