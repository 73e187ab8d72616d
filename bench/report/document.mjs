import { names } from '../works.mjs';
import { NOTES } from './notes.mjs';
import { REASONS } from './reasons.mjs';
import { SIZE } from './size.mjs';
import { contendersTable, figuresTable, number, percent, table } from './tables.mjs';

/** The whole report. Works that it is told to leave out are named as not run. */
export function reportOf({ versions, settings, works, without = [] }) {
  const wanted = names.filter((name) => !without.includes(name));
  const inOrder = wanted.map((name) => works.find((work) => work.name === name));
  const absent = wanted.filter((_, i) => inOrder[i] === undefined);
  if (absent.length > 0) throw new Error(`the results have no ${absent.join(', ')}`);
  return [head(versions, settings), ...leftOut(without), targets(inOrder), ...inOrder.map(section), SIZE]
    .join('\n\n')
    .concat('\n');
}

function head({ node, library, peers }, { rounds, warmUps, by }) {
  const clock =
    by === 'cpu'
      ? "processor time, which other work on the machine disturbs less, and which includes the garbage collector's other threads"
      : 'wall-clock time';
  return `# Performance

<!-- Written by bench/write-report.mjs from a run's results: change the notes in bench/report and not this file. -->

The library is measured beside its peers and beside a limit: the fastest code for the same work that we could write by hand for nothing
but speed. All figures are ratios within one run on one machine; only bytes are absolute.

\`\`\`sh
npm run bench                                   # everything, as tables, and whether each target is met
npm run bench -- --only fold,decide --by cpu    # some works, by processor time
npm run bench -- --json > results.json && node bench/write-report.mjs results.json    # this page
\`\`\`

## Method

- Each contender runs in a process of its own. Before the timing begins, each does the work once: a checksum of all its results must equal
  the first one's, and results that should be frozen are checked. A contender with other results is an error.
- Then come ${warmUps} rounds to warm up, and ${rounds} that count. In each round every contender runs once, one after the other, in an order that moves
  on by one each time; garbage is collected before each run.
- A ratio is the median of a contender's times divided by the median of the limit's. Times are ${clock}. Minimum and maximum are divided by the
  same median; \`best\` is the fastest run divided by the limit's fastest. Heap and RSS are peaks, against the limit's.
- Contenders that are many times slower run a part of the work and are scaled up to all of it; the table names the part.
- Peers run in production mode, as their documentation says, with the defaults that their users have.

Versions: ${library.name} ${library.version}; Node.js ${node}; ${Object.entries(peers)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}.`;
}

function leftOut(without) {
  return without.length === 0
    ? []
    : [`Not run this time: ${without.map((name) => `\`${name}\``).join(', ')}.`];
}

function targets(works) {
  const rows = works.flatMap((work) =>
    work.targets.map((target) => [
      work.name,
      target.what,
      bound(target),
      number(target.came),
      target.met ? 'yes' : '**no**',
    ]),
  );
  return `## Targets\n\n${table(['work', 'what', 'target', 'measured', 'met'], rows)}`;
}

function bound({ most, least }) {
  return most === undefined ? `≥ ${least} ×` : `≤ ${most} ×`;
}

function section(work) {
  const { name, title, contenders = [], figures = [] } = work;
  const parts = [`## ${title[0].toUpperCase()}${title.slice(1)}`, `\`--only ${name}\`. ${NOTES[name]}`];
  if (contenders.length > 0) parts.push(contendersTable(contenders));
  if (figures.length > 0) parts.push(figuresTable(figures));
  const missed = work.targets.filter(({ met }) => !met);
  parts.push(...missesOf(name, missed));
  if (missed.length > 0) parts.push(...profilesOf(contenders));
  return parts.join('\n\n');
}

/** Missed targets, grouped by reason. */
function missesOf(name, missed) {
  const byReason = new Map();
  for (const { what, came } of missed) {
    const reason = reasonOf(name, what);
    byReason.set(reason, [...(byReason.get(reason) ?? []), `${what} (${number(came)})`]);
  }
  return [...byReason].map(([reason, all]) => `Missed: ${all.join('; ')}.\n\n${reason}`);
}

function reasonOf(name, what) {
  const reason = REASONS[name]?.[what];
  if (reason === undefined) throw new Error(`say in bench/report/reasons.mjs why ${name} misses '${what}'`);
  return reason;
}

function profilesOf(contenders) {
  const profiled = contenders.filter(({ profile }) => profile !== undefined).at(-1);
  if (profiled === undefined) return [];
  const rows = profiled.profile.map(({ where, share }) => [where, percent(share)]);
  return [
    `Where the time of \`${profiled.name}\` goes, each function by itself:`,
    table(['function', 'share'], rows),
  ];
}
