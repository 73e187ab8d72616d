import type { BankEvent } from '../../account/events/event.js';
import { isSameJson } from '../../values/json.js';
import { SimulationError } from '../simulation-error.js';

/**
 * A comparison over many accounts, made step by step: accounts are added one by one, states of different accounts are merged, and the result
 * is made whenever it is wanted. An account is decided again as a whole, so its history is added as a whole, and once.
 *
 * The state is plain JSON without histories. How accounts are split, and in which order states are merged, makes no difference to the result.
 */
export type HistoryReducer<State, Result> = {
  /** Makes a state without accounts. */
  readonly empty: () => State;
  /**
   * Adds an account.
   *
   * @param state - is changed, and returned
   * @param history - the account's events in order
   * @throws {@link SimulationError} `different-runs`
   * @throws HistoryError (of `points-bank`) if the history is none, or is no list of events
   */
  readonly add: (state: State, history: Iterable<BankEvent>) => State;
  /**
   * Adds the accounts of one state to another. Which accounts a state has, it does not say: one that is in both counts twice.
   *
   * @param a - is changed, and returned
   * @param b - stays as it is
   * @throws {@link SimulationError} `different-runs` (other rules or other options)
   */
  readonly merge: (a: State, b: State) => State;
  /**
   * Makes the result. The state stays as it is, and takes further accounts.
   *
   * @throws {@link SimulationError} `different-runs`
   */
  readonly finish: (state: State) => Result;
};

/** What a state says of itself: the digests of its rules, and the options that it was made with. */
export type StateRun = { readonly [part: string]: string };

/** Makes a function that throws for the state of another run. */
export function requireRun(run: StateRun): (state: { readonly run: StateRun } | null | undefined) => void {
  return (state) => {
    if (!isSameJson(state?.run, run))
      throw new SimulationError(
        'different-runs',
        'the state was made with other rules or other options',
        'run',
      );
  };
}
