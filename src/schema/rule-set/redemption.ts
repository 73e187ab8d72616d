import type {
  CarryOverRule,
  ConsentTerm,
  Keeps,
  Lapse,
  PublicationRule,
  RedemptionLimit,
  RedemptionPeriod,
  RedemptionRule,
  Term,
} from '../../rules/rule-set.js';
import {
  build,
  exactly,
  list,
  literal,
  map,
  named,
  nonEmpty,
  object,
  omissible,
  oneOf,
  type Schema,
  variants,
} from '../build.js';
import { clause, monthDay, slug, wholeFrom, wholeFrom0, wholeFrom1 } from '../leaves.js';
import { cited, rewardKind, words } from '../parts.js';
import { conditions, redemptionSpan, sentence } from './sentence.js';

/** A century: more months than any period has. */
const MOST_MONTHS = 1200;

/** One for each day that every year has. */
const MOST_OPENINGS = 365;

/** A stretch of the calendar that ends. */
export const endingWindow: Schema<PublicationRule['every']> = /* @__PURE__ */ build(() =>
  oneOf<PublicationRule['every']>({
    year: true,
    'calendar-year': true,
    'half-year': true,
    quarter: true,
    month: true,
    week: true,
    day: true,
  }),
);

const period: Schema<RedemptionPeriod> = /* @__PURE__ */ build(() =>
  exactly<RedemptionPeriod>()(
    variants('kind', [
      object({ kind: literal('calendar'), window: endingWindow }),
      object({ kind: literal('rolling'), months: wholeFrom(1, MOST_MONTHS) }),
      object({
        kind: literal('openings'),
        openings: nonEmpty(object({ from: monthDay, to: monthDay }), MOST_OPENINGS),
      }),
    ]),
  ),
);

const consent: Schema<RedemptionRule['consent']> = /* @__PURE__ */ build(() =>
  exactly<RedemptionRule['consent']>()(
    object({
      clause: cited,
      kinds: omissible(list(rewardKind)),
      basis: omissible(oneOf<RedemptionRule['consent']['basis']>({ 'each-reward': true, standing: true })),
      lasts: object({
        months: wholeFrom(1, MOST_MONTHS),
        late: oneOf<ConsentTerm['late']>({ warn: true, refuse: true }),
      }).optional(),
    }),
  ),
);

/** A century: more days than any points are good for. */
const MOST_DAYS = 36525;

const term: Schema<Term> = /* @__PURE__ */ build(() =>
  exactly<Term>()(
    object({ last: wholeFrom(1, MOST_DAYS), of: oneOf<Term['of']>({ months: true, days: true }) }),
  ),
);

/** A window, and a number of further ones. */
export const lapse: Schema<Lapse> = /* @__PURE__ */ build(() =>
  exactly<Lapse>()(object({ window: endingWindow, periods: wholeFrom(0, MOST_MONTHS) })),
);

const keeps: Schema<Keeps> = /* @__PURE__ */ build(() =>
  exactly<Keeps>()(
    object({
      per: endingWindow,
      percent: wholeFrom(1, 99).optional(),
      atMost: wholeFrom0.optional(),
      inStepsOf: wholeFrom(2).optional(),
    }),
  ),
);

const redemptionLimit: Schema<RedemptionLimit> = /* @__PURE__ */ named(
  'RedemptionLimit',
  'A cap on the points, visits, rewards or lines that an account redeems over a window.',
  () =>
    exactly<RedemptionLimit>()(
      object({
        clause: cited,
        title: words,
        counts: oneOf<RedemptionLimit['counts']>({
          redeemed: true,
          visits: true,
          rewards: true,
          lines: true,
        }),
        rewards: sentence.rewards,
        per: redemptionSpan,
        maximum: wholeFrom1,
      }),
    ),
);

const carryOver: Schema<CarryOverRule> = /* @__PURE__ */ build(() =>
  exactly<CarryOverRule>()(
    object({
      clause: cited,
      lapse: lapse.optional(),
      goodFor: term.optional(),
      keeps: keeps.optional(),
      inactivity: term.optional(),
    }),
  ),
);

/** What a rule set says of spending. */
export const redemption: Schema<RedemptionRule> = /* @__PURE__ */ build(() =>
  exactly<RedemptionRule>()(
    object({
      clause: cited,
      title: omissible(words),
      period: omissible(period),
      consent: omissible(consent),
      covered: oneOf<'on-its-day' | 'when-entered'>({ 'on-its-day': true, 'when-entered': true }).optional(),
      requires: conditions.optional(),
      limits: map(slug, redemptionLimit).optional(),
      spendableAfter: endingWindow.optional(),
      spendableWait: term.optional(),
      proxy: oneOf<'allowed'>({ allowed: true }).optional(),
      honours: oneOf<'none'>({ none: true }).optional(),
      handbook: object({ clause, months: wholeFrom(1, MOST_MONTHS) }).optional(),
      carryOver: omissible(carryOver),
      at: oneOf<'any-community'>({ 'any-community': true }).optional(),
      overdraft: object({ clause: cited, points: wholeFrom1 }).optional(),
    }),
  ),
);
