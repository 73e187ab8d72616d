// Publishes a version of the library and of the command line, from CI: npm signs there where the package was built (provenance), which needs an identity that only CI has.
// Before that everything has to be in order: see release-problems.mjs, and every test and check. `--dry-run` does all but publish.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifest, root } from './entries.mjs';
import { mustRun } from './process.mjs';
import { releaseProblems } from './release-problems.mjs';

const dryRun = process.argv.includes('--dry-run');
const { name, version } = manifest;
const git = async (...args) => (await mustRun('git', args, { cwd: root })).trim();
const cli = JSON.parse(readFileSync(join(root, 'cli/package.json'), 'utf8'));

const problems = releaseProblems({
  manifests: [manifest, cli],
  status: await git('status', '--porcelain'),
  tags: (await git('tag', '--points-at', 'HEAD')).split('\n'),
  changes: readFileSync(join(root, 'CHANGELOG.md'), 'utf8'),
  frozen: existsSync(join(root, 'test/evolution/fixtures', version)),
  from: process.env.GITHUB_REPOSITORY,
});
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);

// `prepublishOnly` runs every test and check.
const args = ['publish', '--provenance', '--access', 'public', ...(dryRun ? ['--dry-run'] : [])];
console.log(await mustRun('npm', args, { cwd: root }));
console.log(await mustRun('npm', [...args, '--workspace', cli.name], { cwd: root }));
console.log(`${name}@${version} and ${cli.name} ${dryRun ? 'could be published' : 'are published'}`);
