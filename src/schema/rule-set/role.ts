import type {
  Band,
  FactorRule,
  ItemBar,
  ItemRule,
  LimitRule,
  QuantityScoring,
  RoleRule,
  Rounding,
  Scoring,
} from '../../rules/rule-set.js';
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
  omissible,
  oneOf,
  type Schema,
  type ShapeOf,
  variants,
} from '../build.js';
import { amount, date, points, quantity, quantityFrom0, slug, wholeFrom1 } from '../leaves.js';
import { cited, namedPart, windowKind, words } from '../parts.js';
import { endingWindow, lapse } from './redemption.js';
import { conditions, limitMeasure, limitSpan } from './sentence.js';

const rounding: Schema<Rounding> = /* @__PURE__ */ build(() =>
  oneOf<Rounding>({ down: true, up: true, nearest: true }),
);

/** The most bands of one scoring. */
const MOST_BANDS = 100;

const band: Schema<Band> = /* @__PURE__ */ build(() =>
  exactly<Band>()(object({ from: quantityFrom0, points: points(), each: quantity.optional() })),
);

/** What every scoring by quantity says. */
const counted: ShapeOf<Pick<QuantityScoring, 'unit' | 'unitTitle' | 'maximum' | 'over' | 'lowers'>> = {
  unit: slug,
  unitTitle: words,
  maximum: /* @__PURE__ */ build(() => quantity.optional()),
  over: /* @__PURE__ */ build(() => windowKind.optional()),
  lowers: /* @__PURE__ */ build(() => literal(true).optional()),
};

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
          ...counted,
          points: points(),
          each: omissible(quantity),
          rounding: omissible(rounding),
        }),
        object({
          by: literal('bands'),
          ...counted,
          bands: nonEmpty(band, MOST_BANDS),
          rounding: rounding.optional(),
        }),
        object({ by: literal('balance') }),
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
        'calendar-year': true,
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

const factor: Schema<FactorRule> = /* @__PURE__ */ named(
  'FactorRule',
  'Days on which points are multiplied.',
  () =>
    exactly<FactorRule>()(object({ clause: cited, title: words, times: quantity, from: date, until: date })),
);

const itemBar: Schema<ItemBar> = /* @__PURE__ */ named(
  'ItemBar',
  'The bar that an entry of an item sets, from its own day.',
  () => exactly<ItemBar>()(object({ ground: slug, lasts: lapse.optional() })),
);

/** An item of a role. */
export const item: Schema<ItemRule> = /* @__PURE__ */ named(
  'ItemRule',
  'One thing that earns (or costs) points for one role.',
  () =>
    exactly<ItemRule>()(
      object({
        clause: cited,
        title: words,
        entry: omissible(oneOf<ItemRule['entry']>({ registration: true, claim: true, activity: true })),
        offices: nonEmpty(slug).optional(),
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
        factors: map(slug, factor).optional(),
        bars: itemBar.optional(),
      }),
    ),
);

const limit: Schema<LimitRule> = /* @__PURE__ */ named(
  'LimitRule',
  'A cap over a window: on the points, deductions, entries or quantities of some items, or on the balance.',
  () =>
    exactly<LimitRule>()(
      object({
        clause: cited,
        title: words,
        items: nonEmpty(slug).optional(),
        counts: omissible(limitMeasure),
        unit: slug.optional(),
        each: (literal('member') as Schema<'member'>).optional(),
        maximum: amount(0),
        per: limitSpan,
        beyond: omissible(oneOf<LimitRule['beyond']>({ trim: true, 'trim-then-refuse': true, refuse: true })),
      }),
    ),
);

const claimed: Schema<RoleRule['service']['claimed']> = /* @__PURE__ */ build(() =>
  oneOf<RoleRule['service']['claimed']>({ ever: true, 'by-that-day': true, 'not-needed': true }),
);

/** One role. */
export const role: Schema<RoleRule> = /* @__PURE__ */ named(
  'RoleRule',
  'One role: its account, what it earns points by, and what its yearly feedback is for.',
  () =>
    exactly<RoleRule>()(
      object({
        clause: cited,
        title: words,
        account: omissible(
          object({
            clause: cited,
            colour: omissible(slug),
            title: omissible(words),
            deducts: omissible(flag()),
          }),
        ),
        opening: omissible(
          object({
            clause: cited,
            form: words.optional(),
            item: omissible(slug),
            points: omissible(points(0)),
          }),
        ),
        service: omissible(object({ clause: cited, claimed: omissible(claimed) })),
        items: omissible(map(slug, item)),
        limits: omissible(map(slug, limit)),
        feedback: omissible(
          object({ clause: cited, recipients: omissible(list(namedPart)), uses: omissible(list(namedPart)) }),
        ),
      }),
    ),
);
