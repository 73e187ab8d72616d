// Castore as its documentation has it, but for a reducer that changes the aggregate it is given, as fast as it gets. What it builds
// is frozen at the end, as Castore itself leaves it open.
import { EventStore, EventType } from '@castore/core';
import { freezeAccount, opened, step } from './limit.mjs';

const TYPES = ['AccountOpened', 'PostClaimed', 'ActivityCredited', 'PointsRedeemed', 'ScoreCorrected'];

const accounts = new EventStore({
  eventStoreId: 'ACCOUNTS',
  eventTypes: TYPES.map((type) => new EventType({ type })),
  reducer(account, { type, payload }) {
    if (type === 'AccountOpened') return opened(payload);
    step(account, { type, data: payload });
    return account;
  },
});

export function store(events) {
  return events.map(({ type, data }, i) => {
    return { aggregateId: data.accountId, version: i + 1, timestamp: data.on, type, payload: data };
  });
}

export function fold(stored) {
  return freezeAccount(accounts.buildAggregate(stored));
}
