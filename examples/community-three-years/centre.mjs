import { createBank, decideAll, evolve, initialAccount, stockAfter } from 'points-bank';
import { handbookOn } from './handbooks.mjs';

/**
 * A points centre's books. The library remembers nothing, so the centre does: it keeps every event, and the accounts that they
 * make, which go with the next command.
 */
export function openCentre(ruleSet, handbooks) {
  const bank = createBank(ruleSet);
  const events = [];
  const accounts = new Map();

  /** The bank with the handbook of the day, and what is left in stock of it. */
  function bankFor(command) {
    const handbook = command.type === 'RedeemPoints' ? handbookOn(handbooks, command.data?.on) : undefined;
    return handbook === undefined ? bank : bank.withHandbook(stockAfter(handbook, events));
  }

  /**
   * The command as the library takes it. The clerk names the closed account that an opening continues; the library knows one account at
   * a time, so the centre looks up its closing, which says what was handed on.
   */
  function completed({ type, data }) {
    if (data?.continues === undefined) return { type, data };
    const continues = data.continues.map((accountId) => closingOf(accountId) ?? accountId);
    return { type, data: { ...data, continues } };
  }

  function closingOf(accountId) {
    return events.find(({ type, data }) => type === 'AccountClosed' && data.accountId === accountId);
  }

  /** Decides a command and keeps what comes of it; what is not a command is refused like anything else that is wrong. */
  function enter(command) {
    const accountId = command.data?.accountId;
    const account = accounts.get(accountId) ?? initialAccount;
    const decision = bankFor(command).decideUnknown(command, account);
    if (decision.accepted && decision.events.length > 0) {
      events.push(...decision.events);
      accounts.set(accountId, decision.events.reduce(evolve, account));
    }
    return decision;
  }

  /** Decides the same matter of many accounts at once; each is accepted or refused by itself. */
  function enterTogether(commands) {
    const batch = decideAll(bank, commands, accounts);
    events.push(...[...batch.events.values()].flat());
    for (const accountId of batch.events.keys()) accounts.set(accountId, batch.accounts.get(accountId));
    return batch.decisions;
  }

  return { bank, events, accounts, completed, enter, enterTogether };
}
