import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the program that the tests run. */
export default function build(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../build.mjs', import.meta.url))], {
    stdio: 'inherit',
  });
}
