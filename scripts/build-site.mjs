// The documentation as a site in docs-site/: TypeDoc with the guides, and the workbench as a page of it. Needs dist/, and no server:
// any static host serves it.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './entries.mjs';
import { mustRun } from './process.mjs';

const site = join(root, 'docs-site');

async function step(title, program, args) {
  const started = performance.now();
  const printed = await mustRun(program, args, { cwd: root });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${title}: ${seconds} s${printed.trim() === '' ? '' : `\n${printed.trimEnd()}`}`);
}

await step('pages', 'npx', ['typedoc', '--out', site, '--logLevel', 'Warn']);
await step('workbench', 'npm', ['run', '--silent', 'build', '-w', 'points-bank-workbench']);
cpSync(join(root, 'examples/workbench/dist'), join(site, 'workbench'), { recursive: true });
await step('links', process.execPath, ['scripts/check-site.mjs', site]);
