import type { BankEvent } from '../../account/events/event.js';
import { assessment, redeemable } from '../../account/state/account.js';
import { statement } from '../../reports/volunteer/statement.js';
import { text } from '../../values/text.js';
import { firstOf, type Law, ofLedger, perAccount, unequal } from '../law.js';

/** The points that an event adds to the assessment. */
function scoredBy(event: BankEvent): number {
  switch (event.type) {
    case 'AccountOpened':
    case 'PostClaimed':
    case 'ActivityCredited':
    case 'ScoreCorrected':
      return event.data.points;
    case 'PointsRedeemed':
      return 0;
  }
}

/** The points that an event takes from the balance. */
function spentBy(event: BankEvent): number {
  switch (event.type) {
    case 'PointsRedeemed':
      return event.data.deducted;
    case 'AccountOpened':
    case 'PostClaimed':
    case 'ActivityCredited':
    case 'ScoreCorrected':
      return 0;
  }
}

function sum(events: readonly BankEvent[], of: (event: BankEvent) => number): number {
  return events.reduce((total, event) => total + of(event), 0);
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
          sum(events, scoredBy) - sum(events, spentBy),
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
        unequal(`the assessment of ${id}`, assessment(run.subject.fold(events)), sum(events, scoredBy)),
      ),
  },
  {
    name: 'whole-points',
    clause: ({ entries }) => entries.clause,
    title: text('分值为整数', 'all points are whole numbers'),
    broken: ({ events }) =>
      firstOf(events, (event) => {
        const odd = numbersIn(event.data).find(
          (number) => !Number.isSafeInteger(number) && !isQuantityOf(event, number),
        );
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

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** Whether a number is a quantity, the only kind that may have decimals. */
function isQuantityOf(event: BankEvent, number: number): boolean {
  return event.type === 'ActivityCredited' && event.data.quantity === number;
}
