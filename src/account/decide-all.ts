import type { CalendarDate } from '../values/calendar.js';
import { undisturbed } from '../values/undisturbed.js';
import { type AnyBank, requireBank } from './bank.js';
import type { Command, RedemptionLine } from './commands/command.js';
import { markRead, parsedBefore } from './commands/parsed.js';
import { readCommand } from './commands/read-command.js';
import { requireCommands } from './commands/require-commands.js';
import { type Decision, refused, refuseUnread } from './decide/outcome.js';
import { placeOf } from './events/command-of.js';
import type { BankEvent } from './events/event.js';
import type { Handbook, Reward } from './handbook.js';
import type { Account, OpenedAccount } from './state/account.js';
import { accountsById } from './state/accounts-by-id.js';
import { linesLeft } from './state/booking/handing-on.js';
import { evolve, initialAccount } from './state/fold.js';

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
 * @throws {@link NotARuleSetError} if the bank is none
 * @throws {@link RefusedError} with the code `invalid-command` if the commands are no list
 * @throws {@link NotAnAccountError} if the accounts are none by their ids, or hold something else under the id of a line
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
  requireBank(bank);
  requireCommands(commands, bank.ruleSet);
  const decisions: Decision[] = [];
  const events = new Map<string, BankEvent[]>();
  const now = accountsById(accounts);
  // One copy for the whole batch, whose stock goes down with its lines.
  const shelf = bank.handbook === undefined ? undefined : shelfOf(bank.handbook);
  const deciding = shelf === undefined ? bank : bank.withHandbook(shelf.handbook);
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
      if (shelf !== undefined) takeFromStock(shelf, event, before, after);
    }
  }
  return Object.freeze({
    decisions: Object.freeze(decisions),
    events,
    accounts: now,
    handbook: shelf?.handbook,
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

/** A reward whose stock may be written to. */
type StockedReward = Reward & { stock?: number | undefined };

/** A batch's own copy of a handbook, and its rewards by id. */
type Shelf = { readonly handbook: Handbook; readonly rewards: ReadonlyMap<string, StockedReward> };

function shelfOf(handbook: Handbook): Shelf {
  const rewards = handbook.rewards.map((reward): StockedReward => ({ ...reward }));
  return {
    handbook: { ...handbook, rewards },
    rewards: new Map(rewards.map((reward) => [reward.rewardId, reward])),
  };
}

/** Takes from the stock what an event took from it, or gives back to it; no stock falls below 0. */
function takeFromStock(shelf: Shelf, event: BankEvent, before: Account, after: Account): void {
  if (event.type === 'PointsRedeemed') {
    take(shelf, placeOf(event.data), event.data.on, event.data.lines, 1);
  } else if (event.type === 'EntryReversed' && event.data.entry.kind === 'redemption') {
    // What came back of the visit, whole or in part, the account tells before and after.
    takeVisit(shelf, before as OpenedAccount, event.data.entry.id, -1);
    takeVisit(shelf, after as OpenedAccount, event.data.entry.id, 1);
  }
}

/** Takes what an account holds of a visit, or gives it back. */
function takeVisit(
  shelf: Shelf,
  { communityId, redemptions }: OpenedAccount,
  redemptionId: string,
  sign: 1 | -1,
): void {
  for (const visit of redemptions) {
    if (visit.redemptionId === redemptionId)
      take(shelf, visit.at ?? communityId, visit.on, linesLeft(visit), sign);
  }
}

function take(
  { handbook, rewards }: Shelf,
  communityId: string,
  on: CalendarDate,
  lines: readonly RedemptionLine[],
  sign: 1 | -1,
): void {
  if (communityId !== handbook.communityId) return;
  for (const { rewardId, quantity } of lines) {
    const reward = rewards.get(rewardId);
    if (reward?.stock === undefined || (reward.stockFrom !== undefined && on < reward.stockFrom)) continue;
    reward.stock = Math.max(0, reward.stock - sign * quantity);
  }
}
