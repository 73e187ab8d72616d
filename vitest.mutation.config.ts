import { defineConfig, mergeConfig } from 'vitest/config';
import config from './vitest.config.js';

/** The tests that a mutation run makes use of: those of the rules, without the long ones that reach nothing that others do not. */
export default mergeConfig(
  config,
  defineConfig({
    test: {
      exclude: [
        'test/{docs,examples,simulation,types,fuzz,hostile,testing}/**',
        'test/schema/{hostile,fields,commands}.test.ts',
        'test/laws/{keyed,worlds,words}.test.ts',
      ],
      env: { FC_NUM_RUNS: '25', MODEL_COMMANDS: '600', TAMPERINGS: '1000' },
    },
  }),
);
