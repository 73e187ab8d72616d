import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { COUNTER } from './process.js';

/** Builds the counter as it is now. */
export async function builtCounter(): Promise<void> {
  await promisify(execFile)(process.execPath, ['build.mjs'], { cwd: COUNTER });
}
