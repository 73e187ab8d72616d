import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A slow machine does not turn a pass into a failure; CI ends a run that hangs.
    testTimeout: 0,
    hookTimeout: 0,
    projects: [
      {
        extends: true,
        test: {
          name: 'store',
          include: ['test/store/**/*.test.ts'],
          // One PostgreSQL server for all files; each test makes databases of its own on it.
          globalSetup: ['test/store/support/server-for-all.ts'],
        },
      },
      { extends: true, test: { name: 'web', include: ['test/web/**/*.test.ts'] } },
    ],
  },
});
