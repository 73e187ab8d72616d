/*
 * A second path to what the rule language means: plain sums over the events of an account and plain cuts of date strings, with none of
 * the library's code. It answers for what an entry scores and whether it may score; what depends on the balance, which has laws of its
 * own, it leaves open.
 */
import type {
  BankEvent,
  Calendar,
  Condition,
  ItemRule,
  LevelCondition,
  LimitRule,
  Mark,
  MeasureRange,
  RoleRule,
  RuleSet,
  Scoring,
  WindowSpan,
} from '../../src/index.js';
import { entryOf, monthsLater, standing } from '../support/naive.js';

/** What an entry says of itself. */
export type Asked = {
  readonly item: string;
  readonly on: string;
  readonly difficulty?: string | undefined;
  readonly quantity?: number | undefined;
  readonly memberId?: string | undefined;
  readonly matterId?: string | undefined;
};

/** What an entry comes to: its points, or the code that it is refused with. */
export type Answer = number | 'limit-reached' | 'condition-not-met';

/** An entry that stands. */
type Entry = {
  readonly item: string;
  readonly id: string;
  readonly on: string;
  readonly points: number;
  /** Its points less what corrections freed. */
  left: number;
  /** In hundredths; below 0 where it was taken off. */
  readonly quantity: number;
  readonly unit: string | undefined;
  /** What it scored before factors and limits. */
  readonly scored: number;
  readonly memberId: string | undefined;
};

type Stretch = { readonly first: string; readonly last: string };

/** What an entry comes to after the events of its account; `undefined` where that depends on the balance or on what a closed account handed on. */
export function scoreAfter(events: readonly BankEvent[], ruleSet: RuleSet, asked: Asked): Answer | undefined {
  const [opening] = events;
  if (opening?.type !== 'AccountOpened' || opening.data.continues !== undefined) return undefined;
  const role = ruleSet.roles[opening.data.role];
  const item = role?.items[asked.item];
  if (role === undefined || item === undefined) return undefined;
  const account: Known = { events, opened: opening.data.on, role, ruleSet, entries: entriesOf(events) };
  for (const condition of Object.values(item.requires ?? {})) {
    const isMet = meets(account, condition, asked);
    if (isMet === undefined) return undefined;
    if (!isMet) return 'condition-not-met';
  }
  const scored = scoredBy(account, item, asked, hundredthsOf(asked.quantity));
  if (scored === undefined) return undefined;
  return limited(
    account,
    item,
    asked,
    besideOther(account, item, asked, afterOthers(account, asked, scored)),
  );
}

type Known = {
  readonly events: readonly BankEvent[];
  readonly opened: string;
  readonly role: RoleRule;
  readonly ruleSet: RuleSet;
  readonly entries: readonly Entry[];
};

function entriesOf(events: readonly BankEvent[]): Entry[] {
  const entries: Entry[] = [];
  for (const event of standing(events)) {
    const entry = entryOf(event);
    if (entry !== undefined) {
      const { quantity, unit, lowers, memberId, factor, scored } = event.data as {
        quantity?: number;
        unit?: string;
        lowers?: true;
        memberId?: string;
        factor?: { scored: number };
        scored?: number;
      };
      entries.push({
        ...entry,
        left: entry.points,
        quantity: hundredthsOf(quantity) * (lowers ? -1 : 1),
        unit,
        scored: factor?.scored ?? scored ?? 0,
        memberId: event.type === 'ActivityCredited' ? memberId : undefined,
      });
    }
    if (event.type !== 'ScoreCorrected' || !event.data.freesRoom || event.data.corrects === undefined)
      continue;
    let points = -event.data.points;
    const { item, id, on } = event.data.corrects;
    for (const one of entries) {
      if (one.item !== item || one.id !== id || one.on !== on) continue;
      const freed = Math.min(points, one.left);
      one.left -= freed;
      points -= freed;
    }
  }
  return entries;
}

function hundredthsOf(quantity = 0): number {
  return Math.round(quantity * 100);
}

