import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { median } from '../../harness/statistics.mjs';

const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url));

/** What the same child measured before accounts were made smaller; see the file. */
const FIRST = JSON.parse(readFileSync(new URL('first.json', import.meta.url), 'utf8'));

export default {
  title: 'an account of 100 entries: its snapshot, and what it takes in memory',
  async measure({ quick }) {
    const measured = [];
    for (let i = 0; i < (quick ? 1 : 3); i += 1) measured.push(await child(quick ? 500 : 2000));
    const bytes = median(measured.map((one) => one.bytes));
    const heap = median(measured.map((one) => one.heap));
    return {
      figures: [
        { what: 'snapshot as JSON', value: Math.round(bytes), unit: 'bytes' },
        { what: 'heap', value: Math.round(heap), unit: 'bytes' },
        { what: 'snapshot as JSON, first measurement', value: FIRST.bytes, unit: 'bytes' },
        { what: 'heap, first measurement', value: FIRST.heap, unit: 'bytes' },
      ],
      found: { bytes: bytes / FIRST.bytes, heap: heap / FIRST.heap },
    };
  },
  targets: [
    { what: 'snapshot against the first measurement', most: 0.475, of: ({ bytes }) => bytes },
    { what: 'heap against the first measurement', most: 0.43, of: ({ heap }) => heap },
  ],
};

function child(accounts) {
  return new Promise((resolve, reject) => {
    const one = fork(CHILD, [String(accounts)], { execArgv: ['--expose-gc'] });
    one.once('message', resolve);
    one.once('exit', (code) => reject(new Error(`the child ended with ${code}`)));
  });
}
