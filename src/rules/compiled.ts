import { deepFreeze, isRecord, type Json } from '../values/json.js';
import { digest } from './digest.js';
import { mergePatch } from './merge-patch.js';
import { indexReadings, NO_READINGS, type ReadingsIndex, type ReadingsUsed } from './readings-used.js';
import type {
  CatalogueEntry,
  IneligibilityRule,
  ItemRule,
  LimitRule,
  RoleRule,
  RuleSet,
  RuleSetReference,
  Scoring,
} from './rule-set.js';
import { basePoints, isByQuantity, leastPoints } from './score.js';

/** A limit with its id, its dotted path in the rule set, and the readings that govern it. */
export type NamedLimit = LimitRule & {
  readonly id: string;
  /** The items that it covers; those of the role if the rule names none. */
  readonly items: readonly string[];
  readonly part: string;
  readonly readings: {
    /** Readings used when the limit took something. */
    readonly took: ReadingsUsed;
    /** Readings used when the limit took nothing: how much it allows, and over what window. */
    readonly fitted: ReadingsUsed;
  };
};

/** What an entry of one tier scores before limits, the base it is measured against, and the readings used. */
export type Tier = { readonly base: number; readonly scored: number; readonly readings: ReadingsUsed };

/** An item of a role, with the limits that cover it and the readings that govern its parts. */
export type CompiledItem = {
  readonly id: string;
  /** Its dotted path in the rule set. */
  readonly part: string;
  readonly rule: ItemRule;
  /** What an entry scores, by difficulty. */
  readonly tiers: ReadonlyMap<string, Tier>;
  /** What an entry scores where the item always scores the same. */
  readonly fixed?: Tier;
  readonly limits: readonly NamedLimit[];
  /** Limits that only another answer to an open question would put on the item. */
  readonly latentLimits: readonly NamedLimit[];
  readonly readings: {
    /** On serving in a post. */
    readonly service: ReadingsUsed;
    /** On whether serving and attending are two matters. */
    readonly capacity: ReadingsUsed;
    /** On claiming the same post again. */
    readonly again: ReadingsUsed;
    /** On how often the item scores. */
    readonly once: ReadingsUsed;
    /** On what an entry needs, and who enters it. */
    readonly requires: ReadingsUsed;
  };
};

/** A role with its items by id. */
export type CompiledRole = {
  readonly id: string;
  readonly rule: RoleRule;
  readonly items: ReadonlyMap<string, CompiledItem>;
  /** The items that matters are credited under. */
  readonly activities: readonly CompiledItem[];
  /** The item that claims are booked under, where the role has one. */
  readonly claim?: CompiledItem;
  /** The readings on whether service needs a claim. */
  readonly claimedReadings: ReadingsUsed;
};

/** An entry of the catalogue, of whichever kind. */
export type CompiledCatalogueEntry = {
  /** Its dotted path in the rule set. */
  readonly part: string;
  readonly rule: CatalogueEntry;
};

/** A rule set made ready for deciding. */
export type CompiledRules = ReadingsIndex & {
  readonly ruleSet: RuleSet;
  readonly reference: RuleSetReference;
  readonly roles: ReadonlyMap<string, CompiledRole>;
  readonly catalogue: ReadonlyMap<string, CompiledCatalogueEntry>;
  /** The grounds that hold by themselves, below a mark. */
  readonly marks: readonly (readonly [ground: string, rule: MarkRule])[];
};

/** A ground that holds by itself, below a mark. */
type MarkRule = IneligibilityRule & { readonly below: NonNullable<IneligibilityRule['below']> };

/** Makes a rule set ready for deciding. The rule set must not change afterwards; the library's own are frozen. */
export function compile(ruleSet: RuleSet): CompiledRules {
  const { id, version } = ruleSet;
  const index = indexReadings(ruleSet);
  const roles = Object.entries(ruleSet.roles);
  const entries = Object.entries(ruleSet.catalogue).flatMap(([kind, { entries: ofKind }]) =>
    Object.entries(ofKind).map(([id, rule]): [string, CompiledCatalogueEntry] => [
      id,
      { part: `catalogue.${kind}.entries.${id}`, rule },
    ]),
  );
  return {
    ...index,
    ruleSet,
    reference: Object.freeze({ id, version, digest: digest(ruleSet) }),
    roles: new Map(roles.map(([role, rule]) => [role, compileRole(ruleSet, index, role, rule)])),
    catalogue: new Map(entries),
    marks: Object.entries(ruleSet.ineligibility).filter(
      (one): one is [string, MarkRule] => one[1].below !== undefined,
    ),
  };
}

