import * as z from 'zod';
import type {
  CorrectedMatter,
  Decided,
  FeedbackTerms,
  LimitApplied,
  LimitEntry,
  RedeemedLine,
  Scored,
} from '../account/events/event.js';
import type { LimitRule, RuleSetReference } from '../rules/rule-set.js';
import { build, exactly, named, nonEmpty, oneOf, type ShapeOf } from './build.js';
import {
  clause,
  date,
  digest,
  id,
  monthDay,
  quantity,
  slug,
  whole,
  wholeFrom0,
  wholeFrom1,
  windowName,
} from './leaves.js';
import { by, namedPart, rewardKind, windowKind, words } from './parts.js';

const ruleSetReference: z.ZodType<RuleSetReference> = /* @__PURE__ */ named(
  'RuleSetReference',
  'The rule set that an event was decided by.',
  () => exactly<RuleSetReference>()(z.strictObject({ id, version: id, digest })),
);

const readings: z.ZodType<Decided['readings']> = /* @__PURE__ */ named(
  'ReadingsUsed',
  'The readings of open questions that a decision rests on: reading and answer.',
  () => exactly<Decided['readings']>()(z.record(slug, slug)),
);

/** What every event says. */
export const decided: ShapeOf<Decided> = {
  accountId: id,
  communityId: id,
  on: date,
  by,
  clause,
  ruleSet: ruleSetReference,
  readings,
};

/** An earlier entry, as a limit or a correction refers to it. */
const entry: z.ZodType<LimitEntry> = /* @__PURE__ */ named('Entry', 'An earlier entry of the account.', () =>
  exactly<LimitEntry>()(z.strictObject({ item: slug, id, on: date, points: whole })),
);

/** The matter that a correction corrects. */
export const correctedMatter: z.ZodType<CorrectedMatter> = entry;

const limitApplied: z.ZodType<LimitApplied> = /* @__PURE__ */ named(
  'LimitApplied',
  'How a limit bore on an entry.',
  () =>
    exactly<LimitApplied>()(
      z.strictObject({
        limit: slug,
        clause,
        title: words,
        counts: oneOf<LimitRule['counts']>({ points: true, entries: true }),
        maximum: wholeFrom0,
        per: windowKind,
        window: windowName,
        used: whole,
        took: wholeFrom0,
        resetsOn: date.optional(),
        usedBy: z.array(entry).optional(),
      }),
    ),
);

/** How an entry came to its points. */
export const scored: ShapeOf<Scored> = {
  item: slug,
  title: words,
  difficulty: /* @__PURE__ */ build(() => slug.optional()),
  quantity: /* @__PURE__ */ build(() => quantity.optional()),
  unit: /* @__PURE__ */ build(() => slug.optional()),
  base: whole,
  scored: whole,
  points: whole,
  limits: /* @__PURE__ */ build(() => nonEmpty(limitApplied).optional()),
};

/** What the yearly feedback of an account is for. */
export const feedbackTerms: z.ZodType<FeedbackTerms> = /* @__PURE__ */ build(() =>
  exactly<FeedbackTerms>()(
    z.strictObject({
      clause,
      due: monthDay,
      yearStarts: oneOf<FeedbackTerms['yearStarts']>({ '01-01': true, '12-01': true }),
      recipients: z.array(namedPart),
      uses: z.array(namedPart),
      outOf: wholeFrom1.optional(),
    }),
  ),
);

/** One reward given. */
export const redeemedLine: z.ZodType<RedeemedLine> = /* @__PURE__ */ build(() =>
  exactly<RedeemedLine>()(
    z.strictObject({
      rewardId: id,
      title: words,
      kind: rewardKind,
      quantity: wholeFrom1,
      price: wholeFrom1,
      points: wholeFrom1,
      consent: date.optional(),
    }),
  ),
);
