/**
 * Rule sets ready to use: the first scheme and its parts.
 *
 * @packageDocumentation
 */

export type { Renfa2022Reading } from './rule-sets/renfa-2022-31/readings.js';
export type { Renfa2022Items } from './rule-sets/renfa-2022-31/roles.js';
export { type Renfa2022, renfa2022 } from './rule-sets/renfa-2022-31/rules.js';
