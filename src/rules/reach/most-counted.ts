import type { LimitSpan } from '../../values/window.js';
import type { ItemRule, LimitRule, RedemptionLimit, RoleRule, RuleSet } from '../rule-set.js';
import { goesUpAndDown, isByQuantity, leastPoints, mostPoints } from '../score.js';
import type { Sentence } from '../sentence.js';
import { type Comparing, UNCOUNTED } from './comparing.js';
import { mostRedeemed, type Redeeming } from './most-redeemed.js';
import { mostSent } from './most-sent.js';
import { lengthOf, monthsIn, times, windowsIn } from './windows-in.js';

/** The parts of a role that tell how much can come together in a window, and what the rules say beside it. */
export type Earning = Pick<RoleRule, 'items' | 'limits' | 'opening'> & {
  readonly redemption?: Redeeming;
  readonly calendar?: RuleSet['calendar'];
  /** Present if points of other accounts come in. */
  readonly transfer?: RuleSet['transfer'];
  /** Whether what sending needs is within reach; absent where nobody asks. */
  readonly sends?: boolean;
};

/** The rules beside a role that tell how much can come together. */
type Beside = { readonly [part in 'redemption' | 'calendar' | 'transfer']?: Earning[part] | undefined };

/** The earning of a role, with the rules beside it. */
export function earningOf(
  { items, limits, opening }: Pick<RoleRule, 'items' | 'limits' | 'opening'>,
  { redemption, calendar, transfer }: Beside,
): Earning {
  return {
    items,
    limits,
    opening,
    ...(redemption && { redemption }),
    ...(calendar && { calendar }),
    ...(transfer && { transfer }),
  };
}

/** What a sentence says of how much there is. */
type Counting = Omit<Sentence, 'clause' | 'title'>;

/**
 * The most that a sentence can count of an account in one of its windows, by what the role's items score, how often they do, and the
 * other limits; `Infinity` if these tell no end. What corrections add is left out: no rules can count on them.
 *
 * @param except - the limit that the sentence is, if it is one
 */
export function mostCounted(role: Earning, sentence: Counting, except?: LimitRule | RedemptionLimit): number {
  return counterOf(role)(sentence, except);
}

/** {@link mostCounted} of one role. */
export type Counter = (sentence: Counting, except?: LimitRule | RedemptionLimit) => number;

/** {@link mostCounted} of one role, for many sentences: its items are gone through once. */
export function counterOf(role: Earning, compare: Comparing = UNCOUNTED): Counter {
  const tallied = { ...role, compare, tally: emptyTally(role) };
  for (const [id, rule] of Object.entries(role.items)) addItem(tallied, id, rule);
  return (sentence, except) => mostTallied(tallied, sentence, except);
}

/** What items come to together, so that one more of them costs no more where there are many. */
type Tally = {
  /** How many items there are, the one of the opening among them. */
  items: number;
  /** Items that can score above 0. */
  readonly scoring: string[];
  /** The most that the entries of each item but the one of the opening come to in one window, added up by the windows in which they end. */
  readonly most: Map<string, Amounts & { readonly per: LimitSpan | undefined }>;
  /** By item, a limit on the number of its entries alone. */
  readonly caps: ReadonlyMap<string, LimitRule>;
  /** The units of the quantities of these items. */
  readonly units: Set<string>;
  /** The limits that can be the lowest for any sentence. */
  readonly limits: readonly NamingLimit[];
};

/** A limit, with the items that it names. */
type NamingLimit = { readonly limit: LimitRule; readonly named: ReadonlySet<string> | undefined };

type Amounts = { readonly points: number; readonly deductions: number; readonly entries: number };

/** How many entries of an item each window has; without end if absent. */
type Cap = Pick<LimitRule, 'per' | 'maximum'> | undefined;

/** What one sentence takes, whatever it is compared with. */
const STEPS_A_SENTENCE = 16;

/** A role with the tally of its items. */
type Tallied = Earning & { readonly tally: Tally; readonly compare: Comparing };

function emptyTally({ limits }: Earning): Tally {
  // What the opening is of counts, whether it is an item or not.
  const all = Object.values(limits);
  const caps = new Map<string, LimitRule>();
  for (const limit of all) {
    const [item, another] = limit.items ?? [];
    const isCap = limit.counts === 'entries' && limit.beyond === 'refuse' && limit.each === undefined;
    if (isCap && item !== undefined && another === undefined) caps.set(item, limit);
  }
  const naming = lowest(all).map((limit) => ({ limit, named: limit.items && new Set(limit.items) }));
  return { items: 1, scoring: [], most: new Map(), caps, units: new Set(), limits: naming };
}

