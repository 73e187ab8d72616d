import type {
  Bound,
  ClosingReason,
  ClosingRule,
  CorrectionRule,
  FilingRule,
  Floor,
  IneligibilityRule,
  OfficeRule,
  PublicationRule,
  Reading,
  ReadingAnswer,
  ReversalRule,
  RuleSet,
} from '../../rules/rule-set.js';
import type { Calendar, Weekday } from '../../values/window.js';
import {
  build,
  exactly,
  flag,
  leaf,
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
import { clause, date, freeText, monthDay, points, slug, wholeFrom } from '../leaves.js';
import { barred, cited, jsonObject, words } from '../parts.js';
import { mark } from './level.js';
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

/** An office that enters commands. */
export const office: Schema<OfficeRule> = /* @__PURE__ */ build(() =>
  exactly<OfficeRule>()(
    object({
      clause: cited,
      title: words,
      acts: oneOf<OfficeRule['acts']>({ 'own-community': true, everywhere: true }),
    }),
  ),
);

/** Which office enters which command, and what is asked of the persons there. */
export const authority: Schema<RuleSet['authority']> = /* @__PURE__ */ build(() => {
  const offices = list(slug).optional();
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
      clause: cited,
      offices: omissible(object(shape)),
      self: omissible(oneOf<RuleSet['authority']['self']>({ allowed: true, refused: true })),
      approval: omissible(
        oneOf<RuleSet['authority']['approval']>({ 'one-person': true, 'two-person': true }),
      ),
    }),
  );
});

/** What a rule set says of corrections. */
export const correction: Schema<CorrectionRule> = /* @__PURE__ */ build(() =>
  exactly<CorrectionRule>()(
    object({
      clause: cited,
      title: omissible(words),
      floor: omissible(floor),
      bound: oneOf<'matter' | 'item'>({ matter: true, item: true }).optional(),
      mattersOnly: nonEmpty(slug).optional(),
      counts: omissible(oneOf<CorrectionRule['counts']>({ 'own-date': true, 'matter-date': true })),
      freesRoom: omissible(flag()),
    }),
  ),
);

/** What a rule set says of undoing slips. */
export const reversal: Schema<ReversalRule> = /* @__PURE__ */ build(() =>
  exactly<ReversalRule>()(
    object({
      clause,
      title: words,
      untilFeedback: nonEmpty(slug).optional(),
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
  exactly<IneligibilityRule>()(
    object({ clause: cited, title: words, bars: nonEmpty(barred).optional(), below: mark.optional() }),
  ),
);

/** What a rule set says of filing. */
export const filing: Schema<FilingRule> = /* @__PURE__ */ build(() =>
  exactly<FilingRule>()(
    object({
      clause,
      title: words,
      withinDays: wholeFrom(0, MOST_DAYS),
      days: oneOf<NonNullable<FilingRule['days']>>({ working: true }).optional(),
      editions: oneOf<NonNullable<FilingRule['editions']>>({ first: true }).optional(),
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

/** The yearly feedback. */
export const feedback: Schema<RuleSet['feedback']> = /* @__PURE__ */ build(() =>
  exactly<RuleSet['feedback']>()(
    object({
      clause: cited,
      title: omissible(words),
      due: omissible(monthDay),
      yearStarts: omissible(oneOf<RuleSet['feedback']['yearStarts']>({ '01-01': true, '12-01': true })),
    }),
  ),
);

/** The numbers that divide 1 into parts of at most two decimals. */
const SCALES: readonly unknown[] = [2, 4, 5, 10, 20, 25, 50, 100];

/** How many parts make a point. */
export const scale: Schema<number> = /* @__PURE__ */ build(() =>
  leaf((value) => SCALES.includes(value), 'not-one-of', { enum: SCALES }, SCALES.join(', ')),
);

/** How often the register is published. */
export const publication: Schema<PublicationRule> = /* @__PURE__ */ build(() =>
  exactly<PublicationRule>()(object({ clause, title: words, every: endingWindow })),
);

/** Something that a derived rule set may not loosen. */
const bound: Schema<Bound> = /* @__PURE__ */ build(() =>
  exactly<Bound>()(
    variants('kind', [
      object({ kind: literal('points-per-entry'), clause, title: words, maximum: points(0) }),
      object({ kind: literal('limit'), clause, title: words, limit: slug }),
      object({ kind: literal('redemption'), clause, title: words }),
    ]),
  ),
);

/** What a derived rule set may not loosen. */
export const bounds: Schema<RuleSet['bounds']> = /* @__PURE__ */ build(() =>
  exactly<RuleSet['bounds']>()(
    object({
      clause: cited,
      looser: omissible(oneOf<RuleSet['bounds']['looser']>({ refused: true, allowed: true })),
      held: omissible(map(slug, bound)),
    }),
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
