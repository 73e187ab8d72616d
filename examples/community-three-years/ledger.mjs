import { readFileSync } from 'node:fs';

/** The lines of the ledger, each with its number and what it says, parsed and nothing more. */
export function readLedger() {
  return readFileSync(new URL('./ledger.jsonl', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, index) => ({ number: index + 1, command: JSON.parse(line) }));
}
