import { readConfig } from '../config.js';
import { openCounter } from '../open-counter.js';
import type { Rebuilt } from '../store/projections.js';
import { progressBar } from './progress.js';
import { runCommand } from './run-command.js';

/*
 * npm run rebuild -w points-bank-counter
 *
 * Makes the lists, the register's sums and the counts of stock anew from the events, in the database that DATA or DATABASE_URL names. A
 * counter on the embedded database has to be closed meanwhile; on a server others read what was there before, and whoever enters something
 * waits until it is done.
 */
async function run(): Promise<void> {
  const show = progressBar();
  let last: Rebuilt | undefined;
  const told = (rebuilt: Rebuilt) => {
    last = rebuilt;
    show(rebuilt);
  };
  const counter = await openCounter(readConfig(process.env), told);
  try {
    // Where they were of an earlier version, or of other rules, they were made with the opening.
    if (last === undefined) await counter.store.projections.rebuild(told);
    console.log(`The lists of ${last?.done ?? 0} accounts are made anew`);
  } finally {
    await counter.close();
  }
}

await runCommand(run);
