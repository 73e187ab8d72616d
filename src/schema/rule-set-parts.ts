import * as z from 'zod';
import type {
  Bound,
  CommandType,
  CorrectionRule,
  FilingRule,
  Floor,
  Office,
  PublicationRule,
  Reading,
  ReadingAnswer,
  RecognitionRule,
  RuleSet,
} from '../rules/rule-set.js';
import { build, exactly, named, oneOf } from './build.js';
import { clause, date, freeText, points, slug, wholeFrom, wholeFrom1 } from './leaves.js';
import { citedPart, jsonObject, office, windowKind, words } from './parts.js';
import { endingWindow } from './redemption.js';

const MOST_DAYS = 3660;

/** What a figure may fall to. */
export const floor: z.ZodType<Floor> = /* @__PURE__ */ build(() =>
  oneOf<Floor>({ none: true, 'refuse-assessment': true, 'refuse-balance': true, 'stop-at-zero': true }),
);

/** Which office enters which command, and what is asked of the persons there. */
export const authority: z.ZodType<RuleSet['authority']> = /* @__PURE__ */ build(() => {
  const offices: z.ZodType<readonly Office[]> = z.array(office);
  const shape: { [C in CommandType]: z.ZodType<readonly Office[]> } = {
    OpenAccount: offices,
    ReportIn: offices,
    ClaimPost: offices,
    CreditActivity: offices,
    RedeemPoints: offices,
    CorrectScore: offices,
  };
  return exactly<RuleSet['authority']>()(
    z.strictObject({
      clause,
      offices: z.strictObject(shape),
      self: oneOf<RuleSet['authority']['self']>({ allowed: true, refused: true }),
      approval: oneOf<RuleSet['authority']['approval']>({ 'one-person': true, 'two-person': true }),
    }),
  );
});

/** What a rule set says of corrections. */
export const correction: z.ZodType<CorrectionRule> = /* @__PURE__ */ build(() =>
  exactly<CorrectionRule>()(
    z.strictObject({
      clause,
      title: words,
      floor,
      counts: oneOf<CorrectionRule['counts']>({ 'own-date': true, 'matter-date': true }),
      freesRoom: z.boolean(),
    }),
  ),
);

/** What a rule set says of filing. */
export const filing: z.ZodType<FilingRule> = /* @__PURE__ */ build(() =>
  exactly<FilingRule>()(
    z.strictObject({
      clause,
      title: words,
      withinDays: wholeFrom(0, MOST_DAYS),
      late: oneOf<FilingRule['late']>({ warn: true, refuse: true }),
    }),
  ),
);

/** A catalogue, by kinds. */
export const catalogue: z.ZodType<RuleSet['catalogue']> = /* @__PURE__ */ build(() =>
  exactly<RuleSet['catalogue']>()(
    z.record(slug, z.strictObject({ clause, title: words, entries: z.record(slug, citedPart) })),
  ),
);

/** A level of recognition. */
export const recognition: z.ZodType<RecognitionRule> = /* @__PURE__ */ build(() =>
  exactly<RecognitionRule>()(z.strictObject({ clause, title: words, points: wholeFrom1, per: windowKind })),
);

/** How often the register is published. */
export const publication: z.ZodType<PublicationRule> = /* @__PURE__ */ build(() =>
  exactly<PublicationRule>()(z.strictObject({ clause, title: words, every: endingWindow })),
);

/** Something that a derived rule set may not loosen. */
export const bound: z.ZodType<Bound> = /* @__PURE__ */ build(() =>
  exactly<Bound>()(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('points-per-entry'), clause, title: words, maximum: points(0) }),
      z.strictObject({ kind: z.literal('limit'), clause, title: words, limit: slug }),
      z.strictObject({ kind: z.literal('redemption'), clause, title: words }),
    ]),
  ),
);

const answer: z.ZodType<ReadingAnswer> = /* @__PURE__ */ build(() =>
  exactly<ReadingAnswer>()(z.strictObject({ title: words, patch: jsonObject })),
);

/** An open question with its answers. */
export const reading: z.ZodType<Reading> = /* @__PURE__ */ named(
  'Reading',
  'Something that the text leaves open, the answers it can be read with, and the one chosen.',
  () =>
    exactly<Reading>()(
      z.strictObject({
        clause,
        question: words,
        chosen: slug,
        default: slug,
        ruled: z.strictObject({ by: freeText, on: date }).optional(),
        answers: z.record(slug, answer),
      }),
    ),
);
