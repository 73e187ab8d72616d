import { type CompiledRules, compile } from '../rules/compiled.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { Command, CommandFor } from './commands/command.js';
import { isParsed } from './commands/parsed.js';
import { readCommand } from './commands/read-command.js';
import { claimPost } from './decide/claim-post.js';
import type { Context } from './decide/context.js';
import { correctScore } from './decide/correct-score.js';
import { creditActivity } from './decide/credit-activity.js';
import { openAccount } from './decide/open-account.js';
import { redeemPoints } from './decide/redeem-points.js';
import { reportIn } from './decide/report-in.js';
import { type Decision, RefusedError, refuse } from './decide/verdict.js';
import type { BankEvent } from './events/event.js';
import type { Handbook } from './handbook.js';
import type { Account } from './state/account.js';
import { evolve, initialAccount } from './state/fold.js';

/** A typed command is checked by the compiler; what is `unknown` (parsed JSON) is taken as it is and checked when decided. */
export type CommandInput<R extends RuleSet, C> = unknown extends C ? C : CommandFor<R>;

/** A decider in the usual form: what Emmett's `DeciderCommandHandler` takes. */
export type Decider<R extends RuleSet> = {
  /**
   * @throws {@link RefusedError} with the refusal
   */
  readonly decide: (command: CommandFor<R>, account: Account) => BankEvent[];
  /** The account after one more event; see {@link evolve}. */
  readonly evolve: (account: Account, event: BankEvent) => Account;
  /** The account before any event. */
  readonly initialState: () => Account;
};

/** A bank of whatever rule set, for functions that take any: all of it that does not depend on the rule set's own ids. */
export type AnyBank = {
  readonly ruleSet: RuleSet;
  /** Decides a command for an account; see {@link Bank.decide}. */
  readonly decide: (command: unknown, account: Account) => Decision;
};

/** A rule set at work. */
export type Bank<R extends RuleSet> = {
  readonly ruleSet: R;
  /** SHA-256 of the rule set, as every event names it. */
  readonly digest: string;
  readonly handbook: Handbook | undefined;
  /**
   * Decides a command for an account. Takes anything: what is not a command is refused with the field that is wrong. Never throws
   * for bad input, changes neither argument, and gives the same answer for the same arguments. A command that `parseCommand` of
   * `points-bank/schema` gave is decided as it is; any other is read first.
   */
  readonly decide: <const C>(command: C & CommandInput<R, C>, account: Account) => Decision;
  readonly decider: Decider<R>;
  /** The same rules with another handbook. */
  readonly withHandbook: (handbook: Handbook) => Bank<R>;
};

/**
 * Puts a rule set to work. Nothing is remembered: the host keeps the events and hands the account over with each command.
 *
 * @param ruleSet - from `points-bank/rule-sets`, `defineRuleSet`, `deriveRuleSet` or `parseRuleSet`; it must not change afterwards
 * @param options - `handbook`: what can be redeemed; needed once something is
 *
 * @example
 * ```ts
 * import { createBank, fold, initialAccount, redeemable } from 'points-bank'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const bank = createBank(renfa2022)
 * const by = { office: 'community', communityId: 'linan' } as const
 * const decision = bank.decide(
 *   { type: 'OpenAccount', data: { accountId: 'v1', role: 'resident', communityId: 'linan', on: '2023-03-01', formComplete: true, by } },
 *   initialAccount,
 * )
 * if (decision.accepted) console.log(redeemable(fold(decision.events))) // → 1
 * ```
 */
export function createBank<const R extends RuleSet>(
  ruleSet: R,
  { handbook }: { readonly handbook?: Handbook } = {},
): Bank<R> {
  return bankOf(ruleSet, compile(ruleSet), handbook);
}

function bankOf<R extends RuleSet>(
  ruleSet: R,
  rules: CompiledRules,
  handbook: Handbook | undefined,
): Bank<R> {
  const context: Context = { rules, handbook };
  const decide = (command: unknown, account: Account): Decision => decideUnknown(context, command, account);
  return Object.freeze({
    ruleSet,
    digest: rules.reference.digest,
    handbook,
    decide,
    decider: Object.freeze({
      decide: (command: CommandFor<R>, account: Account) => {
        const decision = decide(command, account);
        if (!decision.accepted) throw new RefusedError(decision.refusal);
        return [...decision.events];
      },
      evolve,
      initialState: () => initialAccount,
    }),
    withHandbook: (other: Handbook) => bankOf(ruleSet, rules, other),
  });
}

function decideUnknown(context: Context, input: unknown, account: Account): Decision {
  if (isParsed(input)) return decideCommand(context, input, account);
  const read = readCommand(input);
  return read.ok
    ? decideCommand(context, read.command, account)
    : refuse('invalid-command', context.rules.ruleSet.clauses.entries, read.problem, context.rules.rests());
}

function decideCommand(context: Context, command: Command, account: Account): Decision {
  switch (command.type) {
    case 'OpenAccount':
      return openAccount(context, command, account);
    case 'ReportIn':
      return reportIn(context, command, account);
    case 'ClaimPost':
      return claimPost(context, command, account);
    case 'CreditActivity':
      return creditActivity(context, command, account);
    case 'RedeemPoints':
      return redeemPoints(context, command, account);
    case 'CorrectScore':
      return correctScore(context, command, account);
  }
}
