// A simulation split into shards over a pool of workers: the merged result is the very result of the run in one piece.

import { Piscina } from 'piscina';
import { mergeResults, quantiles, redemptionDemand, simulate } from 'points-bank/simulation';
import { run } from './scenario.mjs';

const SHARDS = 7;

const pool = new Piscina({ filename: new URL('./worker.mjs', import.meta.url).href });
// An AbortController's signal given to `pool.run` would stop the workers that are still at it.
const shards = await Promise.all(
  Array.from({ length: SHARDS }, (_, index) => pool.run({ index, of: SHARDS })),
);
await pool.close();

const merged = mergeResults(shards);
const whole = simulate({
  ...run,
  onProgress: ({ done, of }) => process.stderr.write(`\r${done} of ${of} volunteers`),
});
process.stderr.write('\n');

const [first, ...others] = [...shards].reverse();
const oneByOne = others.reduce((sum, shard) => mergeResults([sum, shard]), first);

console.log(`${SHARDS} shards: ${shards.map(({ accounts }) => accounts).join(' + ')} accounts`);
console.log(
  `merged: ${merged.accounts} accounts, ${merged.commands.accepted.CreditActivity} matters credited`,
);
console.log(`the same as in one piece: ${same(merged, whole)}`);
console.log(`the same in another order, merged one by one: ${same(oneByOne, whole)}`);
for (const [role, { assessment }] of Object.entries(merged.roles)) {
  console.log(`${role}: assessment, quartiles ${quantiles(assessment, [0.25, 0.5, 0.75]).join(', ')}`);
}
const short = redemptionDemand(merged).find(({ short }) => short > 0);
console.log(`the first to run out: ${short.rewardId} in ${short.period}, ${short.short} too few`);

function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
