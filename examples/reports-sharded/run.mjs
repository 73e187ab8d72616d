// Reports of a city shared by a pool of workers, one task for each community: the very reports over all events in one piece.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { anomaliesReducer, communityRegister, findAnomalies } from 'points-bank/reports';
import { writeLedger } from './ledger.mjs';
import { DAY, eventsIn, PERIOD } from './worker.mjs';

const folder = mkdtempSync(join(tmpdir(), 'points-bank-city-'));
const files = writeLedger(folder, { communities: 6, volunteers: 40 });

// #region pool
const pool = new Piscina({
  filename: new URL('./worker.mjs', import.meta.url).href,
  // A file's events are short-lived: with more room for what is new, threads wait less for the collector of garbage.
  resourceLimits: { maxYoungGenerationSizeMb: 512 },
});

// A register is a community's: each worker makes those of its communities from the first event to the last row.
const registers = await Promise.all(files.map((file) => pool.run(file, { name: 'registerOfCommunity' })));

// Anomalies are found among all accounts of the city: workers look at their accounts, and what they saw is merged.
const states = await Promise.all(files.map((file) => pool.run(file, { name: 'anomalyStateOfCommunity' })));
const { merge, finish } = anomaliesReducer(PERIOD);
const anomalies = finish(states.map((state) => JSON.parse(state)).reduce(merge));
// #endregion
await pool.close();

const events = files.flatMap(eventsIn);
rmSync(folder, { recursive: true });
const inOnePiece = communityRegister(events, DAY);
const sum = (of) => registers.reduce((total, { totals }) => total + totals[of], 0);
console.log(
  `${files.length} communities, ${inOnePiece.totals.accounts + inOnePiece.totals.closedAccounts} accounts`,
);
for (const { communities, totals } of registers) {
  console.log(`${communities}: ${totals.accounts} open accounts, ${totals.redeemable} points outstanding`);
}
for (const figure of ['accounts', 'entries', 'earned', 'redeemed', 'redeemable']) {
  console.log(
    `${figure} of all registers: ${sum(figure)}, in one piece the same: ${sum(figure) === inOnePiece.totals[figure]}`,
  );
}
const backwards = finish(
  states
    .map((state) => JSON.parse(state))
    .reverse()
    .reduce(merge),
);
console.log(
  `anomalies: ${anomalies.length}, in one piece the same: ${same(anomalies, findAnomalies(events, PERIOD))}`,
);
console.log(`merged the other way round the same: ${same(backwards, anomalies)}`);

function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
