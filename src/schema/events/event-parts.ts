import type {
  AffectedEntry,
  Continued,
  CorrectedMatter,
  Decided,
  FeedbackTerms,
  LimitApplied,
  LimitEntry,
  MatterApplied,
  RedeemedLine,
  Scored,
} from '../../account/events/event.js';
import type { RuleSetReference } from '../../rules/rule-set.js';
import {
  build,
  exactly,
  list,
  literal,
  map,
  named,
  nonEmpty,
  object,
  oneOf,
  type Schema,
  type ShapeOf,
} from '../build.js';
import {
  amount,
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
} from '../leaves.js';
import { by, capacity, handedOn, namedPart, rewardKind, words } from '../parts.js';
import { limitMeasure } from '../rule-set/sentence.js';

const ruleSetReference: Schema<RuleSetReference> = /* @__PURE__ */ named(
  'RuleSetReference',
  'The rule set that an event was decided by.',
  () => exactly<RuleSetReference>()(object({ id, version: id, digest })),
);

const readings: Schema<Decided['readings']> = /* @__PURE__ */ named(
  'ReadingsUsed',
  'The readings of open questions that a decision used: reading and answer.',
  () => exactly<Decided['readings']>()(map(slug, slug)),
);

/** What every event says. */
export const decided: ShapeOf<Decided> = {
  accountId: id,
  communityId: id,
  on: date,
  recordedOn: /* @__PURE__ */ build(() => date.optional()),
  by,
  clause,
  ruleSet: ruleSetReference,
  readings,
};

/** An earlier entry, as a limit or a correction refers to it. */
const entry: Schema<LimitEntry> = /* @__PURE__ */ named('Entry', 'An earlier entry of the account.', () =>
  exactly<LimitEntry>()(object({ item: slug, id, on: date, points: whole })),
);

/** The matter that a correction corrects. */
export const correctedMatter: Schema<CorrectedMatter> = entry;

const limitApplied: Schema<LimitApplied> = /* @__PURE__ */ named(
  'LimitApplied',
  'How a limit bore on an entry.',
  () =>
    exactly<LimitApplied>()(
      object({
        limit: slug,
        clause,
        title: words,
        counts: limitMeasure,
        unit: slug.optional(),
        each: (literal('member') as Schema<'member'>).optional(),
        maximum: amount(0),
        per: oneOf<LimitApplied['per']>({
          life: true,
          year: true,
          'half-year': true,
          quarter: true,
          month: true,
          week: true,
          day: true,
          'account-year': true,
          rolling: true,
        }),
        window: windowName,
        used: amount(),
        took: wholeFrom0,
        resetsOn: date.optional(),
        usedBy: list(entry).optional(),
      }),
    ),
);

/** How the other entry of the same matter bore on an entry. */
const matterApplied: Schema<MatterApplied> = /* @__PURE__ */ named(
  'MatterApplied',
  'How the other entry of the same matter bore on an entry.',
  () => exactly<MatterApplied>()(object({ clause, maximum: wholeFrom1, held: whole, took: wholeFrom0 })),
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
  matter: /* @__PURE__ */ build(() => matterApplied.optional()),
  limits: /* @__PURE__ */ build(() => nonEmpty(limitApplied).optional()),
};

/** The entry that a reversal takes out or puts back. */
export const affectedEntry: Schema<AffectedEntry> = /* @__PURE__ */ named(
  'AffectedEntry',
  'The entry that a reversal takes out or puts back.',
  () =>
    exactly<AffectedEntry>()(
      object({
        kind: oneOf<AffectedEntry['kind']>({
          matter: true,
          'report-in': true,
          claim: true,
          redemption: true,
          correction: true,
          bar: true,
          transfer: true,
        }),
        id,
        item: slug.optional(),
        capacity: capacity.optional(),
        on: date,
      }),
    ),
);

/** A closed account that another one continues. */
export const continued: Schema<Continued> = /* @__PURE__ */ named(
  'Continued',
  'A closed account that another one continues, and what it handed on.',
  () =>
    exactly<Continued>()(
      object({
        accountId: id,
        communityId: id,
        closedOn: date,
        reason: id,
        handedOn,
      }),
    ),
);

/** What the yearly feedback of an account is for. */
export const feedbackTerms: Schema<FeedbackTerms> = /* @__PURE__ */ build(() =>
  exactly<FeedbackTerms>()(
    object({
      clause,
      due: monthDay,
      yearStarts: oneOf<FeedbackTerms['yearStarts']>({ '01-01': true, '12-01': true }),
      recipients: list(namedPart),
      uses: list(namedPart),
      outOf: wholeFrom1.optional(),
    }),
  ),
);

/** One reward given. */
export const redeemedLine: Schema<RedeemedLine> = /* @__PURE__ */ build(() =>
  exactly<RedeemedLine>()(
    object({
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
