import * as z from 'zod';
import type { RecognitionRule } from '../../rules/rule-set.js';
import type { LevelCondition, LevelMeasure, Mark } from '../../rules/sentence.js';
import type { CalendarWindow, WindowSpan } from '../../values/window.js';
import { build, exactly, map, named, nonEmpty, object, oneOf, type Schema } from '../build.js';
import { quantity, slug, wholeFrom, wholeFrom1 } from '../leaves.js';
import { cited, windowKind, words } from '../parts.js';

/** Ten years: more days or months than anybody counts back. */
const MOST_BACK = 3660;

const calendarWindow: Schema<CalendarWindow> = /* @__PURE__ */ build(() =>
  oneOf<CalendarWindow>({
    year: true,
    'half-year': true,
    quarter: true,
    month: true,
    week: true,
    day: true,
  }),
);

/** The window that a sentence of the rules counts over. */
const windowSpan: Schema<WindowSpan> = /* @__PURE__ */ named(
  'WindowSpan',
  'The window that a sentence counts over, seen from a day.',
  () =>
    exactly<WindowSpan>()(
      z.union([
        windowKind,
        oneOf<'account-year'>({ 'account-year': true }),
        object({
          last: wholeFrom(1, MOST_BACK),
          of: oneOf<'days' | 'months'>({ days: true, months: true }),
        }),
        object({ before: calendarWindow }),
      ]),
    ),
);

const condition: Schema<LevelCondition> = /* @__PURE__ */ build(() =>
  exactly<LevelCondition>()(
    object({
      clause: cited,
      title: words,
      counts: oneOf<LevelMeasure>({
        points: true,
        deductions: true,
        entries: true,
        quantity: true,
        months: true,
      }),
      items: nonEmpty(slug).optional(),
      unit: slug.optional(),
      per: windowSpan,
      minimum: quantity,
    }),
  ),
);

/** A mark that an account can fall below. */
export const mark: Schema<Mark> = /* @__PURE__ */ build(() =>
  exactly<Mark>()(
    object({
      counts: oneOf<Mark['counts']>({ points: true, quantity: true }),
      items: nonEmpty(slug).optional(),
      unit: slug.optional(),
      minimum: quantity,
    }),
  ),
);

/** A level of recognition. */
export const recognition: Schema<RecognitionRule> = /* @__PURE__ */ build(() =>
  exactly<RecognitionRule>()(
    object({
      clause: cited,
      title: words,
      points: wholeFrom1.optional(),
      per: windowKind.optional(),
      requires: map(slug, condition, 1).optional(),
    }),
  ),
);
