import type {
  BarRecord,
  HeldLine,
  LooseClaim,
  LooseMatter,
  PendingRecord,
  PendingScore,
  RedemptionRecord,
  ReversalRecord,
  ReversedRecord,
  TransferRecord,
  Undone,
} from '../../account/state/account.js';
import { isId } from '../../values/ids.js';
import {
  build,
  exactly,
  flag,
  leaf,
  literal,
  named,
  nonEmpty,
  object,
  type Schema,
  type ShapeOf,
  variants,
} from '../build.js';
import { affectedEntry, factorApplied } from '../events/event-parts.js';
import { date, id, slug, whole, wholeFrom0, wholeFrom1 } from '../leaves.js';
import { redemptionLines } from '../parts.js';
import { claim, content, correction, detail, entry, sum } from './records.js';

/*
 * Entries that stand apart from the account's figures: those that were reversed, and those that wait to be verified; and the records
 * that an account and a reversal both keep.
 */

/** A visit, with what of it came back. */
export const redemption: Schema<RedemptionRecord> = /* @__PURE__ */ build(() => {
  const line = exactly<HeldLine>()(object({ rewardId: id, quantity: wholeFrom1, price: wholeFrom0 }));
  return exactly<RedemptionRecord>()(
    object({
      redemptionId: id,
      on: date,
      at: id.optional(),
      deducted: wholeFrom0,
      lines: nonEmpty(line),
      content,
      returned: nonEmpty(object({ rewardId: id, quantity: wholeFrom1 })).optional(),
    }),
  );
});

/** A matter's id, after the capacity in which it was entered where the rules tell these apart. */
const key: Schema<string> = /* @__PURE__ */ build(() =>
  leaf((value) => typeof value === 'string' && isId(value.replace(CAPACITY, '')), 'not-an-id', {
    type: 'string',
    minLength: 1,
  }),
);

const CAPACITY = /^ (?:service|attendance) /;

/** A time in which an account is barred. */
export const bar: Schema<BarRecord> = /* @__PURE__ */ build(() =>
  exactly<BarRecord>()(
    object({
      barId: id,
      ground: id,
      on: date,
      from: date,
      until: date.optional(),
      content,
      of: object({ item: slug, key }).optional(),
    }),
  ),
);

/** Points sent to another account, or received from one. */
export const transfer: Schema<TransferRecord> = /* @__PURE__ */ build(() =>
  exactly<TransferRecord>()(object({ transferId: id, on: date, points: whole, other: id })),
);

const matterShape: ShapeOf<Omit<LooseMatter, 'kind'>> = {
  item: slug,
  key,
  id,
  entry,
  detail: /* @__PURE__ */ build(() => detail.optional()),
  sum: /* @__PURE__ */ build(() => sum.optional()),
  isReportIn: /* @__PURE__ */ build(() => flag()),
  isLimited: /* @__PURE__ */ build(() => flag()),
  bar: /* @__PURE__ */ build(() => bar.optional()),
};

const claimShape: ShapeOf<Omit<LooseClaim, 'kind'>> = {
  postId: id,
  entry: claim,
  isLimited: /* @__PURE__ */ build(() => flag()),
};

const scoredShape: ShapeOf<PendingScore> = {
  base: whole,
  factor: /* @__PURE__ */ build(() => factorApplied.optional()),
  scored: whole,
  difficulty: /* @__PURE__ */ build(() => slug.optional()),
};

/** An entry that waits to be verified. */
export const pending: Schema<PendingRecord> = /* @__PURE__ */ named(
  'PendingEntry',
  'An entry that waits to be verified and counts nowhere until then.',
  () =>
    exactly<PendingRecord>()(
      variants('kind', [
        object({ kind: literal('matter'), ...matterShape, ...scoredShape }),
        object({ kind: literal('claim'), ...claimShape, ...scoredShape }),
      ]),
    ),
);

const undone: Schema<Undone> = /* @__PURE__ */ named(
  'Undone',
  'What a reversal took out of an account, from which it can be put back.',
  () =>
    exactly<Undone>()(
      variants('kind', [
        object({ kind: literal('matter'), ...matterShape }),
        object({ kind: literal('claim'), ...claimShape }),
        object({ kind: literal('redemption'), redemption }),
        object({
          kind: literal('lines'),
          redemptionId: id,
          lines: redemptionLines,
          points: wholeFrom0,
        }),
        object({ kind: literal('correction'), correctionId: id, correction }),
        object({ kind: literal('pending'), pending }),
        object({ kind: literal('bar'), bar }),
        object({ kind: literal('transfer'), transfer }),
      ]),
    ),
);

const reversal: Schema<ReversalRecord> = /* @__PURE__ */ build(() =>
  exactly<ReversalRecord>()(object({ reversalId: id, on: date, content })),
);

/** An entry that was reversed, and the reversals that followed each other. */
export const reversed: Schema<ReversedRecord> = /* @__PURE__ */ named(
  'ReversedEntry',
  'An entry that was reversed, and the reversals that followed each other: out if their number is odd.',
  () =>
    exactly<ReversedRecord>()(
      object({
        of: affectedEntry,
        lines: redemptionLines.optional(),
        said: content,
        chain: nonEmpty(reversal),
        undone: undone.optional(),
      }),
    ),
);
