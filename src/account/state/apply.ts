import {
  type CalendarDate,
  type DayNumber,
  dayNumber,
  monthNumber,
  monthOfDay,
} from '../../values/calendar.js';
import { own } from '../../values/json.js';
import { addTo, type Monthly } from '../../values/monthly.js';
import { add } from '../../values/persistent-map.js';
import { toHundredths } from '../../values/points.js';
import { inPlace, type MakeWritable, type Writable } from '../../values/writable.js';
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
  type EntryRecord,
  type FoldedAccount,
  type ItemRecord,
  matterKey,
  OPENING_KEY,
} from './account.js';
import { claimContent, correctionContent, matterContent } from './fingerprint.js';
import { lastLimited } from './limited-entries.js';

/** Thrown for events that cannot be one account's history: streams were mixed up, or one is damaged. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
}

type WritableAccount = Writable<FoldedAccount>;
type WritableItem = Writable<ItemRecord>;

/**
 * Applies an event to an account: the one place that says what each event does. It changes the account given, or returns the one that
 * the event opens.
 *
 * @param writable - makes the parts that change writable; where left out, the account has to be a private copy
 */
export function apply(account: Account, event: BankEvent, writable: MakeWritable = inPlace): Account {
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
  const of = account as WritableAccount;
  if (event.data.on > of.latestOn) of.latestOn = event.data.on;
  switch (event.type) {
    case 'ActivityCredited':
      credited(of, event, writable);
      break;
    case 'PostClaimed':
      claimed(of, event, writable);
      break;
    case 'PointsRedeemed':
      redeemed(of, event, writable);
      break;
    case 'ScoreCorrected':
      corrected(of, event, writable);
      break;
    default:
      throw unknownType(event);
  }
  return account;
}

/** No event that compiles comes here; one from a store may. */
function unknownType(event: never): HistoryError {
  return new HistoryError(`unknown event type '${String((event as { type: unknown }).type)}'`);
}

function opened({ data }: AccountOpened): FoldedAccount {
  const { on, points } = data;
  const day = dayNumber(on);
  const item: WritableItem = { months: [monthOfDay(day), points, 1], matters: [OPENING_KEY, day, points, 0] };
  // The opening uses room under the limits of its item, now and later.
  if (points !== 0) item.limited = [on, day, points];
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

function credited(account: WritableAccount, { data }: ActivityCredited, writable: MakeWritable): void {
  const day = dayNumber(data.on);
  const item = booked(account, data, data.matterId, day, writable);
  const record: EntryRecord = [day, data.points, matterContent(data)];
  item.matters = add(item.matters, matterKey(data.matterId, data.capacity), record, writable);
  if (data.entry === 'registration') {
    const reportIns = writable(account.reportIns);
    account.reportIns = reportIns;
    reportIns.push(data.on);
  }
}

function claimed(account: WritableAccount, { data }: PostClaimed, writable: MakeWritable): void {
  const day = dayNumber(data.on);
  booked(account, data, data.postId, day, writable);
  const record: EntryRecord = [day, data.points, claimContent(data)];
  account.posts = add(account.posts, data.postId, record, writable);
}

function redeemed(account: WritableAccount, { data }: PointsRedeemed, writable: MakeWritable): void {
  account.redeemed += data.deducted;
  account.redeemedIn = plus(account.redeemedIn, monthNumber(data.on), data.deducted, writable);
  const redemptions = writable(account.redemptions);
  account.redemptions = redemptions;
  redemptions.push({
    redemptionId: data.redemptionId,
    on: data.on,
    deducted: data.deducted,
    lines: data.lines.map(({ rewardId, quantity }) => ({ rewardId, quantity })),
  });
}

function corrected(account: WritableAccount, { data }: ScoreCorrected, writable: MakeWritable): void {
  account.corrected += data.points;
  account.correctedIn = plus(account.correctedIn, monthNumber(data.countsOn), data.points, writable);
  const asked = { ...data, points: data.requested ?? data.points, corrects: data.corrects?.id };
  const record: CorrectionRecord = [correctionContent(asked), data.corrects?.item ?? ''];
  account.corrections = add(account.corrections, data.correctionId, record, writable);
  if (data.freesRoom && data.corrects !== undefined) {
    free(account, data.corrects.item, data.corrects.id, data.corrects.on, -data.points, writable);
  }
}

/** Books an entry's points under its item, in the month of its day, and returns the writable item. */
function booked(
  account: WritableAccount,
  data: Decided & Scored,
  id: string,
  day: DayNumber,
  writable: MakeWritable,
): WritableItem {
  account.earned += data.points;
  const item = itemOf(account, data.item, writable);
  const month = monthOfDay(day);
  item.months = plus(item.months, month, data.points, writable);
  if (data.quantity !== undefined) {
    addQuantity(item, data.unit ?? '', month, toHundredths(data.quantity), writable);
  }
  if (data.limits !== undefined && data.points !== 0) {
    const limited = writable(item.limited ?? []);
    item.limited = limited;
    limited.push(id, day, data.points);
  }
  return item;
}

/** The account's record of an item, writable; a new one if it had none. */
function itemOf(account: WritableAccount, id: string, writable: MakeWritable): WritableItem {
  const items = writable(account.items);
  account.items = items;
  const held = items[id] as Partial<ItemRecord> | undefined;
  // An inherited member, such as 'constructor', has no months.
  const item = held?.months === undefined ? { months: [], matters: [] } : writable(held as ItemRecord);
  if (item !== held) items[id] = item;
  return item;
}

/** Adds an entry's amount to its month. */
function plus(months: Monthly, month: number, amount: number, writable: MakeWritable): Monthly {
  const opened = writable(months);
  addTo(opened, month, amount);
  return opened;
}

/** Adds a quantity to those of its unit. */
function addQuantity(
  item: WritableItem,
  unit: string,
  month: number,
  hundredths: number,
  writable: MakeWritable,
): void {
  const units = writable(item.quantities ?? {});
  item.quantities = units;
  units[unit] = plus(own(units, unit) ?? [], month, hundredths, writable);
}

/** Frees room under the item's limits, but never more than the matter still holds. */
function free(
  account: WritableAccount,
  id: string,
  of: string,
  on: CalendarDate,
  points: number,
  writable: MakeWritable,
): void {
  const held = account.items[id]?.limited ?? [];
  const at = lastLimited(held, of, dayNumber(on));
  if (at < 0 || points <= 0) return;
  const left = held[at + 2] as number;
  const freed = Math.min(points, left);
  const item = itemOf(account, id, writable);
  const limited = writable(held);
  item.limited = limited;
  limited[at + 2] = left - freed;
  item.freed = plus(item.freed ?? [], monthNumber(on), freed, writable);
}
