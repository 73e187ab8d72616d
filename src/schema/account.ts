import * as z from 'zod';
import type {
  Account,
  CorrectionRecord,
  ItemTally,
  LimitedEntry,
  MatterRecord,
  MonthTally,
  OpenedAccount,
  RedemptionRecord,
} from '../account/account.js';
import { isCalendarDate } from '../values/calendar.js';
import { isSlug } from '../values/ids.js';
import type { Keyed } from '../values/keyed.js';
import { isWhole } from '../values/points.js';
import { build, exactly, leaf, named, type ShapeOf } from './build.js';
import { isKeyed } from './keyed.js';
import { date, id, month, slug, whole, wholeFrom0, wholeFrom1 } from './leaves.js';

const limited: z.ZodType<LimitedEntry> = /* @__PURE__ */ build(() => z.tuple([id, date, whole]));

const tally: z.ZodType<ItemTally> = /* @__PURE__ */ build(() =>
  exactly<ItemTally>()(
    z.strictObject({
      points: whole,
      entries: wholeFrom0,
      quantities: z.record(slug, wholeFrom0).optional(),
      freed: wholeFrom0.optional(),
      limited: z.array(limited).optional(),
    }),
  ),
);

const monthTally: z.ZodType<MonthTally> = /* @__PURE__ */ build(() =>
  exactly<MonthTally>()(
    z.strictObject({ items: z.record(slug, tally), corrected: whole, redeemed: wholeFrom0 }),
  ),
);

const redemption: z.ZodType<RedemptionRecord> = /* @__PURE__ */ build(() =>
  exactly<RedemptionRecord>()(
    z.strictObject({
      redemptionId: id,
      on: date,
      deducted: wholeFrom0,
      lines: z.array(z.strictObject({ rewardId: id, quantity: wholeFrom1 })),
    }),
  ),
);

function isMatter(value: unknown): value is MatterRecord {
  if (!Array.isArray(value) || value.length !== 3) return false;
  return isCalendarDate(value[0]) && isWhole(value[1]) && isWhole(value[2]);
}

function isClaims(value: unknown): value is readonly MatterRecord[] {
  return Array.isArray(value) && value.length > 0 && value.every(isMatter);
}

function isCorrection(value: unknown): value is CorrectionRecord {
  if (!Array.isArray(value) || value.length !== 2) return false;
  return isWhole(value[0]) && (value[1] === '' || isSlug(value[1]));
}

/** A map of the fold's own. In JSON Schema it is only said to be a list or an object: its order is no host's business. */
function keyed<V>(isValue: (value: unknown) => boolean): z.ZodType<Keyed<V>> {
  return leaf((value) => isKeyed(value, isValue), 'not-a-map', { type: ['array', 'object'] });
}

const opened: ShapeOf<Omit<OpenedAccount, 'status'>> = {
  accountId: id,
  role: slug,
  colour: slug,
  communityId: id,
  openedOn: date,
  latestOn: date,
  earned: whole,
  corrected: whole,
  redeemed: wholeFrom0,
  months: /* @__PURE__ */ build(() => z.record(month, monthTally)),
  reportIns: /* @__PURE__ */ build(() => z.array(date)),
  matters: /* @__PURE__ */ build(() => keyed<MatterRecord>(isMatter)),
  posts: /* @__PURE__ */ build(() => keyed<readonly MatterRecord[]>(isClaims)),
  corrections: /* @__PURE__ */ build(() => keyed<CorrectionRecord>(isCorrection)),
  redemptions: /* @__PURE__ */ build(() => z.array(redemption)),
};

/** An account, as a snapshot keeps it. */
export const account: z.ZodType<Account> = /* @__PURE__ */ named(
  'Account',
  "An account: the fold of its events. Its maps (matters, posts, corrections) are the library's own.",
  () =>
    exactly<Account>()(
      z.discriminatedUnion('status', [
        z.strictObject({ status: z.literal('unopened') }),
        z.strictObject({ ...opened, status: z.literal('open') }),
      ]),
    ),
);
