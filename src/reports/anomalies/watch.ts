import type { AccountClosed, BankEvent } from '../../account/events/event.js';
import type { CalendarDate } from '../../values/calendar.js';
import { putOwn } from '../../values/json.js';
import type { Text } from '../../values/text.js';
import type { AccountHistory } from '../shared/account-history.js';
import { exactSum } from '../shared/exact-sum.js';
import { fateOf, isKnown, isOnRecord } from '../shared/fate.js';
import { closingBy, movementsOf } from '../shared/movements.js';
import { book, emptyTally, isEarning } from '../shared/turnover.js';
import type { EntriesAfterFeedback, WrittenUpLate } from './anomaly.js';
import type { AnomalyTerms } from './anomaly-options.js';
import { entriesAfterFeedback, writtenUpLate } from './late-entries.js';

/**
 * What was seen of accounts: all that comparing them needs, and nothing of their entries. Plain JSON; sums are by texts that can be the
 * name of no inherited member.
 */
export type Watch = {
  /** The options by which it looks, as a text. */
  readonly by: string;
  readonly kinds: Record<string, WatchedKind>;
  /** `null` for an account that is not compared: it was not on record, or not open in the period. */
  readonly accounts: { readonly [accountId: string]: WatchedAccount | null };
  /** Of each role, by how many claims and activities a day has: the number of such days. */
  readonly days: Record<string, Record<number, number>>;
  /** The days that have unusually many. */
  readonly fullDays: FullDay[];
  readonly issuers: Record<string, WatchedIssuer>;
  readonly recorders: Record<string, WatchedRecorder>;
  readonly late: WrittenUpLate[];
  readonly afterFeedback: EntriesAfterFeedback[];
};

/** What many accounts have in common. */
export type WatchedKind = {
  /** The number by which they name it. */
  readonly number: number;
  readonly communityId: string;
  readonly role: string;
  readonly roleTitle: Text;
};

/** One account in the period: a row, since there are as many as accounts. */
export type WatchedAccount = readonly [
  kind: number,
  openedOn: CalendarDate,
  /** The points by which accounts are compared. */
  points: number,
  /** 1 if it was closed by the end of the period. */
  closed: 0 | 1,
  memberId?: string,
];

/** An account's claims and activities on one day. */
type DayTally = { entries: number; points: number };

/** A day on which an account has unusually many. */
export type FullDay = Readonly<DayTally> & {
  readonly accountId: string;
  readonly communityId: string;
  readonly role: string;
  readonly on: CalendarDate;
};

/** One community's claims and activities in the period. */
export type WatchedIssuer = {
  readonly communityId: string;
  entries: number;
  points: number;
  accounts: number;
};

/** A recorder's claims, activities and report-ins in the period. */
export type WatchedRecorder = {
  readonly communityId?: string;
  readonly recorder?: string;
  entries: number;
  reversed: number;
};

/** A watch that has seen nothing. */
export function emptyWatch({ ruleSet, ...terms }: AnomalyTerms): Watch {
  // Of the rules, whatever `look` makes use of.
  const roles = Object.entries(ruleSet?.roles ?? {}).map(([role, { feedback }]) => [role, feedback]);
  return {
    by: JSON.stringify([terms, ruleSet?.feedback, roles]),
    kinds: {},
    accounts: {},
    days: {},
    fullDays: [],
    issuers: {},
    recorders: {},
    late: [],
    afterFeedback: [],
  };
}

/** Looks at an account. */
export function look(watch: Watch, history: AccountHistory, terms: AnomalyTerms): void {
  let account: WatchedAccount | null = null;
  if (isOnRecord(history, terms.knownOn)) {
    for (const entry of writtenUpLate(history, terms)) watch.late.push(entry);
    for (const year of entriesAfterFeedback(history, terms)) watch.afterFeedback.push(year);
    lookAtRecorders(watch, history, terms);
    account = lookAtPeriod(watch, history, terms);
  }
  putOwn(watch.accounts, history.opened.data.accountId, account && shared(watch, account));
}

const ROWS = new WeakMap<Watch, Map<string, WatchedAccount>>();

/** More rows are not looked up: where accounts have that little in common, that costs more than it saves. */
const MOST_ROWS = 50_000;

/** The row that says the same, so that a watch has it once in memory: many accounts are of one kind, opened on one day and have the same points. */
function shared(watch: Watch, row: WatchedAccount): WatchedAccount {
  const rows = ROWS.get(watch) ?? new Map<string, WatchedAccount>();
  ROWS.set(watch, rows);
  const key = row.join();
  const known = rows.get(key) ?? row;
  if (rows.size < MOST_ROWS) rows.set(key, known);
  return known;
}

/** Adds what another watch has seen of other accounts, and returns the first. */
export function mergeWatch(watch: Watch, more: Watch): Watch {
  const numbers = Object.values(more.kinds).map((kind) => [kind.number, kindOf(watch, kind).number] as const);
  const numberOf = new Map(numbers);
  for (const [accountId, account] of Object.entries(more.accounts)) {
    putOwn(watch.accounts, accountId, account && shared(watch, renumbered(account, numberOf)));
  }
  for (const [key, days] of Object.entries(more.days))
    for (const [entries, number] of Object.entries(days)) countDays(watch, key, Number(entries), number);
  for (const one of Object.values(more.issuers)) {
    const { entries, points, accounts } = one;
    const issuer = issuerOf(watch, one.communityId);
    issuer.entries += entries;
    issuer.points = exactSum(issuer.points, points);
    issuer.accounts += accounts;
  }
  for (const one of Object.values(more.recorders)) {
    const recorder = recorderOf(watch, one);
    recorder.entries += one.entries;
    recorder.reversed += one.reversed;
  }
  for (const name of ['fullDays', 'late', 'afterFeedback'] as const)
    for (const one of more[name]) (watch[name] as unknown[]).push(one);
  return watch;
}

