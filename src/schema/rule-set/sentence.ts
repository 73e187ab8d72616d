import type { RedemptionSpan } from '../../rules/rule-set.js';
import type { Condition, LimitMeasure, Measure, MeasureRange, Sentence } from '../../rules/sentence.js';
import {
  CALENDAR_WINDOWS,
  isSpan,
  type LimitSpan,
  MOST_BACK,
  WINDOW_KINDS,
  type WindowSpan,
} from '../../values/window.js';
import {
  build,
  exactly,
  type JsonSchema,
  leaf,
  literal,
  map,
  named,
  nonEmpty,
  object,
  oneOf,
  type Schema,
  type ShapeOf,
} from '../build.js';
import { amount, id, slug } from '../leaves.js';
import { cited, words } from '../parts.js';

const KIND = { enum: [...WINDOW_KINDS, 'account-year'] };
const LAST: JsonSchema = {
  type: 'object',
  properties: {
    last: { type: 'integer', minimum: 1, maximum: MOST_BACK },
    of: { enum: ['days', 'months'] },
  },
  required: ['last', 'of'],
  additionalProperties: false,
};
const BEFORE: JsonSchema = {
  type: 'object',
  properties: { before: { enum: CALENDAR_WINDOWS } },
  required: ['before'],
  additionalProperties: false,
};

/** What a limit's window may be, as problems say it. */
const OF_LIMITS = `${KIND.enum.join(', ')}, { last: 30, of: 'days' }, { last: 12, of: 'months' }`;

/** The window that a sentence counts over. */
export const windowSpan: Schema<WindowSpan> = /* @__PURE__ */ named(
  'WindowSpan',
  "The window that something is counted over, as a day sees it: of the calendar, the account's own year, a number of last days or months, or the one before.",
  () => leaf(isSpan, 'not-a-span', { anyOf: [KIND, LAST, BEFORE] }, `${OF_LIMITS}, { before: 'year' }`),
);

/** The window of a limit. */
export const limitSpan: Schema<LimitSpan> = /* @__PURE__ */ named(
  'LimitSpan',
  'The window of a limit: one that every day lies in.',
  () => leaf(isLimitSpan, 'not-a-span', { anyOf: [KIND, LAST] }, OF_LIMITS),
);

function isLimitSpan(value: unknown): value is LimitSpan {
  return isSpan(value) && (typeof value === 'string' || !('before' in value));
}

/** The window of a limit on redeeming. */
export const redemptionSpan: Schema<RedemptionSpan> = /* @__PURE__ */ named(
  'RedemptionSpan',
  'The window of a limit on redeeming: one that every day lies in, the period of the rules, or one visit.',
  () =>
    leaf(
      (value): value is RedemptionSpan => value === 'period' || value === 'visit' || isLimitSpan(value),
      'not-a-span',
      { anyOf: [KIND, LAST, { enum: ['period', 'visit'] }] },
      `period, visit, ${OF_LIMITS}`,
    ),
);

/** What a sentence counts. */
export const measure: Schema<Measure> = /* @__PURE__ */ build(() =>
  oneOf<Measure>({
    points: true,
    deductions: true,
    entries: true,
    quantity: true,
    redeemed: true,
    visits: true,
    rewards: true,
    sent: true,
    transfers: true,
    balance: true,
    months: true,
  }),
);

/** What a limit counts. */
export const limitMeasure: Schema<LimitMeasure> = /* @__PURE__ */ build(() =>
  oneOf<LimitMeasure>({ points: true, deductions: true, entries: true, quantity: true, balance: true }),
);

/** The members of every sentence. */
export const sentence: ShapeOf<Sentence> = {
  clause: cited,
  title: words,
  counts: measure,
  items: /* @__PURE__ */ build(() => nonEmpty(slug).optional()),
  rewards: /* @__PURE__ */ build(() => nonEmpty(id).optional()),
  unit: /* @__PURE__ */ build(() => slug.optional()),
  each: /* @__PURE__ */ build(() => (literal('member') as Schema<'member'>).optional()),
  per: windowSpan,
};

/** The least and the most of a condition. */
export const range: ShapeOf<MeasureRange> = {
  minimum: /* @__PURE__ */ build(() => amount(1).optional()),
  maximum: /* @__PURE__ */ build(() => amount(0).optional()),
};

const condition: Schema<Condition> = /* @__PURE__ */ named(
  'Condition',
  'What something needs: a measure over a window, of a least amount, a most, or both.',
  () => exactly<Condition>()(object({ ...sentence, ...range })),
);

/** Conditions by their ids. */
export const conditions: Schema<{ readonly [condition: string]: Condition }> = /* @__PURE__ */ build(() =>
  map(slug, condition, 1),
);
