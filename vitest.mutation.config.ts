import { defineConfig, mergeConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import config from './vitest.config.js';

/** Tests that are quick and notice most changes come first: a run ends at the first test that fails. */
const FIRST = [
  'living',
  'schemes',
  'decisions',
  'words',
  'clauses',
  'conformance',
  'docs',
  'model',
  'fold',
  'reports',
  'audit',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = FIRST.findIndex((folder) => moduleId.includes(`/test/${folder}/`));
  return place === -1 ? FIRST.length : place;
};

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => placeOf(a) - placeOf(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

/** The first of two runs finds most with little: `MUTATION_TESTS=few`. The second tries all on what the first left. */
const few = process.env.MUTATION_TESTS === 'few';

/** Tests that say much in little time. */
const QUICK = [
  'test/{decisions,words,clauses,conformance,docs,fold,living,model,reports,rule-sets,schemes}/*.test.ts',
  'test/evolution/read-events.test.ts',
  'test/laws/{bounds,corrected-matters,deviations,directions,edges,handbooks,host-data,in-force,lapse}.test.ts',
  'test/laws/{large-figures,persons,reading-commands,redemption-periods,retries,rule-parts,words-of-refusals}.test.ts',
  'test/audit/{chain,words}.test.ts',
  'test/hostile/{fields,objects}.test.ts',
  'test/*.test.ts',
];

/** The tests that a mutation run makes use of: those of the rules, without the long ones that reach nothing that others do not. */
const made = mergeConfig(
  config,
  defineConfig({
    resolve: {
      alias: [
        {
          find: /^fast-check$/,
          replacement: new URL('scripts/mutation/fewer-runs.mjs', import.meta.url).pathname,
        },
      ],
    },
    test: {
      exclude: [
        'test/{examples,simulation,types,fuzz,testing,package}/**',
        'test/{clauses/clause-map,docs/readme,docs/community-name,model/language}.test.ts',
        'test/schema/{hostile,commands}.test.ts',
        'test/laws/worlds.test.ts',
        'test/define/derive-rule-set.test.ts',
      ],
      sequence: { sequencer: QuickFirst },
      env: few
        ? { FC_MOST_RUNS: '5', MODEL_COMMANDS: '60' }
        : { FC_MOST_RUNS: '25', MODEL_COMMANDS: '1000', TAMPERINGS: '300' },
    },
  }),
);

// Set and not merged: lists are put together there.
if (few && made.test !== undefined) made.test.include = QUICK;

export default made;
