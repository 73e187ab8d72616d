/** What a {@link SimulationError} is about. */
export type SimulationErrorCode =
  /** A day that does not exist, or is not written `YYYY-MM-DD`. */
  | 'not-a-date'
  /** A period that ends before it starts. */
  | 'period-backwards'
  /** A seed that is not a whole number from 0. */
  | 'bad-seed'
  /** A shard that is not one of so many. */
  | 'bad-shard'
  /** A population that the rule set or the handbook cannot have, or a number in it that makes no sense. */
  | 'bad-population'
  /** Results of different runs cannot be merged. */
  | 'different-runs'
  /** Results that have volunteers in common cannot be merged: they would count twice. */
  | 'overlapping-shards'
  /** There is no result to merge. */
  | 'nothing-to-merge'
  /** Share of accounts that is not a number from 0 to 1. */
  | 'bad-share';

/** Thrown where a simulation is asked for that cannot be run, or results that cannot be merged: an error of the program that asks. */
export class SimulationError extends RangeError {
  override readonly name = 'SimulationError';
  /** What it is about. */
  readonly code: SimulationErrorCode;
  /** The part that is wrong, as a path: `roles.resident.items.activity.perMonth`. */
  readonly path: string | undefined;

  /**
   * @param code - what it is about
   * @param message - for whoever wrote the program
   * @param path - the part that is wrong
   */
  constructor(code: SimulationErrorCode, message: string, path?: string) {
    super(path === undefined ? message : `${path}: ${message}`);
    this.code = code;
    this.path = path;
  }
}

/** Thrown where a run was aborted by a signal that gives no reason of its own. */
export class SimulationAborted extends Error {
  override readonly name = 'SimulationAborted';
}
