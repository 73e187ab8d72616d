import { readFileSync } from 'node:fs';

/**
 * The lines of the ledger, each with its number and what it says, parsed and nothing more: a command, or the sheet of an activity with a
 * list of accounts.
 */
export function readLedger() {
  return readFileSync(new URL('./ledger.jsonl', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const said = JSON.parse(line);
      return { number: index + 1, ...(said.accounts === undefined ? { command: said } : { sheet: said }) };
    });
}
