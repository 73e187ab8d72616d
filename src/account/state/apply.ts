import { dayNumber } from '../../values/calendar.js';
import { addTo } from '../../values/daily.js';
import { add } from '../../values/persistent-map.js';
import { inPlace, type MakeWritable } from '../../values/writable.js';
import type {
  AccountBarred,
  AccountClosed,
  AccountOpened,
  BankEvent,
  EntryVerified,
  PointsReceived,
  PointsRedeemed,
  PointsSent,
  PostReleased,
  ScoreCorrected,
  Scored,
} from '../events/event.js';
import {
  type Account,
  type CorrectionRecord,
  type FoldedAccount,
  type LooseMatter,
  OPENING_KEY,
  type PendingScore,
  type WritableItem,
} from './account.js';
import { bookCorrection } from './booking/corrections.js';
import {
  bookClaim,
  bookMatter,
  claimOfEvent,
  matterOfEvent,
  sumOf,
  type WritableAccount,
} from './booking/entries.js';
import { takeUp } from './booking/handing-on.js';
import { bookRedemption, bookTransfer, reversed } from './booking/reversal.js';
import { settleSum } from './booking/sums.js';
import { barContent, correctionContent, redemptionContent } from './content.js';
import { requireExactFigures, requireFirstTime } from './history-checks.js';
import { HistoryError, requireEvent } from './history-error.js';
import { isPendingUnder } from './records.js';

/**
 * Applies an event to an account: the one place that says what each event does. It changes the account given, or returns the one that
 * the event opens.
 *
 * @param writable - makes the parts that change writable; where left out, the account has to be a private copy
 */
export function apply(account: Account, event: BankEvent, writable: MakeWritable = inPlace): Account {
  requireEvent(event);
  if (event.type === 'AccountOpened') {
    if (account.status !== 'unopened')
      throw new HistoryError(`account '${account.accountId}' is opened twice`);
    const made = opened(event);
    requireExactFigures(made, event);
    return made;
  }
  if (account.status === 'unopened') throw new HistoryError(`${event.type} comes before AccountOpened`);
  if (event.data.accountId !== account.accountId) {
    throw new HistoryError(
      `${event.type} of account '${event.data.accountId}' in the stream of '${account.accountId}'`,
    );
  }
  if (account.status === 'closed') throw new HistoryError(`${event.type} comes after AccountClosed`);
  const of = account as WritableAccount;
  requireFirstTime(of, event);
  // A reversal or a verification leaves no day of its own: the account is as if its entry had never been, or had counted from the start.
  const isEntry = event.type !== 'EntryReversed' && event.type !== 'EntryVerified';
  if (isEntry && event.data.on > of.latestOn) of.latestOn = event.data.on;
  switch (event.type) {
    case 'ActivityCredited': {
      const matter = matterOfEvent(event);
      if (event.data.pending) of.pending = [...of.pending, { ...matter, ...waiting(event.data) }];
      else settleSum(bookMatter(of, matter, writable), matter, writable);
      break;
    }
    case 'PostClaimed': {
      const claim = claimOfEvent(event);
      if (event.data.pending) of.pending = [...of.pending, { ...claim, ...waiting(event.data) }];
      else bookClaim(of, claim, writable);
      break;
    }
    case 'PostReleased':
      released(of, event, writable);
      break;
    case 'EntryVerified':
      verified(of, event, writable);
      break;
    case 'PointsRedeemed':
      redeemed(of, event, writable);
      break;
    case 'ScoreCorrected':
      corrected(of, event, writable);
      break;
    case 'EntryReversed':
      reversed(of, event, writable);
      break;
    case 'PointsSent':
    case 'PointsReceived':
      transferred(of, event, writable);
      break;
    case 'AccountBarred':
      barred(of, event);
      break;
    case 'AccountClosed':
      closed(of, event);
      break;
    default:
      throw unknownType(event);
  }
  requireExactFigures(of, event);
  return account;
}

/** No event that compiles comes here; one from a store may. */
function unknownType(event: never): HistoryError {
  return new HistoryError(`unknown event type '${String((event as { type: unknown }).type)}'`);
}

