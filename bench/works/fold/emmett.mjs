// Emmett's own fold, `aggregateStream` over its store in memory, with an evolve that changes the state it is given, as fast as it
// gets. What comes out is frozen at the end, as Emmett itself leaves it open.
import { getInMemoryEventStore } from '@event-driven-io/emmett';
import { freezeAccount, opened, step } from './limit.mjs';

const accounts = getInMemoryEventStore();

export const asynchronous = true;

export async function store(events) {
  const stream = events[0].data.accountId;
  await accounts.appendToStream(stream, events);
  return stream;
}

const aggregating = {
  initialState: () => undefined,
  evolve(account, event) {
    if (event.type === 'AccountOpened') return opened(event.data);
    step(account, event);
    return account;
  },
};

export async function fold(stream) {
  const { state } = await accounts.aggregateStream(stream, aggregating);
  return freezeAccount(state);
}
