import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Account, FOLD_VERSION, fold, type StoredEvent, upcast } from '../../src/index.js';
import { stored } from '../support/checks.js';
import { movedBy, VOLUNTEER } from '../support/history.js';
import { golden } from './golden.js';

/*
 * Events are a storage format: what was written once has to be read for ever, and has to make the same account. `golden.json` is one
 * history as a store would hold it, with the account that it made. It is never written anew: a new form of an event gets a version
 * and an upcaster, a new form of the account a `FOLD_VERSION` and an entry of its own in the file.
 */

type Golden = {
  readonly events: readonly StoredEvent[];
  readonly accounts: { readonly [foldVersion: string]: Account };
};
const GOLDEN = JSON.parse(readFileSync(new URL('golden.json', import.meta.url), 'utf8')) as Golden;
const EVENTS = GOLDEN.events.flatMap((event) => upcast(event));

describe('the golden history', () => {
  test('makes the account that it has always made by this version of the fold', () => {
    expect(stored(fold(EVENTS))).toEqual(GOLDEN.accounts[FOLD_VERSION]);
  });

  test('has every type of event, and every one is the account’s own', () => {
    expect([...new Set(EVENTS.map(({ type }) => type))].sort()).toEqual([
      'AccountOpened',
      'ActivityCredited',
      'PointsRedeemed',
      'PostClaimed',
      'ScoreCorrected',
    ]);
    expect(new Set(EVENTS.map(({ data }) => data.accountId))).toEqual(new Set([VOLUNTEER]));
  });

  test('is written in the same form today, field by field, and scores the same', () => {
    const today = golden();
    expect(today.map(formOf)).toEqual(EVENTS.map(formOf));
    expect(today.map(movedBy)).toEqual(EVENTS.map(movedBy));
  });
});

/** The fields of a value with the types of what they hold; what it is may be put in other words. */
function formOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(formOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, formOf(member)]));
}
