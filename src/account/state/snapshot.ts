import type { Account } from './account.js';

/**
 * The version of the account's form. It rises with every change of what `fold` makes of the same events, so that a snapshot of an
 * older fold is never taken for one of this.
 */
export const FOLD_VERSION = 1;

/** An account kept with how far its stream had been folded, so that only the rest has to be. Plain JSON. */
export type Snapshot = {
  readonly account: Account;
  /** How many events of the account's stream are in it. */
  readonly streamVersion: number;
  readonly foldVersion: number;
};

/** Thrown for a snapshot that another version of the fold made: fold the history again. */
export class StaleSnapshotError extends Error {
  override readonly name = 'StaleSnapshotError';

  /** The fold that made it. */
  readonly foldVersion: number;

  constructor(foldVersion: number) {
    super(
      `the snapshot was made by fold ${foldVersion}; this is fold ${FOLD_VERSION}: fold the history again`,
    );
    this.foldVersion = foldVersion;
  }
}

/**
 * A snapshot of an account.
 *
 * @param streamVersion - how many events of the account's stream are folded in it
 * @throws RangeError where `streamVersion` is not a whole number from 0
 *
 * @example
 * ```ts
 * import { fold, fromSnapshot, snapshot } from 'points-bank'
 *
 * const kept = JSON.stringify(snapshot(fold([]), 0))
 * console.log(fromSnapshot(JSON.parse(kept)).status) // → unopened
 * ```
 */
export function snapshot(account: Account, streamVersion: number): Snapshot {
  if (!Number.isSafeInteger(streamVersion) || streamVersion < 0) {
    throw new RangeError(`streamVersion has to be a whole number from 0, not ${streamVersion}`);
  }
  return Object.freeze({ account, streamVersion, foldVersion: FOLD_VERSION });
}

/**
 * The account of a snapshot, to go on folding from: `fold(tail, fromSnapshot(kept))`.
 *
 * @throws {@link StaleSnapshotError} where another version of the fold made it
 */
export function fromSnapshot({ account, foldVersion }: Snapshot): Account {
  if (foldVersion !== FOLD_VERSION) throw new StaleSnapshotError(foldVersion);
  return account;
}
