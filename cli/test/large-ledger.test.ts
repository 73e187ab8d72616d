import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'points-bank';
import { type ChainEnd, NO_HASH, seal } from 'points-bank/audit';
import { expect, test } from 'vitest';
import { Folder } from './support/cli.js';
import { BY, COMMANDS, eventsOf } from './support/sample.js';

/*
 * A large ledger is verified in about the memory of a small one. A program that held it whole would need several times as much.
 */

const folder = new Folder();
const LARGE = 60_000;
const SMALL = 3_000;
/** Twenty times the lines take less than twice the memory; the rest is the index of where each line stands. */
const MOST_TIMES = 2;

/** Node.js with a hook that leaves the most memory that the process ever had, in kB, in a file. */
const measuring = `data:text/javascript,${encodeURIComponent(
  `import { writeFileSync } from 'node:fs';
   process.on('exit', () => writeFileSync('memory.txt', String(process.resourceUsage().maxRSS)));`,
)}`;

/** Writes two sealed ledgers of many accounts, the small one the beginning of the large one. */
function writeLedgers(): string {
  const events = eventsOf([
    COMMANDS[0] as Command,
    ...Array.from({ length: 19 }, (_, i): Command => {
      const on = `2023-04-${String(i + 1).padStart(2, '0')}`;
      const data = {
        accountId: 'm',
        item: 'activity',
        matterId: `值守${i}`,
        difficulty: 'base',
        on,
        by: BY,
      } as const;
      return { type: 'CreditActivity', data };
    }),
  ]).map((event) => JSON.stringify(event));
  const large = openSync(join(folder.path, 'large.jsonl'), 'w');
  const small = openSync(join(folder.path, 'small.jsonl'), 'w');
  let end: ChainEnd = { length: 0, head: NO_HASH };
  for (let written = 0; written < LARGE; written += 1) {
    const account = `"accountId":"m${Math.floor(written / events.length)}"`;
    const event = JSON.parse((events[written % events.length] as string).replace('"accountId":"m"', account));
    const [sealed] = seal([event], end);
    end = { length: written + 1, head: sealed?.metadata.hash as string };
    const line = `${JSON.stringify(sealed)}\n`;
    writeSync(large, line);
    if (written < SMALL) writeSync(small, line);
  }
  closeSync(large);
  closeSync(small);
  return end.head;
}

async function verified(file: string) {
  const { code, out } = await folder.run(['verify', file], { node: ['--import', measuring] });
  return { code, out, memory: Number(readFileSync(join(folder.path, 'memory.txt'), 'utf8')) };
}

test(`${LARGE} lines are verified in less than twice the memory of ${SMALL}`, async () => {
  const head = writeLedgers();
  const small = await verified('small.jsonl');
  const large = await verified('large.jsonl');
  expect([small.code, large.code]).toEqual([0, 0]);
  expect(large.out).toBe(
    `Chain: ${LARGE} entries, whole. Head ${head}\nDecisions: ${LARGE} entries; the rules lead to every one.\n`,
  );
  expect(large.memory / small.memory).toBeLessThan(MOST_TIMES);
});
