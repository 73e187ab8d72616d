// Every work that is measured, in the order of the report.
const NAMES = [
  'fold',
  'fold-long',
  'fold-growth',
  'evolve',
  'decide',
  'decide-features',
  'decide-all',
  'parse-event',
  'statement',
  'feedback',
  'register',
  'simulate',
  'replay',
  'scale',
  'snapshot',
  'event',
  'start',
];

/** The names of all works. */
export const names = NAMES;

/** One work: its title, contenders and targets, and how a contender of it is made or how it is measured otherwise. */
export async function workOf(name) {
  const { default: work } = await import(`./works/${name}/work.mjs`);
  return { name, folder: name, ...work };
}

/**
 * Makes a contender ready: `run` does the work once and gives what it made, `sum` says what that is in one number, and `share` is the
 * part of the whole work that one run does (all of it where left out).
 *
 * @param contender - a file of the work's folder, and after an `@` the size that it is run at
 */
export async function contenderOf(name, contender, options) {
  const work = await workOf(name);
  const [file, size] = contender.split('@');
  const module = await import(`./works/${work.folder}/${file}.mjs`);
  return work.make(module, { ...options, size: Number(size) });
}
