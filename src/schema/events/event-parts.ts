import type { OtherAccount } from '../../account/commands/carried-event.js';
import { OTHER_ACCOUNT } from '../../account/commands/fields.js';
import type {
  AddedUp,
  AffectedEntry,
  Continued,
  CorrectedMatter,
  Decided,
  EntryBar,
  FactorApplied,
  FeedbackTerms,
  LimitApplied,
  LimitEntry,
  MatterApplied,
  RedeemedLine,
  Scored,
} from '../../account/events/event.js';
import type { RuleSetReference, UseOfPoints } from '../../rules/rule-set.js';
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
  variants,
} from '../build.js';
import { fieldSchema } from '../command-fields.js';
import {
  amount,
  clause,
  date,
  digest,
  id,
  monthDay,
  quantity,
  quantitySum,
  slug,
  whole,
  wholeFrom0,
  wholeFrom1,
  windowName,
} from '../leaves.js';
import { barred, by, capacity, handedOn, namedPart, noPrice, windowKind, words } from '../parts.js';
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
          'calendar-year': true,
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
  () =>
    exactly<MatterApplied>()(
      object({
        clause,
        maximum: wholeFrom1,
        held: whole,
        took: wholeFrom0,
        highest: literal(true).optional(),
      }),
    ),
);

const addedUp: Schema<AddedUp> = /* @__PURE__ */ named(
  'AddedUp',
  "The quantities of the entry's window to which it was added before they became points.",
  () => exactly<AddedUp>()(object({ per: windowKind, window: windowName, before: quantitySum })),
);

export const factorApplied: Schema<FactorApplied> = /* @__PURE__ */ named(
  'FactorApplied',
  "A factor of the entry's day, by which its points are multiplied.",
  () =>
    exactly<FactorApplied>()(object({ factor: slug, clause, title: words, times: quantity, scored: whole })),
);

/** The bar that an entry sets. */
export const entryBar: Schema<EntryBar> = /* @__PURE__ */ named(
  'EntryBar',
  'The bar that an entry sets, for as long as it stands.',
  () =>
    exactly<EntryBar>()(
      object({
        ground: slug,
        clause,
        title: words,
        bars: nonEmpty(barred),
        from: date,
        until: date.optional(),
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
  lowers: /* @__PURE__ */ build(() => literal(true).optional()),
  addedUp: /* @__PURE__ */ build(() => addedUp.optional()),
  takesAll: /* @__PURE__ */ build(() => literal(true).optional()),
  base: whole,
  factor: /* @__PURE__ */ build(() => factorApplied.optional()),
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

/** Another open account of the same person. */
export const otherAccount: Schema<OtherAccount> = /* @__PURE__ */ build(
  () => fieldSchema({ record: OTHER_ACCOUNT }) as Schema<OtherAccount>,
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
      scale: oneOf<NonNullable<FeedbackTerms['scale']>>({ 'to-highest': true }).optional(),
    }),
  ),
);

/** Something that an account's points stand for. */
export const useOfPoints: Schema<UseOfPoints> = /* @__PURE__ */ build(() =>
  exactly<UseOfPoints>()(object({ id: slug, title: words, clause })),
);

/** One reward given. */
export const redeemedLine: Schema<RedeemedLine> = /* @__PURE__ */ build(() => {
  const given = { rewardId: id, title: words, quantity: wholeFrom1, consent: date.optional() };
  const priced = { ...given, price: wholeFrom1, points: wholeFrom1 };
  return exactly<RedeemedLine>()(
    variants('kind', [
      object({ kind: literal('service'), ...priced }),
      object({ kind: literal('goods'), ...priced }),
      object({ kind: literal('honour'), ...given, price: noPrice, points: noPrice }),
    ]),
  );
});
