import { compile } from '../rules/compiled.js';
import { NotARuleSetError, requireRuleSet } from '../rules/require-rule-set.js';
import type { CommandType, RuleSet } from '../rules/rule-set.js';
import { isRecord } from '../values/json.js';
import { undisturbed } from '../values/undisturbed.js';
import type { Command, CommandFor } from './commands/command.js';
import { parsedBefore } from './commands/parsed.js';
import { readCommand } from './commands/read-command.js';
import { barAccount } from './decide/bar-account.js';
import { claimPost } from './decide/claim-post.js';
import { closeAccount } from './decide/close-account.js';
import type { Context } from './decide/context.js';
import { correctScore } from './decide/correct-score.js';
import { creditActivity } from './decide/credit-activity.js';
import { openAccount } from './decide/open-account.js';
import { type Accepted, type Decision, RefusedError, refused, refuseUnread } from './decide/outcome.js';
import { redeemPoints } from './decide/redeem-points.js';
import { releasePost } from './decide/release-post.js';
import { reportIn } from './decide/report-in.js';
import { reverseEntry } from './decide/reverse-entry.js';
import { receivePoints, transferPoints } from './decide/transfer-points.js';
import { verifyEntry } from './decide/verify-entry.js';
import type { BankEvent } from './events/event.js';
import { type Handbook, requireHandbook } from './handbook.js';
import type { Programme } from './programme.js';
import { namesOf } from './programme-names.js';
import type { Account } from './state/account.js';
import { evolve, initialAccount } from './state/fold.js';
import { requireAccount } from './state/require-account.js';

/** A decider in the usual form: what Emmett's `DeciderCommandHandler` takes. */
export type Decider<R extends RuleSet> = {
  /**
   * @throws {@link RefusedError} with the refusal
   * @throws {@link NotAnAccountError} if `account` is none
   */
  readonly decide: <Type extends CommandType>(
    command: { readonly type: Type } & CommandFor<R, Type>,
    account: Account,
  ) => BankEvent[];
  /** The account after one more event; see {@link evolve}. */
  readonly evolve: (account: Account, event: BankEvent) => Account;
  /** The account before any event. */
  readonly initialState: () => Account;
};

/** A bank of any rule set: what of it does not depend on the rule set's own ids. */
export type AnyBank = {
  readonly ruleSet: RuleSet;
  /** Decides anything that may be a command for an account; see {@link Bank.decideUnknown}. */
  readonly decideUnknown: (input: unknown, account: Account) => Decision;
};

/** Throws for what is no bank: nothing, the rule set that one would be made of. */
export function requireBank(given: unknown): void {
  if (!isRecord(given) || typeof given.decideUnknown !== 'function')
    throw new NotARuleSetError('a bank has to be one that createBank gave');
}

/** A rule set at work. */
export type Bank<R extends RuleSet> = {
  readonly ruleSet: R;
  /** SHA-256 of the rule set, as every event names it. */
  readonly digest: string;
  readonly handbook: Handbook | undefined;
  readonly programme: Programme | undefined;
  /**
   * Decides a command for an account. The compiler holds the command to the ids of the rule set; it is read and checked all the same,
   * so a wrong one is refused as {@link Bank.decideUnknown} refuses it. Changes neither argument, and gives the same answer for the
   * same arguments.
   *
   * The type of the command is a parameter of its own: compilers then hold the data to that one command, and name the word that is wrong.
   *
   * @throws {@link NotAnAccountError} where `account` is none
   */
  readonly decide: <Type extends CommandType>(
    command: { readonly type: Type } & CommandFor<R, Type>,
    account: Account,
  ) => Decision;
  /**
   * Decides anything that may be a command for an account: parsed JSON, a form, a command whose ids are plain strings. What is not a
   * command is refused with the code `invalid-command` and its first wrong field. A command that `parseCommand` of
   * `points-bank/schema` gave was read there, and is not read again.
   *
   * @throws {@link NotAnAccountError} where `account` is none
   */
  readonly decideUnknown: (input: unknown, account: Account) => Decision;
  readonly decider: Decider<R>;
  /** The same rules with another handbook. */
  readonly withHandbook: (handbook: Handbook) => Bank<R>;
  /** The same rules with another programme, which must not change afterwards. */
  readonly withProgramme: (programme: Programme) => Bank<R>;
};

/**
 * Puts a rule set to work. Nothing is remembered: the host keeps the events and hands the account over with each command.
 *
 * @param ruleSet - from `points-bank/rule-sets`, `defineRuleSet`, `deriveRuleSet` or `parseRuleSet`; it must not change afterwards
 * @param options - `handbook`: what can be redeemed; needed once something is. `programme`: the posts and matters that there are; any
 *   are taken where it is left out. Neither must change afterwards.
 *
 * @throws {@link NotARuleSetError} where `ruleSet` is none, {@link NotAnEditionError} where handbook or programme is none
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
  options: { readonly handbook?: Handbook; readonly programme?: Programme } = {},
): Bank<R> {
  return undisturbed(() => {
    requireRuleSet(ruleSet);
    const { handbook, programme }: typeof options = Object(options);
    if (handbook !== undefined) requireHandbook(handbook);
    const names = programme === undefined ? undefined : namesOf(programme);
    return bankOf(ruleSet, { rules: compile(ruleSet), handbook, programme: names });
  });
}

function bankOf<R extends RuleSet>(ruleSet: R, context: Context): Bank<R> {
  const { rules, handbook, programme } = context;
  const decide = (input: unknown, account: Account): Decision => decideInput(context, input, account);
  return Object.freeze({
    ruleSet,
    digest: rules.reference.digest,
    handbook,
    programme: programme?.programme,
    decide,
    decideUnknown: decide,
    decider: Object.freeze({
      decide: (command: unknown, account: Account) => {
        const decision = decide(command, account);
        if (!decision.accepted) throw new RefusedError(decision.refusal);
        return [...decision.events];
      },
      evolve,
      initialState: () => initialAccount,
    }),
    withHandbook: (other: Handbook) => {
      requireHandbook(other);
      return bankOf(ruleSet, { ...context, handbook: other });
    },
    withProgramme: (other: Programme) => bankOf(ruleSet, { ...context, programme: namesOf(other) }),
  });
}

function decideInput(context: Context, input: unknown, account: Account): Decision {
  return undisturbed(() => {
    requireAccount(account);
    try {
      return decideCommand(context, requireCommand(context, input), account);
    } catch (thrown) {
      return refused(thrown);
    }
  });
}

/** The command as the library read it, unless the library itself had parsed it before. */
function requireCommand({ rules }: Context, input: unknown): Command {
  const parsed = parsedBefore(input);
  if (parsed !== undefined) return parsed;
  const read = readCommand(input);
  if (!read.ok) refuseUnread(rules.ruleSet, read.problem);
  return read.command;
}

function decideCommand(context: Context, command: Command, account: Account): Accepted {
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
    case 'ReverseEntry':
      return reverseEntry(context, command, account);
    case 'ReleasePost':
      return releasePost(context, command, account);
    case 'VerifyEntry':
      return verifyEntry(context, command, account);
    case 'TransferPoints':
      return transferPoints(context, command, account);
    case 'ReceivePoints':
      return receivePoints(context, command, account);
    case 'BarAccount':
      return barAccount(context, command, account);
    case 'CloseAccount':
      return closeAccount(context, command, account);
  }
}
