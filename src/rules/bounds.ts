import type { Text } from '../values/text.js';
import { isAsLong, WINDOWS_A_YEAR } from '../values/window.js';
import type { Bound, Clause, ItemRule, LimitRule, RedemptionRule, RuleSet } from './rule-set.js';
import { scoreByQuantity } from './score.js';

/** A place where a rule set is looser than a bound of the one it was derived from. */
export type Loosened = {
  /** The bound's id in the base. */
  readonly bound: string;
  readonly title: Text;
  readonly clause: Clause;
  /** The part of the derived rule set, as a dotted path. */
  readonly path: string;
} & (
  | {
      readonly kind: 'points-per-entry';
      /** The most points that one entry can score; absent where there is no end. */
      readonly most?: number;
    }
  | {
      readonly kind: 'limit';
      /** What the limit has to stay within. */
      readonly maximum: number;
    }
  | {
      readonly kind: 'redemption';
      /** How many visits a year there can be; absent where there is no end. */
      readonly visits?: number;
      /** How many the base gives. */
      readonly held: number;
    }
);

/** The most points that one entry of an item can score; `Infinity` if its quantity has no maximum. */
export function mostPoints({ scoring }: ItemRule): number {
  switch (scoring.by) {
    case 'fixed':
      return scoring.points;
    case 'difficulty':
      return Math.max(...Object.values(scoring.points));
    case 'quantity':
      if (scoring.points <= 0) return 0;
      return scoring.maximum === undefined
        ? Number.POSITIVE_INFINITY
        : scoreByQuantity(scoring, scoring.maximum).scored;
  }
}

/** How many visits a year the redemption rule gives at most. */
export function visitsPerYear({
  period,
  visits = Number.POSITIVE_INFINITY,
}: Pick<RedemptionRule, 'period' | 'visits'>): number {
  if (period.kind === 'openings') return period.openings.length * visits;
  return (period.kind === 'rolling' ? 12 / period.months : WINDOWS_A_YEAR[period.window]) * visits;
}

/** Where `derived` is looser than `base` allows, in the order of the base's bounds. */
export function loosened(base: RuleSet, derived: RuleSet): Loosened[] {
  return Object.entries(base.bounds.held).flatMap(([id, bound]) => loosenedBound(base, derived, id, bound));
}

function loosenedBound(base: RuleSet, derived: RuleSet, id: string, bound: Bound): Loosened[] {
  const { clause, title } = bound;
  const at = (path: string) => ({ bound: id, title, clause, path });
  switch (bound.kind) {
    case 'points-per-entry':
      return tooManyPoints(derived, bound.maximum).map(({ path, most }) => ({
        ...at(path),
        kind: 'points-per-entry',
        ...(Number.isFinite(most) ? { most } : {}),
      }));
    case 'limit':
      return looserLimits(base, derived, bound.limit).map(({ path, maximum }) => ({
        ...at(path),
        kind: 'limit',
        maximum,
      }));
    case 'redemption': {
      const held = visitsPerYear(base.redemption);
      const visits = visitsPerYear(derived.redemption);
      if (visits <= held) return [];
      const times = Number.isFinite(visits) ? { visits } : {};
      return [{ ...at('redemption.period'), kind: 'redemption', ...times, held }];
    }
  }
}

/** The items and openings that can score more than so many points. */
function tooManyPoints(derived: RuleSet, maximum: number): { path: string; most: number }[] {
  return Object.entries(derived.roles).flatMap(([role, rule]) => {
    const scores = Object.entries(rule.items).map(([item, of]) => ({
      path: `roles.${role}.items.${item}.scoring`,
      most: mostPoints(of),
    }));
    const opening = { path: `roles.${role}.opening.points`, most: rule.opening.points };
    return [...scores, opening].filter(({ most }) => most > maximum);
  });
}

/** The limits of the base that a role of the derived rules has lost or loosened, although it still has items under them. */
function looserLimits(base: RuleSet, derived: RuleSet, limit: string): { path: string; maximum: number }[] {
  const known = Object.values(base.roles).flatMap((role) => role.limits[limit] ?? []);
  return Object.entries(derived.roles).flatMap(([role, rule]) => {
    const held = base.roles[role]?.limits[limit] ?? known[0];
    if (held === undefined) return [];
    const ids = Object.keys(rule.items);
    const present = held.items === undefined ? ids : held.items.filter((item) => ids.includes(item));
    if (present.length === 0) return [];
    const covered = Object.values(rule.limits).some((one) => isAsStrict(one, held, present));
    return covered ? [] : [{ path: `roles.${role}.limits.${limit}`, maximum: held.maximum }];
  });
}

function isAsStrict(one: LimitRule, held: LimitRule, items: readonly string[]): boolean {
  return (
    one.counts === held.counts &&
    one.unit === held.unit &&
    (one.each === undefined || held.each !== undefined) &&
    one.maximum <= held.maximum &&
    isAsLong(one.per, held.per) &&
    items.every((item) => one.items?.includes(item) ?? true)
  );
}
