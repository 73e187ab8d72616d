import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    // A slow machine does not turn a pass into a failure; CI ends a run that hangs.
    testTimeout: 0,
    hookTimeout: 0,
  },
});
