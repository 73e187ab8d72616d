import { type Account, type MonthTally as AccountMonth, monthsOf } from '../account/account.js';
import type { Tally as Moved } from '../reports/figures.js';
import { type LapsedPoints, lapsedBy } from '../reports/lapse.js';
import type { RuleSet } from '../rules/rule-set.js';
import { monthNumber, monthOf, yearOf } from '../values/calendar.js';
import { closeLimits, type RoleTally } from './role-tally.js';
import { count, type MonthTally, type Tally } from './tally.js';

type Months = ReturnType<typeof monthsOf>;

/** Adds an account as it stands at the end of its volunteer's run. */
export function addAccount(
  tally: Tally,
  role: RoleTally,
  ruleSet: RuleSet,
  to: string,
  account: Account,
): void {
  closeLimits(role);
  if (account.status !== 'open') return;
  role.accounts += 1;
  const { earned, corrected, redeemed } = account;
  const months = monthsOf(account);
  let lapsed = 0;
  for (const { on, points } of lapsedOf(months, ruleSet, to)) {
    lapsed += points;
    const month = tally.months.get(monthOf(on));
    if (month !== undefined) month.lapsed += points;
  }
  count(role.earned, earned);
  count(role.assessment, earned + corrected);
  count(role.redeemable, earned + corrected - redeemed - lapsed);
  for (const [month, held] of Object.entries(months)) {
    const of = tally.months.get(month);
    if (of !== undefined) addMonth(of, held);
  }
  addYears(role, ruleSet.feedback.yearStarts, to, account.openedOn, months);
}

function lapsedOf(months: Months, ruleSet: RuleSet, to: string): LapsedPoints[] {
  const { lapse } = ruleSet.redemption.carryOver;
  if (lapse === undefined) return [];
  const moved = Object.entries(months).map(([month, of]): [number, Moved] => [
    monthNumber(month),
    { earned: earnedIn(of), corrected: of.corrected, redeemed: of.redeemed, lapsed: 0 },
  ]);
  return lapsedBy(new Map(moved), lapse, to);
}

function earnedIn({ items }: AccountMonth): number {
  let points = 0;
  for (const item of Object.values(items)) points += item.points;
  return points;
}

function addMonth(sum: MonthTally, { items, corrected, redeemed }: AccountMonth): void {
  sum.corrected += corrected;
  sum.redeemed += redeemed;
  for (const id of Object.keys(items)) {
    const item = items[id] as AccountMonth['items'][string];
    const of = sum.items.get(id);
    if (of === undefined) sum.items.set(id, { points: item.points, entries: item.entries });
    else {
      of.points += item.points;
      of.entries += item.entries;
    }
  }
}

/** The assessment of each year from that of the opening on, 0 where nothing was done. */
function addYears(
  role: RoleTally,
  starts: '01-01' | '12-01',
  to: string,
  openedOn: string,
  months: Months,
): void {
  const years = new Map<number, number>();
  const last = feedbackYear(to, starts);
  for (let year = feedbackYear(openedOn, starts); year <= last; year += 1) years.set(year, 0);
  for (const [month, of] of Object.entries(months)) {
    const year = feedbackYear(month, starts);
    years.set(year, (years.get(year) ?? 0) + earnedIn(of) + of.corrected);
  }
  for (const [year, assessment] of years) {
    const key = String(year);
    let histogram = role.years.get(key);
    if (histogram === undefined) {
      histogram = new Map();
      role.years.set(key, histogram);
    }
    count(histogram, assessment);
  }
}

/** The year of feedback that a day or month counts in: one that starts on 1 December is named after the year in which it ends. */
function feedbackYear(day: string, starts: '01-01' | '12-01'): number {
  return yearOf(day) + (starts === '12-01' && day.slice(5, 7) === '12' ? 1 : 0);
}