/** How often an item is entered: report-ins by their own rule, everything else by a limit. */
function capOf(id: string, { once }: ItemRule, { caps }: Tally): Cap {
  if (once === undefined) return caps.get(id);
  return { maximum: 1, per: once.per === 'twelve-months' ? { last: 12, of: 'months' } : once.per };
}

/** Of limits that differ in their maximum alone, the two lowest: one of them may be the sentence itself. */
function lowest(limits: readonly LimitRule[]): readonly LimitRule[] {
  const alike = new Map<string, readonly LimitRule[]>();
  for (const limit of limits) {
    const { counts, items, each, per, beyond } = limit;
    const kind = JSON.stringify([counts, items, each, per, beyond]);
    const low = [...(alike.get(kind) ?? []), limit].sort((a, b) => a.maximum - b.maximum).slice(0, 2);
    alike.set(kind, low);
  }
  return [...alike.values()].flat();
}

function addItem({ opening, tally }: Tallied, id: string, rule: ItemRule): void {
  if (mostOfEntry(rule, { counts: 'points' }) > 0) tally.scoring.push(id);
  if (id === opening.item) return;
  tally.items += 1;
  const { per, maximum = 1 } = capOf(id, rule, tally) ?? {};
  const key = JSON.stringify(per ?? null);
  const { points, deductions, entries } = tally.most.get(key) ?? NOTHING;
  tally.most.set(key, {
    per,
    points: points + times(maximum, mostOfEntry(rule, { counts: 'points' })),
    deductions: deductions + times(maximum, mostOfEntry(rule, { counts: 'deductions' })),
    entries: entries + maximum,
  });
  if (isByQuantity(rule.scoring)) tally.units.add(rule.scoring.unit);
}

const NOTHING = { points: 0, deductions: 0, entries: 0 };

function mostTallied(role: Tallied, sentence: Counting, except?: LimitRule | RedemptionLimit): number {
  const { redemption, calendar, compare } = role;
  compare(STEPS_A_SENTENCE);
  const per = lengthOf(sentence.per);
  switch (sentence.counts) {
    case 'balance':
      return mostHeld(role, except);
    case 'months':
      return Math.min(monthsIn(per, calendar), mostEntered(role, { ...sentence, counts: 'entries' }, per));
    case 'visits':
    case 'rewards':
    case 'redeemed':
      if (redemption === undefined) return Number.POSITIVE_INFINITY;
      return mostRedeemed(
        redemption,
        { ...sentence, counts: sentence.counts, per },
        calendar,
        except as RedemptionLimit,
        compare,
      );
    case 'sent':
    case 'transfers':
      if (role.sends === false) return 0;
      return mostSent(role.transfer ?? {}, { counts: sentence.counts, per }, calendar, undefined, compare);
    default:
      return mostEntered(role, sentence, per, except);
  }
}

/** The most points that an account can hold. The opening heeds no limit. */
function mostHeld(role: Tallied, except?: LimitRule | RedemptionLimit): number {
  const { compare, opening, tally, transfer } = role;
  compare(tally.limits.length);
  const bounds = tally.limits
    .filter(({ limit }) => limit.counts === 'balance' && limit !== except)
    .filter(
      ({ named }) =>
        named === undefined || (transfer === undefined && holdsAll(named, tally.scoring, compare)),
    )
    .map(({ limit: { maximum } }) => Math.max(maximum, opening.points));
  const earned =
    transfer === undefined
      ? mostEntered(role, { counts: 'points', per: 'life' }, 'life')
      : Number.POSITIVE_INFINITY;
  return Math.min(earned, ...bounds);
}

/** The most that entries can come to. */
function mostEntered(
  role: Tallied,
  sentence: Counting,
  per: LimitSpan,
  except?: LimitRule | RedemptionLimit,
): number {
  const { calendar, compare, opening, tally } = role;
  const { items } = sentence;
  compare(tally.limits.length + (items?.length ?? tally.most.size));
  const atOpening = (items?.includes(opening.item) ?? true) ? ofOpening(role, sentence) : 0;
  const bounds = tally.limits
    .filter(({ limit, named }) => limit !== except && bindsAll(limit, named, sentence, role))
    // The opening heeds no limit, but uses the room under it.
    .map(
      ({ limit: { maximum, per: of } }) =>
        times(maximum, windowsIn(of, per, calendar)) + Math.max(atOpening - maximum, 0),
    );
  const most =
    items?.reduce((sum, id) => sum + mostOfItem(role, id, sentence, per, except), 0) ??
    mostOfAll(role, sentence, per);
  return bounds.reduce((least, of) => Math.min(least, of), most);
}

