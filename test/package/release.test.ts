import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { releaseProblems } from '../../scripts/release-problems.mjs';

/*
 * A version goes out only where all is in order, and what is not is said by its name.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const addresses = {
  repository: { type: 'git', url: 'git+https://codeberg.org/renwei/points-bank.git' },
  homepage: 'https://codeberg.org/renwei/points-bank#readme',
  bugs: { url: 'https://codeberg.org/renwei/points-bank/issues' },
};
const library = { name: 'points-bank', version: '0.2.0', ...addresses };
const cli = {
  name: 'points-bank-cli',
  version: '0.2.0',
  dependencies: { 'points-bank': '^0.2.0' },
  ...addresses,
};
const ready = {
  manifests: [library, cli],
  status: '',
  tags: ['v0.2.0'],
  changes: '# Changes\n\n## [0.2.0] - 2026-12-01\n',
  frozen: true,
  from: 'renwei/points-bank',
};

test('what is in order goes out', () => {
  expect(releaseProblems(ready)).toEqual([]);
  expect(releaseProblems({ ...ready, from: undefined })).toEqual([]);
});

test.each([
  ['a tree that is not clean', { status: ' M README.md' }, 'the working tree is not clean'],
  ['a commit without its tag', { tags: ['v0.1.0'] }, 'HEAD is not tagged v0.2.0'],
  [
    'a command line of another version',
    { manifests: [library, { ...cli, version: '0.1.0' }] },
    'points-bank-cli is not 0.2.0, or does not need points-bank ^0.2.0',
  ],
  [
    'an entry without its day',
    { changes: '## [0.2.0] - unreleased' },
    'CHANGELOG.md has no dated entry for 0.2.0',
  ],
  [
    'events that are not frozen',
    { frozen: false },
    'test/evolution/fixtures has no events of 0.2.0: WRITE_FIXTURES=0.2.0 npm test -- test/evolution',
  ],
])('%s does not', (_, change, problem) => {
  expect(releaseProblems({ ...ready, ...change })).toEqual([problem]);
});

describe('an address', () => {
  const said = (change: object, from = ready.from): string[] =>
    releaseProblems({ ...ready, manifests: [{ ...library, ...change }, cli], from });

  test.each(['repository', 'homepage', 'bugs'])('%s that is missing is named', (field) => {
    expect(said({ [field]: undefined })).toEqual([
      `"${field}" of the package.json of points-bank is missing: set it to where this is kept`,
    ]);
  });

  test.each([
    'https://github.com/owner/points-bank',
    'https://github.com/your-org/points-bank',
    'https://github.com/<you>/points-bank',
    'https://git.example.org/renwei/points-bank',
    'https://points.example',
  ])('%s is a placeholder', (homepage) => {
    expect(said({ homepage })).toEqual([
      `"homepage" of the package.json of points-bank is a placeholder: ${homepage}`,
    ]);
  });

  test.each(['github:renwei/points-bank', 'git@codeberg.org:renwei/points-bank.git', '', 5])(
    '%s is no address by https',
    (repository) => {
      expect(said({ repository })).toEqual([
        '"repository" of the package.json of points-bank is not an address by https',
      ]);
    },
  );

  test('is that of where it is built: npm signs no other', () => {
    expect(said({}, 'someone/points-bank')[0]).toBe(
      '"repository" of the package.json of points-bank is git+https://codeberg.org/renwei/points-bank.git, and this runs in someone/points-bank: npm would not sign it',
    );
  });

  test('of the command line is asked for as well', () => {
    expect(releaseProblems({ ...ready, manifests: [library, { ...cli, bugs: undefined }] })).toEqual([
      '"bugs" of the package.json of points-bank-cli is missing: set it to where this is kept',
    ]);
  });
});

describe.each(['ci', 'release'])('the workflow %s', (name) => {
  const workflow = readFileSync(`${ROOT}.github/workflows/${name}.yml`, 'utf8');
  const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
    scripts: Record<string, string>;
  };

  test('runs scripts that are there', () => {
    const run = [...workflow.matchAll(/^ *- run: (.+)$/gm)].map(([, command]) => command ?? '');
    expect(run.length).toBeGreaterThan(0);
    for (const [, script] of run.flatMap((command) => [...command.matchAll(/npm run ([\w:-]+)/g)]))
      expect(Object.keys(scripts)).toContain(script);
  });

  test('takes actions by the hash of their commit, and may write nothing by itself', () => {
    const uses = [...workflow.matchAll(/uses: (.+)$/gm)].map(([, action]) => action);
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    expect(workflow).toMatch(/^permissions:\n {2}contents: read$/m);
    expect(workflow).not.toMatch(/contents: write|write-all/);
  });
});

test('only the release has an identity to sign by, and it publishes by the script that refuses', () => {
  const read = (name: string): string => readFileSync(`${ROOT}.github/workflows/${name}.yml`, 'utf8');
  expect(read('ci')).not.toContain('id-token');
  expect(read('release')).toContain('id-token: write');
  expect(read('release')).toContain('npm run release');
  expect(read('release')).not.toContain('npm publish');
});
