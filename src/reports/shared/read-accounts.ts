import type { AccountOpened, BankEvent } from '../../account/events/event.js';
import { isMessage } from '../../values/json.js';
import { AccountHistory } from './account-history.js';
import { byText } from './order.js';
import { ReportError, requireEvents } from './report-error.js';

/**
 * Reads the history of one account.
 *
 * @param accountId - the account; without it, all events must belong to one account
 * @param places - whether the place of an event is that among all events given, or among those of the account
 * @returns the history, or `undefined` if there is no such account
 * @throws {@link ReportError} `several-accounts`, `broken-history`
 */
export function readAccount(
  events: Iterable<BankEvent>,
  accountId: string | undefined,
  places: 'among-all' | 'in-account' = 'among-all',
): AccountHistory | undefined {
  requireEvents(events);
  let history: AccountHistory | undefined;
  let wanted = accountId;
  let index = -1;
  for (const event of events) {
    index += 1;
    requireEvent(event, index);
    const of = event.data.accountId;
    wanted ??= of;
    if (of === wanted) {
      history = withEvent(history, event, places === 'among-all' ? index : undefined);
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
 * @returns the history of each account by id, in the order of the openings; the place of an event is that among its account's
 * @throws {@link ReportError} `broken-history`
 */
export function readAccounts(events: Iterable<BankEvent>): Map<string, AccountHistory> {
  requireEvents(events);
  const histories = new Map<string, AccountHistory>();
  let given = -1;
  for (const event of events) {
    given += 1;
    requireEvent(event, given);
    const { accountId } = event.data;
    const before = histories.get(accountId);
    const after = withEvent(before, event);
    if (before === undefined) histories.set(accountId, after);
  }
  return histories;
}

/** The histories of many accounts, by the day of their opening, then by id: whatever the order in which the accounts come. */
export function accountsByOpening(events: Iterable<BankEvent>): AccountHistory[] {
  return [...readAccounts(events).values()].sort((a, b) => byOpening(a.opened.data, b.opened.data));
}

/** What is made of each account, one after the other; nothing is made of some. */
export function ofEach<T>(
  histories: Iterable<AccountHistory>,
  make: (history: AccountHistory) => T | undefined,
): T[] {
  const all: T[] = [];
  for (const history of histories) {
    const made = make(history);
    if (made !== undefined) all.push(made);
  }
  return all;
}

/** An account's opening, by which accounts are in order. */
type Opening = { readonly on: string; readonly accountId: string };

/** Compares accounts by the day of their opening, then by id. */
export function byOpening(a: Opening, b: Opening): number {
  return byText(a.on, b.on) || byText(a.accountId, b.accountId);
}

/**
 * Adds one event of an account. An account must start with its opening, is opened only once, and ends with its closing.
 *
 * @param index - the event's place; that among the account's events by default
 */
export function withEvent(
  history: AccountHistory | undefined,
  event: BankEvent,
  index: number = history?.events.length ?? 0,
): AccountHistory {
  requireOpeningFirst(event, history !== undefined);
  if (history?.closing !== undefined)
    throw broken(`${event.type} of account '${event.data.accountId}' comes after its AccountClosed`);
  const of = history ?? new AccountHistory(event as AccountOpened);
  of.add(event, index);
  return of;
}

/** Throws for an account that does not start with its opening, or is opened twice. */
export function requireOpeningFirst({ type, data: { accountId } }: BankEvent, isOpened: boolean): void {
  if (type === 'AccountOpened') {
    if (isOpened) throw broken(`account '${accountId}' is opened twice`);
  } else if (!isOpened) {
    throw broken(`${type} of account '${accountId}' comes before its AccountOpened`);
  }
}

/** Throws for what is no event at all. */
function requireEvent(event: unknown, index: number): void {
  if (!isMessage(event)) throw broken(`what is given at ${index} is not an event`);
}

function broken(message: string): ReportError {
  return new ReportError('broken-history', message);
}
