/*
 * Sealed histories of a community, as a store would return them.
 */
import fc from 'fast-check';
import { type ChainEnd, type SealedEvent, seal, verifyChain } from '../../src/audit.js';
import type { BankEvent } from '../../src/index.js';
import { anyCase, world } from '../support/arbitraries.js';
import { stored } from '../support/checks.js';
import { run } from '../support/history.js';

/** A sealed history with its known end. */
export type Chain = { readonly events: readonly SealedEvent[]; readonly end: ChainEnd };

/** Chains events, with the host's metadata on who recorded them. */
export function chainOf(events: readonly BankEvent[], clerk = 0): Chain {
  const entered = events.map((event) => ({
    ...event,
    metadata: { ...event.metadata, enteredBy: { desk: `窗口 ${clerk}`, trained: true, shifts: [1, 2.5] } },
  }));
  const sealed = stored(seal(entered as readonly BankEvent[]));
  const whole = verifyChain(sealed);
  if (!whole.ok) throw new Error(`a chain just sealed has a fault: ${whole.fault} at ${whole.at}`);
  return { events: sealed, end: { length: whole.length, head: whole.head } };
}

/** A number of chains with `least` to `most` events, the same each time. */
export function chains(count: number, least: number, most: number): readonly Chain[] {
  const cases = fc.sample(anyCase(world({ maxLength: 40 })), { numRuns: count * 2, seed: 6 });
  return cases
    .map(({ commands, rules }) => run(commands, rules).events.slice(0, most))
    .filter(({ length }) => length >= least)
    .slice(0, count)
    .map((events, n) => chainOf(events, n));
}

/** An event without its seal. */
export function unsealed({ type, data, metadata }: SealedEvent): BankEvent {
  const { sequence: _s, previousHash: _p, hash: _h, ...rest } = metadata;
  return { type, data, metadata: rest } as BankEvent;
}
