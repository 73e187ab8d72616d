import type {
  Account,
  ClosingRecord,
  FoldedAccount,
  ItemRecord,
  Tally,
  UnopenedAccount,
} from '../../account/state/account.js';
import {
  build,
  exactly,
  list,
  literal,
  map,
  named,
  object,
  type Schema,
  type ShapeOf,
  variants,
} from '../build.js';
import { date, id, slug, whole, wholeFrom0, windowName } from '../leaves.js';
import { amounts, amountsFrom0 } from './daily.js';
import { claims, corrections, details, limited, matters, releases, sums, undoneOfSum } from './records.js';
import { bar, pending, redemption, reversed, transfer } from './reversed.js';

const tally: ShapeOf<Tally> = {
  days: amounts,
  quantities: /* @__PURE__ */ build(() => map(slug, amounts).optional()),
  freed: /* @__PURE__ */ build(() => amountsFrom0.optional()),
};

const item: Schema<ItemRecord> = /* @__PURE__ */ build(() =>
  exactly<ItemRecord>()(
    object({
      ...tally,
      members: list(object({ ...tally, memberId: id })).optional(),
      limited: limited.optional(),
      matters,
      details: details.optional(),
      sums: sums.optional(),
      undone: map(windowName, undoneOfSum).optional(),
    }),
  ),
);

const closing: Schema<ClosingRecord> = /* @__PURE__ */ build(() =>
  exactly<ClosingRecord>()(object({ on: date, reason: slug, continuedBy: id.optional() })),
);

/** What an account has that was opened, whether it is closed or not. */
const opened: ShapeOf<Omit<FoldedAccount, 'status' | 'closed'>> = {
  accountId: id,
  role: slug,
  colour: slug,
  communityId: id,
  openedOn: date,
  latestOn: date,
  earned: whole,
  corrected: whole,
  redeemed: wholeFrom0,
  transferred: whole,
  items: /* @__PURE__ */ build(() => map(slug, item)),
  raisedOn: amountsFrom0,
  loweredOn: amounts,
  redeemedOn: amountsFrom0,
  receivedOn: amountsFrom0,
  sentOn: amounts,
  reportIns: /* @__PURE__ */ build(() => list(date)),
  posts: claims,
  releases,
  corrections,
  redemptions: /* @__PURE__ */ build(() => list(redemption)),
  bars: /* @__PURE__ */ build(() => list(bar)),
  pending: /* @__PURE__ */ build(() => list(pending)),
  transfers: /* @__PURE__ */ build(() => list(transfer)),
  reversed: /* @__PURE__ */ build(() => list(reversed)),
  memberId: /* @__PURE__ */ build(() => id.optional()),
  continues: /* @__PURE__ */ build(() => list(id, 1).optional()),
};

type Opened = Omit<FoldedAccount, 'status' | 'closed'>;

/** An account by its status: it is closed exactly where a closing is on record, which the type of accounts leaves to the fold. */
type ByStatus =
  | UnopenedAccount
  | (Opened & { readonly status: 'open' })
  | (Opened & { readonly status: 'closed'; readonly closed: ClosingRecord });

/** An account, as a snapshot keeps it. */
export const account: Schema<Account> = /* @__PURE__ */ named(
  'Account',
  "An account: the fold of its events. Its maps (matters, posts, corrections …) are the library's own.",
  () =>
    exactly<ByStatus>()(
      variants('status', [
        object({ status: literal('unopened') }),
        object({ ...opened, status: literal('open') }),
        object({ ...opened, status: literal('closed'), closed: closing }),
      ]),
    ) as Schema<unknown> as Schema<Account>,
);
