import { defineConfig } from 'vitest/config';

// A slow machine does not turn a pass into a failure; CI ends a run that hangs.
const unhurried = { testTimeout: 0, hookTimeout: 0 };

export default defineConfig({
  test: {
    // Once for all projects: what takes long to make and is shared.
    globalSetup: ['test/store/support/for-all.ts'],
    // The counter keeps nothing in its modules, so files share a process: what they import is then loaded once and not for each.
    projects: [
      { test: { ...unhurried, name: 'store', include: ['test/store/**/*.test.ts'], isolate: false } },
      { test: { ...unhurried, name: 'web', include: ['test/web/**/*.test.ts'], isolate: false } },
    ],
  },
});
