import type {
  AccountClosed,
  AccountOpened,
  AffectedEntry,
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
  /** The ids of its first reversal, its third and so on, and those of its second, its fourth and so on. */
  readonly ids: readonly [Set<string>, Set<string>];
  readonly entry: TrackedEntry;
};

/** An entry, and what was done to it afterwards. */
export type TrackedEntry = {
  readonly on: CalendarDate;
  /** Since when the entry and everything done to it are on record. */
  knownSince: CalendarDate;
  /** Whether it had to be verified before it counted. */
  readonly isPending: boolean;
  verified?: RecordedEvent<EntryVerified>;
  readonly chains: ReversalChain[];
  readonly named: NamedEntries;
  /** Those that are told from it by nothing, if there are any. */
  alike?: AlikeEntries;
  /** Whether a reversal took it out as a whole; else it stands. */
  isOut: boolean;
};

/** The entries of one name. */
type NamedEntries = {
  /** Those that stand, in the order in which they were entered, verified or put back. */
  readonly standing: TrackedEntry[];
  /** By the id of a reversal, the chains that have it. */
  readonly chains: Map<string, Set<ReversalChain>>;
};

/** Entries that agree in all that tells one from another, of which one may stand. */
type AlikeEntries = { standing: number };

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
  readonly #byName: Map<string, NamedEntries> = new Map();
  readonly #chains: Map<RecordedEvent, ReversalChain> = new Map();
  /** The one entry of each id; `several` where there are more. */
  readonly #byId: Map<string, RecordedEvent<Entry> | 'several'> = new Map();
  /** Of entries that share their id, by all that tells one from another: the only one, or how many stand. */
  readonly #byKey: Map<string, RecordedEvent<Entry> | AlikeEntries> = new Map();

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
    const alike = this.#requireFirstTime(recorded);
    this.events.push(recorded);
    if (event.type === 'AccountClosed') this.closing = { ...recorded, event };
    if (this.#tracked !== undefined) this.#track(recorded, this.#tracked);
    if (alike !== undefined) join(alike, this.trackOf(recorded) as TrackedEntry);
  }

  /** An entry that stands is not recorded once more; one that was reversed may be. Returns those that are like it. */
  #requireFirstTime(recorded: RecordedEvent<Entry>): AlikeEntries | undefined {
    const { event } = recorded;
    const id = idOf(event);
    const known = this.#byId.get(id);
    if (known === undefined) {
      // Most entries have an id that no other has, and are told apart without more.
      this.#byId.set(id, recorded);
      return undefined;
    }
    if (known !== 'several') {
      this.#byKey.set(keyOf(known), known);
      this.#byId.set(id, 'several');
    }
    const key = keyOf(recorded);
    const last = this.#byKey.get(key);
    if (last === undefined) {
      this.#byKey.set(key, recorded);
      return undefined;
    }
    const alike = 'standing' in last ? last : this.#alike(last);
    this.#byKey.set(key, alike);
    if (alike.standing > 0) throw broken(event, 'an entry that is recorded already');
    return alike;
  }

  /** The entries that are like this one, of which it is the only one yet. */
  #alike(recorded: RecordedEvent): AlikeEntries {
    const entry = this.#entries().get(recorded);
    // What no reversal can name stands.
    if (entry === undefined) return { standing: 1 };
    const alike = { standing: 0 };
    join(alike, entry);
    return alike;
  }

  #verify(event: EntryVerified, index: number): void {
    const { verifies, item, entryOn } = event.data;
    const named = this.#named(nameOf({ ...verifies, item, on: entryOn }));
    const entry = named?.standing.find(waits);
    if (entry === undefined)
      throw broken(event, `${verifies.kind} '${verifies.id}', which does not wait for it`);
    entry.verified = this.#recordAbout(entry, event, index);
    const { standing } = entry.named;
    remove(standing, entry);
    standing.push(entry);
  }

  #reverse(event: EntryReversed, index: number): void {
    const { reverses, entry: affected, lines } = event.data;
    const named = this.#named(nameOf(affected));
    if (chainInForce(named, event.data.reversalId) !== undefined) {
      throw broken(event, `reversal '${event.data.reversalId}', which is recorded already`);
    }
    if (reverses.kind !== 'reversal') {
      const entry = named && meantIn(named, affected.kind);
      if (entry === undefined) throw broken(event, `${affected.kind} '${affected.id}', which does not stand`);
      const chain: ReversalChain = {
        reversals: [],
        ids: [new Set(), new Set()],
        entry,
        ...(lines === undefined ? {} : { lines }),
      };
      entry.chains.push(chain);
      this.#lengthen(chain, this.#recordAbout(entry, event, index));
      return;
    }
    const chain = chainInForce(named, reverses.id);
    if (chain === undefined) throw broken(event, `reversal '${reverses.id}', which does not stand`);
    const takesOut = chain.lines === undefined && chain.reversals.length % 2 === 0;
    if (takesOut && chain.entry.isOut)
      throw broken(event, `${affected.kind} '${affected.id}', which does not stand`);
    this.#lengthen(chain, this.#recordAbout(chain.entry, event, index));
  }

  #lengthen(chain: ReversalChain, reversal: RecordedEvent<EntryReversed>): void {
    const { entry, ids, lines, reversals } = chain;
    const { reversalId } = reversal.event.data;
    const isOdd = reversals.push(reversal) % 2 === 1;
    ids[isOdd ? 0 : 1].add(reversalId);
    this.#chains.set(reversal, chain);
    const chains = entry.named.chains.get(reversalId);
    if (chains === undefined) entry.named.chains.set(reversalId, new Set([chain]));
    else chains.add(chain);
    // Of a chain, each second reversal puts the entry back.
    if (lines === undefined && isOdd) takeOut(entry);
    else if (lines === undefined) putBack(entry);
  }

  #recordAbout<E extends BankEvent>(entry: TrackedEntry, event: E, index: number): RecordedEvent<E> {
    entry.knownSince = later(event.data.recordedOn ?? event.data.on, entry.knownSince);
    // What was taken up from another account counts from the opening on.
    const recorded = { event, index, on: later(entry.on, this.opened.data.on), knownSince: entry.knownSince };
    this.events.push(recorded);
    return recorded;
  }

  #named(name: string): NamedEntries | undefined {
    this.#entries();
    return this.#byName.get(name);
  }

  /** The entries that can be reversed or verified, which are tracked from the first time on that one is looked for. */
  #entries(): Map<object, TrackedEntry> {
    if (this.#tracked === undefined) {
      this.#tracked = new Map();
      for (const recorded of this.events) this.#track(recorded, this.#tracked);
    }
    return this.#tracked;
  }

  #track(recorded: RecordedEvent, tracked: Map<object, TrackedEntry>): void {
    const { event, knownSince } = recorded;
    for (const [subject, affected] of reversibleOf(recorded, event)) {
      const name = nameOf(affected);
      const named: NamedEntries = this.#byName.get(name) ?? {
        standing: [],
        chains: new Map(),
      };
      this.#byName.set(name, named);
      const on = subject === recorded ? recorded.on : affected.on;
      const isPending = 'pending' in event.data && event.data.pending === true;
      const entry: TrackedEntry = { on, knownSince, chains: [], isPending, named, isOut: false };
      tracked.set(subject, entry);
      named.standing.push(entry);
    }
  }
}

