import { type Text, text } from '../values/text.js';
import { WINDOW_KINDS, WINDOW_MONTHS, type WindowKind } from '../values/window.js';
import type { Bound, Clause, ItemRule, LimitRule, RedemptionRule, RuleSet } from './rule-set.js';
import { scoreByQuantity } from './score.js';

/** A place where a rule set is looser than a bound of the one it was derived from. */
export type Loosened = {
  /** The bound's id in the base. */
  readonly bound: string;
  readonly clause: Clause;
  /** The part of the derived rule set, as a dotted path. */
  readonly path: string;
  readonly text: Text;
};

/** The most points that one entry of an item can score; without end where a quantity has no maximum. */
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
  return (12 / (period.kind === 'rolling' ? period.months : WINDOW_MONTHS[period.window])) * visits;
}

/** Whether a window is at least as long as another. */
export function isAsLong(window: WindowKind, than: WindowKind): boolean {
  return WINDOW_KINDS.indexOf(window) <= WINDOW_KINDS.indexOf(than);
}

/** Where `derived` is looser than the bounds that `base` holds, in the order of the bounds. */
export function loosened(base: RuleSet, derived: RuleSet): Loosened[] {
  return Object.entries(base.bounds.held).flatMap(([id, bound]) => loosenedBound(base, derived, id, bound));
}

function loosenedBound(base: RuleSet, derived: RuleSet, id: string, bound: Bound): Loosened[] {
  const because = (path: string, how: Text): Loosened => ({
    bound: id,
    clause: bound.clause,
    path,
    text: text(
      `${path} 宽于“${bound.title['zh-CN']}”（条款 ${bound.clause}）：${how['zh-CN']}。`,
      `${path} is looser than '${bound.title.en}' (clause ${bound.clause}): ${how.en}.`,
    ),
  });
  switch (bound.kind) {
    case 'points-per-entry':
      return tooManyPoints(derived, bound.maximum, because);
    case 'limit':
      return looserLimits(base, derived, bound.limit, because);
    case 'redemption':
      return oftenerRedemption(base, derived, because);
  }
}

type Because = (path: string, how: Text) => Loosened;

function tooManyPoints(derived: RuleSet, maximum: number, because: Because): Loosened[] {
  return Object.entries(derived.roles).flatMap(([role, rule]) => {
    const most: [path: string, points: number][] = Object.entries(rule.items).map(([item, of]) => [
      `roles.${role}.items.${item}.scoring`,
      mostPoints(of),
    ]);
    most.push([`roles.${role}.opening.points`, rule.opening.points]);
    return most
      .filter(([, points]) => points > maximum)
      .map(([path, points]) => {
        const zh = Number.isFinite(points) ? `可达 ${points} 分` : '没有上限';
        const en = Number.isFinite(points) ? `up to ${points} points` : 'without end';
        return because(path, text(zh, en));
      });
  });
}

/** Every role of the derived rule set that has the limited items has a limit on them that is as strict. */
function looserLimits(base: RuleSet, derived: RuleSet, limit: string, because: Because): Loosened[] {
  const known = Object.values(base.roles).flatMap((role) => role.limits[limit] ?? []);
  return Object.entries(derived.roles).flatMap(([role, rule]) => {
    const held = base.roles[role]?.limits[limit] ?? known[0];
    if (held === undefined || !held.items.some((item) => Object.hasOwn(rule.items, item))) return [];
    const present = held.items.filter((item) => Object.hasOwn(rule.items, item));
    const covered = Object.values(rule.limits).some((one) => isAsStrict(one, held, present));
    const how = text(
      `在同样或更长的期间内应不超过 ${held.maximum}`,
      `it has to stay within ${held.maximum} over the same time or longer`,
    );
    return covered ? [] : [because(`roles.${role}.limits.${limit}`, how)];
  });
}

function isAsStrict(one: LimitRule, held: LimitRule, items: readonly string[]): boolean {
  return (
    one.counts === held.counts &&
    one.maximum <= held.maximum &&
    isAsLong(one.per, held.per) &&
    items.every((item) => one.items.includes(item))
  );
}

function oftenerRedemption(base: RuleSet, derived: RuleSet, because: Because): Loosened[] {
  const held = visitsPerYear(base.redemption);
  const asked = visitsPerYear(derived.redemption);
  if (asked <= held) return [];
  const how = Number.isFinite(asked)
    ? text(`每年可兑换 ${asked} 次`, `${asked} times a year where it is ${held}`)
    : text('兑换次数不限', `any number of times a year where it is ${held}`);
  return [because('redemption.period', how)];
}
