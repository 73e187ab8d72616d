import {
  type CalendarWindow,
  daysAtMost,
  isAsLong,
  type LimitSpan,
  WINDOWS_A_YEAR,
  type WindowSpan,
} from '../values/window.js';
import type { ItemRule, LimitRule, RoleRule } from './rule-set.js';
import { isByQuantity, leastPoints, mostPoints } from './score.js';
import type { Sentence } from './sentence.js';

/** The parts of a role that tell how much can come together in a window. */
export type Earning = Pick<RoleRule, 'items' | 'limits' | 'opening'>;

/**
 * The most that a sentence can count in one of its windows, by what the role's items score, how often they do, and its other limits;
 * `Infinity` if these tell no end.
 *
 * @param except - the limit that the sentence is, if it is one
 */
export function mostCounted(
  role: Earning,
  sentence: Omit<Sentence, 'clause' | 'title'>,
  except?: LimitRule,
): number {
  const per = spanOf(sentence.per);
  if (sentence.counts === 'months') return mostMonths(per);
  const items = sentence.items ?? Object.keys(role.items);
  const bounds = Object.values(role.limits)
    .filter((limit) => limit !== except && bindsAll(limit, sentence, items))
    .map((limit) => times(limit.maximum, windowsIn(limit.per, per)));
  return Math.min(mostOfItems(role, sentence, items, per), ...bounds);
}

function mostOfItems(
  role: Earning,
  sentence: Omit<Sentence, 'clause' | 'title'>,
  items: readonly string[],
  per: LimitSpan,
): number {
  let most = 0;
  for (const id of items) {
    most += mostOfItem(role, id, role.items[id] as ItemRule, sentence, per);
  }
  return most;
}

function mostOfItem(
  { opening }: Earning,
  id: string,
  rule: ItemRule,
  { counts, unit }: Pick<Sentence, 'counts' | 'unit'>,
  per: LimitSpan,
): number {
  const { once, scoring } = rule;
  const entries =
    once === undefined
      ? Number.POSITIVE_INFINITY
      : windowsIn(once.per === 'twelve-months' ? 'year' : once.per, per);
  const isOpening = id === opening.item;
  const ofOpening = isOpening && once?.opening !== 'counts' ? 1 : 0;
  switch (counts) {
    case 'points':
      return times(Math.max(mostPoints(rule), isOpening ? opening.points : 0), entries + ofOpening);
    case 'deductions':
      return times(Math.max(-leastPoints(rule), 0), entries);
    case 'entries':
      return entries + ofOpening;
    case 'quantity':
      return isByQuantity(scoring) && scoring.unit === unit ? Number.POSITIVE_INFINITY : 0;
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** Whether a limit binds all that a sentence counts. A quantity is recorded whole, and so is an entry that a limit trims. */
function bindsAll(
  limit: LimitRule,
  { counts, each }: Pick<Sentence, 'counts' | 'each'>,
  items: readonly string[],
): boolean {
  if (limit.counts !== counts || counts === 'quantity') return false;
  if (counts === 'entries' && limit.beyond !== 'refuse') return false;
  if (limit.each !== undefined && each === undefined) return false;
  return (
    counts === 'balance' || limit.items === undefined || items.every((item) => limit.items?.includes(item))
  );
}

/** How many windows of one span lie in, or reach into, one of another. */
function windowsIn(span: LimitSpan, per: LimitSpan): number {
  if (isAsLong(span, per)) return 1;
  const days = daysAtMost(per);
  if (typeof span !== 'string' || span === 'life' || span === 'account-year') return Number.POSITIVE_INFINITY;
  if (span === 'day') return days;
  if (isAsLong(per, span) && typeof per === 'string' && per in WINDOWS_A_YEAR && span !== 'week') {
    return WINDOWS_A_YEAR[span] / WINDOWS_A_YEAR[per as CalendarWindow];
  }
  return Math.ceil(days / SHORTEST[span]) + 1;
}

/** The fewest days of a window. */
const SHORTEST = {
  year: 365,
  'calendar-year': 365,
  'half-year': 181,
  quarter: 90,
  month: 28,
  week: 7,
} as const;

/** How many calendar months a window touches. */
function mostMonths(per: LimitSpan): number {
  if (typeof per === 'string' && per in WINDOWS_A_YEAR && per !== 'week') {
    return Math.max(WINDOWS_A_YEAR.month / WINDOWS_A_YEAR[per as CalendarWindow], 1);
  }
  return typeof per === 'string' || per.of === 'days'
    ? Math.ceil(daysAtMost(per) / SHORTEST.month) + 1
    : per.last + 1;
}

function spanOf(per: WindowSpan): LimitSpan {
  return typeof per !== 'string' && 'before' in per ? per.before : per;
}

/** A product in which nothing, however often, is nothing. */
function times(amount: number, count: number): number {
  return amount === 0 ? 0 : amount * count;
}
