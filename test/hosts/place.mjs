// Where the hosts are, and the packed library among them.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../scripts/entries.mjs';
import { mustRun, run } from '../../scripts/process.mjs';

export const here = dirname(fileURLToPath(import.meta.url));
/** What hosts are given to run, made anew each time. Beside node_modules, so that they find the library as any program does. */
export const work = join(here, '.work');

/** A file of an installed package. */
export const installed = (...path) => join(here, 'node_modules', ...path);

/** A file of a program that is run as it is. */
export const program = (name) => join(here, 'programs', name);

/** Installs the hosts as their lockfile has them, unless they are; then the library as `npm pack` packs it. */
export async function install(folder = here) {
  const wanted = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const mark = join(folder, 'node_modules', '.hosts-lock.json');
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
    await npm(['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], folder);
    writeFileSync(mark, wanted);
  }
  const library = join(folder, 'node_modules', 'points-bank');
  rmSync(library, { recursive: true, force: true });
  mkdirSync(library);
  await mustRun('tar', ['-xzf', await packed(), '-C', library, '--strip-components=1']);
}

let tarball;

async function packed() {
  mkdirSync(work, { recursive: true });
  tarball ??= mustRun('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], {
    cwd: root,
  }).then((said) => join(work, Object.values(JSON.parse(said))[0].filename));
  return tarball;
}

/** npm in another folder, without what npm told this program of its own. */
function npm(args, cwd) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  return mustRun('npm', args, { cwd, env });
}

/** What a host prints: its answer, or what went wrong. */
export async function answerOf(file, args, options = {}) {
  const { code, stdout, stderr } = await run(file, args, { cwd: here, ...options });
  return code === 0 ? stdout.trim() : `ended with ${code}: ${stderr.trim() || stdout.trim()}`;
}

/** The version of an installed package, as its lockfile has it. */
export function versionOf(name, folder = here) {
  return JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages[`node_modules/${name}`]
    .version;
}
