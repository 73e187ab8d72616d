/*
 * 2.1: what a centre's books say of an account over a period, and of all its accounts on a day, as was known by some day.
 */
import { heldOf, movedAfterItsEnd, movedBy } from './balance.js';
import { afterDays } from './calendar.js';
import { figuresOf, isClosedBy, upTo } from './feedback.js';
import { type Account, countsOn, isScoring, itemOf } from './ledger.js';
import type { Readings } from './readings.js';
import type { Record } from './record.js';

type Asked = { readonly known: string; readonly readings: Readings };

/** The figures from the opening of the account to a day. */
export type Sums = {
  readonly earned: number;
  readonly corrected: number;
  readonly redeemed: number;
  readonly transferred: number;
  readonly assessment: number;
  readonly redeemable: number;
};

export type Statement = {
  readonly opening: Pick<Sums, 'assessment' | 'redeemable'>;
  readonly closing: Pick<Sums, 'assessment' | 'redeemable'>;
  readonly totals: Pick<Sums, 'earned' | 'corrected' | 'redeemed' | 'transferred'>;
  /** What each day of the period moved the assessment by, where it did. */
  readonly assessed: { readonly [day: string]: number };
};

/** Whether an account is on record by then. */
function isOnRecord(record: Record, known: string): boolean {
  return record.opened <= known;
}

function sumsOf(account: Account, record: Record, day: string, { known, readings }: Asked): Sums {
  const entries = account.opened > day ? [] : upTo(account, day, record.knownOn(account, known));
  const { earned, corrected, redeemed, transferred, assessment } = figuresOf({ entries, from: '' });
  const isClosed = isClosedBy(account, record, day, known);
  const redeemable = isClosed ? movedAfterItsEnd(account, entries) : heldOf(entries, day, readings);
  return { earned, corrected, redeemed, transferred, assessment, redeemable };
}

/** The statement of a period; nothing where the account is not on record. */
export function statementOf(
  account: Account,
  record: Record,
  { from, to, ...asked }: Asked & { readonly from: string; readonly to: string },
): Statement | undefined {
  if (!isOnRecord(record, asked.known)) return undefined;
  const before = sumsOf(account, record, afterDays(from, -1), asked);
  const after = sumsOf(account, record, to, asked);
  const assessed: { [day: string]: number } = {};
  for (const entry of upTo(account, to, record.knownOn(account, asked.known))) {
    if (entry.what === 'visit' || entry.what === 'transfer') continue;
    const day = entry.handed ? account.opened : countsOn(entry);
    if (day >= from && movedBy(entry) !== 0) assessed[day] = (assessed[day] ?? 0) + movedBy(entry);
  }
  const days = Object.entries(assessed).filter(([, points]) => points !== 0);
  return {
    opening: { assessment: before.assessment, redeemable: before.redeemable },
    closing: { assessment: after.assessment, redeemable: after.redeemable },
    totals: {
      earned: after.earned - before.earned,
      corrected: after.corrected - before.corrected,
      redeemed: after.redeemed - before.redeemed,
      transferred: after.transferred - before.transferred,
    },
    assessed: Object.fromEntries(days.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

export type Register = {
  readonly accounts: { readonly [accountId: string]: Sums };
  readonly closed: { readonly [accountId: string]: Sums };
  /** How many entries there are under each item, and their points. */
  readonly items: { readonly [item: string]: readonly [entries: number, points: number] };
  /** What was outstanding at the end of each of some months. */
  readonly outstanding: { readonly [month: string]: number };
};

/** The register of a day. */
export function registerOf(
  accounts: readonly (readonly [Account, Record])[],
  day: string,
  months: readonly string[],
  asked: Asked,
): Register {
  const there = accounts.filter(
    ([account, record]) => isOnRecord(record, asked.known) && account.opened <= day,
  );
  const isClosed = ([account, record]: readonly [Account, Record]): boolean =>
    isClosedBy(account, record, day, asked.known);
  const rows = (of: typeof there) =>
    Object.fromEntries(of.map(([account, record]) => [account.id, sumsOf(account, record, day, asked)]));
  const items: { [item: string]: [number, number] } = {};
  for (const [account, record] of there) {
    for (const entry of upTo(account, day, record.knownOn(account, asked.known))) {
      if (!isScoring(entry)) continue;
      const [entries, points] = items[itemOf(entry)] ?? [0, 0];
      items[itemOf(entry)] = [entries + 1, points + entry.points];
    }
  }
  const outstanding = months.map((month) => {
    const last = `${month}-31` < day ? `${month}-31` : day;
    const held = there.map(([account, record]) => sumsOf(account, record, last, asked).redeemable);
    return [month, held.reduce((sum, points) => sum + points, 0)];
  });
  return {
    accounts: rows(there.filter((one) => !isClosed(one))),
    closed: rows(there.filter(isClosed)),
    items,
    outstanding: Object.fromEntries(outstanding),
  };
}

/** What a supervisor looks at twice; the numbers are those from which something is told. */
export type Findings = {
  /** Days with many claims and matters, and their points. */
  readonly fullDays: readonly string[];
  /** Persons with several open accounts, and these. */
  readonly persons: readonly string[];
  /** Whoever entered much that was struck out since: how much of how much. */
  readonly reversed: readonly string[];
};

export function findingsIn(accounts: readonly Account[], onADay: number, struckOut: number): Findings {
  const days = accounts.flatMap(({ id, entries }) => {
    const counted = entries.filter(({ what }) => what === 'claim' || what === 'matter');
    return [...new Set(counted.map(({ on }) => on))].map((on) => {
      const ofDay = counted.filter((entry) => entry.on === on);
      const points = ofDay.reduce((sum, entry) => sum + movedBy(entry), 0);
      return { many: ofDay.length, said: `${id} ${on}: ${ofDay.length} with ${points}` };
    });
  });
  const open = accounts.filter(({ closed }) => closed === undefined);
  const persons = [...new Set(open.map(({ person }) => person))].map((person) => {
    const ids = open.filter((account) => account.person === person).map(({ id }) => id);
    return { many: ids.length, said: `${person}: ${ids.sort().join(' ')}` };
  });
  const entered = accounts
    .flatMap(({ log }) => log.filter((entry) => isScoring(entry) && entry.what !== 'opening'))
    .map((entry) => ({ who: `${entry.by.communityId} ${entry.by.recorder}`, isOut: entry.out === true }));
  const clerks = [...new Set(entered.map(({ who }) => who))].map((who) => {
    const all = entered.filter((one) => one.who === who);
    const out = all.filter(({ isOut }) => isOut).length;
    return { out, all: all.length, said: `${who}: ${out} of ${all.length}` };
  });
  return {
    fullDays: days
      .filter(({ many }) => many >= onADay)
      .map(({ said }) => said)
      .sort(),
    persons: persons
      .filter(({ many }) => many > 1)
      .map(({ said }) => said)
      .sort(),
    reversed: clerks
      .filter(({ out, all }) => out >= struckOut && out * 10 >= all)
      .map(({ said }) => said)
      .sort(),
  };
}
