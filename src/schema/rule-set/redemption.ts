import type {
  ConsentTerm,
  Lapse,
  PublicationRule,
  RedemptionPeriod,
  RedemptionRule,
} from '../../rules/rule-set.js';
import {
  build,
  exactly,
  list,
  literal,
  nonEmpty,
  object,
  omissible,
  oneOf,
  type Schema,
  variants,
} from '../build.js';
import { clause, monthDay, wholeFrom, wholeFrom1 } from '../leaves.js';
import { cited, rewardKind, words } from '../parts.js';

/** A century: more months than any period has. */
const MOST_MONTHS = 1200;

/** One for each day that every year has. */
const MOST_OPENINGS = 365;

/** A stretch of the calendar that ends. */
export const endingWindow: Schema<PublicationRule['every']> = /* @__PURE__ */ build(() =>
  oneOf<PublicationRule['every']>({
    year: true,
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

/** A window, and so many more. */
export const lapse: Schema<Lapse> = /* @__PURE__ */ build(() =>
  exactly<Lapse>()(object({ window: endingWindow, periods: wholeFrom(0, MOST_MONTHS) })),
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

/** What a rule set says of spending. */
export const redemption: Schema<RedemptionRule> = /* @__PURE__ */ build(() =>
  exactly<RedemptionRule>()(
    object({
      clause: cited,
      title: omissible(words),
      period: omissible(period),
      visits: wholeFrom1.optional(),
      linesPerVisit: wholeFrom1.optional(),
      rewardsPerVisit: wholeFrom1.optional(),
      consent: omissible(consent),
      covered: oneOf<'on-its-day' | 'when-entered'>({ 'on-its-day': true, 'when-entered': true }).optional(),
      spendableAfter: endingWindow.optional(),
      proxy: oneOf<'allowed'>({ allowed: true }).optional(),
      handbook: object({ clause, months: wholeFrom(1, MOST_MONTHS) }).optional(),
      carryOver: omissible(object({ clause: cited, lapse: lapse.optional() })),
    }),
  ),
);
