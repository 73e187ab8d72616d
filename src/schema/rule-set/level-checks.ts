import type { IneligibilityRule, ItemRule, RecognitionRule } from '../../rules/rule-set.js';
import type { LevelCondition } from '../../rules/sentence.js';
import { type CheckContext, nameList, reportRepeated } from '../check-context.js';
import type { Path } from '../problem.js';
import { checkRange, unitsOf } from './sentence-checks.js';

/** Checks that levels need something, and that they and the marks of grounds count what the rules have. */
export function checkLevels(context: CheckContext): void {
  for (const { at, value } of context.members<RecognitionRule>(['recognition'])) {
    if (value.points === undefined && value.requires === undefined)
      context.report([...at, 'points'], 'missing');
    if (value.per !== undefined && value.points === undefined) context.report([...at, 'points'], 'missing');
    for (const { at: here, value: condition } of context.members<LevelCondition>([...at, 'requires'])) {
      checkCounted(context, here, condition);
      checkRange(context, here, condition);
    }
  }
  for (const { at, value } of context.members<IneligibilityRule>(['ineligibility'])) {
    if (value.below !== undefined) checkCounted(context, [...at, 'below'], value.below);
  }
}

type Counted = Pick<LevelCondition, 'counts' | 'items' | 'unit'>;

/** The items and the unit are some that a role has; a unit is there for quantities, and for nothing else. */
function checkCounted(context: CheckContext, at: Path, { counts, items = [], unit }: Counted): void {
  const roles = [...(context.names(['roles']) ?? [])].map((role) => ['roles', role, 'items']);
  const known = new Set(roles.flatMap((of) => [...(context.names(of) ?? [])]));
  items.forEach((item, i) => {
    if (!known.has(item)) context.report([...at, 'items', i], 'unknown-item', nameList(known));
  });
  reportRepeated(context, { at: [...at, 'items'], value: items });
  if (counts !== 'quantity') {
    if (unit !== undefined) context.report([...at, 'unit'], 'misplaced', 'quantity');
    return;
  }
  if (unit === undefined) {
    context.report([...at, 'unit'], 'missing');
    return;
  }
  const units = unitsOf(roles.flatMap((of) => context.members<ItemRule>(of)));
  if (!units.has(unit)) context.report([...at, 'unit'], 'not-one-of', nameList(units));
}
