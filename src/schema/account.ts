import {
  type Account,
  type CorrectionRecord,
  type EntryRecord,
  FIELDS,
  type FoldedAccount,
  type ItemRecord,
  type LimitedEntries,
  type RedemptionRecord,
  type UnopenedAccount,
} from '../account/state/account.js';
import { type DayNumber, dayFromNumber, isCalendarDate, monthFromNumber } from '../values/calendar.js';
import { isId, isSlug } from '../values/ids.js';
import { eachMonth, type Monthly } from '../values/monthly.js';
import type { Fields, PersistentMap } from '../values/persistent-map.js';
import { isWhole } from '../values/points.js';
import {
  build,
  exactly,
  leaf,
  list,
  literal,
  map,
  named,
  object,
  type Schema,
  type ShapeOf,
  variants,
} from './build.js';
import { isKeyed } from './keyed.js';
import { date, id, slug, whole, wholeFrom0, wholeFrom1 } from './leaves.js';

/** Entries under a limit. In JSON Schema it is only said to be a list. */
const limited: Schema<LimitedEntries> = /* @__PURE__ */ build(() =>
  leaf(isLimited, 'not-entries', { type: 'array' }),
);

/** Amounts by month. In JSON Schema it is only said to be a list of numbers. */
function monthly(least: number): Schema<Monthly> {
  return leaf((value) => isMonthly(value, least), 'not-amounts', {
    type: 'array',
    items: { type: 'integer' },
  });
}

const fromAny: Schema<Monthly> = /* @__PURE__ */ build(() => monthly(Number.MIN_SAFE_INTEGER));
const from0: Schema<Monthly> = /* @__PURE__ */ build(() => monthly(0));

const item: Schema<ItemRecord> = /* @__PURE__ */ build(() =>
  exactly<ItemRecord>()(
    object({
      months: fromAny,
      quantities: map(slug, from0).optional(),
      freed: from0.optional(),
      limited: limited.optional(),
      matters: keyed<EntryRecord>(FIELDS.entry, isMatter),
    }),
  ),
);

const redemption: Schema<RedemptionRecord> = /* @__PURE__ */ build(() =>
  exactly<RedemptionRecord>()(
    object({
      redemptionId: id,
      on: date,
      deducted: wholeFrom0,
      lines: list(object({ rewardId: id, quantity: wholeFrom1 })),
    }),
  ),
);

function isDayNumber(value: unknown): value is DayNumber {
  return isWhole(value) && isCalendarDate(dayFromNumber(value));
}

/** Months that each come once, with an amount and how many entries made it. */
function isMonthly(value: unknown, least: number): value is Monthly {
  if (!Array.isArray(value) || value.length % 3 !== 0 || !value.every(isWhole)) return false;
  const months = new Set<number>();
  eachMonth(value, (month, amount, count) => {
    if (isCalendarDate(`${monthFromNumber(month)}-01`) && amount >= least && count >= 1) months.add(month);
  });
  return months.size * 3 === value.length;
}

function isMatter([on, points, content]: readonly unknown[]): boolean {
  return isDayNumber(on) && isWhole(points) && isWhole(content);
}

function isLimited(value: unknown): value is LimitedEntries {
  if (!Array.isArray(value) || value.length % FIELDS.limited !== 0) return false;
  for (let at = 0; at < value.length; at += FIELDS.limited) {
    if (!isId(value[at]) || !isDayNumber(value[at + 1]) || !isWhole(value[at + 2])) return false;
  }
  return true;
}

function isCorrection([content, item]: readonly unknown[]): boolean {
  return isWhole(content) && (item === '' || isSlug(item));
}

/** A map of the fold's own. In JSON Schema it is only said to be a list: its order is no host's business. */
function keyed<R extends Fields>(
  fields: R['length'],
  isRecord: (record: readonly unknown[]) => boolean,
): Schema<PersistentMap<R>> {
  return leaf((value) => isKeyed(value, fields, isRecord), 'not-a-map', { type: 'array' });
}

const opened: ShapeOf<Omit<FoldedAccount, 'status'>> = {
  accountId: id,
  role: slug,
  colour: slug,
  communityId: id,
  openedOn: date,
  latestOn: date,
  earned: whole,
  corrected: whole,
  redeemed: wholeFrom0,
  items: /* @__PURE__ */ build(() => map(slug, item)),
  correctedIn: fromAny,
  redeemedIn: from0,
  reportIns: /* @__PURE__ */ build(() => list(date)),
  posts: /* @__PURE__ */ build(() => keyed<EntryRecord>(FIELDS.entry, isMatter)),
  corrections: /* @__PURE__ */ build(() => keyed<CorrectionRecord>(FIELDS.correction, isCorrection)),
  redemptions: /* @__PURE__ */ build(() => list(redemption)),
  memberId: /* @__PURE__ */ build(() => id.optional()),
};

/** An account, as a snapshot keeps it. */
export const account: Schema<Account> = /* @__PURE__ */ named(
  'Account',
  "An account: the fold of its events. Its maps (matters, posts, corrections) are the library's own.",
  () =>
    exactly<UnopenedAccount | FoldedAccount>()(
      variants('status', [
        object({ status: literal('unopened') }),
        object({ ...opened, status: literal('open') }),
      ]),
    ),
);
