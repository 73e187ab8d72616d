import type { CalendarDate } from '../../values/calendar.js';
import type { LapsedPoints } from './lapse.js';
import type { StandingEvent } from './standing-events.js';

/** Something that moves an account's figures on a day. */
export type Movement =
  /** An event that stands. */
  | ({ readonly kind: 'entry' } & StandingEvent)
  /** What the account took up on its opening: its share in the balance and in the assessment. */
  | {
      readonly kind: 'taken-up';
      readonly on: CalendarDate;
      readonly points: number;
      readonly assessed: number;
    }
  | { readonly kind: 'lapsed'; readonly on: CalendarDate; readonly lapsed: LapsedPoints }
  /** The points that the account held when it was closed. */
  | { readonly kind: 'closed'; readonly on: CalendarDate; readonly points: number };
