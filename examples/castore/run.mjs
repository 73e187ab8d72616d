// Accounts in Castore: one aggregate for each account. Here in its storage in memory, which gives events back as DynamoDB or PostgreSQL do.
import { EventStore, EventType } from '@castore/core';
import { InMemoryEventStorageAdapter } from '@castore/event-storage-adapter-in-memory';
import { createBank, EVENT_VERSIONS, evolve, fold, initialAccount, redeemable } from 'points-bank';
import { seal } from 'points-bank/audit';
import { renfa2022 } from 'points-bank/rule-sets';
import { parseEvent } from 'points-bank/schema';
import { en, explain } from 'points-bank/words';

// #region store
/** An event of Castore's as the library knows it: `payload` is its data, and Castore's own fields stay outside. */
function eventOf({ type, payload, metadata }) {
  const parsed = parseEvent({ type, data: payload, metadata });
  if (!parsed.ok) throw new Error(`${type}: ${parsed.problems[0].path} ${parsed.problems[0].message}`);
  return parsed.value;
}

const accounts = new EventStore({
  eventStoreId: 'ACCOUNTS',
  eventTypes: Object.keys(EVENT_VERSIONS).map((type) => new EventType({ type })),
  reducer: (account = initialAccount, stored) => evolve(account, eventOf(stored)),
  eventStorageAdapter: new InMemoryEventStorageAdapter(),
});

async function handle(decide, command, attempts = 5) {
  const aggregateId = command.data.accountId;
  const { events } = await accounts.getEvents(aggregateId);
  const decision = decide(command, fold(events.map(eventOf)));
  if (!decision.accepted || decision.events.length === 0) return decision;
  // Castore counts from 1: the version of an event is the number of those before it, and one more.
  const grouped = decision.events.map(({ type, data: payload, metadata }, i) =>
    accounts.groupEvent({ aggregateId, version: events.length + i + 1, type, payload, metadata }),
  );
  try {
    await EventStore.pushEventGroup(...grouped);
    return decision;
  } catch (error) {
    if (error.code !== 'EventAlreadyExistsError' || attempts === 1) throw error;
    return handle(decide, command, attempts - 1);
  }
}
// #endregion

const { decide } = createBank(renfa2022);
// An id of nineteen digits, which some stores take for a number.
const accountId = '1234567890123456789';
const data = { accountId, on: '2023-03-01', by: { office: 'community', communityId: 'linan' } };
const opening = { ...data, role: 'resident', communityId: 'linan', formComplete: true };
const claim = { type: 'ClaimPost', data: { ...data, postId: '平安巡逻', kind: 'post', difficulty: 'hard' } };
const decided = [];
const enter = async (command) => {
  const made = await handle(decide, command);
  if (made.accepted) decided.push(...made.events);
  console.log(command.type, made.accepted ? made.events.length : explain(made.refusal, en));
};
await enter({ type: 'OpenAccount', data: opening });
await enter({ type: 'OpenAccount', data: opening });
// Two clerks at once: the second is overtaken, reads again and finds it done.
await Promise.all([enter(claim), enter(claim)]);
await enter({ type: 'ReportIn', data });
const { aggregate, events } = await accounts.getAggregate(accountId);
console.log('balance', redeemable(aggregate), 'after', events.length, 'events');
const sealOf = (some) => seal(some).at(-1).metadata.hash;
console.log('as they went in:', sealOf(events.map(eventOf)) === sealOf(decided));
