import type { LimitSpan } from '../../values/window.js';
import type { ItemRule, LimitRule, RedemptionLimit, RoleRule, RuleSet } from '../rule-set.js';
import { isByQuantity, leastPoints, mostPoints } from '../score.js';
import type { Condition, Sentence } from '../sentence.js';
import { mostRedeemed, type Redeeming } from './most-redeemed.js';
import { lengthOf, monthsIn, times, windowsIn } from './windows-in.js';

/** The parts of a role that tell how much can come together in a window, and what the rules say beside it. */
export type Earning = Pick<RoleRule, 'items' | 'limits' | 'opening'> & {
  readonly redemption?: Redeeming;
  readonly calendar?: RuleSet['calendar'];
  /** Present if points of other accounts come in. */
  readonly transfer?: RuleSet['transfer'];
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
  const { redemption, calendar } = role;
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
      );
    default:
      return mostEntered(role, sentence, per, except);
  }
}

/** The most points that an account can hold. The opening heeds no limit. */
export function mostHeld(role: Earning, except?: LimitRule | RedemptionLimit): number {
  const { items, limits, opening, transfer } = role;
  const earning = Object.keys(items).filter((id) => mostPoints(items[id] as ItemRule) > 0);
  const bounds = Object.values(limits)
    .filter((limit) => limit.counts === 'balance' && limit !== except)
    .filter((limit) => limit.items === undefined || (transfer === undefined && holdsAll(limit, earning)))
    .map(({ maximum }) => Math.max(maximum, opening.points));
  const earned =
    transfer === undefined
      ? mostEntered(role, { counts: 'points', per: 'life' }, 'life')
      : Number.POSITIVE_INFINITY;
  return Math.min(earned, ...bounds);
}

/** The most that entries can come to. */
function mostEntered(
  role: Earning,
  sentence: Counting,
  per: LimitSpan,
  except?: LimitRule | RedemptionLimit,
): number {
  const { calendar, limits, opening } = role;
  const items = sentence.items ?? [...new Set([...Object.keys(role.items), opening.item])];
  const atOpening = items.includes(opening.item) ? ofOpening(role, sentence) : 0;
  const bounds = Object.values(limits)
    .filter((limit) => limit !== except && bindsAll(limit, sentence, items))
    // The opening heeds no limit, but uses the room under it.
    .map(
      ({ maximum, per: of }) =>
        times(maximum, windowsIn(of, per, calendar)) + Math.max(atOpening - maximum, 0),
    );
  const most = items.reduce((sum, id) => sum + mostOfItem(role, id, sentence, per), 0);
  return Math.min(most, ...bounds);
}

/** What the opening alone comes to. */
function ofOpening({ opening }: Earning, { counts }: Pick<Counting, 'counts'>): number {
  if (counts === 'points') return opening.points;
  return counts === 'entries' ? 1 : 0;
}

function mostOfItem(role: Earning, id: string, sentence: Counting, per: LimitSpan): number {
  const { calendar, opening } = role;
  const atOpening = id === opening.item ? ofOpening(role, sentence) : 0;
  const rule = role.items[id];
  if (rule === undefined) return atOpening;
  const { once } = rule;
  if (once === undefined) return times(mostOfEntry(rule, sentence), Number.POSITIVE_INFINITY) + atOpening;
  const entries = windowsIn(
    once.per === 'twelve-months' ? { last: 12, of: 'months' } : once.per,
    per,
    calendar,
  );
  const each = mostOfEntry(rule, sentence);
  // An opening that counts takes the place of one entry.
  return times(each, entries) + (once.opening === 'counts' ? Math.max(atOpening - each, 0) : atOpening);
}

/** The most that one entry of an item comes to. */
function mostOfEntry(rule: ItemRule, { counts, unit }: Counting): number {
  switch (counts) {
    case 'points':
      return Math.max(mostPoints(rule), 0);
    case 'deductions':
      return Math.max(-leastPoints(rule), 0);
    case 'quantity':
      return isByQuantity(rule.scoring) && rule.scoring.unit === unit ? Number.POSITIVE_INFINITY : 0;
    default:
      return 1;
  }
}

/** Whether a limit binds all that a sentence counts. A quantity is recorded whole, and so is an entry that a limit trims. */
function bindsAll(limit: LimitRule, { counts, each }: Counting, items: readonly string[]): boolean {
  if (limit.counts !== counts || counts === 'quantity') return false;
  if (counts === 'entries' && limit.beyond !== 'refuse') return false;
  if (limit.each !== undefined && each === undefined) return false;
  return limit.items === undefined || holdsAll(limit, items);
}

function holdsAll({ items = [] }: Pick<LimitRule, 'items'>, all: readonly string[]): boolean {
  return all.every((item) => items.includes(item));
}

/**
 * A role with the items that can be entered at all, one after the other: whatever one of them needs, those before it can give. Without
 * what redeeming needs there are no visits either.
 */
export function withinReach(role: Earning): Earning {
  const { redemption } = role;
  const items: { [id: string]: ItemRule } = Object.create(null);
  let reached: Earning = { ...role, items, ...(redemption && { redemption: { ...redemption, visits: 0 } }) };
  const meetsAll = (requires: ItemRule['requires'] = {}): boolean =>
    Object.values(requires).every((condition) => canMeet(reached, condition));
  const askingFor = whoAsksFor(role.items);
  const reachMore = (): void => {
    const isOpen = (id: string): boolean => !Object.hasOwn(items, id);
    const open = new Set(Object.keys(role.items).filter(isOpen));
    // What joins a set while it is gone through is gone through as well.
    for (const id of open) {
      open.delete(id);
      const rule = role.items[id] as ItemRule;
      if (!meetsAll(rule.requires)) continue;
      items[id] = rule;
      for (const asking of askingFor(id).filter(isOpen)) open.add(asking);
    }
  };
  reachMore();
  if (redemption === undefined || !meetsAll(redemption.requires)) return reached;
  reached = { ...reached, redemption };
  reachMore();
  return reached;
}

/** Tells which items have a condition that counts an item: one that names it, or one that counts whatever there is. */
function whoAsksFor(items: Earning['items']): (id: string) => readonly string[] {
  const naming = new Map<string, string[]>();
  const forAny: string[] = [];
  for (const [id, { requires = {} }] of Object.entries(items)) {
    for (const condition of Object.values(requires)) {
      if (condition.items === undefined) forAny.push(id);
      for (const named of condition.items ?? []) {
        const asking = naming.get(named) ?? [];
        asking.push(id);
        naming.set(named, asking);
      }
    }
  }
  return (id) => [...(naming.get(id) ?? []), ...forAny];
}

/**
 * The most that accounts of some roles can come to.
 *
 * @param reached - the roles, each with what is within its reach
 * @param isHandedOn - whether an account may go on from that of another role, and so has what came together in both
 */
export function mostInReach(reached: readonly Earning[], sentence: Counting, isHandedOn: boolean): number {
  const amounts = reached.map((role) => mostCounted(role, sentence));
  return isHandedOn ? amounts.reduce((sum, of) => sum + of, 0) : Math.max(...amounts);
}

/** Whether an account of a role can come to what a condition asks. */
export function canMeet(role: Earning, condition: Pick<Condition, 'minimum'> & Counting): boolean {
  return mostCounted(role, condition) >= (condition.minimum ?? 0);
}
