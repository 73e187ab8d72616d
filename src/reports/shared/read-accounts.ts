import type { AccountOpened, BankEvent } from '../../account/events/event.js';
import { ReportError } from './report-error.js';

/** Builds a report's state for one account: `start` makes it from the opening, and `add` adds every event, the opening included. */
export type AccountReader<S> = {
  readonly start: (opened: AccountOpened) => S;
  /** `index` is the event's place among all events given. */
  readonly add: (state: S, event: BankEvent, index: number) => void;
};

/**
 * Reads one account's events in one pass.
 *
 * @param accountId - the account; without it, all events must belong to one account
 * @returns the account's state, or `undefined` if there is no such account
 * @throws {@link ReportError} `several-accounts`, `broken-history`
 */
export function readAccount<S>(
  events: Iterable<BankEvent>,
  accountId: string | undefined,
  reader: AccountReader<S>,
): S | undefined {
  let state: S | undefined;
  let wanted = accountId;
  let index = -1;
  for (const event of events) {
    index += 1;
    const of = event.data.accountId;
    wanted ??= of;
    if (of === wanted) {
      state = withEvent(state, event, index, reader);
    } else if (accountId === undefined) {
      throw new ReportError(
        'several-accounts',
        `events of '${wanted}' and of '${of}': name one with accountId`,
      );
    }
  }
  return state;
}

/**
 * Reads the events of many accounts in one pass.
 *
 * @returns the state of each account by id, in the order of the openings
 * @throws {@link ReportError} `broken-history`
 */
export function readAccounts<S>(events: Iterable<BankEvent>, reader: AccountReader<S>): Map<string, S> {
  const states = new Map<string, S>();
  let index = -1;
  for (const event of events) {
    index += 1;
    const { accountId } = event.data;
    const before = states.get(accountId);
    const after = withEvent(before, event, index, reader);
    if (before === undefined) states.set(accountId, after);
  }
  return states;
}

/** Adds one event of an account. An account must start with its opening and is opened only once. */
function withEvent<S>(
  state: S | undefined,
  event: BankEvent,
  index: number,
  { start, add }: AccountReader<S>,
): S {
  let next = state;
  if (event.type === 'AccountOpened') {
    if (next !== undefined) throw broken(`account '${event.data.accountId}' is opened twice`);
    next = start(event);
  } else if (next === undefined) {
    throw broken(`${event.type} of account '${event.data.accountId}' comes before its AccountOpened`);
  }
  add(next, event, index);
  return next;
}

function broken(message: string): ReportError {
  return new ReportError('broken-history', message);
}
