import { AsyncLocalStorage } from 'node:async_hooks';
import type { Account, BankEvent } from 'points-bank';
import type { Promised } from './stock.js';

/** What is known of the events that are being appended, for the projections within their transaction. */
export type Appending = {
  /** What the decision was promised. */
  readonly promised?: Promised;
  /** The account that the events were decided on: nobody else appended to it since, or the append fails. */
  account?: Account;
  /** The events before them. */
  past?: readonly BankEvent[];
};

export const appending = new AsyncLocalStorage<Appending>();
