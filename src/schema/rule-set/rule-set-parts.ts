import type {
  Bound,
  ClosingReason,
  ClosingRule,
  CorrectionRule,
  FilingRule,
  Floor,
  IneligibilityRule,
  PublicationRule,
  Reading,
  ReadingAnswer,
  RecognitionRule,
  ReversalRule,
  RuleSet,
} from '../../rules/rule-set.js';
import type { Calendar, Weekday } from '../../values/window.js';
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
  type ShapeOf,
  variants,
} from '../build.js';
import { clause, date, freeText, monthDay, points, slug, wholeFrom, wholeFrom1 } from '../leaves.js';
import { barred, jsonObject, office, windowKind, words } from '../parts.js';
import { endingWindow } from './redemption.js';

const MOST_DAYS = 3660;

/** What a figure may fall to. */
export const floor: Schema<Floor> = /* @__PURE__ */ build(() =>
  oneOf<Floor>({ none: true, 'refuse-assessment': true, 'refuse-balance': true, 'stop-at-zero': true }),
);

/** A scheme's own years and weeks. */
export const calendar: Schema<Calendar> = /* @__PURE__ */ build(() =>
  exactly<Calendar>()(
    object({
      yearStarts: monthDay.optional(),
      weekStarts: oneOf<Weekday>({
        monday: true,
        tuesday: true,
        wednesday: true,
        thursday: true,
        friday: true,
        saturday: true,
        sunday: true,
      }).optional(),
    }),
  ),
);

/** Which office enters which command, and what is asked of the persons there. */
export const authority: Schema<RuleSet['authority']> = /* @__PURE__ */ build(() => {
  const offices = list(office).optional();
  const shape: ShapeOf<RuleSet['authority']['offices']> = {
    OpenAccount: offices,
    ReportIn: offices,
    ClaimPost: offices,
    ReleasePost: offices,
    CreditActivity: offices,
    VerifyEntry: offices,
    RedeemPoints: offices,
    CorrectScore: offices,
    ReverseEntry: offices,
    TransferPoints: offices,
    ReceivePoints: offices,
    BarAccount: offices,
    CloseAccount: offices,
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
      bound: oneOf<'matter' | 'item'>({ matter: true, item: true }).optional(),
      counts: oneOf<CorrectionRule['counts']>({ 'own-date': true, 'matter-date': true }),
      freesRoom: flag(),
    }),
  ),
);

/** What a rule set says of undoing slips. */
export const reversal: Schema<ReversalRule> = /* @__PURE__ */ build(() =>
  exactly<ReversalRule>()(
    object({
      clause,
      title: words,
      communityUntil: oneOf<'feedback-due'>({ 'feedback-due': true }).optional(),
    }),
  ),
);

/** What a rule set says of closing accounts: for which reasons, and what becomes of what they hold. */
export const closing: Schema<ClosingRule> = /* @__PURE__ */ build(() => {
  const holdings = oneOf<ClosingReason['holdings']>({ 'handed-on': true, forfeited: true });
  const reason = exactly<ClosingReason>()(object({ title: words, holdings }));
  return exactly<ClosingRule>()(object({ clause, title: words, reasons: map(slug, reason, 1) }));
});

/** A ground that bars an account. */
export const ineligibility: Schema<IneligibilityRule> = /* @__PURE__ */ build(() =>
  exactly<IneligibilityRule>()(object({ clause, title: words, bars: nonEmpty(barred).optional() })),
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
  exactly<RuleSet['catalogue']>()(
    map(
      slug,
      object({
        clause,
        title: words,
        entries: map(slug, object({ clause, title: words, roles: nonEmpty(slug).optional() })),
      }),
    ),
  ),
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
