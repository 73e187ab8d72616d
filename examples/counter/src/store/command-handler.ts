import {
  CommandHandler,
  DeciderCommandHandler,
  type EventStore,
  isExpectedVersionConflictError,
} from '@event-driven-io/emmett';
import {
  type Account,
  type BankEvent,
  type Command,
  type Decision,
  type EventMetadata,
  evolve,
  initialAccount,
  type RuleSet,
} from 'points-bank';
import type { Appending } from './appending.js';
import { ContinuedAlready } from './continued-once.js';
import {
  type BankFor,
  type BankSource,
  type CounterStore,
  type Handled,
  Overtaken,
} from './counter-store.js';
import type { Standing } from './snapshots.js';
import { Promised, StockTaken, type Taken } from './stock.js';
import { fromStore, withMetadata } from './stored-event.js';
import { streamOf } from './stream-name.js';

/** Tried again soon, then less often; Emmett's retry waits between one and two times as long, by chance, so that two part ways. */
const ON_CONFLICT = { retries: 12, minTimeout: 3, maxTimeout: 200, factor: 1.6, randomize: true };
/** How often a redemption is decided again because others took from the same stock. Each time somebody else got on. */
const STOCK_ATTEMPTS = 50;

/** Emmett's event store with what the counter needs beside it. */
export type Parts = {
  readonly eventStore: EventStore;
  /** What a community's redemptions took so far. */
  readonly taken: (communityId: string) => Promise<readonly Taken[]>;
  /** Runs the work so that whatever it appends is held to what was promised, and taken with what is known of it. */
  readonly holding: <T>(known: Appending, work: () => Promise<T>) => Promise<T>;
};

export type Handle = (command: Command, metadata?: EventMetadata) => Promise<Handled>;

/** Brings stored events up to date and checks them wherever Emmett reads a stream. */
export const versioning = { upcast: fromStore };

/** Handles commands by the library's decider, in Emmett's own command handler. */
export function commandHandler(source: BankSource, parts: Parts): Handle {
  const bankFor = bankForOf(source);
  const ruleSet = rulesOf(source);
  return async (command, metadata) => {
    const unread = withoutStore(bankFor, command);
    if (unread !== undefined) return { decision: unread, version: 0n };
    const attempt = async () => {
      const known: Deciding = { promised: new Promised(await takenBefore(parts, command)) };
      return parts.holding(known, () =>
        orRefused(ruleSet, () => handleOnce(bankFor, parts.eventStore, command, metadata, known)),
      );
    };
    for (let tried = 1; ; tried += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (isExpectedVersionConflictError(error)) throw new Overtaken(`${command.type}: others came first`);
        if (!(error instanceof StockTaken)) throw error;
        if (tried === STOCK_ATTEMPTS) throw new Overtaken(`${command.type}: ${error.message}`);
      }
    }
  };
}

/** What a decision was promised, and the account that it is decided on. */
type Deciding = Appending & { readonly promised: Promised };

export type HandleAll = CounterStore['handleAll'];

/** What is appended to an account, and the account that it was decided on. */
export type Appended = {
  readonly before: Account;
  /** How many events it had. */
  readonly version: number;
  readonly events: readonly BankEvent[];
};

/** A store that takes in several accounts at a time. */
export type Together = {
  /** Each of these accounts that is there. */
  readonly accounts: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, Standing>>;
  /** Appends to several accounts, to all of them or none; `false` where others came first to one of them. */
  readonly append: (appended: readonly Appended[]) => Promise<boolean>;
};

/** So many accounts of a batch are appended to together. */
const TOGETHER = 100;
/** So many accounts of a batch are worked on at once, where each is appended to by itself. */
const AT_ONCE = 8;

/** While the database appends one part, the next is decided. */
const PARTS_AT_ONCE = 2;

type BatchParts = Pick<Parts, 'eventStore' | 'holding'> & { readonly together?: Together };
type Lines = readonly [accountId: string, places: readonly number[]];

const NOT_THERE: Standing = { account: initialAccount, version: 0 };

/**
 * Handles a batch account by account: its lines are decided one after the other, each seeing those before it, and what they yield is appended
 * at once, together with that of other accounts where the store can. Where others came first to one of these, each account is taken by itself,
 * and its lines are decided again as often as others come first.
 */
