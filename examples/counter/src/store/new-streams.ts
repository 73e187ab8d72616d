import { STREAM_DOES_NOT_EXIST } from '@event-driven-io/emmett';
import type { PostgresEventStore } from '@event-driven-io/emmett-postgresql';

// #region new-streams
/**
 * The event store with new streams guarded. Emmett's command handler appends to one that it found empty with the expectation
 * `STREAM_DOES_NOT_EXIST`, which emmett-postgresql 0.42 takes for none at all: of two processes that open the same account at once
 * both would be told that they did. The version 0 says the same and is checked.
 */
export function guardingNewStreams(store: PostgresEventStore): PostgresEventStore {
  return {
    ...store,
    appendToStream: (stream, events, options) =>
      store.appendToStream(stream, events, {
        ...options,
        ...(options?.expectedStreamVersion === STREAM_DOES_NOT_EXIST ? { expectedStreamVersion: 0n } : {}),
      }),
    withSession: (work) =>
      store.withSession(({ eventStore, close }) =>
        work({ eventStore: guardingNewStreams(eventStore), close }),
      ),
  };
}
// #endregion
