import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { explain } from 'points-bank/words';
import { type Audit, auditOf, readEnds } from '../bank/audit.js';
import { readConfig } from '../config.js';
import { WORDS } from '../language/words.js';
import { openCounter } from '../open-counter.js';
import type { KeptEnd } from '../store/seals.js';
import { Wrong } from './person-of.js';
import { runCommand } from './run-command.js';

const USAGE = `Checks the record of points: every entry against its seal, the ends that were kept, and the rules.

  npm run verify -w points-bank-counter -- [--community <id>] [--ends <ends.jsonl>]

--ends names a file of ends that was downloaded from the page Audit and kept elsewhere. DATA or DATABASE_URL say where the record is, as for
the counter, which has to be closed where it is on its embedded database. Ends with 1 where anything was found.`;

async function endsIn(path: string | undefined): Promise<readonly KeptEnd[]> {
  if (path === undefined) return [];
  const ends = readEnds(await readFile(path, 'utf8'));
  if (ends === undefined) throw new Wrong(`${path} is no file of ends, or was changed since it was made.`);
  return ends;
}

/** What was found, a line each; nothing where all is well. */
function linesOf({ broken, decisions, kept }: Audit): string[] {
  const found = [...broken.first, ...decisions.first].map(
    ({ accountId, finding }) => `${accountId}: ${explain(finding, WORDS.en)}`,
  );
  const more = broken.many + decisions.many - found.length;
  const lost = kept.filter(({ holds }) => !holds);
  return [
    ...found,
    ...(more > 0 ? [`and ${more} more`] : []),
    ...lost.map(
      ({ keptOn, keptBy }) => `Entries from before ${keptBy} kept the ends on ${keptOn} have been changed.`,
    ),
  ];
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { community: { type: 'string' }, ends: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help === true) throw new Wrong(USAGE);
  const ends = await endsIn(values.ends);
  const counter = await openCounter(readConfig(process.env));
  try {
    const audit = await auditOf(counter, { communityId: values.community, ends });
    const { accounts, entries, sealedLater, kept } = audit;
    const lines = linesOf(audit);
    for (const line of lines) console.error(line);
    console.log(`${entries} entries of ${accounts} accounts checked`);
    if (sealedLater !== undefined)
      console.log(`${sealedLater.entries} of them were sealed later than entered, by ${sealedLater.on}`);
    console.log(
      kept[0] === undefined ? 'No ends were kept' : `The latest head that was kept is ${kept[0].head}`,
    );
    if (lines.length > 0) process.exitCode = 1;
    else console.log('All is as it was sealed, and follows from the rules');
  } finally {
    await counter.close();
  }
}

await runCommand(run);
