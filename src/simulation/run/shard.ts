import { SimulationError } from '../simulation-error.js';
import type { SimulationOptions } from './simulation-options.js';

/** The numbers of a shard's volunteers: from the first, up to and without the end. All of them where no shard is named. */
export function shardOf(
  shard: SimulationOptions['shard'],
  volunteers: number,
): readonly [first: number, end: number] {
  if (shard === undefined) return [0, volunteers];
  const { index, of } = shard;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(of) || index < 0 || index >= of)
    throw new SimulationError('bad-shard', `there is no shard ${String(index)} of ${String(of)}`, 'shard');
  return [startOf(index, of, volunteers), startOf(index + 1, of, volunteers)];
}

function startOf(index: number, of: number, volunteers: number): number {
  // Equal parts, the first of them one larger where it does not come out even; no product that could grow past 2^53.
  const share = Math.floor(volunteers / of);
  return index * share + Math.min(index, volunteers - share * of);
}
