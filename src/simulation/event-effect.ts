import type { BankEvent } from '../account/events/event.js';
import type { CalendarDate } from '../values/calendar.js';

/** What an event does to an account's figures. */
export type EventEffect = {
  /** The points that the event itself tells: what it scored, cost, moved or gave back. */
  readonly points: number;
  /** The change of the balance, with its sign. */
  readonly balance: number;
  /** The change of the assessment, with its sign. */
  readonly assessed: number;
  /** The day on which it counts. */
  readonly on: CalendarDate;
};

/** What an event does to an account's figures, whatever the rules. What closed accounts handed on is no part of an opening's effect. */
export function effectOf(event: BankEvent): EventEffect {
  const { on } = event.data;
  switch (event.type) {
    case 'AccountOpened':
      return scored(event.data.points, on);
    case 'PostClaimed':
    case 'ActivityCredited':
      return event.data.pending
        ? { points: event.data.points, balance: 0, assessed: 0, on }
        : scored(event.data.points, on);
    case 'EntryVerified':
      return scored(event.data.points, event.data.entryOn);
    case 'ScoreCorrected':
      return scored(event.data.points, event.data.countsOn);
    case 'PointsRedeemed':
      return { points: event.data.points, balance: 0 - event.data.deducted, assessed: 0, on };
    case 'EntryReversed': {
      const { assessment, balance, entry } = event.data;
      return { points: balance, balance, assessed: assessment, on: entry.on };
    }
    case 'PointsSent':
      return { points: event.data.points, balance: 0 - event.data.points, assessed: 0, on };
    case 'PointsReceived':
      return { points: event.data.points, balance: event.data.points, assessed: 0, on };
    case 'AccountClosed':
      return { points: event.data.balance, balance: 0 - event.data.balance, assessed: 0, on };
    case 'PostReleased':
    case 'AccountBarred':
      return { points: 0, balance: 0, assessed: 0, on };
  }
}

function scored(points: number, on: CalendarDate): EventEffect {
  return { points, balance: points, assessed: points, on };
}
