import type { AccountOpened, ActivityCredited, BankEvent, PostClaimed } from '../../account/events/event.js';
import { exactSum } from './exact-sum.js';
import type { Movement } from './movement.js';
import type { StandingEvent } from './standing-events.js';

/** An event that earns points, or costs them if its item is a deduction. */
export type EarningEvent = AccountOpened | PostClaimed | ActivityCredited;

/** Whether the event earns points: an opening, a claim, an activity or a report-in. */
export function isEarning(event: BankEvent): event is EarningEvent {
  return event.type === 'AccountOpened' || event.type === 'PostClaimed' || event.type === 'ActivityCredited';
}

/** The points that moved. Entries that were reversed, or wait to be verified, are in none of the figures. */
export type Turnover = {
  /** Points earned in this account, including those of the opening. */
  readonly earned: number;
  /** The sum of all corrections, with their signs. */
  readonly corrected: number;
  /** Points deducted for rewards. They still count in the assessment. */
  readonly redeemed: number;
  /** Points that lapsed unspent; 0 unless the given rule set lets points lapse. */
  readonly lapsed: number;
  /** Points received from other accounts less those sent to them. They do not count in the assessment. */
  readonly transferred: number;
  /** The balance taken up from the accounts that this one continues. */
  readonly takenUp: number;
  /** Points that left the balance when the account was closed, handed on or forfeited; below 0 if it closed with a debt. */
  readonly closedOut: number;
};

/** The points that moved, and the balance and assessment that they add up to. */
export type PointsSummary = Turnover & {
  /**
   * The redeemable balance: earned + corrected − redeemed − lapsed + transferred + takenUp − closedOut. It is below 0 after a correction of
   * points already spent.
   */
  readonly redeemable: number;
  /** The assessment: earned + corrected, with the assessment of the accounts that it continues. */
  readonly assessment: number;
};

/** A running {@link Turnover}. */
export type TurnoverTally = { -readonly [Figure in keyof Turnover]: number };

/** A turnover of 0. */
export function emptyTally(): TurnoverTally {
  return { earned: 0, corrected: 0, redeemed: 0, lapsed: 0, transferred: 0, takenUp: 0, closedOut: 0 };
}

/** Adds a movement. */
export function book(tally: TurnoverTally, movement: Movement): void {
  switch (movement.kind) {
    case 'entry': {
      const [figure, points] = shareOf(movement.event);
      tally[figure] = exactSum(tally[figure], points);
      break;
    }
    case 'taken-up':
      tally.takenUp = exactSum(tally.takenUp, movement.points);
      break;
    case 'lapsed':
      tally.lapsed = exactSum(tally.lapsed, movement.lapsed.points);
      break;
    case 'closed':
      tally.closedOut = exactSum(tally.closedOut, movement.points);
      break;
  }
}

/** The figure that an event belongs to, and its points there. */
function shareOf(event: StandingEvent['event']): readonly [figure: keyof Turnover, points: number] {
  switch (event.type) {
    case 'AccountOpened':
    case 'PostClaimed':
    case 'ActivityCredited':
      return ['earned', event.data.points];
    case 'PointsRedeemed':
      return ['redeemed', event.data.deducted];
    case 'ScoreCorrected':
      return ['corrected', event.data.points];
    case 'PointsReceived':
      return ['transferred', event.data.points];
    case 'PointsSent':
      return ['transferred', -event.data.points];
    case 'PostReleased':
    case 'AccountBarred':
    case 'AccountClosed':
      return ['earned', 0];
  }
}

/** Adds another turnover. */
export function addTurnover(tally: TurnoverTally, more: Turnover): void {
  for (const figure of Object.keys(tally) as (keyof Turnover)[])
    tally[figure] = exactSum(tally[figure], more[figure]);
}

/** The redeemable balance of a turnover. */
export function redeemableOf(turnover: Turnover): number {
  const { earned, corrected, redeemed, lapsed, transferred, takenUp, closedOut } = turnover;
  return [corrected, -redeemed, -lapsed, transferred, takenUp, -closedOut].reduce(exactSum, earned);
}

/** A turnover with its balance and assessment. */
export function summaryOf(turnover: Turnover, assessmentTakenUp = 0): PointsSummary {
  const { earned, corrected, redeemed, lapsed, transferred, takenUp, closedOut } = turnover;
  return {
    ...{ earned, corrected, redeemed, lapsed, transferred, takenUp, closedOut },
    redeemable: redeemableOf(turnover),
    assessment: exactSum(exactSum(earned, corrected), assessmentTakenUp),
  };
}
