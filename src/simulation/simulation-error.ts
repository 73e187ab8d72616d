/** Why a {@link SimulationError} was thrown. */
export type SimulationErrorCode =
  /** The day does not exist, or is not written `YYYY-MM-DD`. */
  | 'not-a-date'
  /** The period ends before it starts. */
  | 'period-backwards'
  /** The seed is not a whole number of at least 0. */
  | 'bad-seed'
  /** The shard's index is not below the number of shards. */
  | 'bad-shard'
  /** The population does not fit the rule set or the handbook, or one of its numbers makes no sense. */
  | 'bad-population'
  /** The results come from different runs, or a state from other rules or options. */
  | 'different-runs'
  /** The results share volunteers, who would count twice. */
  | 'overlapping-shards'
  /** There are no results to merge. */
  | 'nothing-to-merge'
  /** What is given is no list of results, or no histogram. */
  | 'not-a-list'
  /** The share of accounts is not a number from 0 to 1. */
  | 'bad-share';

/** Thrown when a simulation cannot be run, or its results cannot be merged: a mistake in the calling program. */
export class SimulationError extends RangeError {
  override readonly name = 'SimulationError';
  /** Why it was thrown. */
  readonly code: SimulationErrorCode;
  /** The path of the wrong part, such as `roles.resident.items.activity.perMonth`. */
  readonly path: string | undefined;

  /**
   * @param code - why it is thrown
   * @param message - for the programmer
   * @param path - the path of the wrong part
   */
  constructor(code: SimulationErrorCode, message: string, path?: string) {
    super(path === undefined ? message : `${path}: ${message}`);
    this.code = code;
    this.path = path;
  }
}

/** Thrown when a run is aborted by a signal that gives no reason. */
export class SimulationAbortedError extends Error {
  override readonly name = 'SimulationAbortedError';
}
