import * as z from 'zod';
import type { Handbook, Reward } from '../account/handbook.js';
import { exactly, named } from './build.js';
import { date, id, wholeFrom0, wholeFrom1 } from './leaves.js';
import { rewardKind, windowKind, words } from './parts.js';
import { always, reportDuplicates } from './scope.js';

/** The most rewards that a handbook may have. */
const MAX_REWARDS = 10_000;

const reward: z.ZodType<Reward> = /* @__PURE__ */ named(
  'Reward',
  'Something that points can be redeemed for.',
  () =>
    exactly<Reward>()(
      z.strictObject({
        rewardId: id,
        kind: rewardKind,
        title: words,
        price: wholeFrom1,
        consent: date.optional(),
        stock: wholeFrom0.optional(),
        limit: z.strictObject({ quantity: wholeFrom1, per: windowKind }).optional(),
      }),
    ),
);

/**
 * The schema of a handbook, for hosts that compose schemas of zod or take Standard Schema. A filing before publication is taken: it
 * is no filing in time. `parseHandbook` is for input that nobody knows.
 */
export const handbookSchema: z.ZodType<Handbook> = /* @__PURE__ */ named(
  'Handbook',
  "A community's points handbook: what can be redeemed, and for how much (clause 4.2).",
  () =>
    exactly<Handbook>()(
      z.strictObject({
        communityId: id,
        version: id,
        published: date,
        filed: date.optional(),
        standingConsent: date.optional(),
        rewards: z.array(reward).max(MAX_REWARDS),
      }),
    ).check(
      always((scope) => {
        const rewards = scope.members<Reward>(['rewards']);
        reportDuplicates(
          scope,
          rewards.map(({ at, value }) => ({ at: [...at, 'rewardId'], name: value.rewardId })),
        );
      }),
    ),
);
