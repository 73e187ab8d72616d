import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Databases and child processes on a busy machine: slow is not wrong.
    testTimeout: 120_000,
    hookTimeout: 120_000,
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
