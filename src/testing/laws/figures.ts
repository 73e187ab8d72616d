import type { BankEvent } from '../../account/events/event.js';
import { assessment, folded, type OpenedAccount, redeemable } from '../../account/state/account.js';
import { balanceOn } from '../../account/state/figures/balance.js';
import { statement } from '../../reports/volunteer/statement.js';
import { canonicalJson } from '../../values/json.js';
import { text } from '../../values/text.js';
import { firstOf, type Law, ofLedger, perAccount, unequal } from '../law.js';
import { heldOn, type Move, movesOf, sumOf } from '../moves.js';
import { standing } from '../standing.js';

/** The sum of what stands of a history, of some kinds of moves. */
function sum(events: readonly BankEvent[], ...kinds: readonly Move['of'][]): number {
  return sumOf(movesOf(standing(events)).filter(({ of }) => kinds.includes(of)));
}

/** The laws of balance and assessment. */
export const FIGURE_LAWS: readonly Law[] = [
  {
    name: 'balance-equation',
    clause: ({ redemption }) => redemption.clause,
    title: text(
      '可兑换积分 = 所得 + 更正 − 已兑换',
      'the balance is earned plus corrected minus redeemed points',
    ),
    broken: (run) =>
      perAccount(run, (events, id) => {
        const account = run.subject.fold(events);
        return unequal(
          `the balance of ${id}`,
          redeemable(account),
          account.status === 'closed' ? 0 : sum(events, 'earned', 'corrected', 'redeemed', 'transferred'),
        );
      }),
  },
  {
    name: 'assessment-equation',
    clause: ({ redemption }) => redemption.clause,
    title: text(
      '考核积分 = 所得 + 更正，不因兑换减少',
      'the assessment is earned plus corrected points; redeeming takes nothing from it',
    ),
    broken: (run) =>
      perAccount(run, (events, id) =>
        unequal(
          `the assessment of ${id}`,
          assessment(run.subject.fold(events)),
          sum(events, 'earned', 'corrected'),
        ),
      ),
  },
  {
    name: 'balance-on-every-day',
    clause: ({ redemption }) => redemption.clause,
    title: text(
      '任一日的可兑换积分只含当日已有的积分，先得先用',
      'the balance of any day has only what was held by then, and the oldest points are spent first',
    ),
    broken: (run) =>
      perAccount(run, (events, id) => {
        const { ruleSet } = run.subject;
        const account = run.subject.fold(events);
        const moves = movesOf(standing(events));
        const closedOn = account.status === 'closed' ? account.closed?.on : undefined;
        return firstOf(new Set([...moves.map(({ on }) => on), '2025-06-30']), (day) =>
          unequal(
            `the balance of ${id} on ${day}`,
            balanceOn(account, day, ruleSet),
            closedOn !== undefined && closedOn <= day ? 0 : heldOn(moves, day, ruleSet).held,
          ),
        );
      }),
  },
  {
    name: 'pending-counts-nowhere',
    clause: ({ verification, clauses }) => verification?.clause ?? clauses.entries,
    title: text('待核定的登记不计分', 'an entry that waits to be verified counts nowhere'),
    broken: (run) =>
      perAccount(run, (events, id) => {
        const counted = standing(events).filter((event) => !('pending' in event.data));
        if (counted.length === standing(events).length) return undefined;
        const of = (some: readonly BankEvent[]): unknown => {
          const account = folded(run.subject.fold(some) as OpenedAccount);
          const { earned, corrected, redeemed, transferred, items } = account;
          const days = Object.entries(items).map(([item, held]) => [item, held.days, held.quantities ?? {}]);
          return { earned, corrected, redeemed, transferred, days: days.sort() };
        };
        return unequal(`${id} without what waits`, canonicalJson(of(events)), canonicalJson(of(counted)));
      }),
  },
  {
    name: 'whole-points',
    clause: ({ entries }) => entries.clause,
    title: text('分值为整数', 'all points are whole numbers'),
    broken: ({ events }) =>
      firstOf(events, (event) => {
        const odd = numbersIn(event).find((number) => !Number.isSafeInteger(number));
        return odd === undefined ? undefined : `${event.type} has ${odd}, which is not a whole number`;
      }),
  },
  {
    name: 'statement-agrees',
    clause: ofLedger,
    title: text(
      '对账单与账户两条独立的计算一致',
      'the statement and the account, computed independently, agree',
    ),
    broken: (run) =>
      perAccount(run, (events, id) => {
        const closing = statement(events, { from: '1900-01-01', to: '9999-12-31' })?.closing;
        const account = run.subject.fold(events);
        const seen = { redeemable: closing?.redeemable, assessment: closing?.assessment };
        return unequal(`the statement of ${id}`, seen, {
          redeemable: redeemable(account),
          assessment: assessment(account),
        });
      }),
  },
];

/** What may have decimals: quantities, their sums, and factors. */
const DECIMAL: readonly string[] = ['quantity', 'before', 'times'];

/** What may have decimals where a limit counts quantities. */
const DECIMAL_OF_QUANTITIES: readonly string[] = ['maximum', 'used'];

/** The numbers of a value, without those that may have decimals. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const ofQuantities = 'counts' in value && value.counts === 'quantity' ? DECIMAL_OF_QUANTITIES : [];
  return Object.entries(value).flatMap(([key, of]) =>
    DECIMAL.includes(key) || ofQuantities.includes(key) ? [] : numbersIn(of),
  );
}
