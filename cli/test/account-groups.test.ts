import { expect, test } from 'vitest';
import { AccountGroups } from '../src/audit/account-groups.js';

function groupsOf(events: readonly unknown[]): AccountGroups {
  const groups = new AccountGroups();
  for (const [place, event] of events.entries()) groups.add(event, place);
  return groups;
}

const of = (accountId: string, more: object = {}) => ({ type: 'Any', data: { accountId, ...more } });

test('accounts that speak of each other are in one batch, in the order of the ledger', () => {
  const events = [
    of('a'),
    of('b'),
    of('c', { continues: [{ accountId: 'a' }] }),
    of('b'),
    of('d', { to: 'e' }),
    of('e', { from: 'd' }),
    of('f', { continues: [{ accountId: 'c' }, { accountId: 'e' }] }),
    of('a'),
  ];
  expect([...groupsOf(events).batches(1)].sort()).toEqual([
    [0, 2, 4, 5, 6, 7],
    [1, 3],
  ]);
});

test('a batch is filled with whole groups', () => {
  const events = ['a', 'b', 'c', 'a', 'b', 'c', 'd'].map((id) => of(id));
  expect([...groupsOf(events).batches(3)]).toEqual([
    [0, 1, 3, 4],
    [2, 5, 6],
  ]);
  expect([...groupsOf(events).batches(Number.POSITIVE_INFINITY)]).toEqual([[0, 1, 2, 3, 4, 5, 6]]);
  expect([...groupsOf([]).batches(3)]).toEqual([]);
});

test('what is no event is verified too', () => {
  const events = [
    null,
    1,
    'text',
    [],
    {},
    { data: null },
    { data: { accountId: 3, continues: [null, 1] } },
    undefined,
  ];
  expect([...groupsOf(events).batches(100)]).toEqual([[0, 1, 2, 3, 4, 5, 6, 7]]);
});
