import { undisturbed } from '../values/undisturbed.js';
import type { AnyBank } from './bank.js';
import type { Command } from './commands/command.js';
import { markRead, parsedBefore } from './commands/parsed.js';
import { readCommand } from './commands/read-command.js';
import { type Decision, refused, refuseUnread } from './decide/outcome.js';
import type { BankEvent } from './events/event.js';
import type { Handbook, Reward } from './handbook.js';
import type { Account, OpenedAccount } from './state/account.js';
import { evolve, initialAccount } from './state/fold.js';
import { linesLeft } from './state/handing-on.js';

/** A bank of any rule set, with a handbook that a batch takes stock from. */
export type BatchBank = AnyBank & {
  readonly handbook: Handbook | undefined;
  /** The same rules with another handbook. */
  readonly withHandbook: (handbook: Handbook) => BatchBank;
};

/** What became of a batch of commands. */
export type Batch = {
  /** One decision for each command, in the order of the commands. */
  readonly decisions: readonly Decision[];
  /** The events of each account to which something happened, in order: what a host appends to that account's stream. */
  readonly events: ReadonlyMap<string, readonly BankEvent[]>;
  /** The accounts after the batch: those that were given, and those that it opened. */
  readonly accounts: ReadonlyMap<string, Account>;
  /** The bank's handbook with the stock that the batch has left. */
  readonly handbook: Handbook | undefined;
};

/**
 * Decides a batch of commands in their order, over any number of accounts: forty people at one activity, a file of entries. Each line is
 * accepted or refused by itself and sees what the lines before it did, to its account and to the handbook's stock. The outcome is the same
 * as deciding the commands one by one.
 *
 * @param bank - a bank of any rule set; its handbook says what is left of the stock, as `stockAfter` gives it
 * @param commands - anything; a line that is no command is refused with the code `invalid-command`, and only that line
 * @param accounts - the accounts by id; one that is missing has not been opened
 * @throws {@link NotAnAccountError} if the accounts hold something else under the id of a line
 *
 * @example
 * ```ts
 * import { createBank, decideAll } from 'points-bank'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const by = { office: 'community', communityId: 'linan' } as const
 * const opening = { role: 'resident', communityId: 'linan', on: '2023-03-01', formComplete: true, by }
 * const lines = ['v1', 'v2', 'v1'].map((accountId) => ({ type: 'OpenAccount', data: { ...opening, accountId } }))
 * const { decisions, accounts } = decideAll(createBank(renfa2022), [...lines, 'not a command'], new Map())
 * console.log(decisions.map((decision) => decision.accepted), accounts.size) // → [ true, true, true, false ] 2
 * ```
 */
export function decideAll(
  bank: BatchBank,
  commands: Iterable<unknown>,
  accounts: ReadonlyMap<string, Account>,
): Batch {
  return undisturbed(() => batchOf(bank, commands, accounts));
}

function batchOf(
  bank: BatchBank,
  commands: Iterable<unknown>,
  accounts: ReadonlyMap<string, Account>,
): Batch {
  const decisions: Decision[] = [];
  const events = new Map<string, BankEvent[]>();
  const now = new Map(accounts);
  // One copy for the whole batch, whose stock goes down with its lines.
  const handbook = bank.handbook === undefined ? undefined : ownCopy(bank.handbook);
  const deciding = handbook === undefined ? bank : bank.withHandbook(handbook);
  for (const input of commands) {
    const decision = decideLine(deciding, input, now);
    decisions.push(decision);
    for (const event of decision.accepted ? decision.events : []) {
      const { accountId } = event.data;
      const before = now.get(accountId) ?? initialAccount;
      const after = evolve(before, event);
      now.set(accountId, after);
      const stream = events.get(accountId);
      if (stream === undefined) events.set(accountId, [event]);
      else stream.push(event);
      if (handbook !== undefined) takeFromStock(handbook, event, before, after);
    }
  }
  return Object.freeze({
    decisions: Object.freeze(decisions),
    events,
    accounts: now,
    handbook,
  });
}

function decideLine(bank: AnyBank, input: unknown, accounts: ReadonlyMap<string, Account>): Decision {
  let command: Command;
  try {
    command = requireRead(bank, input);
  } catch (thrown) {
    return refused(thrown);
  }
  return bank.decideUnknown(command, accounts.get(command.data.accountId) ?? initialAccount);
}

/** The command that a line is. It is read once, since a line from outside may say something else the second time. */
function requireRead(bank: AnyBank, input: unknown): Command {
  if (parsedBefore(input) !== undefined) return input as Command;
  const read = readCommand(input);
  if (!read.ok) return refuseUnread(bank.ruleSet, read.problem);
  markRead(read.command);
  return read.command;
}

/** A handbook whose stock may be written to. */
type StockedHandbook = Handbook & { readonly rewards: readonly (Reward & { stock?: number | undefined })[] };

function ownCopy(handbook: Handbook): StockedHandbook {
  return { ...handbook, rewards: handbook.rewards.map((reward) => ({ ...reward })) };
}

/** Takes from the stock what an event took from it, or gives back to it; no stock falls below 0. */
function takeFromStock(handbook: StockedHandbook, event: BankEvent, before: Account, after: Account): void {
  const changes =
    event.type === 'EntryReversed' ? event.data.entry.kind === 'redemption' : event.type === 'PointsRedeemed';
  if (!changes) return;
  const { communityId, rewards } = handbook;
  // Nothing is redeemed from an account that was not opened.
  const [had, has] = [before as OpenedAccount, after as OpenedAccount];
  for (const reward of rewards) {
    if (reward.stock === undefined) continue;
    const taken = takenOf(reward, communityId, has) - takenOf(reward, communityId, had);
    reward.stock = Math.max(0, reward.stock - taken);
  }
}

/** How many of a community's reward an account has taken since its stock was counted. */
function takenOf(
  { rewardId, stockFrom }: Reward,
  communityId: string,
  { communityId: own, redemptions }: OpenedAccount,
): number {
  return redemptions
    .filter(({ on, at = own }) => at === communityId && (stockFrom === undefined || on >= stockFrom))
    .flatMap(linesLeft)
    .reduce((sum, line) => (line.rewardId === rewardId ? sum + line.quantity : sum), 0);
}
