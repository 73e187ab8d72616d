import type * as z from 'zod';
import type { ReversedRecord } from '../../account/state/account.js';
import { FOLD_VERSION, type Snapshot } from '../../account/state/snapshot.js';
import { isRecord } from '../../values/json.js';
import { isWhole } from '../../values/points.js';
import { exactly, named, object, type Schema } from '../build.js';
import { type CheckContext, check } from '../check-context.js';
import { wholeFrom, wholeFrom0 } from '../leaves.js';
import { type Format, judge, refused, refusedAt, schemaOf } from '../parse.js';
import { plainCopy } from '../plain-copy.js';
import type { Parsed } from '../problem.js';
import { account } from './account.js';

/** The most values that a snapshot may have: an account of some 100,000 matters. */
const MAX_VALUES = 500_000;

const snapshot: Schema<Snapshot> = /* @__PURE__ */ named(
  'Snapshot',
  'An account kept with how far its stream had been folded, and the version of the fold that made it.',
  () =>
    exactly<Snapshot>()(
      object({
        account,
        streamVersion: wholeFrom0,
        foldVersion: wholeFrom(FOLD_VERSION, FOLD_VERSION),
      }),
    ),
);

/** What a reversal took out is kept for as long as it is out: after every odd number of reversals. */
function checkReversed(context: CheckContext): void {
  for (const { at, value } of context.members<ReversedRecord>(['account', 'reversed'])) {
    const isOut = value.chain.length % 2 === 1;
    if (isOut === (value.undone !== undefined)) continue;
    context.report([...at, 'undone'], isOut ? 'missing' : 'unknown-field');
  }
}

const FORMAT: Format<Snapshot> = {
  form: snapshot,
  limit: MAX_VALUES,
  check: (value, malformed) => check(value, malformed, checkReversed),
};

/** The schema of a snapshot made by this version of the fold. `parseSnapshot` is for input that nobody knows. */
export const snapshotSchema: z.ZodType<Snapshot, Snapshot> = /* @__PURE__ */ schemaOf(FORMAT);

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
  const { copied, value, faults } = plainCopy(input, FORMAT.limit);
  if (!copied) return refused(faults);
  if (isRecord(value) && isWhole(value.foldVersion) && value.foldVersion !== FOLD_VERSION) {
    return refusedAt(['foldVersion'], 'stale-fold', `${value.foldVersion} ≠ ${FOLD_VERSION}`);
  }
  return judge(FORMAT, value, faults);
}
