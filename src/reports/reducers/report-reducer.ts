import type { BankEvent } from '../../account/events/event.js';
import { isMessage, own, putOwn } from '../../values/json.js';
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
 * A report that compares accounts with one another, and of whole accounts keeps next to nothing: who reads account after account settles each,
 * so that no entries of others are in memory.
 */
export type SettlingReducer<Report> = ReportReducer<Report> & {
  /**
   * Looks at the accounts of a state, which get no further events, and keeps of each only what the comparison needs. From then on the state is
   * for reducers of the same options.
   *
   * @param state - is changed, and returned
   * @throws {@link ReportError} `broken-history` (an account's events cannot be its history), `other-state`
   */
  readonly settle: (state: ReportState) => ReportState;
};

/**
 * What a report keeps of the events: of each account its opening, and of each entry its day, its id and its points; what entries have in
 * common is kept once for all of them. Plain JSON, to be stored, sent and read again. It does not depend on the report's options, so one state
 * makes the report of any day.
 */
export type ReportState = {
  /** The report that it is for, and the version of its form: `register-1`. A state of another form is refused. */
  readonly form: string;
  /** By account id, in a form that is the library's own and goes with `form`. */
  readonly accounts: { readonly [accountId: string]: unknown };
  /** Of accounts that were settled, what their comparison needs. */
  readonly settled?: SettledAccounts;
};

/** What a report that compares accounts has seen of those that were settled. */
export type SettledAccounts = {
  /** The options by which they were looked at, as a text. */
  readonly by: string;
  /** By account id; `null` for an account that these options do not compare. */
  readonly accounts: { readonly [accountId: string]: unknown };
};

type KeptAccounts = { readonly [accountId: string]: KeptAccount };

/** The accounts of a state; what a state of this form has of each was kept by `keepOpening`. */
function accountsIn({ accounts }: ReportState): KeptAccounts {
  return accounts as KeptAccounts;
}

/** How a report is made of accounts that are looked at one after the other. What was seen is plain JSON. */
export type Comparison<Seen extends SettledAccounts, Report> = {
  readonly empty: () => Seen;
  readonly look: (seen: Seen, history: AccountHistory) => void;
  /** Adds to the first, and returns it. */
  readonly merge: (seen: Seen, more: Seen) => Seen;
  /** Leaves it as it is. */
  readonly reportOf: (seen: Seen) => Report;
};

/** Makes the reducer of a report. */
export function reducerOf<Report>(
  form: string,
  fields: KeptFields,
  reportOf: (histories: Iterable<AccountHistory>, state: ReportState) => Report,
): ReportReducer<Report> {
  const shares = new WeakMap<ReportState, Share>();
  const shareOf = (state: ReportState): Share => {
    const share = shares.get(state) ?? sharing();
    shares.set(state, share);
    return share;
  };
  return Object.freeze<ReportReducer<Report>>({
    empty: () => ({ form, accounts: {} }),
    add: (state, event) =>
      undisturbed(() => {
        addEvent(checked(state, form), event, fields, shareOf(state));
        return state;
      }),
    merge: (a, b) =>
      undisturbed(() => {
        addAccounts(checked(a, form), checked(b, form));
        return a;
      }),
    finish: (state) =>
      undisturbed(() => {
        const accounts = accountsIn(checked(state, form));
        return reportOf({ [Symbol.iterator]: () => historiesOf(accounts, fields) }, state);
      }),
  });
}

/** Makes the reducer of a report that compares accounts. */
export function settlingReducerOf<Seen extends SettledAccounts, Report>(
  form: string,
  fields: KeptFields,
  { empty, look, merge, reportOf }: Comparison<Seen, Report>,
): SettlingReducer<Report> {
  const { by } = undisturbed(empty);
  const seenIn = ({ settled }: ReportState): Seen => {
    if (settled === undefined) return empty();
    if (settled.by === by) return settled as Seen;
    throw new ReportError('other-state', 'the accounts of the state were settled by other options');
  };
  const reducer = reducerOf(form, fields, (histories, state) => {
    // Where all are settled, a copy of what was seen would take as much memory again.
    if (Object.keys(state.accounts).length === 0) return reportOf(seenIn(state));
    const seen = merge(empty(), seenIn(state));
    for (const history of histories) look(seen, history);
    return reportOf(seen);
  });
  return Object.freeze<SettlingReducer<Report>>({
    ...reducer,
    merge: (a, b) =>
      undisturbed(() => {
        const [seen, more] = [seenIn(checked(a, form)), seenIn(checked(b, form))];
        reducer.merge(a, b);
        return b.settled === undefined ? a : withSettled(a, merge(seen, more));
      }),
    settle: (state) =>
      undisturbed(() => {
        const accounts = accountsIn(checked(state, form));
        const seen = seenIn(state);
        for (const history of historiesOf(accounts, fields)) {
          look(seen, history);
          delete (accounts as Record<string, KeptAccount>)[history.opened.data.accountId];
        }
        return withSettled(state, seen);
      }),
  });
}

function withSettled(state: ReportState, settled: SettledAccounts): ReportState {
  return Object.assign(state, { settled });
}

function checked(state: ReportState, form: string): ReportState {
  const given = (state as ReportState | null | undefined)?.form;
  if (given === form) return state;
  throw new ReportError('other-state', `a state of the form '${form}' is needed, not of '${given}'`);
}

function addEvent(state: ReportState, event: BankEvent, fields: KeptFields, share: Share): void {
  if (!isMessage(event)) throw new ReportError('broken-history', 'what is given is not an event');
  const { accountId } = event.data;
  if (isSettled(state, accountId))
    throw new ReportError('broken-history', `account '${accountId}' was settled before its ${event.type}`);
  const account = own(accountsIn(state), accountId);
  requireOpeningFirst(event, account !== undefined);
  if (account === undefined) putOwn(state.accounts, accountId, keepOpening(event, fields, share));
  else keepEvent(account, event, fields, share);
}

function isSettled({ settled }: ReportState, accountId: string): boolean {
  return settled !== undefined && Object.hasOwn(settled.accounts, accountId);
}

function addAccounts(a: ReportState, b: ReportState): void {
  for (const accountId of [b.accounts, b.settled?.accounts ?? {}].flatMap(Object.keys)) {
    if (Object.hasOwn(a.accounts, accountId) || isSettled(a, accountId))
      throw new ReportError('shared-account', `both states have events of account '${accountId}'`);
  }
  for (const [accountId, account] of Object.entries(b.accounts)) putOwn(a.accounts, accountId, account);
}

/** The histories by the day of their opening, then by id. Each is made when it is looked at: all together would be many times the state. */
function* historiesOf(
  accounts: KeptAccounts,
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
