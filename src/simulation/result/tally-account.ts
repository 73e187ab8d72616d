import type { Account, OpenedAccount } from '../../account/state/account.js';
import { sumsByMonth } from '../../account/state/sums-by-month.js';
import { type LapsedPoints, lapsedBy } from '../../reports/shared/lapse.js';
import type { RuleSet } from '../../rules/rule-set.js';
import { monthNumber } from '../../values/calendar.js';
import { eachMonth } from '../../values/monthly.js';
import { closeLimits, type RoleTally } from './role-tally.js';
import { count, type MonthTally, type Tally } from './tally.js';

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
  let lapsed = 0;
  for (const { on, points } of lapsedOf(account, ruleSet, to)) {
    lapsed += points;
    const month = tally.months.get(monthNumber(on));
    if (month !== undefined) month.lapsed += points;
  }
  count(role.earned, earned);
  count(role.assessment, earned + corrected);
  count(role.redeemable, earned + corrected - redeemed - lapsed);
  addMonths(tally.months, account);
  addYears(role, ruleSet.feedback.yearStarts, to, account);
}

function addMonths(months: Tally['months'], { items, correctedIn, redeemedIn }: OpenedAccount): void {
  for (const [id, held] of Object.entries(items)) {
    eachMonth(held.months, (number, points, entries) => {
      const month = months.get(number);
      if (month !== undefined) addItem(month, id, points, entries);
    });
  }
  eachMonth(correctedIn, (number, points) => {
    const month = months.get(number);
    if (month !== undefined) month.corrected += points;
  });
  eachMonth(redeemedIn, (number, points) => {
    const month = months.get(number);
    if (month !== undefined) month.redeemed += points;
  });
}

function addItem({ items }: MonthTally, id: string, points: number, entries: number): void {
  const item = items.get(id);
  if (item === undefined) items.set(id, { points, entries });
  else {
    item.points += points;
    item.entries += entries;
  }
}

function lapsedOf(account: OpenedAccount, ruleSet: RuleSet, to: string): LapsedPoints[] {
  const { lapse } = ruleSet.redemption.carryOver;
  if (lapse === undefined) return [];
  return lapsedBy(sumsByMonth(account), lapse, to);
}

/** The assessment of each year from that of the opening on, 0 where nothing was done. */
function addYears(role: RoleTally, starts: '01-01' | '12-01', to: string, account: OpenedAccount): void {
  // A year that starts on 1 December is named after the year in which it ends.
  const yearOfMonth = (number: number): number => Math.floor((number + (starts === '12-01' ? 1 : 0)) / 12);
  const years = new Map<number, number>();
  const last = yearOfMonth(monthNumber(to));
  for (let year = yearOfMonth(monthNumber(account.openedOn)); year <= last; year += 1) years.set(year, 0);
  const add = (number: number, points: number): void => {
    const year = yearOfMonth(number);
    years.set(year, (years.get(year) ?? 0) + points);
  };
  for (const { months } of Object.values(account.items)) eachMonth(months, add);
  eachMonth(account.correctedIn, add);
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
