import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const FOLDER = fileURLToPath(new URL('../../../../workbench/', import.meta.url));

/** The built workbench; it is built where it is not. */
export async function builtWorkbench(): Promise<string> {
  const built = `${FOLDER}dist`;
  await access(`${built}/index.html`).catch(() =>
    promisify(execFile)(process.execPath, ['build.mjs'], { cwd: FOLDER }),
  );
  return built;
}
