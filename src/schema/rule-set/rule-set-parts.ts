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
} from '../../rules/rule-set.js';
import {
  build,
  exactly,
  flag,
  list,
  literal,
  map,
  named,
  object,
  oneOf,
  type Schema,
  variants,
} from '../build.js';
import { clause, date, freeText, points, slug, wholeFrom, wholeFrom1 } from '../leaves.js';
import { citedPart, jsonObject, office, windowKind, words } from '../parts.js';
import { endingWindow } from './redemption.js';

const MOST_DAYS = 3660;

/** What a figure may fall to. */
export const floor: Schema<Floor> = /* @__PURE__ */ build(() =>
  oneOf<Floor>({ none: true, 'refuse-assessment': true, 'refuse-balance': true, 'stop-at-zero': true }),
);

/** Which office enters which command, and what is asked of the persons there. */
export const authority: Schema<RuleSet['authority']> = /* @__PURE__ */ build(() => {
  const offices: Schema<readonly Office[]> = list(office);
  const shape: { [C in CommandType]: Schema<readonly Office[]> } = {
    OpenAccount: offices,
    ReportIn: offices,
    ClaimPost: offices,
    CreditActivity: offices,
    RedeemPoints: offices,
    CorrectScore: offices,
  };
  return exactly<RuleSet['authority']>()(
    object({
      clause,
      offices: object(shape),
      self: oneOf<RuleSet['authority']['self']>({ allowed: true, refused: true }),
      approval: oneOf<RuleSet['authority']['approval']>({ 'one-person': true, 'two-person': true }),
    }),
  );
});

/** What a rule set says of corrections. */
export const correction: Schema<CorrectionRule> = /* @__PURE__ */ build(() =>
  exactly<CorrectionRule>()(
    object({
      clause,
      title: words,
      floor,
      counts: oneOf<CorrectionRule['counts']>({ 'own-date': true, 'matter-date': true }),
      freesRoom: flag(),
    }),
  ),
);

/** What a rule set says of filing. */
export const filing: Schema<FilingRule> = /* @__PURE__ */ build(() =>
  exactly<FilingRule>()(
    object({
      clause,
      title: words,
      withinDays: wholeFrom(0, MOST_DAYS),
      late: oneOf<FilingRule['late']>({ warn: true, refuse: true }),
    }),
  ),
);

/** A catalogue, by kinds. */
export const catalogue: Schema<RuleSet['catalogue']> = /* @__PURE__ */ build(() =>
  exactly<RuleSet['catalogue']>()(map(slug, object({ clause, title: words, entries: map(slug, citedPart) }))),
);

/** A level of recognition. */
export const recognition: Schema<RecognitionRule> = /* @__PURE__ */ build(() =>
  exactly<RecognitionRule>()(object({ clause, title: words, points: wholeFrom1, per: windowKind })),
);

/** How often the register is published. */
export const publication: Schema<PublicationRule> = /* @__PURE__ */ build(() =>
  exactly<PublicationRule>()(object({ clause, title: words, every: endingWindow })),
);

/** Something that a derived rule set may not loosen. */
export const bound: Schema<Bound> = /* @__PURE__ */ build(() =>
  exactly<Bound>()(
    variants('kind', [
      object({ kind: literal('points-per-entry'), clause, title: words, maximum: points(0) }),
      object({ kind: literal('limit'), clause, title: words, limit: slug }),
      object({ kind: literal('redemption'), clause, title: words }),
    ]),
  ),
);

const answer: Schema<ReadingAnswer> = /* @__PURE__ */ build(() =>
  exactly<ReadingAnswer>()(object({ title: words, patch: jsonObject })),
);

/** An open question with its answers. */
export const reading: Schema<Reading> = /* @__PURE__ */ named(
  'Reading',
  'Something that the text leaves open, the answers it can be read with, and the one chosen.',
  () =>
    exactly<Reading>()(
      object({
        clause,
        question: words,
        chosen: slug,
        default: slug,
        ruled: object({ by: freeText, on: date }).optional(),
        answers: map(slug, answer),
      }),
    ),
);
