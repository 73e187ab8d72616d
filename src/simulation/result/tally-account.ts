import { type Account, type FoldedAccount, folded, type OpenedAccount } from '../../account/state/account.js';
import { sumsByMonth } from '../../account/state/sums-by-month.js';
import { type LapsedPoints, lapsedBy } from '../../reports/shared/lapse.js';
import type { RuleSet } from '../../rules/rule-set.js';
import { monthNumber } from '../../values/calendar.js';
import { eachMonth } from '../../values/monthly.js';
import { count, type MonthTally, type RoleTally, type Tally } from './tally.js';

/** Adds an account once its volunteer's run is over. */
export function addAccount(
  tally: Tally,
  role: RoleTally,
  ruleSet: RuleSet,
  to: string,
  account: Account,
): void {
  addFilledWindows(role);
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
  addMonths(tally.months, folded(account));
  addYears(role, ruleSet.feedback.yearStarts, to, account);
}

/** Adds the windows that the account filled, and clears them for the next account. */
function addFilledWindows(role: RoleTally): void {
  for (const limit of role.limits.values()) {
    if (limit.filled.size === 0) continue;
    limit.accounts += 1;
    limit.windows += limit.filled.size;
    limit.filled.clear();
  }
}

function addMonths(months: Tally['months'], { items, correctedIn, redeemedIn }: FoldedAccount): void {
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

/** Adds the assessment of each year since the opening; 0 for a year without entries. */
function addYears(role: RoleTally, starts: '01-01' | '12-01', to: string, account: OpenedAccount): void {
  // A year that starts on 1 December is named for the year in which it ends.
  const yearOfMonth = (number: number): number => Math.floor((number + (starts === '12-01' ? 1 : 0)) / 12);
  const years = new Map<number, number>();
  const last = yearOfMonth(monthNumber(to));
  for (let year = yearOfMonth(monthNumber(account.openedOn)); year <= last; year += 1) years.set(year, 0);
  const add = (number: number, points: number): void => {
    const year = yearOfMonth(number);
    years.set(year, (years.get(year) ?? 0) + points);
  };
  for (const { months } of Object.values(folded(account).items)) eachMonth(months, add);
  eachMonth(folded(account).correctedIn, add);
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
