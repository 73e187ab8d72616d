import type { RuleSet } from '../../../rules/rule-set.js';
import type { Measure, RedemptionMeasure, Sentence } from '../../../rules/sentence.js';
import {
  type CalendarDate,
  type DayNumber,
  dayFromNumber,
  dayNumber,
  monthOfDay,
} from '../../../values/calendar.js';
import { addTo, amountIn, countIn, type Daily, eachDay, firstDayFrom } from '../../../values/daily.js';
import { own } from '../../../values/json.js';
import { fromHundredths } from '../../../values/points.js';
import { isRolling, type LimitSpan, spanOn, type Window } from '../../../values/window.js';
import { inPlace } from '../../../values/writable.js';
import { folded, type HeldLine, type ItemRecord, type OpenedAccount, type Tally } from '../account.js';
import { linesLeft } from '../booking/handing-on.js';
import { tallyOfMember } from '../booking/tally.js';
import { balanceOn } from './balance.js';

/** The part of a sentence of the rules that says what is counted. */
export type Counted = Pick<Sentence, 'items' | 'rewards' | 'unit' | 'each'> & {
  readonly counts: Measure | RedemptionMeasure;
};

/** How much a sentence counts by a day, and over which window. */
export type Measured = { readonly measured: number; readonly window: Window };

/**
 * How much a sentence counts of an account by a day: within its window, and of that what lies no later than the day.
 *
 * @param member - of whom it counts, if it counts for each member; entries that name nobody count together as one more
 */
export function measured(
  account: OpenedAccount,
  sentence: Counted & Pick<Sentence, 'per'>,
  on: CalendarDate,
  ruleSet: RuleSet,
  member?: string,
): Measured {
  const window = spanOn(sentence.per, on, account.openedOn, ruleSet.calendar);
  const last = Math.min(window.last, dayNumber(on));
  return { window, measured: counting(account, sentence, ruleSet, member)({ first: window.first, last }) };
}

/** A window, and how much a sentence counts in it. */
export type LimitUse = { readonly window: Window; readonly used: number };

/** Of the windows that hold a day, the one in which a sentence counts most: one that is counted back may end on any later day. */
export function fullestOn(
  account: OpenedAccount,
  sentence: Bounded,
  on: CalendarDate,
  ruleSet: RuleSet,
  member?: string,
): LimitUse {
  const useOn = using(account, sentence, ruleSet, member);
  let fullest = useOn(on);
  if (!isRolling(sentence.per) || on >= account.latestOn) return fullest;
  for (const day of daysCounted(account, sentence)) {
    if (day <= on) continue;
    const use = useOn(day);
    if (use.window.first > dayNumber(on)) break;
    if (use.used > fullest.used) fullest = use;
  }
  return fullest;
}

/** A sentence that is held against a bound in each of its windows. */
type Bounded = Counted & { readonly per: LimitSpan };

/** Tells how much of a bound is used in the window of a day: what a sentence counts there, and of a quantity all that was entered, which may lower a sum. */
export function using(
  account: OpenedAccount,
  sentence: Bounded,
  ruleSet: RuleSet,
  member?: string,
): (on: CalendarDate) => LimitUse {
  const count =
    sentence.counts === 'quantity'
      ? (stretch: Stretch) =>
          fromHundredths(
            sumOf(account, sentence, member, (tally) => Math.abs(quantityIn(tally, sentence, stretch))),
          )
      : counting(account, sentence, ruleSet, member);
  return (on) => {
    const window = spanOn(sentence.per, on, account.openedOn, ruleSet.calendar);
    return { window, used: count(window) };
  };
}

/** The days on which an account has what a sentence counts, the earliest first: visits that were not returned whole, sendings, or entries. */
export function daysCounted(account: OpenedAccount, { counts, items: ids }: Counted): CalendarDate[] {
  if (counts === 'redeemed' || counts === 'visits' || counts === 'rewards' || counts === 'lines') {
    const visits = account.redemptions.filter((visit) => linesLeft(visit).length > 0);
    return visits.map(({ on }) => on).sort();
  }
  const { items, sentOn } = folded(account);
  const days = new Set<DayNumber>();
  const dailies =
    counts === 'sent' || counts === 'transfers'
      ? [sentOn]
      : (ids ?? Object.keys(items)).map((id) => own(items, id)?.days ?? []);
  for (const daily of dailies) eachDay(daily, (day) => days.add(day));
  return [...days].sort((a, b) => a - b).map(dayFromNumber);
}

/** The first day from another on that has entries under some items; later than every day where there is none. */
export function firstEntryFrom(account: OpenedAccount, ids: readonly string[], first: DayNumber): DayNumber {
  const { items } = folded(account);
  return Math.min(...ids.flatMap((id) => firstDayFrom(own(items, id)?.days ?? [], first) ?? []));
}

