import type { Comparing } from '../../rules/reach/comparing.js';
import { counterOf, type Earning, earningOf, withinReach } from '../../rules/reach/most-counted.js';
import type { ItemRule, LimitRule, RoleRule, RuleSet, TransferRule } from '../../rules/rule-set.js';
import { givesAndTakes, isByQuantity } from '../../rules/score.js';
import type { Condition, Measure, Sentence } from '../../rules/sentence.js';
import { canonicalJson } from '../../values/json.js';
import { isWhole } from '../../values/points.js';
import type { Calendar } from '../../values/window.js';
import { type CheckContext, type Member, reportRepeated, reportUnknown } from '../check-context.js';
import type { Path } from '../problem.js';

/** What a sentence can say beside what it counts. */
type Counting = Omit<Sentence, 'clause' | 'title'>;

const OF_REDEEMING: readonly Measure[] = ['redeemed', 'visits', 'rewards'];
const OF_ENTRIES: readonly Measure[] = ['points', 'deductions', 'entries', 'quantity'];
const OF_ITEMS: readonly Measure[] = [...OF_ENTRIES, 'months'];

/** Checks the limits of a role: what they name is there, and each can take something. */
export function checkLimits(context: CheckContext, role: Path): void {
  const earning = earningAt(context, role);
  const most = earning && counterOf(earning, comparingAt(context, [...role, 'limits']));
  const counted = countedOf(context, role);
  const limits = context.members<LimitRule>([...role, 'limits']);
  const isFirst = firstOfAlike(limits);
  for (const limit of limits) {
    const { at, value } = limit;
    checkSentence(context, counted, limit);
    checkAmount(context, [...at, 'maximum'], value.counts, value.maximum);
    // A balance is no sum over a window.
    if (value.counts === 'balance' && value.per !== 'life')
      context.report([...at, 'per'], 'not-one-of', 'life');
    if (!most || value.counts === 'balance' || !isThere(counted, value)) continue;
    const counts = most(value, value);
    const isIdle = counts < value.maximum || (counts === value.maximum && !isFirst(limit));
    if (isIdle) context.report([...at, 'maximum'], 'never-bites', String(counts));
  }
}

/** Checks what the entries of a role's items need: what the conditions name is there, and each can be met. */
export function checkItemConditions(context: CheckContext, role: Path): void {
  const items = context.members<ItemRule>([...role, 'items']);
  const conditions = items.flatMap(({ at }) => context.members<Condition>([...at, 'requires']));
  checkConditions(context, role, conditions);
}

/** Checks conditions of accounts of a role. */
export function checkConditions(
  context: CheckContext,
  role: Path,
  conditions: readonly Member<Condition>[],
): void {
  if (conditions.length === 0) return;
  const earning = earningAt(context, role);
  const compare = comparingAt(context, role);
  const counter = earning && counterOf(earning, compare);
  const reached = earning && counterOf(withinReach(earning, compare), compare);
  const counted = countedOf(context, role);
  for (const { at, value } of conditions) {
    // What every role needs is gone through once for each of them.
    compare(1 + namesIn(value));
    checkSentence(context, counted, { at, value });
    checkRange(context, at, value);
    const { counts, items, minimum = 0, maximum } = value;
    if (items !== undefined && !OF_ITEMS.includes(counts)) {
      context.report([...at, 'items'], 'not-counted-so', counts);
    }
    if (!counter || !reached || !isThere(counted, value)) continue;
    const most = counter(value);
    if (maximum !== undefined && most <= maximum)
      context.report([...at, 'maximum'], 'never-bites', String(most));
    if (most < minimum) context.report([...at, 'minimum'], 'never-met', String(most));
    // Were it met within reach, the entry would be within reach itself.
    else if (reached(value) < minimum)
      context.report([...at, items === undefined ? 'counts' : 'items'], 'nothing-before');
  }
}

/** Counts what it takes to compare a part with others. */
export function comparingAt(context: CheckContext, at: Path): Comparing {
  return (steps) => context.compare(at, steps);
}

/** Checks what every role needs, such as for redeeming: it can be met by some role's accounts, as far as the items of that role tell. */
export function checkNeeds(context: CheckContext, at: Path): void {
  const conditions = context.members<Condition>(at);
  const found = [...(context.names(['roles']) ?? [])].map((role) => {
    const problems = new Map<string, Parameters<CheckContext['report']>>();
    const report: CheckContext['report'] = (...problem) => {
      problems.set(`${problem[0].join('.')} ${problem[1]}`, problem);
    };
    checkConditions({ ...context, report }, ['roles', role], conditions);
    return problems;
  });
  for (const [key, problem] of found[0] ?? []) {
    if (found.every((problems) => problems.has(key))) context.report(...problem);
  }
}

/** A condition has a least or a most, and the least is not above the most. */
export function checkRange(
  context: CheckContext,
  at: Path,
  { counts, minimum, maximum }: Pick<Condition, 'counts' | 'minimum' | 'maximum'>,
): void {
  if (minimum === undefined && maximum === undefined)
    context.report([...at, 'minimum'], 'missing', 'maximum');
  if (minimum !== undefined) checkAmount(context, [...at, 'minimum'], counts, minimum);
  if (maximum !== undefined) checkAmount(context, [...at, 'maximum'], counts, maximum);
  if (minimum !== undefined && maximum !== undefined && maximum < minimum)
    context.report([...at, 'minimum'], 'above-maximum', String(maximum));
}

/**
 * Each limit can refuse something that the others let through; of those that leave each other nothing, the first stay.
 *
 * @param most - the most that a limit's sentence comes to beside some limits and without its own
 */