/** The most that the entries of all items can come to, and the opening with them. */
function mostOfAll(role: Tallied, sentence: Counting, per: LimitSpan): number {
  const { calendar, opening, tally } = role;
  const { counts, unit } = sentence;
  const atOpening = mostOfItem(role, opening.item, sentence, per);
  if (counts === 'quantity') return tally.units.has(unit as string) ? Number.POSITIVE_INFINITY : atOpening;
  const of = counts === 'points' || counts === 'deductions' ? counts : 'entries';
  let most = atOpening;
  for (const { per: ends, ...amounts } of tally.most.values())
    most += times(amounts[of], endsIn(ends, per, calendar));
  return most;
}

/** How many windows of what begins anew with each lie in another window, at most; without end for what never ends. */
function endsIn(ends: LimitSpan | undefined, per: LimitSpan, calendar: Earning['calendar']): number {
  return ends === undefined ? Number.POSITIVE_INFINITY : windowsIn(ends, per, calendar);
}

/** What the opening alone comes to. */
function ofOpening({ opening }: Earning, { counts }: Pick<Counting, 'counts'>): number {
  if (counts === 'points') return opening.points;
  return counts === 'entries' ? 1 : 0;
}

function mostOfItem(
  role: Tallied,
  id: string,
  sentence: Counting,
  per: LimitSpan,
  except?: LimitRule | RedemptionLimit,
): number {
  const { calendar, opening, tally } = role;
  const atOpening = id === opening.item ? ofOpening(role, sentence) : 0;
  const rule = role.items[id];
  if (rule === undefined) return atOpening;
  const each = mostOfEntry(rule, sentence);
  const cap = capOf(id, rule, tally);
  const { maximum = 1, per: ends } = (cap === except ? undefined : cap) ?? {};
  const entries = times(maximum, endsIn(ends, per, calendar));
  // An opening that counts takes the place of one entry.
  return times(each, entries) + (rule.once?.opening === 'counts' ? Math.max(atOpening - each, 0) : atOpening);
}

/** The most that one entry of an item comes to; no end is told of points that go up and down with a sum. */
function mostOfEntry(rule: ItemRule, { counts, unit }: Pick<Counting, 'counts' | 'unit'>): number {
  switch (counts) {
    case 'points':
      if (goesUpAndDown(rule.scoring)) return Number.POSITIVE_INFINITY;
      return Math.max(mostPoints(rule), 0);
    case 'deductions':
      if (goesUpAndDown(rule.scoring)) return Number.POSITIVE_INFINITY;
      return Math.max(-leastPoints(rule), 0);
    case 'quantity':
      return isByQuantity(rule.scoring) && rule.scoring.unit === unit ? Number.POSITIVE_INFINITY : 0;
    default:
      return 1;
  }
}

/** Whether a limit binds all that a sentence counts. A quantity is recorded whole, and so is an entry that a limit trims. */
function bindsAll(
  limit: LimitRule,
  named: ReadonlySet<string> | undefined,
  { counts, each, items }: Counting,
  role: Tallied,
): boolean {
  if (limit.counts !== counts || counts === 'quantity') return false;
  if (counts === 'entries' && limit.beyond !== 'refuse') return false;
  if (limit.each !== undefined && each === undefined) return false;
  if (named === undefined) return true;
  const { compare, opening, tally } = role;
  if (items !== undefined) return holdsAll(named, items, compare);
  // The names of all items are put together only where there are names enough to hold them.
  return named.size >= tally.items && holdsAll(named, [...Object.keys(role.items), opening.item], compare);
}

function holdsAll(named: ReadonlySet<string>, all: readonly string[], compare: Comparing): boolean {
  return all.every((item) => {
    compare(1);
    return named.has(item);
  });
}

const NO_VISITS: RedemptionLimit = { clause: '', title: {}, counts: 'visits', per: 'life', maximum: 0 };

/**
 * A role with the items that can be entered at all, one after the other: whatever one of them needs, those before it can give. Without
 * what redeeming needs there are no visits either, and without what sending needs nothing is sent.
 */
