import type {
  AccountClosed,
  AccountOpened,
  BankEvent,
  EntryReversed,
  EntryVerified,
} from '../../account/events/event.js';
import type { CalendarDate } from '../../values/calendar.js';
import { canonicalJson } from '../../values/json.js';
import { dayOf, type Entry, idOf, nameOf, reversibleOf } from './event-names.js';
import type { HandedBar, HandedVisit } from './handed-on.js';
import { later } from './order.js';
import { ReportError } from './report-error.js';

/** An event in an account's history. */
export type RecordedEvent<E extends BankEvent = BankEvent> = {
  readonly event: E;
  /** Its place among the events given, or among those of its account, from 0. */
  readonly index: number;
  /** The day on which it counts. A reversal and a verification count on the day of the entry that they are about. */
  readonly on: CalendarDate;
  /** Since when it is on record, together with everything that it is about. */
  readonly knownSince: CalendarDate;
};

/** Reversals of one entry in which each undoes what the one before it did: the first took the entry out, the second put it back. */
export type ReversalChain = {
  /** Of a redemption, the lines that it is about; absent if it is about all of them. */
  readonly lines?: EntryReversed['data']['lines'];
  readonly reversals: RecordedEvent<EntryReversed>[];
};

/** An entry, and what was done to it afterwards. */
export type TrackedEntry = {
  readonly on: CalendarDate;
  /** Since when the entry and everything done to it are on record. */
  knownSince: CalendarDate;
  verified?: RecordedEvent<EntryVerified>;
  readonly chains: ReversalChain[];
};

/**
 * An account's events in the order in which they were recorded, and which of them reverse or verify which. Nothing is left out here:
 * what stands of them as known on a day, `standingEvents` tells.
 */
export class AccountHistory {
  readonly opened: AccountOpened;
  readonly events: RecordedEvent[] = [];
  /** The closing, if there is one. */
  closing: RecordedEvent<AccountClosed> | undefined;
  /** Filled with the first reversal or verification, since most accounts have none. */
  #tracked: Map<object, TrackedEntry> | undefined;
  readonly #byName: Map<string, TrackedEntry[]> = new Map();
  readonly #chains: Map<RecordedEvent, ReversalChain> = new Map();
  /** The one entry of each id; `several` where there are more. */
  readonly #byId: Map<string, RecordedEvent<Entry> | 'several'> = new Map();
  /** Of entries that share their id, the latest by all that tells one from another. */
  readonly #latest: Map<string, RecordedEvent> = new Map();
  /** The entries before it: one that was reversed may be recorded anew. */
  readonly #earlier: Map<string, RecordedEvent[]> = new Map();

  constructor(opened: AccountOpened) {
    this.opened = opened;
  }

  /** Adds the account's next event. */
  add(event: BankEvent, index: number): void {
    if (event.type === 'EntryReversed') this.#reverse(event, index);
    else if (event.type === 'EntryVerified') this.#verify(event, index);
    else this.#record(event, index);
  }

  /** What was done to an event of this history, or to a visit or bar that its opening took up; `undefined` if nothing was. */
  trackOf(entry: RecordedEvent | HandedVisit | HandedBar): TrackedEntry | undefined {
    return this.#tracked?.get(entry);
  }

  /** The chain that a reversal of this history belongs to. */
  chainOf(reversal: RecordedEvent): ReversalChain | undefined {
    return this.#chains.get(reversal);
  }

  #record(event: Entry, index: number): void {
    const known = event.data.recordedOn ?? event.data.on;
    const [opening] = this.events;
    const knownSince = opening === undefined ? known : later(known, opening.knownSince);
    const recorded = { event, index, on: dayOf(event), knownSince };
    this.#requireFirstTime(recorded);
    this.events.push(recorded);
    if (event.type === 'AccountClosed') this.closing = { ...recorded, event };
    if (this.#tracked !== undefined) this.#track(recorded);
  }

  /** An entry that stands is not recorded once more; one that was reversed may be. */
  #requireFirstTime(recorded: RecordedEvent<Entry>): void {
    const { event } = recorded;
    const id = idOf(event);
    const known = this.#byId.get(id);
    if (known === undefined) {
      // Most entries have an id that no other has, and are told apart without more.
      this.#byId.set(id, recorded);
      return;
    }
    if (known !== 'several') {
      this.#latest.set(keyOf(known), known);
      this.#byId.set(id, 'several');
    }
    const key = keyOf(recorded);
    const last = this.#latest.get(key);
    this.#latest.set(key, recorded);
    if (last === undefined) return;
    const before = this.#earlier.get(key) ?? [];
    this.#earlier.set(key, before);
    before.push(last);
    if (!before.every((one) => this.#isReversed(one, event)))
      throw broken(event, 'an entry that is recorded already');
  }

  #isReversed(recorded: RecordedEvent, event: Entry): boolean {
    const [reversible] = reversibleOf(recorded, event);
    if (reversible === undefined) return false;
    // Entries are tracked from the first time on that one is looked for by its name.
    this.#named(nameOf(reversible[1]));
    return isOut((this.trackOf(recorded) as TrackedEntry).chains);
  }

