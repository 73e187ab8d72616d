import type { Handbook } from '../account/handbook.js';
import { handbookSchema } from './handbook.js';
import { parseBy } from './parse.js';
import type { Parsed } from './problem.js';

/** The most values that a handbook may have, all levels counted: those of 10,000 rewards. */
const MAX_VALUES = 150_000;

/**
 * Parses a handbook from anything.
 *
 * @returns the handbook, deeply frozen; or every problem. Never throws.
 *
 * @example
 * ```ts
 * import { parseHandbook } from 'points-bank/schema'
 *
 * const parsed = parseHandbook({ communityId: 'linan', version: '2023-1', published: '2023-03-01', rewards: [] })
 * if (parsed.ok) console.log(parsed.value.version) // → 2023-1
 * ```
 */
export function parseHandbook(input: unknown): Parsed<Handbook> {
  return parseBy(handbookSchema, input, MAX_VALUES);
}