function opened({ data }: AccountOpened): FoldedAccount {
  const { on, points } = data;
  const day = dayNumber(on);
  const item: WritableItem = {
    days: addTo([], day, points, inPlace),
    matters: [OPENING_KEY, day, points, ''],
  };
  // The opening uses room under the limits of its item, now and later.
  if (points !== 0) item.limited = [on, day, points, 0];
  const account: WritableAccount = {
    status: 'open',
    accountId: data.accountId,
    role: data.role,
    colour: data.colour,
    communityId: data.communityId,
    openedOn: on,
    latestOn: on,
    earned: points,
    corrected: 0,
    redeemed: 0,
    transferred: 0,
    items: { [data.item]: item },
    raisedOn: [],
    loweredOn: [],
    redeemedOn: [],
    receivedOn: [],
    sentOn: [],
    reportIns: data.reportsIn ? [on] : [],
    posts: [],
    releases: [],
    corrections: [],
    redemptions: [],
    transfers: [],
    bars: [],
    pending: [],
    reversed: [],
  };
  if (data.memberId !== undefined) account.memberId = data.memberId;
  if (data.continues !== undefined) {
    account.continues = data.continues.map(({ accountId }) => accountId);
    for (const continued of data.continues) takeUp(account, continued);
  }
  return account;
}

/** What an entry that waits needs to be scored once more when it is verified. */
function waiting({ base, factor, scored, difficulty }: Scored): PendingScore {
  return {
    base,
    scored,
    ...(difficulty === undefined ? {} : { difficulty }),
    ...(factor === undefined ? {} : { factor }),
  };
}

function released(account: WritableAccount, { data }: PostReleased, writable: MakeWritable): void {
  account.releases = add(account.releases, data.postId, [dayNumber(data.on)], writable);
}

/** The entry counts from now on, with the points that it scored when it was verified. */
function verified(account: WritableAccount, { data }: EntryVerified, writable: MakeWritable): void {
  const { verifies, points, limits, item, entryOn } = data;
  const pending = account.pending.find((one) => isPendingUnder(one, { ...verifies, item, on: entryOn }));
  if (pending === undefined) {
    throw new HistoryError(`${verifies.kind} '${verifies.id}' is verified and does not wait for it`);
  }
  account.pending = account.pending.filter((one) => one !== pending);
  const isLimited = limits !== undefined;
  if (pending.kind === 'matter') {
    const [day, , content] = pending.entry;
    const sum = sumOf(data);
    const matter: LooseMatter = {
      ...pending,
      entry: [day, points, content],
      ...(sum === undefined ? {} : { sum }),
      isLimited,
    };
    settleSum(bookMatter(account, matter, writable), matter, writable);
  } else {
    const [day, , content] = pending.entry;
    bookClaim(account, { ...pending, entry: [day, points, content, item], isLimited }, writable);
  }
}

function redeemed(account: WritableAccount, { data }: PointsRedeemed, writable: MakeWritable): void {
  const { at, redemptionId, on, deducted } = data;
  const lines = data.lines.map(({ rewardId, quantity, price }) => ({
    rewardId,
    quantity,
    price: deducted === 0 ? 0 : price,
  }));
  const content = redemptionContent(data);
  const redemption = { redemptionId, on, ...(at === undefined ? {} : { at }), deducted, lines, content };
  bookRedemption(account, redemption, writable);
}

function corrected(account: WritableAccount, { data }: ScoreCorrected, writable: MakeWritable): void {
  const { by, corrects, countsOn, freesRoom, on, points, reason, requested = points } = data;
  const asked = { by, corrects: corrects?.id, on, points: requested, reason };
  const matterOn = corrects === undefined ? 0 : dayNumber(corrects.on);
  const correction: CorrectionRecord = [
    correctionContent(asked),
    corrects?.item ?? '',
    corrects?.id ?? '',
    dayNumber(on),
    dayNumber(countsOn),
    points,
    freesRoom ? Math.max(0 - points, 0) : 0,
    matterOn,
  ];
  bookCorrection(account, data.correctionId, correction, writable);
}

function transferred(
  account: WritableAccount,
  { type, data }: PointsSent | PointsReceived,
  writable: MakeWritable,
): void {
  const { transferId, on, points } = data;
  const transfer =
    type === 'PointsSent'
      ? { transferId, on, points: -points, other: data.to }
      : { transferId, on, points, other: data.from };
  bookTransfer(account, transfer, writable);
}

function barred(account: WritableAccount, { data }: AccountBarred): void {
  const { barId, ground, on, from, until } = data;
  const bar = {
    barId,
    ground,
    on,
    from,
    ...(until === undefined ? {} : { until }),
    content: barContent(data),
  };
  account.bars = [...account.bars, bar];
}

function closed(account: WritableAccount, { data }: AccountClosed): void {
  const { on, reason, continuedBy } = data;
  account.status = 'closed';
  account.closed = { on, reason, ...(continuedBy === undefined ? {} : { continuedBy }) };
}