  #verify(event: EntryVerified, index: number): void {
    const { verifies, item, entryOn } = event.data;
    const [entry] = this.#named(nameOf({ ...verifies, item, on: entryOn })).filter(
      (one) => one.verified === undefined && !isOut(one.chains),
    );
    if (entry === undefined)
      throw broken(event, `${verifies.kind} '${verifies.id}', which does not wait for it`);
    entry.verified = this.#recordAbout(entry, event, index);
  }

  #reverse(event: EntryReversed, index: number): void {
    const { reverses, entry: affected, lines } = event.data;
    const named = this.#named(nameOf(affected));
    if (
      named.some(({ chains }) => chains.some((chain) => isInForce(chain.reversals, event.data.reversalId)))
    ) {
      throw broken(event, `reversal '${event.data.reversalId}', which is recorded already`);
    }
    if (reverses.kind !== 'reversal') {
      const standing = named.filter(({ chains }) => !isOut(chains));
      // Of several claims of one post on one day, the latest is meant.
      const entry = affected.kind === 'claim' ? standing.at(-1) : standing[0];
      if (entry === undefined) throw broken(event, `${affected.kind} '${affected.id}', which does not stand`);
      const chain: ReversalChain = { reversals: [], ...(lines === undefined ? {} : { lines }) };
      entry.chains.push(chain);
      this.#lengthen(chain, this.#recordAbout(entry, event, index));
      return;
    }
    for (const entry of named) {
      const chain = entry.chains.find(({ reversals }) => isInForce(reversals, reverses.id));
      if (chain === undefined) continue;
      this.#lengthen(chain, this.#recordAbout(entry, event, index));
      return;
    }
    throw broken(event, `reversal '${reverses.id}', which does not stand`);
  }

  #lengthen(chain: ReversalChain, reversal: RecordedEvent<EntryReversed>): void {
    chain.reversals.push(reversal);
    this.#chains.set(reversal, chain);
  }

  #recordAbout<E extends BankEvent>(entry: TrackedEntry, event: E, index: number): RecordedEvent<E> {
    entry.knownSince = later(event.data.recordedOn ?? event.data.on, entry.knownSince);
    // What was taken up from another account counts from the opening on.
    const recorded = { event, index, on: later(entry.on, this.opened.data.on), knownSince: entry.knownSince };
    this.events.push(recorded);
    return recorded;
  }

  #named(name: string): readonly TrackedEntry[] {
    if (this.#tracked === undefined) {
      this.#tracked = new Map();
      for (const recorded of this.events) this.#track(recorded);
    }
    return this.#byName.get(name) ?? [];
  }

  #track(recorded: RecordedEvent): void {
    const { event, on, knownSince } = recorded;
    for (const [subject, affected] of reversibleOf(recorded, event)) {
      const entry: TrackedEntry = { on: subject === recorded ? on : affected.on, knownSince, chains: [] };
      this.#tracked?.set(subject, entry);
      const name = nameOf(affected);
      const others = this.#byName.get(name);
      if (others === undefined) this.#byName.set(name, [entry]);
      else others.push(entry);
    }
  }
}

/** Whether reversals have taken an entry out as a whole. Of a chain, each second one puts it back. */
export function isOut(chains: readonly ReversalChain[]): boolean {
  return chains.some(({ lines, reversals }) => lines === undefined && reversals.length % 2 === 1);
}

/** Whether the reversal of this id is in force: it came last, or one that does the same did. */
function isInForce(reversals: readonly RecordedEvent<EntryReversed>[], reversalId: string): boolean {
  return reversals.some(
    ({ event }, at) => event.data.reversalId === reversalId && (reversals.length - 1 - at) % 2 === 0,
  );
}

/** What tells an entry from others of its account: its name. A post may be claimed several times on a day, by claims that say different things. */
function keyOf(recorded: RecordedEvent<Entry>): string {
  const { event } = recorded;
  if (event.type === 'PostReleased') return `release ${event.data.on} ${event.data.postId}`;
  const [reversible] = event.type === 'AccountOpened' ? [] : reversibleOf(recorded, event);
  if (reversible === undefined) return event.type;
  const name = nameOf(reversible[1]);
  if (event.type !== 'PostClaimed') return name;
  const { by, kind, difficulty, catalogue } = event.data;
  return `${name} ${canonicalJson({ by, kind, difficulty, catalogue })}`;
}

function broken({ type, data }: BankEvent, what: string): ReportError {
  return new ReportError('broken-history', `${type} of account '${data.accountId}' is about ${what}`);
}
