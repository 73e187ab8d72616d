import type { ItemRule, LimitRule, RoleRule, Scoring } from '../../rules/rule-set.js';
import {
  build,
  exactly,
  flag,
  list,
  literal,
  map,
  named,
  nonEmpty,
  object,
  oneOf,
  type Schema,
  variants,
} from '../build.js';
import { amount, clause, points, quantity, slug, wholeFrom1 } from '../leaves.js';
import { namedPart, words } from '../parts.js';
import { endingWindow } from './redemption.js';
import { conditions, limitMeasure, limitSpan } from './sentence.js';

const scoring: Schema<Scoring> = /* @__PURE__ */ named(
  'Scoring',
  'How many points one entry scores before any limit; below 0 is a deduction.',
  () =>
    exactly<Scoring>()(
      variants('by', [
        object({ by: literal('fixed'), points: points() }),
        object({ by: literal('difficulty'), points: map(slug, points()) }),
        object({
          by: literal('quantity'),
          unit: slug,
          unitTitle: words,
          points: points(),
          each: quantity,
          rounding: oneOf<'down' | 'up' | 'nearest'>({ down: true, up: true, nearest: true }),
          maximum: quantity.optional(),
        }),
      ]),
    ),
);

type Once = Required<ItemRule>['once'];

const once: Schema<Once> = /* @__PURE__ */ build(() =>
  exactly<Once>()(
    object({
      per: oneOf<Once['per']>({
        life: true,
        year: true,
        'half-year': true,
        quarter: true,
        month: true,
        week: true,
        day: true,
        'twelve-months': true,
      }),
      opening: oneOf<'counts' | 'apart'>({ counts: true, apart: true }).optional(),
    }),
  ),
);

const item: Schema<ItemRule> = /* @__PURE__ */ named(
  'ItemRule',
  'One thing that earns (or costs) points for one role.',
  () =>
    exactly<ItemRule>()(
      object({
        clause,
        title: words,
        entry: oneOf<ItemRule['entry']>({ registration: true, claim: true, activity: true }),
        scoring,
        once: once.optional(),
        form: oneOf<'each-time'>({ 'each-time': true }).optional(),
        perPost: endingWindow.optional(),
        again: oneOf<'refused' | 'scores'>({ refused: true, scores: true }).optional(),
        needsClaim: literal(true).optional(),
        serviceAndAttendance: oneOf<NonNullable<ItemRule['serviceAndAttendance']>>({
          'one-matter': true,
          together: true,
          'two-matters': true,
        }).optional(),
        mostPerMatter: wholeFrom1.optional(),
        requires: conditions.optional(),
      }),
    ),
);

const limit: Schema<LimitRule> = /* @__PURE__ */ named(
  'LimitRule',
  'A cap over a window: on the points, deductions, entries or quantities of some items, or on the balance.',
  () =>
    exactly<LimitRule>()(
      object({
        clause,
        title: words,
        items: nonEmpty(slug).optional(),
        counts: limitMeasure,
        unit: slug.optional(),
        each: (literal('member') as Schema<'member'>).optional(),
        maximum: amount(0),
        per: limitSpan,
        beyond: oneOf<LimitRule['beyond']>({ trim: true, 'trim-then-refuse': true, refuse: true }),
      }),
    ),
);

/** One role. */
export const role: Schema<RoleRule> = /* @__PURE__ */ named(
  'RoleRule',
  'One role: its account, what it earns points by, and what its yearly feedback is for.',
  () =>
    exactly<RoleRule>()(
      object({
        clause,
        title: words,
        account: object({ clause, colour: slug, title: words, deducts: flag() }),
        opening: object({ clause, form: words, item: slug, points: points(0) }),
        service: object({
          clause,
          claimed: oneOf<RoleRule['service']['claimed']>({
            ever: true,
            'by-that-day': true,
            'not-needed': true,
          }),
        }),
        items: map(slug, item),
        limits: map(slug, limit),
        feedback: object({ clause, recipients: list(namedPart), uses: list(namedPart) }),
      }),
    ),
);
