import { undisturbed } from '../../values/undisturbed.js';
import { copyOnWrite } from '../../values/writable.js';
import type { BankEvent } from '../events/event.js';
import type { Account, UnopenedAccount } from './account.js';
import { accountsById } from './accounts-by-id.js';
import { apply } from './apply.js';
import { privateCopy, sharingCopy } from './copies.js';
import { freezeAccount, freezeChanges } from './freeze.js';
import { requireEvent, requireEvents } from './history-error.js';
import { requireAccount } from './require-account.js';

/** The state before any event. */
export const initialAccount: UnopenedAccount = /* @__PURE__ */ Object.freeze({ status: 'unopened' });

/**
 * The account after one more event. The account given is left as it was, and shares with the new one all that did not change.
 *
 * @returns the new account, deeply frozen
 * @throws {@link HistoryError} where the event cannot follow: another account's, a second opening, an unknown type
 * @throws {@link NotAnAccountError} where `account` is none
 *
 * @example
 * ```ts
 * import { createBank, evolve, initialAccount } from 'points-bank'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const by = { office: 'community', communityId: 'linan' } as const
 * const opened = createBank(renfa2022).decide(
 *   { type: 'OpenAccount', data: { accountId: 'v1', role: 'resident', communityId: 'linan', on: '2023-03-01', formComplete: true, by } },
 *   initialAccount,
 * )
 * if (opened.accepted) console.log(evolve(initialAccount, opened.events[0]).status) // → open
 * ```
 */
export function evolve(account: Account, event: BankEvent): Account {
  return undisturbed(() => accountAfter(account, event));
}

function accountAfter(account: Account, event: BankEvent): Account {
  requireAccount(account);
  // An account that its owner may still change is copied whole; of a frozen one, only what the event changes.
  if (account.status === 'unopened' || !Object.isFrozen(account)) {
    return freezeAccount(apply(privateCopy(account), event));
  }
  const copies: object[] = [];
  const next = sharingCopy(account);
  apply(next, event, copyOnWrite(copies));
  return freezeChanges(next, account, copies);
}

/**
 * The account that a history makes: what `evolve` gives event by event, made on one private copy that is frozen at the end.
 *
 * @param from - the account before the first of these events; not opened where left out
 * @returns the account, deeply frozen; `fold(b, fold(a))` equals `fold([...a, ...b])`
 * @throws {@link HistoryError} where the events are not one account's history, or no list of events
 * @throws {@link NotAnAccountError} where `from` is none
 *
 * @example
 * ```ts
 * import { fold } from 'points-bank'
 *
 * console.log(fold([]).status) // → unopened
 * ```
 */
export function fold(events: Iterable<BankEvent>, from: Account = initialAccount): Account {
  return undisturbed(() => folding(events, from));
}

function folding(events: Iterable<BankEvent>, from: Account): Account {
  requireAccount(from);
  requireEvents(events);
  let account: Account | undefined;
  for (const event of events) {
    // Copied at the first event, so that folding nothing gives back the very account.
    account = apply(account ?? privateCopy(from), event);
  }
  // Nothing happened: the given account itself, or a frozen copy of one that its owner may still change.
  if (account === undefined && Object.isFrozen(from)) return from;
  return freezeAccount(account ?? privateCopy(from));
}

/**
 * The accounts of a whole stream, such as a community's, in which the events of each account come in their order.
 *
 * @param from - the accounts before the first of these events
 * @returns account id → account, each deeply frozen
 * @throws {@link HistoryError} where an account's events cannot follow each other, or they are no list of events
 * @throws {@link NotAnAccountError} where `from` has no accounts by their ids
 *
 * @example
 * ```ts
 * import { foldAccounts } from 'points-bank'
 *
 * console.log(foldAccounts([]).size) // → 0
 * ```
 */
export function foldAccounts(
  events: Iterable<BankEvent>,
  from: ReadonlyMap<string, Account> = new Map(),
): Map<string, Account> {
  return undisturbed(() => foldingEach(events, from));
}

function foldingEach(events: Iterable<BankEvent>, from: ReadonlyMap<string, Account>): Map<string, Account> {
  const accounts = accountsById(from);
  requireEvents(events);
  const touched = new Set<string>();
  for (const event of events) {
    requireEvent(event);
    const { accountId } = event.data;
    let account = accounts.get(accountId) ?? initialAccount;
    if (!touched.has(accountId)) {
      requireAccount(account);
      account = privateCopy(account);
      touched.add(accountId);
    }
    accounts.set(accountId, apply(account, event));
  }
  for (const accountId of touched) freezeAccount(accounts.get(accountId) as Account);
  return accounts;
}
