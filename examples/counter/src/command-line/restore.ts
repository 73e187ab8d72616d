import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { BankEvent } from 'points-bank';
import { verifyDecisions } from 'points-bank/audit';
import { explain } from 'points-bank/words';
import { readConfig, readRules } from '../config.js';
import { WORDS } from '../language/words.js';
import { openCounter } from '../open-counter.js';
import { NotTheSame } from '../store/restorer.js';
import { fromStore } from '../store/stored-event.js';
import { Wrong } from './person-of.js';
import { runCommand } from './run-command.js';

const USAGE = `Restores the record of points from an export of all events (events.jsonl of the export page).
A counter on the embedded database has to be closed meanwhile.

  npm run restore -w points-bank-counter -- --from <events.jsonl> [--as-recorded]

Every event is checked against its schema and decided again by the rules in use. Where one does not follow from them, nothing is
restored, unless --as-recorded says that it was so on record. It can be run again after it was stopped: what is there is not doubled,
and where something else is there, it stops. Users, the directory, handbooks, programmes and requests are not in the export.`;

/** How many faults are told of; whoever has more has one in all of them. */
const TOLD = 20;

async function eventsIn(path: string): Promise<BankEvent[]> {
  const events: BankEvent[] = [];
  let at = 0;
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    at += 1;
    if (line.trim() === '') continue;
    try {
      events.push(fromStore(JSON.parse(line)));
    } catch (error) {
      throw new Wrong(`Line ${at} is no event: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return events;
}

function saidPlainly(error: unknown): never {
  throw error instanceof NotTheSame ? new Wrong(error.message) : error;
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, 'as-recorded': { type: 'boolean', default: false } },
  });
  if (values.from === undefined) throw new Wrong(USAGE);
  const config = readConfig(process.env);
  const events = await eventsIn(values.from);
  const findings = verifyDecisions(events, [readRules(config.RULES)]);
  for (const finding of findings.slice(0, TOLD)) console.error(explain(finding, WORDS.en));
  if (findings.length > 0 && !values['as-recorded'])
    throw new Wrong(
      `${findings.length} of ${events.length} entries do not follow from the rules: nothing was restored`,
    );
  const counter = await openCounter(config);
  try {
    const places = new Map<string, number>();
    let restored = 0;
    for (const event of events) {
      const { accountId } = event.data;
      const place = places.get(accountId) ?? 0;
      places.set(accountId, place + 1);
      if (await counter.store.restore(event, place).catch(saidPlainly)) restored += 1;
    }
    console.log(`${restored} of ${events.length} entries restored`);
  } finally {
    await counter.close();
  }
}

await runCommand(run);
