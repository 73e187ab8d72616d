import { dayNumber } from '../../values/calendar.js';
import { countIn, sumOfAmounts } from '../../values/daily.js';
import type {
  AccountOpened,
  ActivityCredited,
  BankEvent,
  PointsRedeemed,
  PostClaimed,
} from '../events/event.js';
import { assessment, type FoldedAccount, matterKey, redeemable } from './account.js';
import { reversalsOf } from './booking/reversal.js';
import { claimContent } from './content.js';
import { HistoryError } from './history-error.js';
import {
  barOf,
  correctionOf,
  enteredMatterOf,
  isReleasedOn,
  isSameEntry,
  ownClaimsOn,
  redemptionOf,
  transferOf,
} from './records.js';

/*
 * Checks that every history of decided events passes. They detect a store that returns an event twice, or one that somebody wrote into,
 * before anything of it is counted.
 */

/** An event of an open account. */
type LaterEvent = Exclude<BankEvent, AccountOpened>;

/** An event whose entry already stands, or waits, was given twice. */
export function requireFirstTime(account: FoldedAccount, event: LaterEvent): void {
  const repeated = repeatedEntry(account, event);
  if (repeated !== undefined)
    throw new HistoryError(`${repeated} of account '${account.accountId}' is given twice`);
}

/** The name of an event's entry, if the account has that entry already. */
function repeatedEntry(account: FoldedAccount, event: LaterEvent): string | undefined {
  switch (event.type) {
    case 'ActivityCredited':
      return isMatterKnown(account, event) ? `matter '${event.data.matterId}'` : undefined;
    case 'PostClaimed':
      return isClaimKnown(account, event) ? `claim '${event.data.postId}'` : undefined;
    case 'PostReleased': {
      const { postId, on } = event.data;
      return isReleasedOn(account, postId, on) ? `release '${postId}'` : undefined;
    }
    case 'PointsRedeemed':
      return isRedemptionKnown(account, event) ? `redemption '${event.data.redemptionId}'` : undefined;
    case 'ScoreCorrected': {
      const { correctionId } = event.data;
      return correctionOf(account, correctionId) === undefined ? undefined : `correction '${correctionId}'`;
    }
    case 'PointsSent':
    case 'PointsReceived': {
      const { transferId } = event.data;
      return transferOf(account, transferId) === undefined ? undefined : `transfer '${transferId}'`;
    }
    case 'AccountBarred': {
      const { barId } = event.data;
      return barOf(account, barId) === undefined ? undefined : `bar '${barId}'`;
    }
    case 'EntryReversed': {
      const { reversalId } = event.data;
      const isKnown = reversalsOf(account, reversalId).some(({ isInForce }) => isInForce);
      return isKnown ? `reversal '${reversalId}'` : undefined;
    }
    // These are detected by what they need: an entry that waits, an account that is open.
    case 'EntryVerified':
    case 'AccountClosed':
      return undefined;
  }
}

function isMatterKnown(account: FoldedAccount, { data }: ActivityCredited): boolean {
  return enteredMatterOf(account, data.item, matterKey(data.matterId, data.capacity)) !== undefined;
}

/** A post can be claimed several times on a day; two claims that say the same are one. */
function isClaimKnown(account: FoldedAccount, { data }: PostClaimed): boolean {
  const { on, postId } = data;
  const content = claimContent(data);
  return (
    ownClaimsOn(account, postId, dayNumber(on)).some((claim) => isSameEntry(claim, on, content)) ||
    account.pending.some(
      (one) => one.kind === 'claim' && one.postId === postId && isSameEntry(one.entry, on, content),
    )
  );
}

/** Visits are a list: it is searched only where the day has one already. */
function isRedemptionKnown(account: FoldedAccount, { data }: PointsRedeemed): boolean {
  const day = dayNumber(data.on);
  return countIn(account.redeemedOn, day, day) > 0 && redemptionOf(account, data.redemptionId) !== undefined;
}

/** Every figure of an account is a whole number that JavaScript holds exactly. */
export function requireExactFigures(account: FoldedAccount, { type }: BankEvent): void {
  const { accountId, earned, corrected, redeemed, transferred } = account;
  const isExact =
    Number.isSafeInteger(earned) &&
    Number.isSafeInteger(corrected) &&
    Number.isSafeInteger(redeemed) &&
    Number.isSafeInteger(transferred) &&
    Number.isSafeInteger(assessment(account)) &&
    Number.isSafeInteger(redeemable(account)) &&
    (!MOVES_BOTH_WAYS.includes(type) || sumsOfOneWay(account).every(Number.isSafeInteger));
  if (isExact) return;
  throw new HistoryError(`${type} makes the points of account '${accountId}' too large to be exact`);
}

/** The events by which points go up and down, so that a figure stays small where what moved it does not. */
const MOVES_BOTH_WAYS: readonly BankEvent['type'][] = [
  'ScoreCorrected',
  'EntryReversed',
  'PointsSent',
  'PointsReceived',
];

function sumsOfOneWay({ earned, raisedOn, receivedOn, loweredOn }: FoldedAccount): number[] {
  return [earned + sumOfAmounts(raisedOn) + sumOfAmounts(receivedOn), sumOfAmounts(loweredOn)];
}
