import { createBank } from '../account/bank.js';
import type { Decision } from '../account/decide/verdict.js';
import type { BankEvent } from '../account/events/event.js';
import type { Handbook } from '../account/handbook.js';
import type { Account } from '../account/state/account.js';
import { evolve, fold, initialAccount } from '../account/state/fold.js';
import type { RuleSet } from '../rules/rule-set.js';
import { worldOf } from './world.js';

/** What the laws are put to: a way of deciding and of folding, under a rule set. The library's own, or one that replaces a part of it. */
export type Subject = {
  readonly ruleSet: RuleSet;
  readonly handbook: Handbook;
  /** Decides a command for an account. */
  readonly decide: (command: unknown, account: Account) => Decision;
  /** The account after one more event. */
  readonly evolve: (account: Account, event: BankEvent) => Account;
  /** The account that events make of another. */
  readonly fold: (events: Iterable<BankEvent>, from?: Account) => Account;
};

/** The library's own way of deciding and folding under a rule set, with the handbook of the rule set's small world. */
export function subjectOf(ruleSet: RuleSet): Subject {
  const { handbook } = worldOf(ruleSet);
  const bank = createBank(ruleSet, { handbook });
  return { ruleSet, handbook, decide: bank.decideUnknown, evolve, fold };
}

/** One command of a run, with what came before it and what became of it. */
export type Step = {
  readonly command: unknown;
  /** The account it was decided for, before and after. */
  readonly before: Account;
  readonly after: Account;
  readonly decision: Decision;
};

/** A run of commands over the accounts of a small world. */
export type Run = {
  readonly subject: Subject;
  readonly steps: readonly Step[];
  /** What was accepted, in order. */
  readonly events: readonly BankEvent[];
  readonly accounts: ReadonlyMap<string, Account>;
};

/** Decides commands one after the other, each for the account that it names. */
export function runCommands(subject: Subject, commands: readonly unknown[]): Run {
  const accounts = new Map<string, Account>();
  const steps: Step[] = [];
  const events: BankEvent[] = [];
  for (const command of commands) {
    const id = accountIdOf(command);
    const before = accounts.get(id) ?? initialAccount;
    const decision = subject.decide(command, before);
    const happened = decision.accepted ? decision.events : [];
    const after = happened.reduce(subject.evolve, before);
    if (after !== before) accounts.set(id, after);
    steps.push({ command, before, after, decision });
    events.push(...happened);
  }
  return { subject, steps, events, accounts };
}

/** The events of each account, in order. */
export function eventsByAccount(events: readonly BankEvent[]): Map<string, BankEvent[]> {
  const byAccount = new Map<string, BankEvent[]>();
  for (const event of events) {
    const { accountId } = event.data;
    byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), event]);
  }
  return byAccount;
}

/** The account that a command names; `''` for what is not a command. */
export function accountIdOf(command: unknown): string {
  const id = (command as { data?: { accountId?: unknown } } | null | undefined)?.data?.accountId;
  return typeof id === 'string' ? id : '';
}
