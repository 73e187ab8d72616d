// Publishes a version of the library and of the command line, from CI: npm signs there where the package was built (provenance), which needs an identity that only CI has.
// Before that everything has to be in order: a clean tree at the version's tag, a dated entry in CHANGELOG.md, the version's frozen
// events, and every test and check. `--dry-run` does all but publish.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifest, root } from './entries.mjs';
import { mustRun } from './process.mjs';

const dryRun = process.argv.includes('--dry-run');
const { name, version } = manifest;
const git = async (...args) => (await mustRun('git', args, { cwd: root })).trim();

const problems = [];
if ((await git('status', '--porcelain')) !== '') problems.push('the working tree is not clean');
if (!(await git('tag', '--points-at', 'HEAD')).split('\n').includes(`v${version}`))
  problems.push(`HEAD is not tagged v${version}`);
const cli = JSON.parse(readFileSync(join(root, 'cli/package.json'), 'utf8'));
if (cli.version !== version || cli.dependencies[name] !== `^${version}`)
  problems.push(`cli/package.json is not ${version}, or does not need ${name} ^${version}`);
const changes = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
if (!new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}$`, 'm').test(changes))
  problems.push(`CHANGELOG.md has no dated entry for ${version}`);
if (!existsSync(join(root, 'test/evolution/fixtures', version)))
  problems.push(
    `test/evolution/fixtures has no events of ${version}: WRITE_FIXTURES=${version} npm test -- test/evolution`,
  );

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);

// `prepublishOnly` runs every test and check.
const args = ['publish', '--provenance', '--access', 'public', ...(dryRun ? ['--dry-run'] : [])];
console.log(await mustRun('npm', args, { cwd: root }));
console.log(await mustRun('npm', [...args, '--workspace', cli.name], { cwd: root }));
console.log(`${name}@${version} and ${cli.name} ${dryRun ? 'could be published' : 'are published'}`);
