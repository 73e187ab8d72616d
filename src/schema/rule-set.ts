import * as z from 'zod';
import type { RuleSet } from '../rules/rule-set.js';
import { build, exactly, named, nonEmpty, oneOf, type ShapeOf } from './build.js';
import { clause, date, freeText, id, locale, monthDay, slug, wholeFrom1 } from './leaves.js';
import { citedPart, words } from './parts.js';
import { checkReadings } from './reading-checks.js';
import { redemption } from './redemption.js';
import { role } from './role.js';
import { checkRules } from './rule-checks.js';
import {
  authority,
  bound,
  catalogue,
  correction,
  filing,
  floor,
  publication,
  reading,
  recognition,
} from './rule-set-parts.js';
import { always } from './scope.js';

/** The rules alone, without the readings that say which of them are open. */
type Rules = Omit<RuleSet, 'readings'>;

function shapeOfRules(): ShapeOf<Rules> {
  return {
    format: z.literal(1),
    id,
    version: id,
    locales: nonEmpty(locale),
    title: words,
    source: z.strictObject({ document: freeText, issuedOn: date, issuer: words }).optional(),
    clauses: z.strictObject({ roles: clause, accounts: clause, entries: clause, catalogue: clause }),
    inForce: exactly<Rules['inForce']>()(
      z.strictObject({ clause, from: date.optional(), until: date.optional() }),
    ),
    difficulties: z.record(slug, words),
    roles: z.record(slug, role),
    authority,
    entries: exactly<Rules['entries']>()(
      z.strictObject({
        clause,
        order: oneOf<Rules['entries']['order']>({ any: true, 'never-back': true }),
        floor: floor.optional(),
      }),
    ),
    redemption,
    correction,
    assessment: exactly<Rules['assessment']>()(
      z.strictObject({ clause, title: words, mark: z.strictObject({ outOf: wholeFrom1 }).optional() }),
    ),
    filing: filing.optional(),
    feedback: z.strictObject({
      clause,
      title: words,
      due: monthDay,
      yearStarts: oneOf<Rules['feedback']['yearStarts']>({ '01-01': true, '12-01': true }),
    }),
    uses: z.record(slug, citedPart),
    catalogue,
    recognition: z.record(slug, recognition),
    ineligibility: z.record(slug, citedPart),
    publication: publication.optional(),
    bounds: z.strictObject({
      clause,
      looser: oneOf<Rules['bounds']['looser']>({ refused: true, allowed: true }),
      held: z.record(slug, bound),
    }),
  };
}

/** The schema of the rules alone, with the checks of how they fit each other. */
const rulesSchema: z.ZodType<Rules> = /* @__PURE__ */ build(() =>
  exactly<Rules>()(z.strictObject(shapeOfRules())).check(always(checkRules)),
);

/**
 * The schema of a rule set, for hosts that compose schemas of zod or take Standard Schema: the form of every part, how the parts fit
 * each other, and that each reading's answers are valid rules. `parseRuleSet` is for input that nobody knows.
 */
export const ruleSetSchema: z.ZodType<RuleSet> = /* @__PURE__ */ named(
  'RuleSet',
  "A scheme's rules as data. It holds no null but in the patches of readings.",
  () =>
    exactly<RuleSet>()(z.strictObject({ ...shapeOfRules(), readings: z.record(slug, reading) })).check(
      always(checkRules),
      always((scope) => checkReadings(scope, rulesSchema)),
    ),
);
