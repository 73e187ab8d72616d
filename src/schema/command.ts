import * as z from 'zod';
import type {
  ClaimPost,
  Command,
  CorrectScore,
  CreditActivity,
  OpenAccount,
  RedeemPoints,
  ReportIn,
} from '../account/commands/command.js';
import { MAX_LINES } from '../account/commands/read-command.js';
import { build, exactly, named, type ShapeOf } from './build.js';
import { clause, date, freeText, id, quantity, signed, wholeFrom1 } from './leaves.js';
import { by, postKind } from './parts.js';

const openAccount: z.ZodType<OpenAccount['data']> = /* @__PURE__ */ build(() =>
  exactly<OpenAccount['data']>()(
    z.strictObject({
      accountId: id,
      role: id,
      communityId: id,
      on: date,
      formComplete: z.boolean(),
      by,
      colour: id.optional(),
      memberId: id.optional(),
    }),
  ),
);

const reportIn: z.ZodType<ReportIn['data']> = /* @__PURE__ */ build(() =>
  exactly<ReportIn['data']>()(z.strictObject({ accountId: id, on: date, by })),
);

const claimPost: z.ZodType<ClaimPost['data']> = /* @__PURE__ */ build(() =>
  exactly<ClaimPost['data']>()(
    z.strictObject({
      accountId: id,
      postId: id,
      kind: postKind,
      difficulty: id.optional(),
      on: date,
      by,
      catalogue: id.optional(),
    }),
  ),
);

const creditActivity: z.ZodType<CreditActivity['data']> = /* @__PURE__ */ build(() =>
  exactly<CreditActivity['data']>()(
    z.strictObject({
      accountId: id,
      item: id,
      matterId: id,
      difficulty: id.optional(),
      quantity: quantity.optional(),
      on: date,
      by,
      postId: id.optional(),
      catalogue: id.optional(),
      clause: clause.optional(),
      note: freeText.optional(),
    }),
  ),
);

const redeemPoints: z.ZodType<RedeemPoints['data']> = /* @__PURE__ */ build(() =>
  exactly<RedeemPoints['data']>()(
    z.strictObject({
      accountId: id,
      redemptionId: id,
      communityId: id,
      lines: z
        .array(z.strictObject({ rewardId: id, quantity: wholeFrom1 }))
        .min(1)
        .max(MAX_LINES),
      on: date,
      by,
    }),
  ),
);

const correctScore: z.ZodType<CorrectScore['data']> = /* @__PURE__ */ build(() =>
  exactly<CorrectScore['data']>()(
    z.strictObject({
      accountId: id,
      correctionId: id,
      points: signed,
      reason: freeText,
      on: date,
      by,
      corrects: id.optional(),
      item: id.optional(),
    }),
  ),
);

/** What hosts put beside a command; nobody reads it. */
type Beside = { readonly metadata?: unknown; readonly kind?: unknown };

/**
 * The schema of a command, for hosts that compose schemas of zod or take Standard Schema. Beside `type` and `data` a command may have
 * `metadata` and `kind`, which mean nothing here. `parseCommand` is for input that nobody knows.
 */
export const commandSchema: z.ZodType<Command> = /* @__PURE__ */ named(
  'Command',
  'A command to one account: what a points centre or the street office asks the bank to enter.',
  () => {
    const beside: ShapeOf<Beside> = { metadata: z.unknown().optional(), kind: z.unknown().optional() };
    return exactly<Command & Beside>()(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('OpenAccount'), data: openAccount, ...beside }),
        z.strictObject({ type: z.literal('ReportIn'), data: reportIn, ...beside }),
        z.strictObject({ type: z.literal('ClaimPost'), data: claimPost, ...beside }),
        z.strictObject({ type: z.literal('CreditActivity'), data: creditActivity, ...beside }),
        z.strictObject({ type: z.literal('RedeemPoints'), data: redeemPoints, ...beside }),
        z.strictObject({ type: z.literal('CorrectScore'), data: correctScore, ...beside }),
      ]),
    );
  },
);
