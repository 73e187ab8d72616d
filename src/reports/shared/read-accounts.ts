import type { BankEvent } from '../../account/events/event.js';
import { isMessage } from '../../values/json.js';
import { AccountHistory } from './account-history.js';
import { ReportError } from './report-error.js';

/**
 * Reads the history of one account.
 *
 * @param accountId - the account; without it, all events must belong to one account
 * @returns the history, or `undefined` if there is no such account
 * @throws {@link ReportError} `several-accounts`, `broken-history`
 */
export function readAccount(
  events: Iterable<BankEvent>,
  accountId: string | undefined,
): AccountHistory | undefined {
  let history: AccountHistory | undefined;
  let wanted = accountId;
  let index = -1;
  for (const event of events) {
    index += 1;
    requireEvent(event, index);
    const of = event.data.accountId;
    wanted ??= of;
    if (of === wanted) {
      history = withEvent(history, event, index);
    } else if (accountId === undefined) {
      throw new ReportError(
        'several-accounts',
        `events of '${wanted}' and of '${of}': name one with accountId`,
      );
    }
  }
  return history;
}

/**
 * Reads the histories of many accounts in one pass.
 *
 * @returns the history of each account by id, in the order of the openings
 * @throws {@link ReportError} `broken-history`
 */
export function readAccounts(events: Iterable<BankEvent>): Map<string, AccountHistory> {
  const histories = new Map<string, AccountHistory>();
  let index = -1;
  for (const event of events) {
    index += 1;
    requireEvent(event, index);
    const { accountId } = event.data;
    const before = histories.get(accountId);
    const after = withEvent(before, event, index);
    if (before === undefined) histories.set(accountId, after);
  }
  return histories;
}

/** Adds one event of an account. An account must start with its opening, is opened only once, and ends with its closing. */
function withEvent(history: AccountHistory | undefined, event: BankEvent, index: number): AccountHistory {
  const { accountId } = event.data;
  let of = history;
  if (event.type === 'AccountOpened') {
    if (of !== undefined) throw broken(`account '${accountId}' is opened twice`);
    of = new AccountHistory(event);
  } else if (of === undefined) {
    throw broken(`${event.type} of account '${accountId}' comes before its AccountOpened`);
  } else if (of.closing !== undefined) {
    throw broken(`${event.type} of account '${accountId}' comes after its AccountClosed`);
  }
  of.add(event, index);
  return of;
}

/** Throws for what is no event at all. */
function requireEvent(event: unknown, index: number): void {
  if (!isMessage(event)) throw broken(`what is given at ${index} is not an event`);
}

function broken(message: string): ReportError {
  return new ReportError('broken-history', message);
}
