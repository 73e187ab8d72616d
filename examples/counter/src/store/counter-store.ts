import type {
  Account,
  Bank,
  BankEvent,
  Command,
  Decision,
  EventMetadata,
  Handbook,
  RuleSet,
} from 'points-bank';
import type { Directory } from '../people/directory.js';
import type { Projections } from './projections.js';
import type { Seals } from './seals.js';

/** What a command came to: the decision, and the version its account's stream has now. */
export type Handled = { readonly decision: Decision; readonly version: bigint };

/**
 * A stored event with its place in the order of the whole store. A position is worth something only to the store that gave it:
 * keep it, compare it, hand it back.
 */
export type Placed = { readonly position: bigint; readonly event: BankEvent };

/** An edition as it stands now: its `stock` figures are what all redemptions so far have left. */
export type StockLeft = (edition: Handbook) => Handbook;

/**
 * The bank that decides a command. For a redemption the store tells what an edition has left, and whatever edition is asked about
 * is held to: where another redemption takes the last one meanwhile, this one is decided again.
 *
 * @example
 * ```ts
 * const bankFor: BankFor = (command, stockLeft) =>
 *   command.type === 'RedeemPoints' ? bank.withHandbook(stockLeft(editionOf(command))) : bank
 * ```
 */
export type BankFor = (command: Command, stockLeft: StockLeft) => Bank<RuleSet>;

/** One bank for every command (a handbook that it has is held to its stock), or the bank that each command takes. */
export type BankSource = Bank<RuleSet> | BankFor;

/** Accounts in an event store: one stream an account, appended to under optimistic concurrency. */
export interface CounterStore {
  /**
   * Decides a command on its account as stored, appends its events, and tries again where somebody else came first. Once it has
   * answered, the events are kept. Where it throws instead, nobody knows whether they are: send the command again, which does no harm.
   *
   * @param metadata - what the host adds to the events' metadata, such as who entered them; the names `streamName`, `messageId`,
   *   `streamPosition` and `globalPosition` are the event store's own
   * @throws {@link Overtaken} where others came first too many times
   */
  handle(command: Command, metadata?: EventMetadata): Promise<Handled>;
  /**
   * Decides commands in their order, over any number of accounts, and appends what each account's lines yield at once; one decision for
   * each command. Where it throws, some accounts have theirs and others not: send the batch again, which does no harm.
   *
   * @param commands - of one community, and none that takes from a stock
   * @throws {@link Overtaken} where others came first too many times
   */
  handleAll(commands: readonly Command[], metadata?: EventMetadata): Promise<readonly Decision[]>;
  /**
   * Appends an event that was on record elsewhere, as it is, at its place in its account's stream; `false` where it is there already.
   *
   * @throws {@link NotTheSame} where another event is there, or none before it
   */
  restore(event: BankEvent, place: number): Promise<boolean>;
  /** The account as its stream has it. */
  account(accountId: string): Promise<Account>;
  /** Each of these accounts that is there, as its stream has it. */
  accounts(accountIds: readonly string[]): Promise<ReadonlyMap<string, Account>>;
  /** An account's events in their order. */
  events(accountId: string): Promise<readonly BankEvent[]>;
  /** The events of each of these accounts that is there. */
  histories(accountIds: readonly string[]): Promise<ReadonlyMap<string, readonly BankEvent[]>>;
  /** Every event that was acknowledged before the call, in the order of the store: the whole record as it stands. */
  record(): AsyncIterable<BankEvent>;
  /**
   * Every event in the order of the store, after a position where one is given. Whatever was acknowledged before the call is in it,
   * and nothing ever turns up before a position that was given out.
   */
  all(after?: bigint): AsyncIterable<Placed>;
  /** The position of the last event there is: whatever comes later is after it. */
  end(): Promise<bigint>;
  /** Whose accounts they are: in a table of its own beside the events, and never in them. */
  readonly directory: Directory;
  /** What is made of the events for lists and reports. */
  readonly projections: Projections;
  /** The seals of the events, written with them, and what is needed to check them. */
  readonly seals: Seals;
  close(): Promise<void>;
}

/** Others appended to the account, or took from the same stock, each time that this command was tried. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}
