import type { AccountOpened, BankEvent } from '../../account/events/event.js';
import { ReportError } from './report-error.js';

/** How a report keeps what it reads of an account: started by the opening, which is then the first event taken. */
export type Reader<S> = {
  readonly open: (opened: AccountOpened) => S;
  /** `index` is the event's place among all that were given. */
  readonly take: (state: S, event: BankEvent, index: number) => void;
};

/**
 * Reads the events of one account out of those given, in one pass.
 *
 * @param accountId - whose; where left out, the events have to be one account's
 * @returns what was kept of it, or `undefined` where there is no such account
 * @throws {@link ReportError} `several-accounts`, `broken-history`
 */
export function readAccount<S>(
  events: Iterable<BankEvent>,
  accountId: string | undefined,
  reader: Reader<S>,
): S | undefined {
  let state: S | undefined;
  let wanted = accountId;
  let index = -1;
  for (const event of events) {
    index += 1;
    const of = event.data.accountId;
    wanted ??= of;
    if (of === wanted) {
      state = next(state, event, index, reader);
    } else if (accountId === undefined) {
      throw new ReportError(
        'several-accounts',
        `events of '${wanted}' and of '${of}': name one by accountId`,
      );
    }
  }
  return state;
}

/**
 * Reads the events of many accounts in one pass.
 *
 * @returns account id → what was kept of it, in the order of the openings
 * @throws {@link ReportError} `broken-history`
 */
export function readAccounts<S>(events: Iterable<BankEvent>, reader: Reader<S>): Map<string, S> {
  const states = new Map<string, S>();
  let index = -1;
  for (const event of events) {
    index += 1;
    const { accountId } = event.data;
    const before = states.get(accountId);
    const after = next(before, event, index, reader);
    if (before === undefined) states.set(accountId, after);
  }
  return states;
}

/** Takes one event of an account, which has to start with its opening and be opened once. */
function next<S>(state: S | undefined, event: BankEvent, index: number, { open, take }: Reader<S>): S {
  let kept = state;
  if (event.type === 'AccountOpened') {
    if (kept !== undefined) throw broken(`account '${event.data.accountId}' is opened twice`);
    kept = open(event);
  } else if (kept === undefined) {
    throw broken(`${event.type} of account '${event.data.accountId}' comes before its AccountOpened`);
  }
  take(kept, event, index);
  return kept;
}

function broken(message: string): ReportError {
  return new ReportError('broken-history', message);
}