/** Before limits: by difficulty, or by as many hundredths of a unit, as often as the day counts. */
function scoredBy(account: Known, rule: ItemRule, { item, on, difficulty }: Asked, hundredths: number) {
  const { scoring } = rule;
  const times = Object.values(rule.factors ?? {})
    .filter(({ from, until }) => from <= on && on <= until)
    .reduce((most, factor) => Math.max(most, factor.times), 0);
  const often = (points: number): number => (times === 0 ? points : Math.trunc(points * times) + 0);
  switch (scoring.by) {
    case 'fixed':
      return often(scoring.points);
    case 'difficulty':
      return difficulty === undefined ? undefined : often(scoring.points[difficulty] ?? Number.NaN);
    case 'balance':
      return undefined;
    default: {
      if (scoring.over === undefined) return often(pointsFor(scoring, hundredths));
      const { calendar } = account.ruleSet;
      const { first, last } = stretchOf(scoring.over, on, account.opened, calendar);
      const inside = account.entries.filter(
        (one) => one.item === item && one.unit === scoring.unit && first <= one.on && one.on <= last,
      );
      const before = inside.reduce((sum, one) => sum + one.quantity, 0);
      const together = pointsFor(scoring, before + hundredths);
      const already = inside.reduce((sum, { scored }) => sum + scored, 0);
      return often(rest(scoring, together - already, together - pointsFor(scoring, before)));
    }
  }
}

/** An entry does not pay for what others scored too much, unless the sum is worth less by it. */
function rest(scoring: Extract<Scoring, { unit: string }>, left: number, change: number): number {
  const rates = (scoring.by === 'quantity' ? [scoring] : scoring.bands).map(({ points }) => points);
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  const isTooMuch = (least >= 0 && change >= 0 && left < 0) || (most <= 0 && change <= 0 && left > 0);
  return isTooMuch ? 0 : left;
}

/** Step by step, as a clerk counts it out. */
function pointsFor(scoring: Extract<Scoring, { unit: string }>, hundredths: number): number {
  if (hundredths <= 0) return 0;
  let left = Math.min(hundredths, hundredthsOf(scoring.maximum ?? Number.MAX_SAFE_INTEGER / 1000));
  let rate: { points: number; each?: number } | undefined;
  if (scoring.by === 'quantity') rate = scoring;
  else for (const band of scoring.bands) if (hundredthsOf(band.from) <= left) rate = band;
  if (rate === undefined) return 0;
  if (rate.each === undefined) return rate.points;
  const step = hundredthsOf(rate.each);
  let points = 0;
  for (; left >= step; left -= step) points += rate.points;
  const rounding = scoring.rounding ?? 'down';
  if (rounding === 'up' && left > 0) points += rate.points;
  if (rounding === 'nearest' && left * 2 >= step) points += rate.points;
  return points;
}

/** Where only the highest entry of a matter counts, what the others hold is taken off. */
function afterOthers({ entries, role, ruleSet }: Known, { item, matterId }: Asked, scored: number): number {
  if (ruleSet.entries.matters !== 'highest' || matterId === undefined || scored <= 0) return scored;
  const held = entries
    .filter((one) => one.id === matterId && one.item !== item && role.items[one.item]?.entry === 'activity')
    .reduce((sum, { points }) => sum + Math.max(points, 0), 0);
  return Math.max(scored - held, 0);
}

/** Where serving and taking part score together, the second of the two has what the first left of the most. */
function besideOther(
  { entries }: Known,
  { mostPerMatter, serviceAndAttendance }: ItemRule,
  { item, matterId }: Asked,
  scored: number,
): number {
  if (serviceAndAttendance !== 'together' || mostPerMatter === undefined) return scored;
  const other = entries.find((one) => one.item === item && one.id === matterId);
  return other === undefined ? scored : Math.min(scored, mostPerMatter - other.points);
}

/** What each limit leaves of what the ones before it left. */
function limited(account: Known, rule: ItemRule, asked: Asked, scored: number): Answer | undefined {
  const limits = Object.values(account.role.limits).filter(
    ({ items }) => items?.includes(asked.item) ?? true,
  );
  if (limits.some(({ counts }) => counts === 'balance')) return undefined;
  let points = scored;
  for (const limit of limits) {
    const { beyond } = limit;
    const { fits, room } = asksFor(account, limit, asked, points);
    if (fits) continue;
    if (beyond === 'refuse' || (beyond === 'trim-then-refuse' && room === 0)) return 'limit-reached';
    points = left(account, rule, limit, asked, { points, room });
  }
  return points < 0 && (account.ruleSet.entries.floor ?? 'none') !== 'none' ? undefined : points;
}

