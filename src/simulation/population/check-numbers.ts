import { isRecord } from '../../values/json.js';
import { SimulationError } from '../simulation-error.js';

/** Throws a `bad-population` error for one part of a population. */
export function refusePart(path: string, message: string): never {
  throw new SimulationError('bad-population', message, path);
}

/** Throws unless the value is an object with members. */
export function checkRecord(path: string, value: unknown): void {
  if (!isRecord(value)) refusePart(path, 'not an object');
}

/** Throws unless the value is a list of objects with members. */
export function checkRecords(path: string, value: unknown): void {
  if (!Array.isArray(value)) refusePart(path, 'not a list');
  for (const [i, one] of value.entries()) checkRecord(`${path}[${i}]`, one);
}

/** Throws unless the value is a whole number of at least 0. */
export function checkCount(path: string, value: unknown): void {
  if (!Number.isSafeInteger(value) || (value as number) < 0)
    refusePart(path, `not a whole number of at least 0: ${String(value)}`);
}

/** Throws unless the value is a number from 0 to `most`. */
export function checkRange(path: string, value: unknown, most: number): void {
  if (typeof value === 'number' && value >= 0 && value <= most) return;
  refusePart(path, `not a number from 0 to ${most}: ${String(value)}`);
}

/** Throws unless the value is a probability or `undefined`. */
export function checkProbability(path: string, value: unknown): void {
  if (value !== undefined) checkRange(path, value, 1);
}

const MOST_WEIGHT = 1_000_000_000;

/** Throws unless the weights are a list (of `length` numbers, if given) with at least one above 0. */
export function checkWeights(path: string, weights: readonly number[] | undefined, length?: number): void {
  if (weights === undefined) return;
  if (!Array.isArray(weights) || weights.length === 0) refusePart(path, 'not a list of weights');
  if (length !== undefined && weights.length !== length)
    refusePart(path, `has ${weights.length} weights, not ${length}`);
  for (const [i, weight] of weights.entries()) checkRange(`${path}[${i}]`, weight, MOST_WEIGHT);
  if (!weights.some((weight) => weight > 0)) refusePart(path, 'no weight is above 0');
}

/** Throws unless every name is known and the weights are valid. */
export function checkNamedWeights(
  path: string,
  weights: { readonly [name: string]: number } | undefined,
  known: readonly string[],
): void {
  if (weights === undefined) return;
  checkRecord(path, weights);
  for (const name of Object.keys(weights)) {
    if (!known.includes(name))
      refusePart(`${path}.${name}`, `unknown name; known names: ${known.join(', ')}`);
  }
  checkWeights(path, Object.values(weights));
}
