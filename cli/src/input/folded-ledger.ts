import { type Account, type BankEvent, evolve, HistoryError, initialAccount } from 'points-bank';
import type { Context } from '../program/command.js';
import { UnusableError } from '../program/exit.js';
import { eventsOf } from './ledger.js';
import { placed } from './records.js';

/** What a ledger leads to. */
export type FoldedLedger = {
  readonly accounts: ReadonlyMap<string, Account>;
  /** The events that take from a handbook's stock or give back to it. */
  readonly redemptions: readonly BankEvent[];
  /** Its last event, from which a chain goes on. */
  readonly last?: BankEvent;
};

/** The accounts of a ledger; none without a ledger. */
export async function foldedLedger(path: string | undefined, context: Context): Promise<FoldedLedger> {
  const accounts = new Map<string, Account>();
  const redemptions: BankEvent[] = [];
  if (path === undefined) return { accounts, redemptions };
  let last: BankEvent | undefined;
  for await (const { event, line } of eventsOf(path, context)) {
    const { accountId } = event.data;
    try {
      accounts.set(accountId, evolve(accounts.get(accountId) ?? initialAccount, event));
    } catch (error) {
      if (!(error instanceof HistoryError)) throw error;
      const why = context.say(
        '此笔与该账户此前的记录前后不符',
        "it does not follow from the account's entries before it",
      );
      throw new UnusableError(placed(path, line, why, context.say));
    }
    if (event.type === 'PointsRedeemed' || event.type === 'EntryReversed' || continues(event)) {
      redemptions.push(event);
    }
    last = event;
  }
  return { accounts, redemptions, ...(last && { last }) };
}

/** Whether visits of a closed account can be reversed in this one from now on. */
function continues(event: BankEvent): boolean {
  return event.type === 'AccountOpened' && event.data.continues !== undefined;
}
