import { isList } from '../../values/is-list.js';
import type { Account } from './account.js';
import { NotAnAccountError } from './require-account.js';

/** A new map of accounts by their ids. Throws for what holds none by their ids; whether each is an account, `requireAccount` tells. */
export function accountsById(given: ReadonlyMap<string, Account>): Map<string, Account> {
  const accounts = new Map<string, Account>();
  for (const entry of isList(given) ? given : [given]) {
    if (!Array.isArray(entry)) throw new NotAnAccountError(entry);
    accounts.set(entry[0], entry[1]);
  }
  return accounts;
}
