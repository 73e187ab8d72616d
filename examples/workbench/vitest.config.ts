import { defineConfig } from 'vitest/config';
import { LONGEST_WAIT } from '../../scripts/chromium.mjs';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    // One browser at a time is enough for two cores.
    fileParallelism: false,
    // A slow machine does not turn a pass into a failure; CI ends a run that hangs.
    testTimeout: 0,
    hookTimeout: 0,
    expect: { poll: { timeout: LONGEST_WAIT } },
  },
});
