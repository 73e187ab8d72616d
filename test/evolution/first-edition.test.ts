import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assessment, fold, fromSnapshot, redeemable, StaleSnapshotError } from '../../src/index.js';
import { parseEvents, parseSnapshot } from '../../src/schema.js';

/*
 * What docs/migration.md says of records of the first edition, which was never released: its events are read as they are and come to the
 * same figures; its snapshots are refused. The streams are those that were frozen of it.
 */

type Kept = {
  readonly stream: string;
  readonly redeemable: number;
  readonly assessment: number;
  readonly account: unknown;
  readonly events: readonly unknown[];
};

const kept = readFileSync(new URL('first-edition.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Kept);

describe.each(kept)('$stream', (was) => {
  test('its events come to the same figures', () => {
    const parsed = parseEvents(was.events);
    expect(parsed.ok).toBe(true);
    const account = fold(parsed.ok ? parsed.value : []);
    expect([redeemable(account), assessment(account)]).toEqual([was.redeemable, was.assessment]);
  });

  test('a snapshot of it is refused', () => {
    const snapshot = { account: was.account as never, streamVersion: was.events.length, foldVersion: 1 };
    expect(parseSnapshot(snapshot)).toMatchObject({ ok: false, problems: [{ code: 'stale-fold' }] });
    expect(() => fromSnapshot(snapshot)).toThrow(StaleSnapshotError);
  });
});