/** How much room a limit has, in its own measure, and whether the entry fits in. */
function asksFor(account: Known, limit: LimitRule, asked: Asked, points: number) {
  const isQuantity = limit.counts === 'quantity';
  const maximum = isQuantity ? hundredthsOf(limit.maximum) : limit.maximum;
  const room = Math.max(maximum - fullest(account, limit, asked), 0);
  const asks = {
    points: Math.max(points, 0),
    deductions: Math.max(-points, 0),
    entries: 1,
    quantity: hundredthsOf(asked.quantity),
    balance: Number.NaN,
  }[limit.counts];
  return { fits: asks <= room, room };
}

/** What is left of an entry's points where it does not fit into the room of a limit. */
function left(
  account: Known,
  rule: ItemRule,
  { counts }: LimitRule,
  asked: Asked,
  { points, room }: { readonly points: number; readonly room: number },
): number {
  if (counts === 'deductions') return -room + 0;
  if (counts !== 'quantity') return Math.min(points, room);
  const fits = room === 0 ? 0 : (scoredBy(account, rule, asked, room) ?? Number.NaN);
  return points < 0 ? Math.max(points, fits) : Math.min(points, fits);
}

/** How much of a limit is used in the fullest of its windows that hold the day. */
function fullest(account: Known, limit: LimitRule, { on, memberId }: Asked): number {
  const { entries, opened, ruleSet } = account;
  const under = entries.filter(({ item }) => limit.items?.includes(item) ?? true);
  const isRolling = typeof limit.per !== 'string';
  const ends = isRolling ? [on, ...under.map((one) => one.on).filter((day) => day > on)] : [on];
  const of = under.filter((one) => limit.each === undefined || one.memberId === memberId);
  const uses = ends
    .map((day) => stretchOf(limit.per, day, opened, ruleSet.calendar))
    .filter(({ first }) => first <= on)
    .map(({ first, last }) => of.filter((one) => first <= one.on && one.on <= last))
    .map((inside) => inside.map((one) => ({ ...one, quantity: Math.abs(one.quantity) })))
    .map((inside) => used(inside, limit));
  return Math.max(...uses);
}

function used(entries: readonly Entry[], { counts, unit }: Pick<LimitRule, 'counts' | 'unit'>): number {
  switch (counts) {
    case 'points':
      return entries.reduce((sum, { left }) => sum + left, 0);
    case 'entries':
      return entries.length;
    case 'quantity':
      return entries.reduce((sum, one) => sum + (one.unit === unit ? one.quantity : 0), 0);
    case 'deductions': {
      const days = new Map<string, number>();
      for (const { item, on, points } of entries)
        days.set(`${item} ${on}`, (days.get(`${item} ${on}`) ?? 0) + points);
      return [...days.values()].reduce((sum, points) => sum + Math.max(-points, 0), 0);
    }
    case 'balance':
      return Number.NaN;
  }
}

function isWithin(has: number, { minimum = has, maximum = has }: MeasureRange): boolean {
  return minimum <= has && has <= maximum;
}

/** What becomes of points that are sent after the events of an account; `undefined` where that depends on the balance or on what a closed account handed on. */
export function sendingAfter(
  events: readonly BankEvent[],
  ruleSet: RuleSet,
  { on, points }: { readonly on: string; readonly points: number },
): 'sent' | 'condition-not-met' | 'transfer-limit-reached' | undefined {
  const [opening] = events;
  if (opening?.type !== 'AccountOpened' || opening.data.continues !== undefined) return undefined;
  const role = ruleSet.roles[opening.data.role];
  if (role === undefined) return undefined;
  const account: Known = { events, opened: opening.data.on, role, ruleSet, entries: entriesOf(events) };
  const { limits = {}, requires = {} } = ruleSet.transfer ?? {};
  const met = Object.values(requires).map((condition) => meets(account, condition, { on }));
  if (met.includes(false)) return 'condition-not-met';
  if (met.includes(undefined)) return undefined;
  const sendings = sentBy(account);
  const isFull = Object.values(limits).some(({ counts, maximum, per }) =>
    [on, ...sendings.map((one) => one.on)]
      .filter((end) => end === on || (end > on && typeof per !== 'string'))
      .map((end) => stretchOf(per, end, account.opened, ruleSet.calendar))
      .filter(({ first, last }) => first <= on && on <= last)
      .some(({ first, last }) => {
        const inside = sendings.filter((one) => first <= one.on && one.on <= last);
        return amountOf([...inside, { on, points }], counts) > maximum;
      }),
  );
  return isFull ? 'transfer-limit-reached' : 'sent';
}

