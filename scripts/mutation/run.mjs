// Two runs: the first finds most with few tests and little time, the second tries all tests on what the first left. What is said
// behind `npm run mutation --` is handed on to Stryker: `--mutate src/audit/**/*.ts`.

import { spawnSync } from 'node:child_process';

for (const tests of ['few', 'all']) {
  const { status } = spawnSync('npx', ['stryker', 'run', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS: tests },
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
