import type { BankEvent } from '../../account/events/event.js';

/**
 * What an event as such adds to the redeemable balance and to the assessment, in signed points. What an opening takes up and a closing
 * takes depends on the rest of the history, and is not in it.
 */
export function effectOf(event: BankEvent): { readonly balance: number; readonly assessed: number } {
  switch (event.type) {
    case 'PostClaimed':
    case 'ActivityCredited':
      return event.data.pending ? NOTHING : both(event.data.points);
    case 'AccountOpened':
    case 'EntryVerified':
    case 'ScoreCorrected':
      return both(event.data.points);
    case 'PointsRedeemed':
      return balanceAlone(0 - event.data.deducted);
    case 'PointsSent':
      return balanceAlone(0 - event.data.points);
    case 'PointsReceived':
      return balanceAlone(event.data.points);
    case 'EntryReversed':
      return { balance: event.data.balance, assessed: event.data.assessment };
    case 'PostReleased':
    case 'AccountBarred':
    case 'AccountClosed':
      return NOTHING;
  }
}

const NOTHING = { balance: 0, assessed: 0 };

function both(points: number): { readonly balance: number; readonly assessed: number } {
  return { balance: points, assessed: points };
}

function balanceAlone(balance: number): { readonly balance: number; readonly assessed: number } {
  return { balance, assessed: 0 };
}
