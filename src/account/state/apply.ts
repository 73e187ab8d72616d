import {
  type CalendarDate,
  type DayNumber,
  dayNumber,
  monthNumber,
  monthOfDay,
} from '../../values/calendar.js';
import { own } from '../../values/json.js';
import { add } from '../../values/keyed.js';
import { addTo, type Monthly } from '../../values/monthly.js';
import { inPlace, type Open, type Opened as OpenPart } from '../../values/open.js';
import { toHundredths } from '../../values/points.js';
import type {
  AccountOpened,
  ActivityCredited,
  BankEvent,
  Decided,
  PointsRedeemed,
  PostClaimed,
  ScoreCorrected,
  Scored,
} from '../events/event.js';
import {
  type Account,
  type CorrectionRecord,
  type ItemRecord,
  type MatterRecord,
  matterKey,
  OPENING_KEY,
  type OpenedAccount,
} from './account.js';
import { claimContent, correctionContent, matterContent } from './fingerprint.js';
import { lastLimited } from './limited.js';

/** Thrown where events cannot be one account's history: the programmer mixed up streams, or one is damaged. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
}

type Opened = OpenPart<OpenedAccount>;
type OpenItem = OpenPart<ItemRecord>;

/**
 * The one recipe that turns an account by an event. It changes the account it is given, or returns the newly opened one.
 *
 * @param open - gives the parts that change: as they are, for an account that is a private copy, where left out
 */
export function apply(account: Account, event: BankEvent, open: Open = inPlace): Account {
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
  const of = account as Opened;
  if (event.data.on > of.latestOn) of.latestOn = event.data.on;
  switch (event.type) {
    case 'ActivityCredited':
      credited(of, event, open);
      break;
    case 'PostClaimed':
      claimed(of, event, open);
      break;
    case 'PointsRedeemed':
      redeemed(of, event, open);
      break;
    case 'ScoreCorrected':
      corrected(of, event, open);
      break;
    default:
      throw new HistoryError(`unknown event type '${String((event as { type: unknown }).type)}'`);
  }
  return account;
}

function opened({ data }: AccountOpened): OpenedAccount {
  const { on, points } = data;
  const day = dayNumber(on);
  const item: OpenItem = { months: [monthOfDay(day), points, 1], matters: [OPENING_KEY, day, points, 0] };
  // The opening uses room under whatever limit its item comes to have, and is named with the entries that did.
  if (points !== 0) item.limited = [on, day, points];
  const account: Opened = {
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
    items: { [data.item]: item },
    correctedIn: [],
    redeemedIn: [],
    reportIns: data.reportsIn ? [on] : [],
    posts: [],
    corrections: [],
    redemptions: [],
  };
  if (data.memberId !== undefined) account.memberId = data.memberId;
  return account;
}

function credited(account: Opened, { data }: ActivityCredited, open: Open): void {
  const day = dayNumber(data.on);
  const item = booked(account, data, data.matterId, day, open);
  const record: MatterRecord = [day, data.points, matterContent(data)];
  item.matters = add(item.matters, matterKey(data.matterId, data.capacity), record, open);
  if (data.entry === 'registration') {
    const reportIns = open(account.reportIns);
    account.reportIns = reportIns;
    reportIns.push(data.on);
  }
}

function claimed(account: Opened, { data }: PostClaimed, open: Open): void {
  const day = dayNumber(data.on);
  booked(account, data, data.postId, day, open);
  const record: MatterRecord = [day, data.points, claimContent(data)];
  account.posts = add(account.posts, data.postId, record, open);
}

function redeemed(account: Opened, { data }: PointsRedeemed, open: Open): void {
  account.redeemed += data.deducted;
  account.redeemedIn = plus(account.redeemedIn, monthNumber(data.on), data.deducted, open);
  const redemptions = open(account.redemptions);
  account.redemptions = redemptions;
  redemptions.push({
    redemptionId: data.redemptionId,
    on: data.on,
    deducted: data.deducted,
    lines: data.lines.map(({ rewardId, quantity }) => ({ rewardId, quantity })),
  });
}

function corrected(account: Opened, { data }: ScoreCorrected, open: Open): void {
  account.corrected += data.points;
  account.correctedIn = plus(account.correctedIn, monthNumber(data.countsOn), data.points, open);
  const asked = { ...data, points: data.requested ?? data.points, corrects: data.corrects?.id };
  const record: CorrectionRecord = [correctionContent(asked), data.corrects?.item ?? ''];
  account.corrections = add(account.corrections, data.correctionId, record, open);
  if (data.freesRoom && data.corrects !== undefined) {
    free(account, data.corrects.item, data.corrects.id, data.corrects.on, -data.points, open);
  }
}

/** Books an entry's points under its item, in the month of its day, and gives the item, open. */
function booked(account: Opened, data: Decided & Scored, id: string, day: DayNumber, open: Open): OpenItem {
  account.earned += data.points;
  const item = itemOf(account, data.item, open);
  const month = monthOfDay(day);
  item.months = plus(item.months, month, data.points, open);
  if (data.quantity !== undefined) {
    addQuantity(item, data.unit ?? '', month, toHundredths(data.quantity), open);
  }
  if (data.limits !== undefined && data.points !== 0) {
    const limited = open(item.limited ?? []);
    item.limited = limited;
    limited.push(id, day, data.points);
  }
  return item;
}

/** The account's record of an item, open; a new one where it had none. */
function itemOf(account: Opened, id: string, open: Open): OpenItem {
  const items = open(account.items);
  account.items = items;
  const held = items[id] as Partial<ItemRecord> | undefined;
  // What is inherited, such as under 'constructor', has no months. (This asks in a fifth of the time that Object.hasOwn takes.)
  const item = held?.months === undefined ? { months: [], matters: [] } : open(held as ItemRecord);
  if (item !== held) items[id] = item;
  return item;
}

/** An entry's amount more in a month. */
function plus(months: Monthly, month: number, amount: number, open: Open): Monthly {
  const opened = open(months);
  addTo(opened, month, amount);
  return opened;
}

/** Quantities stay apart from points, and those of one unit from those of another. */
function addQuantity(item: OpenItem, unit: string, month: number, hundredths: number, open: Open): void {
  const units = open(item.quantities ?? {});
  item.quantities = units;
  units[unit] = plus(own(units, unit) ?? [], month, hundredths, open);
}

/** Gives room under the item's limits back, never more than the matter still holds. */
function free(account: Opened, id: string, of: string, on: CalendarDate, points: number, open: Open): void {
  const held = account.items[id]?.limited ?? [];
  const at = lastLimited(held, of, dayNumber(on));
  if (at < 0 || points <= 0) return;
  const left = held[at + 2] as number;
  const freed = Math.min(points, left);
  const item = itemOf(account, id, open);
  const limited = open(held);
  item.limited = limited;
  limited[at + 2] = left - freed;
  item.freed = plus(item.freed ?? [], monthNumber(on), freed, open);
}
