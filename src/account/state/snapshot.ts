import { isRecord } from '../../values/json.js';
import type { Account } from './account.js';
import { NotAnAccountError, requireAccount } from './require-account.js';

/**
 * The version of the account's form. It rises whenever `fold` makes something else of the same events, so that an older fold's snapshot
 * is never taken for a current one.
 */
export const FOLD_VERSION = 4;

/** A stored account and the number of events folded into it, so that only the rest has to be folded. Plain JSON. */
export type Snapshot = {
  readonly account: Account;
  /** The number of events of the account's stream that are folded into it. */
  readonly streamVersion: number;
  readonly foldVersion: number;
};

/** Thrown for a snapshot made by another version of the fold: fold the history again. */
export class StaleSnapshotError extends Error {
  override readonly name = 'StaleSnapshotError';

  /** The version of the fold that made it. */
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
 * @param streamVersion - the number of events of the account's stream that are folded into it
 * @throws RangeError if `streamVersion` is not a whole number from 0
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
  requireAccount(account);
  if (!Number.isSafeInteger(streamVersion) || streamVersion < 0) {
    throw new RangeError(`streamVersion has to be a whole number from 0, not ${streamVersion}`);
  }
  return Object.freeze({ account, streamVersion, foldVersion: FOLD_VERSION });
}

/**
 * The account of a snapshot. Folding goes on from it: `fold(tail, fromSnapshot(stored))`.
 *
 * @throws {@link StaleSnapshotError} if another version of the fold made it, {@link NotAnAccountError} if it holds no account
 */
export function fromSnapshot(given: Snapshot): Account {
  if (!isRecord(given)) throw new NotAnAccountError(given);
  const { account, foldVersion } = given;
  if (foldVersion !== FOLD_VERSION) throw new StaleSnapshotError(foldVersion);
  requireAccount(account);
  return account;
}
