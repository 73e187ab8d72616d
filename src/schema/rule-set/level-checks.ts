import { type Counter, counterOf, mostInReach, withinReach } from '../../rules/reach/most-counted.js';
import type { ClosingReason, IneligibilityRule, ItemRule, RecognitionRule } from '../../rules/rule-set.js';
import type { LevelCondition } from '../../rules/sentence.js';
import {
  type CheckContext,
  checkNamesOf,
  type Member,
  reportRepeated,
  reportUnknown,
} from '../check-context.js';
import type { Path } from '../problem.js';
import { checkRange, comparingAt, earningAt, unitsOf } from './sentence-checks.js';

/** Checks that levels need something, and that they and the marks of grounds count what the rules have, and some account can come to. */
export function checkLevels(context: CheckContext): void {
  const all = reachedRoles(context);
  const counted = countedByAll(context);
  for (const { at, value } of context.members<RecognitionRule>(['recognition'])) {
    const { roles } = value;
    checkNamesOf(context, { at: [...at, 'roles'], value: roles ?? [] }, 'roles');
    checkPoints(context, all, { at, value });
    for (const { at: here, value: condition } of context.members<LevelCondition>([...at, 'requires'])) {
      checkRange(context, here, condition);
      if (checkCounted(context, counted, here, condition))
        checkReached(context, all, roles, [...here, 'minimum'], condition);
    }
  }
  for (const { at, value } of context.members<IneligibilityRule>(['ineligibility'])) {
    if (value.below === undefined) continue;
    // Nobody falls below what nobody had.
    if (checkCounted(context, counted, [...at, 'below'], value.below))
      checkReached(context, all, undefined, [...at, 'below', 'minimum'], { ...value.below, per: 'life' });
  }
}

/** A level's points are there where it needs nothing else or names their window, and some account can come to them. */
function checkPoints(
  context: CheckContext,
  all: readonly ReachedRole[] | undefined,
  { at, value: { points: minimum, per, requires, roles } }: Pick<Member<RecognitionRule>, 'at' | 'value'>,
): void {
  const here = [...at, 'points'];
  if (minimum !== undefined)
    checkReached(context, all, roles, here, { counts: 'points', per: per ?? 'life', minimum });
  else if (per !== undefined) context.report(here, 'missing');
  else if (requires === undefined) context.report(here, 'missing', 'requires');
}

/** A role, and what is within its reach. */
type ReachedRole = { readonly role: string; readonly reached: Counter };

/** What is within reach of each role; `undefined` where that of some role is not known. */
function reachedRoles(context: CheckContext): readonly ReachedRole[] | undefined {
  const roles = [...(context.names(['roles']) ?? [])];
  const known = roles.flatMap((role): ReachedRole[] => {
    const earning = earningAt(context, ['roles', role]);
    const compare = comparingAt(context, ['roles', role]);
    return earning === undefined
      ? []
      : [{ role, reached: counterOf(withinReach(earning, compare), compare) }];
  });
  return known.length < roles.length ? undefined : known;
}

/** Some account of the roles can come to so much. One that goes on from another role's has what came together in both. */
function checkReached(
  context: CheckContext,
  all: readonly ReachedRole[] | undefined,
  roles: readonly string[] | undefined,
  at: Path,
  { minimum = 0, ...counting }: Omit<LevelCondition, 'clause' | 'title'>,
): void {
  const reasons = context.members<ClosingReason>(['closing', 'reasons']);
  const isHandedOn = reasons.some(({ value }) => value.holdings === 'handed-on');
  const named = roles && new Set(roles);
  context.compare(at, all?.length ?? 0);
  const meant = all?.filter(({ role }) => isHandedOn || (named?.has(role) ?? true)) ?? [];
  if (meant.length === 0) return;
  const most = mostInReach(
    meant.map(({ reached }) => reached),
    counting,
    isHandedOn,
  );
  if (most < minimum) context.report(at, 'never-met', String(most));
}

/** What the roles count, all together: items and units. */
type CountedByAll = { readonly known: ReadonlySet<string>; readonly units: ReadonlySet<string> };

function countedByAll(context: CheckContext): CountedByAll {
  const roles = [...(context.names(['roles']) ?? [])].map((role) => ['roles', role, 'items']);
  return {
    known: new Set(roles.flatMap((of) => [...(context.names(of) ?? [])])),
    units: unitsOf(roles.flatMap((of) => context.members<ItemRule>(of))),
  };
}

type Counted = Pick<LevelCondition, 'counts' | 'items' | 'unit'>;

/** The items and the unit are some that a role has; a unit is there for quantities, and for nothing else. Tells whether all is there. */
function checkCounted(
  context: CheckContext,
  { known, units }: CountedByAll,
  at: Path,
  { counts, items = [], unit }: Counted,
): boolean {
  const areKnown = items.every((item) => known.has(item));
  items.forEach((item, i) => {
    if (!known.has(item)) reportUnknown(context, [...at, 'items', i], 'unknown-item', item, known);
  });
  reportRepeated(context, { at: [...at, 'items'], value: items });
  if (counts !== 'quantity') {
    if (unit !== undefined) context.report([...at, 'unit'], 'misplaced', 'quantity');
    return areKnown;
  }
  if (unit === undefined) {
    context.report([...at, 'unit'], 'missing');
    return false;
  }
  if (!units.has(unit)) reportUnknown(context, [...at, 'unit'], 'unknown-unit', unit, units);
  return areKnown && units.has(unit);
}