export function batchHandler(source: BankSource, { eventStore, holding, together }: BatchParts): HandleAll {
  const bankFor = bankForOf(source);
  const handle = CommandHandler<Account, BankEvent>({
    evolve,
    initialState: () => initialAccount,
    mapToStreamId: streamOf,
    schema: { versioning },
    retry: { onVersionConflict: { ...ON_CONFLICT, shouldRetryError: isExpectedVersionConflictError } },
  });
  return async (commands, metadata) => {
    const decisions: Decision[] = [];
    const decide = (places: readonly number[], before: Account): BankEvent[] => {
      let account = before;
      return places.flatMap((place) => {
        const command = commands[place] as Command;
        const decision = signed(bankFor(command, (edition) => edition).decide(command, account), metadata);
        decisions[place] = decision;
        if (!decision.accepted) return [];
        account = decision.events.reduce(evolve, account);
        return [...decision.events];
      });
    };
    const handleTogether = async (store: Together, accounts: readonly Lines[]) => {
      const known = await store.accounts(accounts.map(([accountId]) => accountId));
      const appended = accounts.map(([accountId, places]) => {
        const { account: before, version } = known.get(accountId) ?? NOT_THERE;
        return { before, version, events: decide(places, before) };
      });
      const some = appended.filter(({ events }) => events.length > 0);
      return some.length === 0 || store.append(some);
    };
    const handleLines = async ([accountId, places]: Lines) => {
      const known: Appending = {};
      try {
        await holding(known, () =>
          handle(eventStore, accountId, (before: Account) => {
            known.account = before;
            return decide(places, before);
          }),
        );
      } catch (error) {
        if (isExpectedVersionConflictError(error)) throw new Overtaken(`${accountId}: others came first`);
        throw error;
      }
    };
    const handlePart = async (accounts: readonly Lines[]) => {
      if (together !== undefined && (await handleTogether(together, accounts))) return;
      for (const some of inParts(accounts, AT_ONCE)) await settled(some.map(handleLines));
    };
    // Each part has accounts of its own.
    const parts = inParts([...placesByAccount(commands)], TOGETHER);
    await settled(Array.from({ length: PARTS_AT_ONCE }, () => eachOf(parts, handlePart)));
    return decisions;
  };
}

/** Waits for every work, also where one of them fails. */
async function settled(works: readonly Promise<void>[]): Promise<void> {
  for (const done of await Promise.allSettled(works)) if (done.status === 'rejected') throw done.reason;
}

/** Works on what others that share the iterator leave; where it fails nobody begins another. */
async function eachOf<T>(shared: Generator<T>, work: (one: T) => Promise<void>): Promise<void> {
  for (const one of shared) await work(one);
}

function* inParts<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let first = 0; first < all.length; first += size) yield all.slice(first, first + size);
}

function placesByAccount(commands: readonly Command[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { data }] of commands.entries())
    places.set(data.accountId, [...(places.get(data.accountId) ?? []), place]);
  return places;
}

async function handleOnce(
  bankFor: BankFor,
  eventStore: EventStore,
  command: Command,
  metadata: EventMetadata | undefined,
  known: Deciding,
): Promise<Handled> {
  const bank = bankFor(command, known.promised.stockLeft);
  let decision: Decision | undefined;
  // A refusal is an answer and not an error: nothing is appended, and it is handed back with its reasons.
  const decide = (given: Command, account: Account): BankEvent[] => {
    known.account = account;
    decision = signed(bank.decide(given, account), metadata);
    return decision.accepted ? [...decision.events] : [];
  };
  // #region decider-command-handler
  const handle = DeciderCommandHandler<Account, Command, BankEvent>({
    ...bank.decider,
    decide,
    mapToStreamId: streamOf,
    schema: { versioning },
    retry: { onVersionConflict: { ...ON_CONFLICT, shouldRetryError: isExpectedVersionConflictError } },
  });
  const { nextExpectedStreamVersion } = await handle(eventStore, command.data.accountId, command);
  // #endregion
  if (decision === undefined) throw new Error(`${command.type} was not decided`);
  return { decision, version: BigInt(nextExpectedStreamVersion) };
}

/** What the store alone can know is a refusal as well. */
async function orRefused(ruleSet: RuleSet, handle: () => Promise<Handled>): Promise<Handled> {
  try {
    return await handle();
  } catch (error) {
    if (!(error instanceof ContinuedAlready)) throw error;
    return { decision: error.refused(ruleSet), version: 0n };
  }
}

/** Whatever bank this asks for will do: what is not a command, all refuse alike. */
const ANY: Command = {
  type: 'ReportIn',
  data: { accountId: '-', on: '2022-04-27', by: { office: 'subdistrict' } },
};

/** What is not even a command is refused before a bank is chosen or a stream named by it. */
function withoutStore(bankFor: BankFor, command: unknown): Decision | undefined {
  const decision = bankFor(ANY, (edition) => edition).decideUnknown(command, initialAccount);
  return decision.accepted || decision.refusal.code !== 'invalid-command' ? undefined : decision;
}

async function takenBefore({ taken }: Parts, command: Command): Promise<readonly Taken[]> {
  return command.type === 'RedeemPoints' ? taken(command.data.communityId) : [];
}

function signed(decision: Decision, metadata: EventMetadata | undefined): Decision {
  if (!decision.accepted || metadata === undefined) return decision;
  return { ...decision, events: decision.events.map((event) => withMetadata(event, metadata)) };
}

/** The rules that the store decides by. */
export function rulesOf(source: BankSource): RuleSet {
  return bankForOf(source)(ANY, (edition) => edition).ruleSet;
}

function bankForOf(source: BankSource): BankFor {
  if (typeof source === 'function') return source;
  return (_command, stockLeft) =>
    source.handbook === undefined ? source : source.withHandbook(stockLeft(source.handbook));
}
