import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDatabase } from '../../store/support/shared.js';

/** A new folder for a counter's data, with the embedded database as the counter makes it at its first start. */
export async function dataFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `counter-${name}-`));
  await putDatabase(folder);
  return folder;
}

/** Puts the embedded database with nothing in it into a data folder, where the counter would make it. */
export async function putDatabase(folder: string): Promise<void> {
  await cp(await emptyDatabase(), join(folder, 'events'), { recursive: true });
}
