import { createBank } from '../account/bank.js';
import { requireCommands } from '../account/commands/require-commands.js';
import type { Decision } from '../account/decide/outcome.js';
import type { BankEvent } from '../account/events/event.js';
import type { Handbook } from '../account/handbook.js';
import type { Account } from '../account/state/account.js';
import { evolve, fold, initialAccount } from '../account/state/fold.js';
import type { RuleSet } from '../rules/rule-set.js';
import { smallWorldOf } from './small-world.js';

/** An implementation under test: decides and folds under a rule set. It is the library's own, or one with replaced parts. */
export type Subject = {
  readonly ruleSet: RuleSet;
  readonly handbook: Handbook;
  /** Decides a command for an account. */
  readonly decide: (command: unknown, account: Account) => Decision;
  /** The account after one more event. */
  readonly evolve: (account: Account, event: BankEvent) => Account;
  /** Folds events, from an account if one is given. */
  readonly fold: (events: Iterable<BankEvent>, from?: Account) => Account;
};

/** The library's own implementation, with the handbook of the rule set's small world. */
export function subjectOf(ruleSet: RuleSet): Subject {
  const { handbook } = smallWorldOf(ruleSet);
  const bank = createBank(ruleSet, { handbook });
  return { ruleSet, handbook, decide: bank.decideUnknown, evolve, fold };
}

/** One command of a run, with its decision and the accounts before and after. */
export type CommandStep = {
  readonly command: unknown;
  /** The account for which the command was decided. */
  readonly before: Account;
  readonly after: Account;
  readonly decision: Decision;
};

/** A run of commands over the accounts of a small world. */
export type CommandRun = {
  readonly subject: Subject;
  readonly steps: readonly CommandStep[];
  /** The events of all accepted commands, in order. */
  readonly events: readonly BankEvent[];
  readonly accounts: ReadonlyMap<string, Account>;
};

/** A run that goes on. */
export type GrowingRun = {
  readonly subject: Subject;
  readonly steps: CommandStep[];
  readonly events: BankEvent[];
  readonly accounts: Map<string, Account>;
};

/** A run before its first command. */
export function startRun(subject: Subject): GrowingRun {
  return { subject, steps: [], events: [], accounts: new Map() };
}

/** Decides one more command of a run, for the account that it names. */
export function takeStep({ accounts, events, steps, subject }: GrowingRun, command: unknown): void {
  const id = accountIdOf(command);
  const before = accounts.get(id) ?? initialAccount;
  const decision = subject.decide(command, before);
  const happened = decision.accepted ? decision.events : [];
  const after = happened.reduce(subject.evolve, before);
  if (after !== before) accounts.set(id, after);
  steps.push({ command, before, after, decision });
  events.push(...happened);
}

/**
 * Decides commands in order, each for the account that it names.
 *
 * @throws RefusedError (of `points-bank`) if they are no list of commands
 */
export function runCommands(subject: Subject, commands: readonly unknown[]): CommandRun {
  requireCommands(commands, subject.ruleSet);
  const run = startRun(subject);
  for (const command of commands) takeStep(run, command);
  return run;
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

/** The account that a command names; `''` if it is not a command. */
export function accountIdOf(command: unknown): string {
  const id = (command as { data?: { accountId?: unknown } } | null | undefined)?.data?.accountId;
  return typeof id === 'string' ? id : '';
}
