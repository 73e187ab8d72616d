import type { TransferLimit, TransferRule } from '../../rules/rule-set.js';
import { build, exactly, map, named, object, oneOf, type Schema } from '../build.js';
import { clause, slug, wholeFrom1 } from '../leaves.js';
import { cited, words } from '../parts.js';
import { conditions, limitSpan } from './sentence.js';

const transferLimit: Schema<TransferLimit> = /* @__PURE__ */ named(
  'TransferLimit',
  'A cap on the points that an account sends over a window, or on the number of its sendings.',
  () =>
    exactly<TransferLimit>()(
      object({
        clause: cited,
        title: words,
        counts: oneOf<TransferLimit['counts']>({ sent: true, transfers: true }),
        per: limitSpan,
        maximum: wholeFrom1,
      }),
    ),
);

/** What a rule set says of sending points to another account. */
export const transfer: Schema<TransferRule> = /* @__PURE__ */ build(() =>
  exactly<TransferRule>()(
    object({
      clause,
      title: words,
      requires: conditions.optional(),
      limits: map(slug, transferLimit).optional(),
    }),
  ),
);
