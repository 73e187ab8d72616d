/*
 * The scheme a second time, written from the clauses in rules.md and from nothing else: it shares no line with the library. It keeps
 * a list of what was entered and adds everything up from it each time.
 */
import { barAccount, receivePoints, transferPoints } from './apart.js';
import { closeAccount } from './close.js';
import type { Command, World } from './commands.js';
import { correctScore } from './correct.js';
import { claimPost, creditActivity, openAccount, releasePost, reportIn } from './earn.js';
import type { Account } from './ledger.js';
import type { Outcome } from './outcome.js';
import { Record } from './record.js';
import { redeemPoints } from './redeem.js';
import { reverseEntry } from './reverse.js';
import { verifyEntry } from './verify.js';

export class Model {
  readonly world: World;
  readonly accounts: Map<string, Account> = new Map();
  readonly #records: Map<string, Record> = new Map();

  constructor(world: World) {
    this.world = world;
  }

  /** When what of an account came on record. */
  recordOf(accountId: string): Record {
    const record = this.#records.get(accountId) ?? new Record();
    this.#records.set(accountId, record);
    return record;
  }

  /** Enters a command, where nothing speaks against it, and writes it down. */
  enter(command: Command): Outcome {
    const outcome = this.#decide(command);
    const account = this.accounts.get(command.data.accountId);
    if (outcome.result === 'done' && account !== undefined) this.recordOf(account.id).note(account, command);
    return outcome;
  }

  #decide(command: Command): Outcome {
    if (command.type === 'OpenAccount') return openAccount(this.world, this.accounts, command);
    const account = this.accounts.get(command.data.accountId);
    if (account === undefined) return { result: 'no', why: new Set(['account-not-open']) };
    switch (command.type) {
      case 'ReportIn':
        return reportIn(this.world, account, command);
      case 'ClaimPost':
        return claimPost(this.world, account, command);
      case 'CreditActivity':
        return creditActivity(this.world, account, command);
      case 'RedeemPoints':
        return redeemPoints(this.world, account, command);
      case 'CorrectScore':
        return correctScore(this.world, account, command);
      case 'ReleasePost':
        return releasePost(this.world, account, command);
      case 'VerifyEntry':
        return verifyEntry(this.world, account, command);
      case 'ReverseEntry':
        return reverseEntry(this.world, account, command);
      case 'CloseAccount':
        return closeAccount(this.world, account, command);
      case 'TransferPoints':
        return transferPoints(this.world, account, command);
      case 'ReceivePoints':
        return receivePoints(this.world, account, command);
      case 'BarAccount':
        return barAccount(this.world, account, command);
    }
  }
}