export function checkBeside<L extends { readonly maximum: number }>(
  context: CheckContext,
  limits: readonly Member<L>[],
  most: (limit: L, beside: { readonly [limit: string]: L }) => number,
): void {
  const standing: { [limit: string]: L } = {};
  for (const { key, value } of limits) standing[key] = value;
  for (const { at, key, value } of [...limits].reverse()) {
    const counted = most(value, standing);
    if (counted > value.maximum) continue;
    context.report([...at, 'maximum'], 'never-bites', String(counted));
    delete standing[key];
  }
}

/** Whether a limit is the first of some that say the same: each leaves the others nothing, and one of them stays. */
function firstOfAlike(limits: readonly Member<LimitRule>[]): (limit: Member<LimitRule>) => boolean {
  const saidBy = ({ value: { clause: _, title: _title, ...limit } }: Member<LimitRule>): string =>
    canonicalJson(limit);
  const alike = new Map<string, { readonly first: string; readonly last: string }>();
  for (const limit of limits) {
    const said = saidBy(limit);
    alike.set(said, { first: alike.get(said)?.first ?? limit.key, last: limit.key });
  }
  return (limit) => {
    const { first, last } = alike.get(saidBy(limit)) ?? {};
    return first !== last && first === limit.key;
  };
}

/** How many names a sentence has. */
function namesIn({ items = [], rewards = [] }: Counting): number {
  return items.length + rewards.length;
}

/** Whether the role has every item and the unit that a sentence names; what is not there is a problem of its own. */
function isThere({ known, units }: Counted, { counts, items = [], unit }: Counting): boolean {
  const hasUnit = counts !== 'quantity' || (unit !== undefined && units.has(unit));
  return hasUnit && items.every((item) => known?.has(item));
}

/** What a role's accounts can come to; `undefined` where its items or its opening are not well formed. */
export function earningAt(context: CheckContext, role: Path): Earning | undefined {
  const items = context.part<RoleRule['items']>([...role, 'items']);
  const opening = context.part<RoleRule['opening']>([...role, 'opening']);
  if (items === undefined || opening === undefined) return undefined;
  const limits = context
    .members<LimitRule>([...role, 'limits'])
    .map(({ key, value }) => [key, value] as const);
  return earningOf(
    { items, opening, limits: Object.fromEntries(limits) },
    {
      redemption: context.part<RuleSet['redemption']>(['redemption']),
      calendar: context.part<Calendar>(['calendar']),
      transfer: context.part<TransferRule>(['transfer']),
    },
  );
}

/** What of a role its sentences count, put together once for all of them. */
type Counted = {
  readonly known: ReadonlySet<string> | undefined;
  readonly units: ReadonlySet<string>;
  /** The items that may take and may give, by their place among them. */
  readonly mixed: ReadonlyMap<string, number>;
};

function countedOf(context: CheckContext, role: Path): Counted {
  const items = context.members<ItemRule>([...role, 'items']);
  const mixed = items.filter(({ value }) => givesAndTakes(value));
  return {
    known: context.names([...role, 'items']),
    units: unitsOf(items),
    mixed: new Map(mixed.map(({ key }, place) => [key, place])),
  };
}

/** What a sentence names is there, and is for what it counts. */
function checkSentence(
  context: CheckContext,
  { known, units, mixed }: Counted,
  { at, value }: { readonly at: Path; readonly value: Counting },
): void {
  const { counts, each, items = [], rewards, unit } = value;
  items.forEach((item, i) => {
    if (known === undefined || known.has(item)) return;
    reportUnknown(context, [...at, 'items', i], 'unknown-item', item, known);
  });
  // Named twice, an item would use its room twice.
  reportRepeated(context, { at: [...at, 'items'], value: items });
  if (rewards !== undefined) {
    if (!OF_REDEEMING.includes(counts)) context.report([...at, 'rewards'], 'not-counted-so', counts);
    reportRepeated(context, { at: [...at, 'rewards'], value: rewards });
  }
  if (each !== undefined && !OF_ENTRIES.includes(counts))
    context.report([...at, 'each'], 'not-counted-so', counts);
  if (counts === 'deductions') checkDeductions(context, mixed, { at, value });
  if (counts !== 'quantity') {
    if (unit !== undefined) context.report([...at, 'unit'], 'not-counted-so', counts);
    return;
  }
  if (unit === undefined) {
    context.report([...at, 'unit'], 'missing');
    return;
  }
  if (!units.has(unit)) reportUnknown(context, [...at, 'unit'], 'unknown-unit', unit, units);
}

/** Deductions and points are kept by the day, so that no item may have both. The first that has is told. */
function checkDeductions(
  context: CheckContext,
  mixed: Counted['mixed'],
  { at, value }: { readonly at: Path; readonly value: Counting },
): void {
  const [first] = (value.items ?? [...mixed.keys()].slice(0, 1))
    .filter((item) => mixed.has(item))
    .sort((a, b) => (mixed.get(a) as number) - (mixed.get(b) as number));
  if (first !== undefined) context.report([...at, 'counts'], 'gives-and-takes', first);
}

/** The units in which items count quantities. */
export function unitsOf(items: readonly Member<ItemRule>[]): ReadonlySet<string> {
  return new Set(items.flatMap(({ value: { scoring } }) => (isByQuantity(scoring) ? [scoring.unit] : [])));
}

/** Only quantities have parts. */
function checkAmount(context: CheckContext, at: Path, counts: Measure, amount: number): void {
  if (counts !== 'quantity' && !isWhole(amount)) context.report(at, 'not-a-whole-number');
}
