import {
  type BankEvent,
  type By,
  type EntryReversed,
  fold,
  type OpenedAccount,
  type ScoreCorrected,
} from 'points-bank';
import type { Counter } from '../counter.js';
import { COMMANDS } from '../forms/command-of.js';
import {
  type Asked,
  type Declined,
  type End,
  type EntryRequest,
  WISHES,
  type Wish,
  type Withdrawn,
} from './entry-requests.js';
import { officesFor } from './probe.js';
import { correctable, type Standing, undoable } from './undoing.js';

/*
 * Who may ask for what, who may grant it, and what became of it. The bank is asked, and so the rules in use say it.
 */

type OnRecord = { readonly account: OpenedAccount; readonly events: readonly BankEvent[] };

export type Fate =
  /** It waits for the offices that are named. */
  | { readonly state: 'open'; readonly offices: readonly string[] }
  | { readonly state: 'granted'; readonly event: EntryReversed | ScoreCorrected; readonly place: number }
  | ({ readonly state: 'declined' } & Declined)
  | ({ readonly state: 'withdrawn' } & Withdrawn)
  /** Nobody can do it any more: the entry was undone otherwise, or its account is closed. */
  | { readonly state: 'past' };

const THEIRS = { undo: undoable, correct: correctable };

/** The places of the entries for which an office may do what is asked. */
function placesFor({ bank }: Counter, by: By, wish: Wish, standing: Standing): ReadonlySet<number> {
  return THEIRS[wish](bank.bank, by, standing);
}

/** The offices that may do what is asked today. */
export function officesThatMay(counter: Counter, { account, events }: OnRecord, asked: Asked): readonly By[] {
  const standing = { account, events, on: counter.today() };
  return officesFor(counter.ruleSet, COMMANDS[asked.wish], account.communityId).filter((by) =>
    placesFor(counter, by, asked.wish, standing).has(asked.entry - 1),
  );
}

/** What an office may ask for, by the places of an account's events: what is for others to do, and not for itself. */
export function askable(
  counter: Counter,
  by: By,
  { account, events }: OnRecord,
): ReadonlyMap<number, readonly Wish[]> {
  const standing = { account, events, on: counter.today() };
  const found = new Map<number, Wish[]>();
  for (const wish of WISHES) {
    const own = placesFor(counter, by, wish, standing);
    for (const other of officesFor(counter.ruleSet, COMMANDS[wish], account.communityId))
      for (const place of placesFor(counter, other, wish, standing))
        if (!own.has(place) && found.get(place)?.includes(wish) !== true)
          found.set(place, [...(found.get(place) ?? []), wish]);
  }
  return found;
}

/** Whether a request is for the office to grant today. */
function mayGrant(counter: Counter, by: By | undefined, own: OnRecord, request: Asked): boolean {
  const standing = { ...own, on: counter.today() };
  return by !== undefined && placesFor(counter, by, request.wish, standing).has(request.entry - 1);
}

/** What became of a request. The account's events are asked first: what was granted is on record there. */
function fateOf(
  counter: Counter,
  request: EntryRequest,
  own: OnRecord,
  ended: ReadonlyMap<string, End>,
): Fate {
  const place = own.events.findIndex((event) => grants(event, request.key));
  const event = own.events[place];
  if (event?.type === 'EntryReversed' || event?.type === 'ScoreCorrected')
    return { state: 'granted', event, place };
  const end = ended.get(request.key);
  if (end !== undefined)
    return 'withdrawnBy' in end ? { state: 'withdrawn', ...end } : { state: 'declined', ...end };
  const offices = officesThatMay(counter, own, request).map(({ office }) => office);
  return offices.length === 0 ? { state: 'past' } : { state: 'open', offices };
}

function grants(event: BankEvent, key: string): boolean {
  return (
    (event.type === 'EntryReversed' && event.data.reversalId === key) ||
    (event.type === 'ScoreCorrected' && event.data.correctionId === key)
  );
}

/** A request with what became of it. */
export type KnownRequest = EntryRequest & {
  readonly fate: Fate;
  /** Whether it waits for the office that looks. */
  readonly isTheirs: boolean;
};

/** Requests on the accounts of a community, or of all, as an office sees them, the newest first. */
export async function requestsFor(
  counter: Counter,
  by: By | undefined,
  communityId: string | undefined,
): Promise<readonly KnownRequest[]> {
  const ended = await counter.requests.ended();
  const requests = await counter.requests.list(communityId);
  const ids = new Set(requests.map(({ accountId }) => accountId));
  const histories = await counter.store.histories([...ids]);
  return requests.flatMap((request) => {
    const events = histories.get(request.accountId) ?? [];
    const account = fold(events);
    if (account.status === 'unopened') return [];
    const own = { account, events };
    const fate = fateOf(counter, request, own, ended);
    return [{ ...request, fate, isTheirs: fate.state === 'open' && mayGrant(counter, by, own, request) }];
  });
}

/** A request as an office sees it, on its account as it is stored. */
export async function requestAs(
  counter: Counter,
  by: By | undefined,
  request: EntryRequest,
  own: OnRecord,
): Promise<KnownRequest> {
  const fate = fateOf(counter, request, own, await counter.requests.ended());
  return { ...request, fate, isTheirs: fate.state === 'open' && mayGrant(counter, by, own, request) };
}
