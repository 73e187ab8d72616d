import type { AccountClosed, BankEvent, By } from 'points-bank';
import { mayContinue } from '../bank/continuing.js';
import { pointsOnTheWay } from '../bank/transfers.js';
import { entryOf, leftOf } from '../bank/undoing.js';
import type { Counter } from '../counter.js';
import type { EntryKind, Place } from '../forms/command-of.js';
import { needsApproval, officeOf } from '../security/access.js';
import type { Seen } from '../web/account-of.js';
import type { Web } from '../web/env.js';
import { signedIn } from '../web/guards.js';

/** Where something is entered, and the event that it is about, if it is about one. */
export type Placed = { readonly place: Place; readonly event?: BankEvent };

/** Where a form about an account is entered, and what on record it is about: the address names that, and the store has it. */
export async function placeAt(
  c: Web,
  kind: EntryKind,
  { account, events }: Seen,
): Promise<Placed | undefined> {
  const counter = c.get('counter');
  const by = officeOf(counter.ruleSet, signedIn(c.get('user')));
  if (by === undefined) return undefined;
  const { accountId, communityId } = account;
  const place = { accountId, communityId, ...actingBy(counter, by) };
  if (kind === 'receive') {
    const sent = await sentTo(c, { account, events });
    return sent && { place: { ...place, sent } };
  }
  if (kind !== 'undo' && kind !== 'verify') return { place };
  const event = events[Number(c.req.query('entry') ?? Number.NaN) - 1];
  const entry = event && entryOf(event);
  if (event === undefined || entry === undefined) return undefined;
  if (kind === 'verify') return { event, place: { ...place, entry: { ...entry, on: event.data.on } } };
  return { event, place: { ...place, ...undoneAt(events, event) } };
}

/** The entry of an event that is to be undone, and what is left of it. */
export function undoneAt(events: readonly BankEvent[], event: BankEvent): Pick<Place, 'entry' | 'given'> {
  const entry = entryOf(event);
  const given = leftOf(events, event);
  return { ...(entry === undefined ? {} : { entry }), ...(given === undefined ? {} : { given }) };
}

/** Where an account is opened: at the user's own community, going on from the closed accounts that the address names. */
export async function placeOfOpening(c: Web): Promise<Place | undefined> {
  const counter = c.get('counter');
  const by = officeOf(counter.ruleSet, signedIn(c.get('user')));
  if (by?.communityId === undefined) return undefined;
  const ids = c.req.queries('continues') ?? [];
  const closings = await Promise.all(ids.map((id) => handingOn(counter, by.communityId as string, id)));
  const continues = closings.filter((closing) => closing !== undefined);
  return {
    communityId: by.communityId,
    ...actingBy(counter, by),
    ...(continues.length === 0 ? {} : { continues }),
  };
}

export function actingBy({ ruleSet }: Counter, by: By): Pick<Place, 'by' | 'approval'> {
  return { by, ...(needsApproval(ruleSet) ? { approval: true } : {}) };
}

/** The closing of an account, where it handed on what it held, for that community to continue it. */
async function handingOn(
  counter: Counter,
  communityId: string,
  accountId: string,
): Promise<AccountClosed | undefined> {
  const events = await counter.store.events(accountId);
  const closing = events.findLast((event) => event.type === 'AccountClosed');
  if (closing?.data.handedOn === undefined) return undefined;
  return (await mayContinue(counter, communityId, closing)) ? closing : undefined;
}

async function sentTo(c: Web, { account, events }: Seen) {
  const onTheWay = await pointsOnTheWay(c.get('counter').store, account.accountId, events);
  const [from, transferId] = [c.req.query('from'), c.req.query('transfer')];
  return onTheWay.find(({ data }) => data.accountId === from && data.transferId === transferId);
}