/** What was sent and not taken back. */
function sentBy({ events }: Known): { readonly on: string; readonly points: number }[] {
  return standing(events).flatMap((event) => (event.type === 'PointsSent' ? [event.data] : []));
}

function amountOf(sendings: readonly { readonly points: number }[], counts: 'sent' | 'transfers'): number {
  return counts === 'sent' ? sendings.reduce((sum, { points }) => sum + points, 0) : sendings.length;
}

/** Whether an account has by a day what an entry needs. */
function meets(
  account: Known,
  condition: Condition,
  { on, memberId }: Pick<Asked, 'on' | 'memberId'>,
): boolean | undefined {
  const { counts, items, unit } = condition;
  const { first, last } = stretchOf(condition.per, on, account.opened, account.ruleSet.calendar);
  const isInside = (day: string): boolean => first <= day && day <= last && day <= on;
  const inside = account.entries
    .filter((one) => items?.includes(one.item) ?? true)
    .filter((one) => isInside(one.on) && (condition.each === undefined || one.memberId === memberId));
  switch (counts) {
    case 'points':
    case 'deductions':
    case 'entries':
      return isWithin(used(inside, { counts }), condition);
    case 'quantity':
      return isWithin(used(inside, { counts, ...(unit === undefined ? {} : { unit }) }) / 100, condition);
    case 'months':
      return isWithin(runOfMonths(inside.map((one) => one.on.slice(0, 7))), condition);
    case 'sent':
    case 'transfers':
      return isWithin(
        amountOf(
          sentBy(account).filter((one) => isInside(one.on)),
          counts,
        ),
        condition,
      );
    case 'visits': {
      const isReturned = account.events.some(({ type, data }) => type === 'EntryReversed' && 'lines' in data);
      const visits = standing(account.events).filter(({ type }) => type === 'PointsRedeemed');
      return isReturned
        ? undefined
        : isWithin(visits.filter(({ data }) => isInside(data.on)).length, condition);
    }
    default:
      return undefined;
  }
}

