import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Account, type BankEvent, FOLD_VERSION, fold, type StoredEvent, upcast } from '../../src/index.js';
import { stored } from '../support/checks.js';
import { VOLUNTEER } from '../support/history.js';
import { golden } from './golden.js';

/*
 * Events are a storage format: what was written once has to be read for ever, and has to make the same account. `golden.json` is one
 * history as a store would hold it, with the account that it made. It is never written anew: a new form of an event gets a version
 * and an upcaster, a new form of the account a `FOLD_VERSION` and an entry of its own in the file.
 */

type Golden = { readonly events: readonly StoredEvent[]; readonly accounts: { readonly [foldVersion: string]: Account } };
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

  test('would be decided in the same way again, field by field', () => {
    const without = ({ data, ...event }: BankEvent): unknown => {
      // The rules may be put otherwise: that shows in their digest and in the words of their parts, not in what is decided.
      const { ruleSet: _, ...rest } = data;
      return stored({ ...event, data: rest });
    };
    expect(golden().map(without)).toEqual(EVENTS.map(without));
  });
});