/** Days from a first to a last. */
type Stretch = Pick<Window, 'first' | 'last'>;

/** Tells how much a sentence counts of an account in a stretch of days. */
function counting(
  account: OpenedAccount,
  sentence: Counted,
  ruleSet: RuleSet,
  member?: string,
): (stretch: Stretch) => number {
  const { redeemedOn, sentOn } = folded(account);
  const sum = (of: (tally: Tally) => number): number => sumOf(account, sentence, member, of);
  switch (sentence.counts) {
    case 'points':
      return ({ first, last }) =>
        sum(({ days, freed = [] }) => amountIn(days, first, last) - amountIn(freed, first, last));
    case 'deductions':
      return ({ first, last }) => sum(({ days }) => takenIn(days, first, last));
    case 'entries':
      return ({ first, last }) => sum(({ days }) => countIn(days, first, last));
    case 'quantity':
      return (stretch) => fromHundredths(sum((tally) => quantityIn(tally, sentence, stretch)));
    case 'redeemed':
    case 'rewards':
    case 'lines':
    case 'visits': {
      const days =
        sentence.counts === 'redeemed' && sentence.rewards === undefined
          ? redeemedOn
          : dailyVisits(account, sentence);
      return ({ first, last }) => amountIn(days, first, last);
    }
    case 'sent':
      return ({ first, last }) => 0 - amountIn(sentOn, first, last);
    case 'transfers':
      return ({ first, last }) => countIn(sentOn, first, last);
    case 'balance':
      return ({ last }) => balanceOn(account, dayFromNumber(last), ruleSet);
    case 'months':
      return ({ first, last }) => {
        const months = new Set<number>();
        sum(({ days }) => {
          eachDay(days, (day) => {
            if (day >= first && day <= last) months.add(monthOfDay(day));
          });
          return 0;
        });
        return longestRun(months);
      };
  }
}

/** What the items of a sentence have together. */
function sumOf(
  account: OpenedAccount,
  { items: ids, each }: Counted,
  member: string | undefined,
  of: (tally: Tally) => number,
): number {
  const { items } = folded(account);
  let total = 0;
  for (const id of ids ?? Object.keys(items)) {
    const record = own(items, id);
    if (record !== undefined) total += each === 'member' ? ofMember(record, member, of) : of(record);
  }
  return total;
}

/** The quantity of a tally in a sentence's unit, in hundredths; below 0 where its entries lower the sum. */
function quantityIn({ quantities = {} }: Tally, { unit = '' }: Counted, { first, last }: Stretch): number {
  return amountIn(own(quantities, unit) ?? [], first, last);
}

/** What a member has of an item; where nobody is named, what is left without those that are. */
function ofMember(record: ItemRecord, member: string | undefined, of: (tally: Tally) => number): number {
  if (member === undefined) return (record.members ?? []).reduce((left, one) => left - of(one), of(record));
  const tally = tallyOfMember(record, member);
  return tally === undefined ? 0 : of(tally);
}

/** The points that the days of a stretch took, each day as a whole. */
function takenIn(days: Daily, first: DayNumber, last: DayNumber): number {
  let taken = 0;
  eachDay(days, (day, points) => {
    if (day >= first && day <= last && points < 0) taken -= points;
  });
  return taken;
}

/** What the visits of each day come to, without what came back of them. */
function dailyVisits({ redemptions }: OpenedAccount, counted: Counted): Daily {
  let days: Daily = [];
  for (const visit of redemptions) {
    const amount = amountOfVisit(counted, linesLeft(visit));
    if (amount > 0) days = addTo(days, dayNumber(visit.on), amount, inPlace);
  }
  return days;
}

/** What a visit with some lines adds to what a sentence counts. */
export function amountOfVisit(
  { counts, rewards }: Pick<Counted, 'counts' | 'rewards'>,
  lines: readonly HeldLine[],
): number {
  const counted = lines.filter(({ rewardId }) => rewards?.includes(rewardId) ?? true);
  if (counts === 'visits') return Math.min(counted.length, 1);
  if (counts === 'lines') return new Set(counted.map(({ rewardId }) => rewardId)).size;
  return counted.reduce((sum, { quantity, price }) => sum + quantity * (counts === 'rewards' ? 1 : price), 0);
}

/** The most numbers that follow each other without a gap. */
function longestRun(numbers: ReadonlySet<number>): number {
  let longest = 0;
  for (const start of numbers) {
    if (numbers.has(start - 1)) continue;
    let end = start;
    while (numbers.has(end)) end += 1;
    longest = Math.max(longest, end - start);
  }
  return longest;
}