function renumbered([kind, ...row]: WatchedAccount, numberOf: ReadonlyMap<number, number>): WatchedAccount {
  return [numberOf.get(kind) as number, ...row];
}

/** Adds an account's entries to their recorders. */
function lookAtRecorders(watch: Watch, history: AccountHistory, { from, to, knownOn }: AnomalyTerms): void {
  for (const recorded of history.events) {
    const { event, on } = recorded;
    if (!isEarning(event) || event.type === 'AccountOpened') continue;
    if (on < from || on > to || !isKnown(recorded, knownOn)) continue;
    const recorder = recorderOf(watch, event.data.by);
    recorder.entries += 1;
    if (fateOf(history.trackOf(recorded), knownOn).reversal !== undefined) recorder.reversed += 1;
  }
}

/** Adds up an account's period, unless it was opened after the period or closed before it. */
function lookAtPeriod(watch: Watch, history: AccountHistory, terms: AnomalyTerms): WatchedAccount | null {
  const { from, to, knownOn, measure } = terms;
  const { accountId, on, communityId, role, roleTitle, memberId } = history.opened.data;
  const closing = closingBy(history, { knownOn, through: to });
  if (on > to || isClosedBefore(closing, from)) return null;
  const tally = emptyTally();
  const days = new Map<CalendarDate, DayTally>();
  issuerOf(watch, communityId).accounts += 1;
  for (const movement of movementsOf(history, { knownOn, through: to })) {
    if (movement.on < from) continue;
    book(tally, movement);
    if (movement.kind === 'entry' && isWork(movement.event)) addWork(watch, days, movement.event);
  }
  for (const [day, { entries, points }] of days) {
    countDays(watch, keyOf(role), entries, 1);
    if (entries >= terms.entriesOnADay)
      watch.fullDays.push({ accountId, communityId, role, on: day, entries, points });
  }
  const kind = kindOf(watch, { communityId, role, roleTitle });
  const points = measure === 'earned' ? tally.earned : tally.earned + tally.corrected;
  const closed = closing === undefined ? 0 : 1;
  return memberId === undefined
    ? [kind.number, on, points, closed]
    : [kind.number, on, points, closed, memberId];
}

function isClosedBefore(closing: AccountClosed | undefined, from: CalendarDate): boolean {
  return closing !== undefined && closing.data.on < from;
}

/** A claim or an activity, and not a report-in. */
type Work = Extract<BankEvent, { type: 'PostClaimed' | 'ActivityCredited' }>;

/** Whether the event is a claim or an activity. */
function isWork(event: BankEvent): event is Work {
  return (
    event.type === 'PostClaimed' || (event.type === 'ActivityCredited' && event.data.entry === 'activity')
  );
}

function addWork(watch: Watch, days: Map<CalendarDate, DayTally>, { data }: Work): void {
  const day = days.get(data.on) ?? { entries: 0, points: 0 };
  days.set(data.on, day);
  day.entries += 1;
  day.points = exactSum(day.points, data.points);
  if (data.by.communityId === undefined) return;
  const issuer = issuerOf(watch, data.by.communityId);
  issuer.entries += 1;
  issuer.points = exactSum(issuer.points, data.points);
}

/** The name of a sum. As JSON, a text or a list is in quotation marks or brackets. */
export function keyOf(of: string | readonly string[]): string {
  return JSON.stringify(of);
}

function kindOf(
  { kinds }: Watch,
  { communityId, role, roleTitle }: Omit<WatchedKind, 'number'>,
): WatchedKind {
  const key = keyOf([communityId, role, JSON.stringify(roleTitle)]);
  const kind = kinds[key] ?? { number: Object.keys(kinds).length, communityId, role, roleTitle };
  kinds[key] = kind;
  return kind;
}

function countDays({ days }: Watch, key: string, entries: number, number: number): void {
  const ofRole = days[key] ?? {};
  days[key] = ofRole;
  ofRole[entries] = (ofRole[entries] ?? 0) + number;
}

function issuerOf({ issuers }: Watch, communityId: string): WatchedIssuer {
  const key = keyOf(communityId);
  const issuer = issuers[key] ?? { communityId, entries: 0, points: 0, accounts: 0 };
  issuers[key] = issuer;
  return issuer;
}

type Named = { readonly communityId?: string; readonly recorder?: string };

function recorderOf({ recorders }: Watch, { communityId, recorder }: Named): WatchedRecorder {
  const key = keyOf([communityId ?? '', recorder ?? '']);
  const of = recorders[key] ?? {
    ...(communityId === undefined ? {} : { communityId }),
    ...(recorder === undefined ? {} : { recorder }),
    entries: 0,
    reversed: 0,
  };
  recorders[key] = of;
  return of;
}
