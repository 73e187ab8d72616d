import type {
  AccountOpened,
  ActivityCredited,
  BankEvent,
  EventType,
  PostClaimed,
} from '../../account/events/event.js';
import type { CalendarDate } from '../../values/calendar.js';
import { ReportError } from './report-error.js';

/** An event that earns points, or costs them if its item is a deduction. */
export type EarningEvent = AccountOpened | PostClaimed | ActivityCredited;

/** Which types of event earn points. A new type does not compile until it stands here. */
const EARNING: { readonly [Type in EventType]: Type extends EarningEvent['type'] ? true : false } = {
  AccountOpened: true,
  PostClaimed: true,
  ActivityCredited: true,
  PointsRedeemed: false,
  ScoreCorrected: false,
};

/** Whether the event earns points: an opening, a claim, an activity or a report-in. */
export function isEarning(event: BankEvent): event is EarningEvent {
  return EARNING[event.type];
}

/** The points that moved. */
export type Turnover = {
  /** Points earned, including those of the opening. */
  readonly earned: number;
  /** The sum of all corrections, with their signs. */
  readonly corrected: number;
  /** Points deducted for rewards. They still count in the assessment. */
  readonly redeemed: number;
  /** Points that lapsed unspent; 0 unless the given rule set lets points lapse. */
  readonly lapsed: number;
};

/** The points that moved, and the balance and assessment that they add up to. */
export type PointsSummary = Turnover & {
  /** The redeemable balance: earned + corrected − redeemed − lapsed. It is below 0 after a correction of points already spent. */
  readonly redeemable: number;
  /** The assessment: earned + corrected. */
  readonly assessment: number;
};

/** A running {@link Turnover}. */
export type Tally = { -readonly [Figure in keyof Turnover]: number };

/** A turnover of 0. */
export function emptyTally(): Tally {
  return { earned: 0, corrected: 0, redeemed: 0, lapsed: 0 };
}

/** Adds an event. */
export function book(tally: Tally, event: BankEvent): void {
  switch (event.type) {
    case 'AccountOpened':
    case 'PostClaimed':
    case 'ActivityCredited':
      tally.earned += event.data.points;
      break;
    case 'PointsRedeemed':
      tally.redeemed += event.data.deducted;
      break;
    case 'ScoreCorrected':
      tally.corrected += event.data.points;
      break;
    default:
      throw unknownType(event);
  }
}

/** What an event adds to the redeemable balance and to the assessment, in signed points. */
export function effectOf(event: BankEvent): { readonly balance: number; readonly assessed: number } {
  const tally = emptyTally();
  book(tally, event);
  return { balance: redeemableOf(tally), assessed: tally.earned + tally.corrected };
}

/** No event that compiles comes here; one from a store may. */
function unknownType(event: never): ReportError {
  const { type } = event as { type: unknown };
  return new ReportError('broken-history', `unknown event type '${String(type)}'`);
}

/** Adds another turnover. */
export function addTurnover(tally: Tally, more: Turnover): void {
  tally.earned += more.earned;
  tally.corrected += more.corrected;
  tally.redeemed += more.redeemed;
  tally.lapsed += more.lapsed;
}

/** The redeemable balance of a turnover. */
export function redeemableOf({ earned, corrected, redeemed, lapsed }: Turnover): number {
  return earned + corrected - redeemed - lapsed;
}

/** A turnover with its balance and assessment. */
export function summaryOf({ earned, corrected, redeemed, lapsed }: Turnover): PointsSummary {
  const assessment = earned + corrected;
  return { earned, corrected, redeemed, lapsed, redeemable: assessment - redeemed - lapsed, assessment };
}

/**
 * The day on which an event counts: its own day, or for a correction its `countsOn`, which is the day of the corrected matter if the
 * rules say so.
 */
export function dayOf(event: BankEvent): CalendarDate {
  switch (event.type) {
    case 'AccountOpened':
    case 'PostClaimed':
    case 'ActivityCredited':
    case 'PointsRedeemed':
      return event.data.on;
    case 'ScoreCorrected':
      return event.data.countsOn;
  }
}
