// Writes what the contenders work on, once for all of them: `.data/`, one event a line, as a store would give them back.

import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { entry } from '../harness/library.mjs';
import { HANDBOOK, history } from './histories.mjs';

const DATA = fileURLToPath(new URL('../.data/', import.meta.url));
const THREE_YEARS = 3 * 365;

/** Each file: accounts, events of each, and the days they are spread over. */
const FILES = {
  // Read by each contender of `fold`, which goes over them so often that 10,000 accounts are folded.
  'many-accounts': { accounts: 500, events: 100, days: THREE_YEARS },
  'account-of-1000': { accounts: 1, events: 1000, days: THREE_YEARS },
  'account-of-100000': { accounts: 1, events: 100_000, days: 10 * 365 },
};

/** Writes the files that are not there yet. */
export async function writeData(log) {
  mkdirSync(DATA, { recursive: true });
  const missing = Object.entries(FILES).filter(([name]) => !existsSync(`${DATA}${name}.jsonl`));
  if (missing.length === 0) return;
  const [{ createBank, fold, evolve, initialAccount }, { renfa2022 }] = await Promise.all([
    entry(),
    entry('rule-sets'),
  ]);
  const library = { bank: createBank(renfa2022, { handbook: HANDBOOK }), fold, evolve, initialAccount };
  for (const [name, { accounts, events, days }] of missing) {
    log(`data: ${name}`);
    const file = createWriteStream(`${DATA}${name}.jsonl`);
    for (let i = 0; i < accounts; i += 1) {
      const lines = history(library, `volunteer-${i}`, events, days, 1 + i).map((event) =>
        JSON.stringify(event),
      );
      if (!file.write(`${lines.join('\n')}\n`)) await once(file, 'drain');
    }
    file.end();
    await once(file, 'finish');
  }
}

/** The events of a file, in their order; the first so many of them. */
export function events(name, most = Infinity) {
  const text = readFileSync(`${DATA}${name}.jsonl`, 'utf8');
  const lines = most === Infinity ? text.split('\n') : text.split('\n', most);
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** The events of a file by account: one list for each. */
export function histories(name) {
  const accounts = new Map();
  for (const event of events(name)) {
    const { accountId } = event.data;
    const of = accounts.get(accountId);
    if (of === undefined) accounts.set(accountId, [event]);
    else of.push(event);
  }
  return [...accounts.values()];
}
