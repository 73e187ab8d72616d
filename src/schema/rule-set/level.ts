import type { RecognitionRule } from '../../rules/rule-set.js';
import type { LevelCondition, LevelMeasure, Mark } from '../../rules/sentence.js';
import { build, exactly, map, nonEmpty, object, oneOf, type Schema } from '../build.js';
import { quantity, slug, wholeFrom1 } from '../leaves.js';
import { cited, windowKind, words } from '../parts.js';
import { range, windowSpan } from './sentence.js';

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
      ...range,
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
      roles: nonEmpty(slug).optional(),
    }),
  ),
);
