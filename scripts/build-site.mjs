// The documentation as a site in docs-site/: TypeDoc with the guides, and the workbench as a page of it. Needs dist/, and no server:
// any static host serves it.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
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

/** A change to a script of TypeDoc's pages, in the one place that it is about. */
function mend(file, from, to, what) {
  const parts = readFileSync(file, 'utf8').split(from);
  if (parts.length !== 2) throw new Error(`${file}: ${what} otherwise now`);
  writeFileSync(file, parts.join(to));
}

/**
 * The search of TypeDoc's pages (lunr 2.3.9) tells the nodes of its index apart by their labels and numbers written on end, so that two
 * differ in nothing where a label is a digit; it then looks up words that are not there, and finds nothing at all. A comma parts them.
 */
function mendSearch(file) {
  mend(file, 'e=e+s+o.id}', 'e=e+s+o.id+","}', "the names of lunr's nodes are written");
}

/**
 * In TypeDoc's navigation the name of a module opens its list and is a link besides: a control within a control, of which a screen reader
 * tells one alone. Here the name opens the list, and the link is the first in it.
 */
function mendNavigation(file) {
  mend(file, ',De(t,o);', ',De({text:t.text},o);', 'the summaries of the navigation are made');
  mend(
    file,
    'for(let l of t.children)Ve(l,c,i)',
    't.path&&Ve({...t,children:void 0},c,i);for(let l of t.children)Ve(l,c,i)',
    'the lists of the navigation are made',
  );
}

await step('pages', 'npx', ['typedoc', '--out', site, '--logLevel', 'Warn']);
mendSearch(join(site, 'assets/main.js'));
mendNavigation(join(site, 'assets/main.js'));
await step('workbench', 'npm', ['run', '--silent', 'build', '-w', 'points-bank-workbench']);
cpSync(join(root, 'examples/workbench/dist'), join(site, 'workbench'), { recursive: true });
await step('links', process.execPath, ['scripts/check-site.mjs', site]);