function compileRole(ruleSet: RuleSet, index: ReadingsIndex, id: string, rule: RoleRule): CompiledRole {
  const part = `roles.${id}`;
  const limits = namedLimits(index, id, rule, rule.limits);
  const byAnswers = limitsByAnswers(ruleSet, index, id, rule);
  const items = Object.entries(rule.items).map(([item, of]) =>
    compileItem(index, part, item, of, { limits, byAnswers }),
  );
  const claim = items.find((item) => item.rule.entry === 'claim');
  return {
    id,
    rule,
    items: new Map(items.map((item) => [item.id, item])),
    activities: items.filter((item) => item.rule.entry === 'activity'),
    ...(claim ? { claim } : {}),
    claimedReadings: index.readingsOf(`${part}.service.claimed`),
  };
}

function compileItem(
  { readingsOf }: ReadingsIndex,
  role: string,
  id: string,
  rule: ItemRule,
  ofRole: { readonly limits: readonly NamedLimit[]; readonly byAnswers: readonly NamedLimit[] },
): CompiledItem {
  const part = `${role}.items.${id}`;
  const { scoring } = rule;
  // Events take titles over as they are.
  deepFreeze(rule.title);
  const covers = ({ items }: NamedLimit): boolean => items.includes(id);
  const limits = ofRole.limits.filter(covers);
  const fixed =
    scoring.by === 'fixed'
      ? { base: scoring.points, scored: scoring.points, readings: NO_READINGS }
      : undefined;
  return {
    id,
    part,
    rule,
    tiers:
      scoring.by === 'difficulty'
        ? tiersOf(scoring, (tier) => readingsOf(`${part}.scoring.points.${tier}`))
        : new Map(),
    ...(fixed === undefined ? {} : { fixed }),
    limits,
    latentLimits: ofRole.byAnswers
      .filter(covers)
      .filter((one) => limits.every((limit) => limit.id !== one.id)),
    readings: {
      service: readingsOf(`${role}.service.claimed`, `${part}.serviceAndAttendance`, `${part}.perPost`),
      capacity: readingsOf(`${part}.serviceAndAttendance`),
      again: readingsOf(`${part}.again`),
      once: readingsOf(`${part}.once`),
      requires: readingsOf(`${part}.requires`, `${part}.offices`),
    },
  };
}

function tiersOf(
  { points }: Scoring & { by: 'difficulty' },
  readingsOfTier: (tier: string) => ReadingsUsed,
): Map<string, Tier> {
  const base = basePoints(points);
  return new Map(
    Object.entries(points).map(([tier, scored]) => [tier, { base, scored, readings: readingsOfTier(tier) }]),
  );
}

function namedLimits(
  { readingsOf }: ReadingsIndex,
  role: string,
  rule: RoleRule,
  limits: RoleRule['limits'],
): NamedLimit[] {
  return Object.entries(limits)
    .filter(([, limit]) => isRecord(limit))
    .map(([id, limit]): NamedLimit => {
      const part = `roles.${role}.limits.${id}`;
      deepFreeze(limit.title);
      const readings = { took: readingsOf(part), fitted: readingsOf(`${part}.per`, `${part}.maximum`) };
      return { id, part, readings, ...limit, items: coveredBy(rule, limit) };
    });
}

/** The items that a limit covers: those that it names, or else all that can ask for room under it. */
function coveredBy({ items }: RoleRule, { counts, items: named, unit }: LimitRule): readonly string[] {
  if (named !== undefined) return named;
  return Object.entries(items)
    .filter(([, item]) => {
      const { scoring } = item;
      if (counts === 'quantity') return isByQuantity(scoring) && scoring.unit === unit;
      return counts === 'deductions' ? leastPoints(item) < 0 : true;
    })
    .map(([id]) => id);
}

/** The limits of a role as each answer that says something of them would have them; those in force may be among them. */
function limitsByAnswers(ruleSet: RuleSet, index: ReadingsIndex, role: string, rule: RoleRule): NamedLimit[] {
  return Object.values(ruleSet.readings)
    .flatMap((reading) => Object.values(reading.answers))
    .flatMap(({ patch }) => {
      const { roles } = patch as { roles?: { readonly [role: string]: { limits?: Json } } };
      const changes = roles?.[role]?.limits;
      if (!isRecord(changes)) return [];
      const changed = mergePatch(rule.limits, changes) as RoleRule['limits'];
      const named = Object.entries(changed).filter(([id]) => Object.hasOwn(changes, id));
      return namedLimits(index, role, rule, Object.fromEntries(named));
    })
    .filter(({ counts }) => counts !== undefined);
}
