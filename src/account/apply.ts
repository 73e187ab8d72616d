import { type CalendarDate, monthOf } from '../values/calendar.js';
import { lookUp, put } from '../values/keyed.js';
import type { Mutable } from '../values/mutable.js';
import { toHundredths } from '../values/points.js';
import {
  type Account,
  type ItemTally,
  type MonthTally,
  matterKey,
  type OpenedAccount,
  openingKey,
} from './account.js';
import type {
  AccountOpened,
  ActivityCredited,
  BankEvent,
  Decided,
  PointsRedeemed,
  PostClaimed,
  ScoreCorrected,
  Scored,
} from './events.js';
import { claimContent, correctionContent, matterContent } from './fingerprint.js';

/** Thrown where events cannot be one account's history: the programmer mixed up streams, or one is damaged. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
}

type Open = Mutable<OpenedAccount>;

/**
 * The one recipe that turns an account by an event: on a draft for `evolve`, on a private copy for `fold`. It changes the account
 * it is given, or returns the newly opened one.
 */
export function apply(account: Account, event: BankEvent): Account {
  if (event.type === 'AccountOpened') {
    if (account.status === 'open') throw new HistoryError(`account '${account.accountId}' is opened twice`);
    return opened(event);
  }
  if (account.status !== 'open') throw new HistoryError(`${event.type} comes before AccountOpened`);
  if (event.data.accountId !== account.accountId) {
    throw new HistoryError(
      `${event.type} of account '${event.data.accountId}' in the stream of '${account.accountId}'`,
    );
  }
  const open = account as Open;
  if (event.data.on > open.latestOn) open.latestOn = event.data.on;
  switch (event.type) {
    case 'ActivityCredited':
      credited(open, event);
      break;
    case 'PostClaimed':
      claimed(open, event);
      break;
    case 'PointsRedeemed':
      redeemed(open, event);
      break;
    case 'ScoreCorrected':
      corrected(open, event);
      break;
    default:
      throw new HistoryError(`unknown event type '${String((event as { type: unknown }).type)}'`);
  }
  return account;
}

function opened({ data }: AccountOpened): OpenedAccount {
  const open: Open = {
    status: 'open',
    accountId: data.accountId,
    role: data.role,
    colour: data.colour,
    communityId: data.communityId,
    openedOn: data.on,
    latestOn: data.on,
    earned: data.points,
    corrected: 0,
    redeemed: 0,
    months: {
      [monthOf(data.on)]: {
        items: { [data.item]: openingTally(data) },
        corrected: 0,
        redeemed: 0,
      },
    },
    reportIns: data.reportsIn ? [data.on] : [],
    matters: [],
    posts: [],
    corrections: [],
    redemptions: [],
  };
  put(open, 'matters', openingKey(data.item), [data.on, data.points, 0]);
  return open;
}

/** The opening uses room under whatever limit its item comes to have, and is named with the entries that did. */
function openingTally({ on, points }: AccountOpened['data']): Mutable<ItemTally> {
  return points === 0 ? { points, entries: 1 } : { points, entries: 1, limited: [[on, on, points]] };
}

function credited(account: Open, { data }: ActivityCredited): void {
  tally(account, data, data.matterId);
  const record = [data.on, data.points, matterContent(data)];
  put(account, 'matters', matterKey(data.item, data.matterId, data.capacity), record);
  if (data.entry === 'registration') account.reportIns.push(data.on);
}

function claimed(account: Open, { data }: PostClaimed): void {
  tally(account, data, data.postId);
  const record: Mutable<[CalendarDate, number, number]> = [data.on, data.points, claimContent(data)];
  const claims = lookUp(account.posts, data.postId);
  put(account, 'posts', data.postId, claims === undefined ? [record] : [...claims, record]);
}

function redeemed(account: Open, { data }: PointsRedeemed): void {
  account.redeemed += data.deducted;
  monthOfAccount(account, data.on).redeemed += data.deducted;
  account.redemptions.push({
    redemptionId: data.redemptionId,
    on: data.on,
    deducted: data.deducted,
    lines: data.lines.map(({ rewardId, quantity }) => ({ rewardId, quantity })),
  });
}

function corrected(account: Open, { data }: ScoreCorrected): void {
  account.corrected += data.points;
  monthOfAccount(account, data.countsOn).corrected += data.points;
  const asked = { ...data, points: data.requested ?? data.points, corrects: data.corrects?.id };
  put(account, 'corrections', data.correctionId, [correctionContent(asked), data.corrects?.item ?? '']);
  if (data.freesRoom && data.corrects !== undefined) {
    free(account, data.corrects.item, data.corrects.id, data.corrects.on, -data.points);
  }
}

/** Books an entry's points under its item, in the month of its day. */
function tally(account: Open, data: Decided & Scored, id: string): void {
  account.earned += data.points;
  const { items } = monthOfAccount(account, data.on);
  if (!Object.hasOwn(items, data.item)) items[data.item] = { points: 0, entries: 0 };
  const item = items[data.item] as Mutable<ItemTally>;
  item.points += data.points;
  item.entries += 1;
  if (data.quantity !== undefined) addQuantity(item, data.unit ?? '', toHundredths(data.quantity));
  if (data.limits !== undefined && data.points !== 0) {
    if (item.limited === undefined) item.limited = [];
    item.limited.push([id, data.on, data.points]);
  }
}

/** Quantities stay apart from points, and those of one unit from those of another. */
function addQuantity(item: Mutable<ItemTally>, unit: string, hundredths: number): void {
  item.quantities ??= {};
  item.quantities[unit] = (item.quantities[unit] ?? 0) + hundredths;
}

/** Gives room under the item's limits back, never more than the matter still holds. */
function free(account: Open, item: string, id: string, on: CalendarDate, points: number): void {
  const of = account.months[monthOf(on)]?.items[item];
  const entry = of?.limited?.findLast(([matter, day]) => matter === id && day === on);
  if (of === undefined || entry === undefined || points <= 0) return;
  const freed = Math.min(points, entry[2]);
  entry[2] -= freed;
  of.freed = (of.freed ?? 0) + freed;
}

function monthOfAccount(account: Open, on: CalendarDate): Mutable<MonthTally> {
  const month = monthOf(on);
  if (account.months[month] === undefined) account.months[month] = { items: {}, corrected: 0, redeemed: 0 };
  return account.months[month];
}
