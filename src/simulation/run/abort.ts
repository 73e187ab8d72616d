import { SimulationAborted } from '../simulation-error.js';

/** What is used of an `AbortSignal`. */
export type Abortable = { readonly aborted: boolean; readonly reason?: unknown };

/** Throws the signal's reason once it is aborted; {@link SimulationAborted} where it has none. */
export function throwIfAborted(signal: Abortable | undefined): void {
  if (signal?.aborted !== true) return;
  throw signal.reason ?? new SimulationAborted('the simulation was aborted');
}
