import { describe, expect, test } from 'vitest';
import {
  FOLD_VERSION,
  fold,
  fromSnapshot,
  initialAccount,
  type Snapshot,
  StaleSnapshotError,
  snapshot,
} from '../src/index.js';
import { stored } from './support/checks.js';
import { claim, hardMatters, open, run } from './support/history.js';

const EVENTS = run([open('resident'), claim('gate'), ...hardMatters(3, '2023-02-01')]).events;

describe('a snapshot', () => {
  test('is the account, how far its stream was folded, and by which fold', () => {
    const account = fold(EVENTS);
    const kept = snapshot(account, EVENTS.length);
    expect(kept).toEqual({ account, streamVersion: EVENTS.length, foldVersion: FOLD_VERSION });
    expect(Object.isFrozen(kept)).toBe(true);
    expect(fromSnapshot(kept)).toBe(account);
  });

  test('of nothing is the account that is not open', () => {
    expect(fromSnapshot(stored(snapshot(initialAccount, 0)))).toEqual(initialAccount);
  });

  test('goes on from where it was, through JSON', () => {
    const kept = JSON.stringify(snapshot(fold(EVENTS.slice(0, 2)), 2));
    const { streamVersion, ...rest } = JSON.parse(kept) as Snapshot;
    expect(fold(EVENTS.slice(streamVersion), fromSnapshot({ streamVersion, ...rest }))).toEqual(fold(EVENTS));
  });

  test('of an older fold, or of a newer one, is refused', () => {
    for (const foldVersion of [FOLD_VERSION - 1, FOLD_VERSION + 1, 0, -1, Number.NaN, 1.5]) {
      const kept = { ...snapshot(fold(EVENTS), EVENTS.length), foldVersion };
      expect(() => fromSnapshot(kept)).toThrow(StaleSnapshotError);
    }
    for (const foldVersion of [String(FOLD_VERSION), undefined, null, [FOLD_VERSION]]) {
      expect(() =>
        fromSnapshot({ account: initialAccount, streamVersion: 0, foldVersion } as unknown as Snapshot),
      ).toThrow(StaleSnapshotError);
    }
    const stale = new StaleSnapshotError(7);
    expect(stale).toMatchObject({ name: 'StaleSnapshotError', foldVersion: 7 });
    expect(stale.message).toBe(
      `the snapshot was made by fold 7; this is fold ${FOLD_VERSION}: fold the history again`,
    );
  });

  test('counts events in whole numbers from 0', () => {
    for (const streamVersion of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => snapshot(initialAccount, streamVersion)).toThrow(
        new RangeError(`streamVersion has to be a whole number from 0, not ${streamVersion}`),
      );
    }
    expect(() => snapshot(initialAccount, '1' as unknown as number)).toThrow(RangeError);
  });
});
