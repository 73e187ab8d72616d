import type { AccountOpened, ActivityCredited, BankEvent, PostClaimed } from '../../account/events/event.js';
import type { CalendarDate } from '../../values/calendar.js';
import { ReportError } from './report-error.js';

/** An event that earns points (or costs them, where an item is a deduction). */
export type EarningEvent = AccountOpened | PostClaimed | ActivityCredited;

/** Whether the event earns points: an opening, a claim, an activity, a report-in. */
export function isEarning(event: BankEvent): event is EarningEvent {
  return event.type !== 'PointsRedeemed' && event.type !== 'ScoreCorrected';
}

/** What has moved, in points. */
export type Moved = {
  /** Credited, the opening included. */
  readonly earned: number;
  /** Corrections, added up with their signs (clause 2.5). */
  readonly corrected: number;
  /** What left the balance for rewards (clause 4.2); it goes on counting in the assessment. */
  readonly redeemed: number;
  /** What lapsed unspent; 0 unless a rule set that lets points lapse is given. */
  readonly lapsed: number;
};

/** What has moved, and what that comes to, in points. */
export type Figures = Moved & {
  /** Can be redeemed: earned + corrected − redeemed − lapsed. Below 0 after a correction of points already spent. */
  readonly redeemable: number;
  /** Counts in the assessment: earned + corrected. */
  readonly assessment: number;
};

/** {@link Moved}, while it is being added up. */
export type Tally = { -readonly [Figure in keyof Moved]: number };

/** Nothing moved yet. */
export function emptyTally(): Tally {
  return { earned: 0, corrected: 0, redeemed: 0, lapsed: 0 };
}

/** Adds what the event moved. */
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
      throw new ReportError(
        'broken-history',
        `unknown event type '${String((event as { type: unknown }).type)}'`,
      );
  }
}

/** Adds what another tally holds. */
export function addMoved(tally: Tally, moved: Moved): void {
  tally.earned += moved.earned;
  tally.corrected += moved.corrected;
  tally.redeemed += moved.redeemed;
  tally.lapsed += moved.lapsed;
}

/** What can be redeemed of what has moved. */
export function redeemableOf({ earned, corrected, redeemed, lapsed }: Moved): number {
  return earned + corrected - redeemed - lapsed;
}

/** What a tally comes to. */
export function figuresOf({ earned, corrected, redeemed, lapsed }: Moved): Figures {
  const assessment = earned + corrected;
  return { earned, corrected, redeemed, lapsed, redeemable: assessment - redeemed - lapsed, assessment };
}

/**
 * The day on which an event counts: its own, but for a correction the day that it says it counts on, which is that of the matter
 * it corrects where the rules read it so.
 */
export function dayOf(event: BankEvent): CalendarDate {
  return event.type === 'ScoreCorrected' ? event.data.countsOn : event.data.on;
}
