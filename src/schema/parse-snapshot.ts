import { FOLD_VERSION, type Snapshot } from '../account/state/snapshot.js';
import { isRecord } from '../values/json.js';
import { isWhole } from '../values/points.js';
import { judge, refused, refusedAt } from './parse.js';
import { plainCopy } from './plain-copy.js';
import type { Parsed } from './problem.js';
import { snapshotSchema } from './snapshot.js';

/** The most values that a snapshot may have: an account of some 100,000 matters. */
const MAX_VALUES = 500_000;

/**
 * Parses a snapshot from anything. One that another version of the fold made is refused as such, whatever its form: fold the history
 * again. The form is judged, not the figures, which only the history proves.
 *
 * @returns the snapshot, deeply frozen; or every problem. Never throws.
 *
 * @example
 * ```ts
 * import { parseSnapshot } from 'points-bank/schema'
 *
 * const parsed = parseSnapshot({ account: { status: 'unopened' }, streamVersion: 0, foldVersion: 0 })
 * if (!parsed.ok) console.log(parsed.problems[0].code) // → stale-fold
 * ```
 */
export function parseSnapshot(input: unknown): Parsed<Snapshot> {
  const copy = plainCopy(input, MAX_VALUES);
  if (!copy.copied) return refused(copy.problems);
  const { value, problems } = copy;
  if (isRecord(value) && isWhole(value.foldVersion) && value.foldVersion !== FOLD_VERSION) {
    return refusedAt(['foldVersion'], 'stale-fold', `${value.foldVersion} ≠ ${FOLD_VERSION}`);
  }
  return judge(snapshotSchema, value, problems);
}