/** The chain in which the reversal of this id is in force: it came last, or one that does the same did. */
function chainInForce(named: NamedEntries | undefined, reversalId: string): ReversalChain | undefined {
  for (const chain of named?.chains.get(reversalId) ?? []) {
    if (chain.ids[chain.reversals.length % 2 === 1 ? 0 : 1].has(reversalId)) return chain;
  }
  return undefined;
}

function remove(standing: TrackedEntry[], entry: TrackedEntry): void {
  standing.splice(standing.lastIndexOf(entry), 1);
}

function waits({ isPending, verified }: TrackedEntry): boolean {
  return isPending && verified === undefined;
}

/** The entry that a name means. Several claims of a post can stand on a day: the latest of them is meant, before all that wait. */
function meantIn({ standing }: NamedEntries, kind: AffectedEntry['kind']): TrackedEntry | undefined {
  const claim = kind === 'claim' ? standing.findLast((one) => !waits(one)) : undefined;
  return claim ?? standing[0];
}

function join(alike: AlikeEntries, entry: TrackedEntry): void {
  entry.alike = alike;
  if (!entry.isOut) alike.standing += 1;
}

function takeOut(entry: TrackedEntry): void {
  entry.isOut = true;
  const { alike, named } = entry;
  if (alike !== undefined) alike.standing -= 1;
  remove(named.standing, entry);
}

function putBack(entry: TrackedEntry): void {
  entry.isOut = false;
  const { alike, named } = entry;
  if (alike !== undefined) alike.standing += 1;
  named.standing.push(entry);
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
