import type { Text } from '../../values/text.js';
import { type Calendar, isAsLong } from '../../values/window.js';
import { readings, withReading } from '../readings.js';
import type { Bound, Clause, LimitRule, RoleRule, RuleSet } from '../rule-set.js';
import { mostPoints } from '../score.js';
import type { LimitMeasure } from '../sentence.js';
import { type Deviation, deviations } from './deviations.js';
import { signOfLimit } from './signs.js';
import { limitsVisits, visitsPerYear } from './visits-per-year.js';

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
      /** What is limited. */
      readonly counts: LimitMeasure;
      /** What the limit has to stay within; one on deductions has to leave room for as much. */
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

/**
 * A part of a rule set that is looser than its base lets it be: than a bound that it holds, or than any other part of it. What cannot be
 * compared with the base's part counts as looser; its kind is `other`.
 */
export type LooserPart = Loosened | Deviation;

/**
 * Where a derived rule set is looser than its base: than the bounds that the base holds, in their order, and then than any other part of
 * it, by clause. A part that cannot be compared counts as looser, so that no way round is left. Another answer to an open question of the base is a way to read the text: it is held against the bounds alone.
 */
export function looserParts(base: RuleSet, derived: RuleSet): LooserPart[] {
  const bounds = loosened(base, derived);
  const places = new Set(bounds.map(({ path }) => path));
  const isHeld = heldBy(base, derived);
  const read = answeredAs(derived, base);
  const others = deviations(read, derived).filter(
    ({ kind, path }) =>
      (kind === 'looser' || kind === 'other') &&
      !isHeld(path) &&
      !waysTo(path).some((way) => places.has(way)),
  );
  return [...bounds, ...others];
}

/** The base under the answers that the derived rules choose among its own. */
function answeredAs(derived: RuleSet, base: RuleSet): RuleSet {
  return readings(base).reduce((read, { id, chosen, answers }) => {
    const answer = derived.readings[id]?.chosen;
    const isAnother = answer !== undefined && answer !== chosen && Object.hasOwn(answers, answer);
    return isAnother ? withReading(read, id, answer) : read;
  }, base);
}

/** Each part on the way to a dotted path, the path itself last. */
function waysTo(path: string): string[] {
  const steps = path.split('.');
  return steps.map((_, at) => steps.slice(0, at + 1).join('.'));
}

/**
 * Tells whether a part is one that a bound judges by what it comes to: a limit may have another name, and visits be cut another way. What happens
 * beyond a limit is not the bound's.
 */
function heldBy(base: RuleSet, derived: RuleSet): (path: string) => boolean {
  const held = Object.values(base.bounds.held);
  const limits = new Set(held.flatMap((bound) => (bound.kind === 'limit' ? [bound.limit] : [])));
  const areVisitsHeld = held.some(({ kind }) => kind === 'redemption');
  return (path) => {
    if (areVisitsHeld && (isAt(path, 'redemption.period') || isOfVisits(base, derived, path))) return true;
    const [, limit] = LIMIT_OF.exec(path) ?? [];
    return limit !== undefined && limits.has(limit) && !BEYOND.test(path);
  };
}

function isAt(path: string, part: string): boolean {
  return path === part || path.startsWith(`${part}.`);
}

/** Whether a part is, or was, a limit on visits. */
function isOfVisits(base: RuleSet, derived: RuleSet, path: string): boolean {
  const [, id = ''] = /^redemption\.limits\.([^.]+)/.exec(path) ?? [];
  const limit = derived.redemption.limits?.[id] ?? base.redemption.limits?.[id];
  return limit !== undefined && limitsVisits(limit);
}

const LIMIT_OF = /^roles\.[^.]+\.limits\.([^.]+)/;
const BEYOND = /^roles\.[^.]+\.limits\.[^.]+\.beyond$/;

/** Where `derived` is looser than the bounds of `base` allow, in the order of the bounds. */
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
      return looserLimits(base, derived, bound.limit).map(({ path, counts, maximum }) => ({
        ...at(path),
        kind: 'limit',
        counts,
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

/** The items and openings that can score more than a maximum. */
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

/** A limit of the base that a role of the derived rules has loosened. */
type LooserLimit = Pick<LimitRule, 'counts' | 'maximum'> & { readonly path: string };

/** The limits of the base that a role of the derived rules has lost or loosened, although it still has items under them. */
function looserLimits(base: RuleSet, derived: RuleSet, limit: string): LooserLimit[] {
  const known = Object.values(base.roles).flatMap((role) => role.limits[limit] ?? []);
  return Object.entries(derived.roles).flatMap(([role, rule]) => {
    const held = base.roles[role]?.limits[limit] ?? known[0];
    if (held === undefined || isKept(rule, held, limit, base.roles[role] ?? rule, derived.calendar))
      return [];
    return [{ path: `roles.${role}.limits.${limit}`, counts: held.counts, maximum: held.maximum }];
  });
}

/** Whether a role keeps what a limit holds back. Of what entries take it may hold back less, and of what they give more. */
function isKept(
  rule: RoleRule,
  held: LimitRule,
  limit: string,
  was: RoleRule,
  calendar: Calendar | undefined,
): boolean {
  const ids = Object.keys(rule.items);
  const sign = signOfLimit(held, was);
  const own = rule.limits[limit];
  const takes = sign > 0 || own === undefined || isAsStrict(held, own, own.items ?? ids, calendar);
  const present = held.items?.filter((item) => Object.hasOwn(rule.items, item)) ?? ids;
  const gives =
    sign < 0 ||
    present.length === 0 ||
    Object.values(rule.limits).some((one) => isAsStrict(one, held, present, calendar));
  return takes && gives;
}

function isAsStrict(
  one: LimitRule,
  held: LimitRule,
  items: readonly string[],
  calendar: Calendar | undefined,
): boolean {
  if (one.counts !== held.counts || one.unit !== held.unit || one.maximum > held.maximum) return false;
  if ((one.each !== undefined && held.each === undefined) || !isAsLong(one.per, held.per, calendar))
    return false;
  const named = one.items && new Set(one.items);
  return named === undefined || items.every((item) => named.has(item));
}
