import { isDeepStrictEqual } from 'node:util';
import { type BankEvent, fold, type Handbook, type RuleSet, type StoredEvent } from 'points-bank';
import { type DecisionFinding, verifyDecisions } from 'points-bank/audit';
import { commandOfEvent } from '../command-line/command-of-event.js';
import type { Counter } from '../counter.js';
import type { SealedAccount } from '../store/seals.js';
import { type AllTaken, countTaken, isReturn, movesStock, Promised } from '../store/stock.js';
import { fromStore } from '../store/stored-event.js';

/*
 * Every entry decided again. Accounts come some at a time, with those that they say something of; what can only be seen over all of them, the
 * stock and who continues whom, is followed in the order of the record.
 */

/** Something that was found about an account; the place in it counts the account's own entries. */
export type Found<F> = { readonly accountId: string; readonly finding: F };

type Decided = Found<DecisionFinding>;
type Opened = Extract<BankEvent, { readonly type: 'AccountOpened' }>;
type Redeemed = Extract<BankEvent, { readonly type: 'PointsRedeemed' }>;

export class Decisions {
  private readonly counter: Counter;
  private readonly handbooks: readonly Handbook[];
  /** The handbooks without their stock, of which some accounts alone tell nothing. */
  private readonly endless: readonly Handbook[];

  private constructor(counter: Counter, handbooks: readonly Handbook[]) {
    this.counter = counter;
    this.handbooks = handbooks;
    this.endless = handbooks.map((edition) => ({
      ...edition,
      rewards: edition.rewards.map(({ stock: _, ...reward }) => reward),
    }));
  }

  static async of(counter: Counter): Promise<Decisions> {
    const ids = await counter.handbooks.communities();
    const editions = await Promise.all(ids.map((id) => counter.handbooks.editions(id)));
    return new Decisions(counter, editions.flat());
  }

  /** The entries of these accounts that do not follow from the rules, whatever stock there was. */
  async inAccounts(accounts: readonly SealedAccount[]): Promise<readonly Decided[]> {
    const others = await this.counter.store.seals.named(namedIn(accounts));
    return this.findings(accounts, others);
  }

  private findings(accounts: readonly SealedAccount[], others: readonly SealedAccount[]): Decided[] {
    const heard = others.flatMap(readable).filter(({ type }) => HEARD.has(type));
    const own = accounts.flatMap(({ accountId, entries }) =>
      entries.map(({ stored }, at) => ({ accountId, at, event: eventOf(stored) })),
    );
    const events = [...heard, ...own.map(({ event }) => event)];
    const rules: RuleSet[] = [this.counter.ruleSet];
    return verifyDecisions(events, rules, { handbooks: this.endless }).flatMap((finding) => {
      const place = own[finding.at - heard.length];
      return place === undefined
        ? []
        : [{ accountId: place.accountId, finding: { ...finding, at: place.at } }];
    });
  }

  /** What shows only over all accounts: rewards given out that were no longer there, and accounts that are continued twice. */
  async acrossAccounts(): Promise<readonly Decided[]> {
    const found: Decided[] = [];
    const taken: AllTaken = new Map();
    const continuing = new Map<string, string[]>();
    for await (const stored of this.counter.store.seals.record()) {
      if (!ACROSS.has(stored.type)) continue;
      const event = readableEvent(stored);
      if (event?.type === 'AccountOpened') noteContinued(continuing, event);
      if (event?.type === 'PointsRedeemed') found.push(...(await this.beyondStock(event, taken)));
      if (event !== undefined && movesStock(event))
        countTaken(taken, isReturn(event) ? await this.historyUpTo(event) : [event]);
    }
    for (const [accountId, by] of continuing)
      if (by.length > 1) found.push(...(await this.continuedTwice([accountId, ...by])));
    return found;
  }

  /** The events of an account up to one of them. */
  private async historyUpTo(event: BankEvent): Promise<readonly BankEvent[]> {
    const [account] = await this.counter.store.seals.named([event.data.accountId]);
    const events = account === undefined ? [] : readable(account);
    return events.slice(0, events.findIndex((one) => isDeepStrictEqual(one, event)) + 1);
  }

  /** A redemption that gave out more than was left. */
  private async beyondStock(event: Redeemed, taken: AllTaken): Promise<readonly Decided[]> {
    const { accountId, at, communityId, handbook, lines, ruleSet } = event.data;
    const { bank } = this.counter.bank;
    const place = at ?? communityId;
    const edition = this.handbooks.find(
      (one) => one.communityId === place && one.version === handbook.version,
    );
    if (edition === undefined || ruleSet.digest !== bank.digest) return [];
    const left = new Promised(taken.get(place)?.values() ?? []).stockLeft(edition);
    const stockOf = new Map(left.rewards.map(({ rewardId, stock }) => [rewardId, stock]));
    if (lines.every(({ rewardId, quantity }) => quantity <= (stockOf.get(rewardId) ?? quantity))) return [];
    const history = await this.historyUpTo(event);
    try {
      const before = fold(history.slice(0, -1));
      const decision = bank.withHandbook(left).decide(commandOfEvent(event), before);
      if (decision.accepted) return [];
      const { refusal } = decision;
      return [{ accountId, finding: { at: history.length - 1, event, fault: 'refused', refusal } }];
    } catch {
      // A history that does not fold has entries that were found by themselves.
      return [];
    }
  }

  private async continuedTwice(accountIds: readonly string[]): Promise<readonly Decided[]> {
    const known = new Map(
      (await this.counter.store.seals.named(accountIds)).map((one) => [one.accountId, one]),
    );
    const inOrder = [...new Set(accountIds)].flatMap((id) => known.get(id) ?? []);
    return this.findings(inOrder, []).filter(
      ({ finding }) =>
        finding.fault === 'unfounded-continuation' && finding.because === 'another-continues-it',
    );
  }
}

/** What of other accounts' events is asked about. */
const HEARD: ReadonlySet<string> = new Set<BankEvent['type']>([
  'AccountOpened',
  'AccountClosed',
  'PointsSent',
  'EntryReversed',
]);

/** What is followed over all accounts. */
const ACROSS: ReadonlySet<string> = new Set<BankEvent['type']>([
  'AccountOpened',
  'PointsRedeemed',
  'EntryReversed',
]);

function noteContinued(continuing: Map<string, string[]>, { data }: Opened): void {
  for (const { accountId } of data.continues ?? [])
    continuing.set(accountId, [...(continuing.get(accountId) ?? []), data.accountId]);
}

/** The accounts that some say something of, but for themselves. */
function namedIn(accounts: readonly SealedAccount[]): string[] {
  const named = accounts.flatMap(readable).flatMap((event) => {
    if (event.type === 'PointsReceived') return [event.data.from];
    return event.type === 'AccountOpened' ? (event.data.continues ?? []).map((one) => one.accountId) : [];
  });
  const own = new Set(accounts.map(({ accountId }) => accountId));
  return [...new Set(named)].filter((accountId) => !own.has(accountId));
}

/** A stored event in its current form; nothing where it was made into something else. */
export function readableEvent(stored: StoredEvent): BankEvent | undefined {
  try {
    return fromStore(stored);
  } catch {
    return undefined;
  }
}

/** What cannot be read is decided as it is, so that it is found. */
const eventOf = (stored: StoredEvent): BankEvent => readableEvent(stored) ?? (stored as unknown as BankEvent);

function readable({ entries }: SealedAccount): BankEvent[] {
  return entries.flatMap(({ stored }) => readableEvent(stored) ?? []);
}
