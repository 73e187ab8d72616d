import type { Handbook } from '../../account/handbook.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import type { Population } from '../population/population.js';
import { SimulationAbortedError, SimulationError } from '../simulation-error.js';

/** The progress of a run, in volunteers. */
export type SimulationProgress = { readonly done: number; readonly of: number };

/** The parts of an `AbortSignal` that a run uses. */
export type AbortSignalLike = { readonly aborted: boolean; readonly reason?: unknown };

/** All that a run's results depend on. The same run gives the same results on every platform. */
export type SimulatedRun = {
  readonly ruleSet: RuleSet;
  /**
   * The rewards, for all volunteers at the handbook's community; nothing is redeemed without it. Volunteers do not share its stock:
   * see {@link redemptionDemand}.
   */
  readonly handbook?: Handbook;
  readonly population: Population;
  /** The first day. */
  readonly from: CalendarDate;
  /** The last day. */
  readonly to: CalendarDate;
  /** A whole number from 0 to 2^53 − 1. */
  readonly seed: number;
};

/** A run and how to run it. */
export type SimulationOptions = SimulatedRun & {
  /** One of several equal parts of the volunteers: `{ index: 0, of: 4 }` is the first quarter. All volunteers by default. */
  readonly shard?: { readonly index: number; readonly of: number };
  /** Called about a hundred times, and at the end. It may abort the signal. */
  readonly onProgress?: (progress: SimulationProgress) => void;
  /** An `AbortSignal`, checked before each volunteer. */
  readonly signal?: AbortSignalLike;
};

/** Throws the reason of an aborted signal, or {@link SimulationAbortedError} if it gives none. */
export function throwIfAborted(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted !== true) return;
  throw signal.reason ?? new SimulationAbortedError('the simulation was aborted');
}

/** The numbers of a shard's volunteers, from the first up to but excluding the end. All volunteers without a shard. */
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

/** Divides evenly, with the remainder spread over the first shards; no product can exceed 2^53. */
function startOf(index: number, of: number, volunteers: number): number {
  const share = Math.floor(volunteers / of);
  return index * share + Math.min(index, volunteers - share * of);
}
