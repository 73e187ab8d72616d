// The command line from a checkout: `npm run cli -- verify ledger.jsonl`. Builds the library if it was never built, and the command line
// each time, which takes a moment. Files are those of the folder that npm was called in.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './entries.mjs';

/** Builds something; what it says goes to the standard error, so that the answer alone is on the standard output. */
function build(...args) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build', ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(70);
}

if (!existsSync(join(root, 'dist/index.js'))) build();
build('-w', 'points-bank-cli');
const program = join(root, 'cli/dist/points-bank.js');
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
});
process.exitCode = status ?? 70;
