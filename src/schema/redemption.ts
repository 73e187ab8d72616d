import * as z from 'zod';
import type { Lapse, PublicationRule, RedemptionPeriod, RedemptionRule } from '../rules/rule-set.js';
import { build, exactly, nonEmpty, oneOf } from './build.js';
import { clause, monthDay, wholeFrom, wholeFrom1 } from './leaves.js';
import { rewardKind, words } from './parts.js';

/** A century: more months than any period has. */
const MOST_MONTHS = 1200;

/** One for each day that every year has. */
const MOST_OPENINGS = 365;

/** A stretch of the calendar that ends. */
export const endingWindow: z.ZodType<PublicationRule['every']> = /* @__PURE__ */ build(() =>
  oneOf<PublicationRule['every']>({ year: true, 'half-year': true, quarter: true, month: true }),
);

const period: z.ZodType<RedemptionPeriod> = /* @__PURE__ */ build(() =>
  exactly<RedemptionPeriod>()(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('calendar'), window: endingWindow }),
      z.strictObject({ kind: z.literal('rolling'), months: wholeFrom(1, MOST_MONTHS) }),
      z.strictObject({
        kind: z.literal('openings'),
        openings: nonEmpty(z.strictObject({ from: monthDay, to: monthDay }), MOST_OPENINGS),
      }),
    ]),
  ),
);

const lapse: z.ZodType<Lapse> = /* @__PURE__ */ build(() =>
  exactly<Lapse>()(z.strictObject({ window: endingWindow, periods: wholeFrom(0, MOST_MONTHS) })),
);

/** What a rule set says of spending. */
export const redemption: z.ZodType<RedemptionRule> = /* @__PURE__ */ build(() =>
  exactly<RedemptionRule>()(
    z.strictObject({
      clause,
      title: words,
      period,
      visits: wholeFrom1.optional(),
      linesPerVisit: wholeFrom1.optional(),
      rewardsPerVisit: wholeFrom1.optional(),
      consent: z.strictObject({
        clause,
        kinds: z.array(rewardKind),
        basis: oneOf<RedemptionRule['consent']['basis']>({ 'each-reward': true, standing: true }),
      }),
      carryOver: z.strictObject({ clause, lapse: lapse.optional() }),
    }),
  ),
);
