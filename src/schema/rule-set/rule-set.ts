import type * as z from 'zod';
import type { RuleSet } from '../../rules/rule-set.js';
import {
  build,
  exactly,
  literal,
  map,
  named,
  nonEmpty,
  object,
  oneOf,
  type Schema,
  type ShapeOf,
} from '../build.js';
import { check } from '../check-context.js';
import { type Fault, faultsIn } from '../faults.js';
import { clause, date, freeText, id, locale, monthDay, slug, wholeFrom1 } from '../leaves.js';
import { type Format, parseBy, schemaOf } from '../parse.js';
import { citedPart, words } from '../parts.js';
import type { Parsed } from '../problem.js';
import { checkReadings } from './reading-checks.js';
import { redemption } from './redemption.js';
import { role } from './role.js';
import { checkRules } from './rule-checks.js';
import {
  authority,
  bound,
  calendar,
  catalogue,
  closing,
  correction,
  filing,
  floor,
  ineligibility,
  publication,
  reading,
  recognition,
  reversal,
} from './rule-set-parts.js';

/** The rules alone, without the readings that say which of them are open. */
type Rules = Omit<RuleSet, 'readings'>;

function shapeOfRules(): ShapeOf<Rules> {
  return {
    format: literal(1),
    id,
    version: id,
    locales: nonEmpty(locale),
    title: words,
    source: object({ document: freeText, issuedOn: date, issuer: words }).optional(),
    clauses: object({ roles: clause, accounts: clause, entries: clause, catalogue: clause }),
    inForce: exactly<Rules['inForce']>()(object({ clause, from: date.optional(), until: date.optional() })),
    calendar: calendar.optional(),
    difficulties: map(slug, words),
    roles: map(slug, role),
    authority,
    entries: exactly<Rules['entries']>()(
      object({
        clause,
        matters: oneOf<'under-one-item'>({ 'under-one-item': true }).optional(),
        reportIn: oneOf<'needed'>({ needed: true }).optional(),
        order: oneOf<Rules['entries']['order']>({ any: true, 'never-back': true }),
        floor: floor.optional(),
        difficulty: oneOf<'by-person'>({ 'by-person': true }).optional(),
      }),
    ),
    redemption,
    correction,
    reversal: reversal.optional(),
    closing: closing.optional(),
    verification: citedPart.optional(),
    transfer: citedPart.optional(),
    assessment: exactly<Rules['assessment']>()(
      object({ clause, title: words, mark: object({ outOf: wholeFrom1 }).optional() }),
    ),
    filing: filing.optional(),
    feedback: object({
      clause,
      title: words,
      due: monthDay,
      yearStarts: oneOf<Rules['feedback']['yearStarts']>({ '01-01': true, '12-01': true }),
    }),
    uses: map(slug, citedPart),
    catalogue,
    recognition: map(slug, recognition),
    ineligibility: map(slug, ineligibility),
    publication: publication.optional(),
    bounds: object({
      clause,
      looser: oneOf<Rules['bounds']['looser']>({ refused: true, allowed: true }),
      held: map(slug, bound),
    }),
  };
}

const rulesForm: Schema<Rules> = /* @__PURE__ */ build(() => exactly<Rules>()(object(shapeOfRules())));

function faultsOfRules(rules: unknown): readonly Fault[] {
  const malformed = faultsIn(rulesForm, rules);
  return [...malformed, ...check(rules, malformed, checkRules)];
}

const ruleSet: Schema<RuleSet> = /* @__PURE__ */ named(
  'RuleSet',
  "A scheme's rules as data. It holds no null but in the patches of readings.",
  () => exactly<RuleSet>()(object({ ...shapeOfRules(), readings: map(slug, reading) })),
);

/** The most values that a rule set may have, all levels counted; the first scheme has some 1,500. */
const MAX_VALUES = 100_000;

const FORMAT: Format<RuleSet> = {
  form: ruleSet,
  limit: MAX_VALUES,
  check: (value, malformed) =>
    check(value, malformed, (context) => {
      checkRules(context);
      checkReadings(context, faultsOfRules);
    }),
};

/**
 * The schema of a rule set, for hosts that compose schemas of zod or take Standard Schema: the form of every part, how the parts fit
 * each other, and that each reading's answers are valid rules. `parseRuleSet` is for input that nobody knows.
 */
export const ruleSetSchema: z.ZodType<RuleSet, RuleSet> = /* @__PURE__ */ schemaOf(FORMAT);

/**
 * Parses a rule set from anything: a file, a community's own. Beside the form of every part it checks how the parts fit each other,
 * and that every answer of every reading makes valid rules.
 *
 * @returns the rule set, deeply frozen; or every problem. Never throws.
 *
 * @example
 * ```ts
 * import { renfa2022 } from 'points-bank/rule-sets'
 * import { parseRuleSet } from 'points-bank/schema'
 *
 * console.log(parseRuleSet(JSON.parse(JSON.stringify(renfa2022))).ok) // → true
 * ```
 */
export function parseRuleSet(input: unknown): Parsed<RuleSet> {
  return parseBy(FORMAT, input);
}
