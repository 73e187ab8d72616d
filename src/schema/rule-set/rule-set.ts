import type * as z from 'zod';
import { completeRuleSet, isTooMuchToShare, MAX_RULE_SET_VALUES } from '../../rules/complete.js';
import type { RuleSet, UseRule } from '../../rules/rule-set.js';
import {
  asSchema,
  build,
  exactly,
  literal,
  map,
  named,
  nonEmpty,
  object,
  omissible,
  oneOf,
  type Schema,
  type ShapeOf,
} from '../build.js';
import { check } from '../check-context.js';
import { type Fault, faultsIn } from '../faults.js';
import { clause, date, freeText, id, locale, slug, wholeFrom1 } from '../leaves.js';
import { type Format, parseBy, schemaOf } from '../parse.js';
import { cited, citedPart, words } from '../parts.js';
import type { Parsed } from '../problem.js';
import { recognition } from './level.js';
import { checkReadings } from './reading-checks.js';
import { redemption } from './redemption.js';
import { item, role } from './role.js';
import { checkRules } from './rule-checks.js';
import {
  authority,
  bounds,
  calendar,
  catalogue,
  closing,
  correction,
  feedback,
  filing,
  floor,
  ineligibility,
  office,
  publication,
  reading,
  reversal,
  scale,
} from './rule-set-parts.js';
import { transfer } from './transfer.js';

/** The rules alone, without the readings that say which of them are open. */
type Rules = Omit<RuleSet, 'readings'>;

const format: Schema<1> = /* @__PURE__ */ build(() => exactly<1>()(literal(1)));

function shapeOfRules(): ShapeOf<Rules> {
  return {
    format: omissible(format),
    id,
    version: id,
    locales: omissible(nonEmpty(locale)),
    title: words,
    source: exactly<NonNullable<Rules['source']>>()(
      object({
        document: freeText,
        issuedOn: date,
        issuer: words,
        numbering: map(clause, freeText).optional(),
      }),
    ).optional(),
    clauses: omissible(object({ roles: cited, accounts: cited, entries: cited, catalogue: cited })),
    inForce: omissible(
      exactly<Rules['inForce']>()(object({ clause: cited, from: date.optional(), until: date.optional() })),
    ),
    interpretation: object({ clause, by: words }).optional(),
    calendar: calendar.optional(),
    points: object({ scale }).optional(),
    difficulties: omissible(map(slug, words)),
    roles: map(slug, role),
    offices: omissible(map(slug, office, 1)),
    authority: omissible(authority),
    entries: omissible(
      exactly<Rules['entries']>()(
        object({
          clause: cited,
          matters: oneOf<'under-one-item' | 'highest'>({ 'under-one-item': true, highest: true }).optional(),
          reportIn: oneOf<'needed'>({ needed: true }).optional(),
          order: omissible(oneOf<Rules['entries']['order']>({ any: true, 'never-back': true })),
          floor: floor.optional(),
          difficulty: oneOf<'by-person'>({ 'by-person': true }).optional(),
        }),
      ),
    ),
    redemption: omissible(redemption),
    correction: omissible(correction),
    reversal: reversal.optional(),
    closing: closing.optional(),
    oneAccount: citedPart.optional(),
    verification: citedPart.optional(),
    transfer: transfer.optional(),
    assessment: omissible(
      exactly<Rules['assessment']>()(
        object({
          clause: cited,
          title: omissible(words),
          mark: object({ outOf: wholeFrom1 }).optional(),
          scale: oneOf<NonNullable<RuleSet['assessment']['scale']>>({ 'to-highest': true }).optional(),
        }),
      ),
    ),
    filing: filing.optional(),
    feedback: omissible(feedback),
    uses: omissible(
      map(slug, exactly<UseRule>()(object({ clause, title: words, roles: nonEmpty(slug).optional() }))),
    ),
    catalogue: omissible(catalogue),
    recognition: omissible(map(slug, recognition)),
    ineligibility: omissible(map(slug, ineligibility)),
    publication: publication.optional(),
    bounds: omissible(bounds),
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
  () => {
    const shape = { ...shapeOfRules(), readings: omissible(map(slug, reading)) };
    exactly<RuleSet>()(object(shape));
    // Items that roles share are each role's own once the rules are complete.
    return asSchema<RuleSet>(object({ ...shape, items: map(slug, item).optional() }));
  },
);

const FORMAT: Format<RuleSet> = {
  form: ruleSet,
  limit: MAX_RULE_SET_VALUES,
  isTooMuch: isTooMuchToShare,
  complete: completeRuleSet,
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