function runOfMonths(months: readonly string[]): number {
  let longest = 0;
  for (const start of months) {
    let length = 0;
    for (let month = start; months.includes(month); month = monthsLater(`${month}-01`, 1).slice(0, 7))
      length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}

function dayLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The first and the last day of the window that a day sees. */
export function stretchOf(span: WindowSpan, day: string, opened: string, calendar: Calendar = {}): Stretch {
  if (typeof span !== 'string') {
    if ('before' in span)
      return stretchOf(
        span.before,
        dayLater(stretchOf(span.before, day, opened, calendar).first, -1),
        opened,
        calendar,
      );
    const first =
      span.of === 'days' ? dayLater(day, 1 - span.last) : dayLater(monthsLater(day, -span.last), 1);
    return { first, last: day };
  }
  switch (span) {
    case 'life':
      return { first: '0000-01-01', last: '9999-12-31' };
    case 'day':
      return { first: day, last: day };
    case 'week': {
      const isFirst = (one: string): boolean =>
        WEEKDAYS[new Date(`${one}T00:00:00Z`).getUTCDay()] === (calendar.weekStarts ?? 'monday');
      let first = day;
      while (!isFirst(first)) first = dayLater(first, -1);
      return { first, last: dayLater(first, 6) };
    }
    case 'month':
      return between(`${day.slice(0, 7)}-01`, 1, day);
    case 'calendar-year':
      return between(`${day.slice(0, 4)}-01-01`, 12, day);
    case 'account-year':
      return between(opened, 12, day);
    default:
      return between(
        `1900-${calendar.yearStarts ?? '01-01'}`,
        { year: 12, 'half-year': 6, quarter: 3 }[span],
        day,
      );
  }
}

/** Of the stretches of so many months that follow each other from a day, the one that holds another. */
function between(from: string, months: number, day: string): Stretch {
  let missed = 0;
  while (monthsLater(from, missed + months) <= day) missed += months;
  return { first: monthsLater(from, missed), last: dayLater(monthsLater(from, missed + months), -1) };
}

/** What an account did on a day, by its entries and by corrections, which are of no item. */
type Deed = {
  readonly on: string;
  readonly item?: string;
  readonly points: number;
  /** In hundredths, below 0 if it lowers a sum. */
  readonly quantity?: number;
  readonly unit?: string | undefined;
};

/** Where an account stands on a day: what each level counts and whether it is reached, and since when it is below which mark. */
export type Standing = {
  readonly levels: { readonly [level: string]: readonly [reached: boolean, ...counted: number[]] };
  readonly fallen: { readonly [ground: string]: string };
};

/** The standing by plain sums; `undefined` where a closed account handed something on. */
export function standingOn(events: readonly BankEvent[], ruleSet: RuleSet, on: string): Standing | undefined {
  const [opening] = events;
  if (opening?.type !== 'AccountOpened' || opening.data.continues !== undefined) return undefined;
  const corrections = standing(events).flatMap((event): Deed[] =>
    event.type === 'ScoreCorrected' ? [{ on: event.data.countsOn, points: event.data.points }] : [],
  );
  const deeds: Deed[] = [...entriesOf(events), ...corrections].filter((one) => one.on <= on);
  const inside = (per: WindowSpan): Deed[] => {
    const { first, last } = stretchOf(per, on, opening.data.on, ruleSet.calendar);
    return deeds.filter((one) => first <= one.on && one.on <= last);
  };
  const levels = Object.entries(ruleSet.recognition).flatMap(
    ([level, { points = 0, per = 'life', requires = {}, roles = [opening.data.role] }]) => {
      if (!roles.includes(opening.data.role)) return [];
      const counted = sumOf(inside(per));
      const further = Object.values(requires).map(
        (needed) => [countOf(inside(needed.per), needed), needed] as const,
      );
      const isReached = counted >= points && further.every(([has, needed]) => isWithin(has, needed));
      return [[level, [isReached, counted, ...further.map(([has]) => has)]] as const];
    },
  );
  const fallen = Object.entries(ruleSet.ineligibility).flatMap(([ground, { below, bars }]) => {
    if (below === undefined || !(bars ?? ['recognition']).includes('recognition')) return [];
    const since = fallenSince(deeds, below);
    return since === undefined ? [] : [[ground, since] as const];
  });
  return { levels: Object.fromEntries(levels), fallen: Object.fromEntries(fallen) };
}

function sumOf(deeds: readonly Deed[]): number {
  return deeds.reduce((sum, { points }) => sum + points, 0);
}

function countOf(
  deeds: readonly Deed[],
  { counts, items, unit }: Pick<LevelCondition, 'counts' | 'items' | 'unit'>,
): number {
  const entries = deeds.filter(({ item }) => item !== undefined && (items?.includes(item) ?? true));
  switch (counts) {
    case 'points':
      return sumOf(items === undefined ? deeds : entries);
    case 'deductions':
      return 0 - sumOf(entries.filter(({ points }) => points < 0));
    case 'entries':
      return entries.length;
    case 'months':
      return runOfMonths(entries.map((one) => one.on.slice(0, 7)));
    case 'quantity':
      return entries.reduce((sum, one) => sum + (one.unit === unit ? (one.quantity ?? 0) : 0), 0) / 100;
  }
}

/** The first evening below the mark after the last one at it. */
function fallenSince(deeds: readonly Deed[], mark: Mark): string | undefined {
  const days = [...new Set(deeds.map(({ on }) => on))].sort();
  const isAtMark = (day: string): boolean =>
    countOf(
      deeds.filter(({ on }) => on <= day),
      mark,
    ) >= mark.minimum;
  const last = days.findLastIndex(isAtMark);
  return last < 0 ? undefined : days[last + 1];
}
