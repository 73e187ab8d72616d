import type { BankEvent } from '../../account/events/event.js';
import { isMessage, own } from '../../values/json.js';
import { undisturbed } from '../../values/undisturbed.js';
import type { AccountHistory } from '../shared/account-history.js';
import { byOpening, requireOpeningFirst, withEvent } from '../shared/read-accounts.js';
import { ReportError } from '../shared/report-error.js';
import { eventsOf, type KeptAccount, keepEvent, keepOpening, type Share, sharing } from './kept-account.js';
import type { KeptFields } from './kept-fields.js';

/**
 * A report over many accounts, made step by step: events are added one by one, states of different accounts are merged, and the report is
 * made from a state whenever it is wanted.
 *
 * Accounts are the unit of a shard: all events of an account go into one state, in order. How accounts are split, and in which order states
 * are merged, makes no difference to the report.
 */
export type ReportReducer<Report> = {
  /** Makes a state without accounts. */
  readonly empty: () => ReportState;
  /**
   * Adds an account's next event.
   *
   * @param state - is changed, and returned
   * @throws {@link ReportError} `broken-history` (what is given is no event, or does not follow the account's events before it),
   *   `other-state`
   */
  readonly add: (state: ReportState, event: BankEvent) => ReportState;
  /**
   * Puts the accounts of two states into one.
   *
   * @param a - takes the accounts of `b`, and is returned
   * @param b - shares its accounts with `a` from then on
   * @throws {@link ReportError} `shared-account` (both have events of one account), `other-state`
   */
  readonly merge: (a: ReportState, b: ReportState) => ReportState;
  /**
   * Makes the report. The state stays as it is, and takes further events.
   *
   * @throws {@link ReportError} `broken-history` (an account's events cannot be its history), `other-state`
   */
  readonly finish: (state: ReportState) => Report;
};

/**
 * What a report keeps of the events: of each account its opening, and of each entry its day, its id and its points; what entries have in
 * common is kept once for all of them. Plain JSON, to be stored, sent and read again. It does not depend on the report's options, so one state
 * makes the report of any day.
 */
export type ReportState = {
  /** The report that it is for, and the version of its form: `register-1`. A state of another form is refused. */
  readonly form: string;
  /** By account id. */
  readonly accounts: { readonly [accountId: string]: KeptAccount };
};

/** Makes the reducer of a report. */
export function reducerOf<Report>(
  form: string,
  fields: KeptFields,
  reportOf: (histories: Iterable<AccountHistory>) => Report,
): ReportReducer<Report> {
  const shares = new WeakMap<ReportState, Share>();
  const shareOf = (state: ReportState): Share => {
    const share = shares.get(state) ?? sharing();
    shares.set(state, share);
    return share;
  };
  const accountsOf = (state: ReportState): Record<string, KeptAccount> => {
    if (state.form === form) return state.accounts;
    throw new ReportError('other-state', `a state of the form '${form}' is needed, not of '${state.form}'`);
  };
  return Object.freeze<ReportReducer<Report>>({
    empty: () => ({ form, accounts: {} }),
    add: (state, event) =>
      undisturbed(() => {
        addEvent(accountsOf(state), event, fields, shareOf(state));
        return state;
      }),
    merge: (a, b) =>
      undisturbed(() => {
        addAccounts(accountsOf(a), accountsOf(b));
        return a;
      }),
    finish: (state) =>
      undisturbed(() => {
        const accounts = accountsOf(state);
        return reportOf({ [Symbol.iterator]: () => historiesOf(accounts, fields) });
      }),
  });
}

function addEvent(
  accounts: Record<string, KeptAccount>,
  event: BankEvent,
  fields: KeptFields,
  share: Share,
): void {
  if (!isMessage(event)) throw new ReportError('broken-history', 'what is given is not an event');
  const { accountId } = event.data;
  const account = own(accounts, accountId);
  requireOpeningFirst(event, account !== undefined);
  if (account === undefined) put(accounts, accountId, keepOpening(event, fields, share));
  else keepEvent(account, event, fields, share);
}

function addAccounts(accounts: Record<string, KeptAccount>, more: Record<string, KeptAccount>): void {
  for (const accountId of Object.keys(more)) {
    if (Object.hasOwn(accounts, accountId))
      throw new ReportError('shared-account', `both states have events of account '${accountId}'`);
  }
  for (const [accountId, account] of Object.entries(more)) put(accounts, accountId, account);
}

/** Sets an own member; an account may be named `__proto__`. */
function put(accounts: Record<string, KeptAccount>, accountId: string, account: KeptAccount): void {
  if (accountId in accounts) {
    const member = { value: account, writable: true, enumerable: true, configurable: true };
    Object.defineProperty(accounts, accountId, member);
  } else {
    accounts[accountId] = account;
  }
}

/** The histories by the day of their opening, then by id. Each is made when it is looked at: all together would be many times the state. */
function* historiesOf(
  accounts: Readonly<Record<string, KeptAccount>>,
  fields: KeptFields,
): Generator<AccountHistory, void, undefined> {
  const opened = Object.entries(accounts).map(([accountId, account]) => ({
    accountId,
    on: account.opened.on as string,
    account,
  }));
  for (const { accountId, account } of opened.sort(byOpening)) yield historyOf(accountId, account, fields);
}

function historyOf(accountId: string, account: KeptAccount, fields: KeptFields): AccountHistory {
  let history: AccountHistory | undefined;
  for (const event of eventsOf(accountId, account, fields)) history = withEvent(history, event);
  return history as AccountHistory;
}
