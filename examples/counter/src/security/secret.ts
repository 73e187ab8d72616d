import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, WrongSetting } from '../config.js';

/**
 * What sessions are signed with: `SESSION_SECRET`, or a secret made once and kept in the data folder. Processes that share a
 * database have to share the secret as well, or a session begun at one would be nobody's at the next.
 */
export async function sessionSecret(config: Config): Promise<string> {
  if (config.SESSION_SECRET !== undefined) return config.SESSION_SECRET;
  if (config.DATABASE_URL !== undefined)
    throw new WrongSetting(
      'With DATABASE_URL set, SESSION_SECRET is needed: the same 32 characters or more for every process',
    );
  const path = join(config.DATA, 'session-secret');
  await mkdir(config.DATA, { recursive: true, mode: 0o700 });
  try {
    await writeFile(path, `${randomBytes(48).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  await chmod(path, 0o600);
  return (await readFile(path, 'utf8')).trim();
}
