// Changes the code in thousands of small ways, one at a time, and runs the tests that reach each change: a change that no test
// notices is a hole in them. `npm run mutation` for all of it; `npm run mutation -- --mutate src/audit/**/*.ts` for a part.

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  mutate: ['src/{rules,account,reports,audit}/**/*.ts'],
  ignoreStatic: true,
  ignorePatterns: [
    '/bench',
    '/examples',
    '/docs/api',
    '/docs-site',
    '/dist',
    '/coverage',
    '/.ci/tmp',
    '/reports',
  ],
  concurrency: 2,
  timeoutMS: 20_000,
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: '.stryker-tmp',
  // Of two runs (scripts/mutation/run.mjs) the second tells.
  thresholds: { high: 98, low: 95, break: process.env.MUTATION_TESTS === 'few' ? null : 95 },
};
