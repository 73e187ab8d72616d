import { defineConfig } from 'vitest/config';

export default defineConfig({
  // scripts/check-zod-range.mjs says which zod the tests run with.
  resolve: { alias: { zod: process.env.ZOD ?? 'zod' } },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    // The library keeps no state, so files can share a worker: the modules are then loaded once and not for each file.
    pool: 'threads',
    isolate: false,
    // All cores: where there are two, the default would leave one idle.
    maxWorkers: '100%',
    // A slow machine does not turn a pass into a failure: tests bound their work by counts, and CI ends a run that hangs.
    testTimeout: 0,
    hookTimeout: 0,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
      reportsDirectory: 'coverage',
      thresholds: {
        statements: 90,
        branches: 85,
        functions: 90,
        lines: 90,
        // What decides on points has no way through it that no test takes.
        'src/{rules,account,reports,audit}/**/*.ts': { branches: 100 },
      },
    },
  },
});