export function withinReach(role: Earning, compare: Comparing = UNCOUNTED): Earning {
  const { redemption, transfer } = role;
  const items: { [id: string]: ItemRule } = Object.create(null);
  const rest: Partial<Earning> = {
    ...(redemption && { redemption: { ...redemption, limits: { none: NO_VISITS } } }),
    ...(transfer?.requires && { sends: false }),
  };
  let reached: Tallied = { ...role, items, ...rest, compare, tally: emptyTally(role) };
  const meetsAll = (requires: ItemRule['requires'] = {}): boolean =>
    Object.values(requires).every((condition) => mostTallied(reached, condition) >= (condition.minimum ?? 0));
  const { naming, forAny } = whoAsks(role.items);
  const reachMore = (): void => {
    const waiting = forAny.map(waitingFor);
    const isOpen = (id: string): boolean => !Object.hasOwn(items, id);
    const open = new Set(Object.keys(role.items).filter(isOpen));
    let hasGrown = false;
    // What joins a set while it is gone through is gone through as well.
    for (const id of open) {
      open.delete(id);
      const rule = role.items[id] as ItemRule;
      if (meetsAll(rule.requires)) {
        items[id] = rule;
        addItem(reached, id, rule);
        hasGrown = true;
        for (const asking of (naming.get(id) ?? []).filter(isOpen)) open.add(asking);
      }
      if (open.size > 0 || !hasGrown) continue;
      for (const asking of waiting.flatMap((kind) => kind.met(reached)).filter(isOpen)) open.add(asking);
      hasGrown = false;
    }
  };
  reachMore();
  let closed: Gate[] = [
    ...(redemption ? [{ requires: redemption.requires, opens: { redemption } }] : []),
    ...(transfer?.requires ? [{ requires: transfer.requires, opens: { sends: true } }] : []),
  ];
  const staysClosed = ({ requires, opens }: Gate): boolean => {
    if (!meetsAll(requires)) return true;
    reached = { ...reached, ...opens };
    reachMore();
    return false;
  };
  // Redeeming may need that points were sent, and sending that some were redeemed.
  for (let tried = closed.length + 1; closed.length < tried; ) {
    tried = closed.length;
    closed = closed.filter(staysClosed);
  }
  const { compare: _, tally: _tally, ...withoutTally } = reached;
  return withoutTally;
}

/** What the rules open once its conditions can be met. */
type Gate = { readonly requires: ItemRule['requires']; readonly opens: Partial<Earning> };

/** An item that asks for so much. */
type Asking = { readonly id: string; readonly minimum: number };

/** Conditions that count the same, whatever there is, and the items that have them, those that ask for least first. */
type AskingAlike = { readonly condition: Counting; readonly asking: readonly Asking[] };

/** Tells, each time when more can be entered, which more of some items have their condition met: those that ask for less come first. */
function waitingFor({ condition, asking }: AskingAlike): { readonly met: (reached: Tallied) => string[] } {
  let next = 0;
  return {
    met(reached) {
      if (next === asking.length) return [];
      const most = mostTallied(reached, condition);
      const from = next;
      while (next < asking.length && (asking[next] as Asking).minimum <= most) next += 1;
      return asking.slice(from, next).map(({ id }) => id);
    },
  };
}

/** The items that have a condition of an item, by the item that it names, and those with a condition that counts whatever there is. */
function whoAsks(items: Earning['items']): {
  readonly naming: ReadonlyMap<string, readonly string[]>;
  readonly forAny: readonly AskingAlike[];
} {
  const naming = new Map<string, string[]>();
  const forAny = new Map<string, { readonly condition: Counting; readonly asking: Asking[] }>();
  for (const [id, { requires = {} }] of Object.entries(items)) {
    for (const condition of Object.values(requires)) {
      const { items: named, minimum = 0 } = condition;
      if (named === undefined) {
        const { counts, each, per, rewards, unit } = condition;
        const kind = JSON.stringify([counts, each, per, rewards, unit]);
        const alike = forAny.get(kind) ?? { condition, asking: [] };
        alike.asking.push({ id, minimum });
        forAny.set(kind, alike);
      }
      for (const one of named ?? []) {
        const asking = naming.get(one) ?? [];
        asking.push(id);
        naming.set(one, asking);
      }
    }
  }
  for (const { asking } of forAny.values()) asking.sort((a, b) => a.minimum - b.minimum);
  return { naming, forAny: [...forAny.values()] };
}

/**
 * The most that accounts of some roles can come to.
 *
 * @param reached - what counts each of the roles, as far as it is within reach
 * @param isHandedOn - whether an account may go on from that of another role, and so has what came together in both
 */
export function mostInReach(reached: readonly Counter[], sentence: Counting, isHandedOn: boolean): number {
  const amounts = reached.map((counter) => counter(sentence));
  return isHandedOn ? amounts.reduce((sum, of) => sum + of, 0) : Math.max(...amounts);
}
