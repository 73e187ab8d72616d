import { type DayNumber, dayFromNumber, dayNumber } from '../../../values/calendar.js';
import { addTo, amountIn, countIn, type Daily, eachDay } from '../../../values/daily.js';
import { own } from '../../../values/json.js';
import { add } from '../../../values/persistent-map.js';
import { fromHundredths, toHundredths } from '../../../values/points.js';
import { inPlace, type Writable } from '../../../values/writable.js';
import type { HandedItem, HandedLine, HandedOn, HandedPoints } from '../../commands/carried-event.js';
import type { Continued } from '../../events/event.js';
import type { ClaimRecord, FoldedAccount, ItemRecord, RedemptionRecord, Tally } from '../account.js';
import { heldPosts } from '../records.js';
import { addCorrected } from './corrections.js';
import { itemOf, type WritableAccount } from './entries.js';
import { addQuantity, bookIn, freeIn, memberOf } from './tally.js';

/*
 * What a closed account hands on, and how the account that continues it takes it up: the two functions are each other's mirror.
 */

/** What an account hands on when it is closed on a day. */
export function handedOn(account: FoldedAccount, on: string): HandedOn {
  return {
    items: Object.entries(account.items).flatMap(([id, record]) => handedItems(id, record)),
    corrected: [...handedPoints(account.raisedOn), ...handedPoints(account.loweredOn)],
    transferred: [...handedPoints(account.receivedOn), ...handedPoints(account.sentOn)],
    visits: account.redemptions.flatMap((visit) => {
      const lines = linesLeft(visit);
      const { at, on: day, redemptionId } = visit;
      if (lines.length === 0) return [];
      return [{ redemptionId, on: day, ...(at === undefined ? {} : { at }), lines }];
    }),
    reportIns: account.reportIns,
    posts: heldPosts(account, on),
    bars: account.bars
      .filter(({ until }) => until === undefined || until >= on)
      .map(({ barId, ground, from, until }) => ({
        barId,
        ground,
        from,
        ...(until === undefined ? {} : { until }),
      })),
  };
}

/** Adds what a closed account handed on to the account that continues it. */
export function takeUp(
  account: WritableAccount,
  { accountId, closedOn, communityId, handedOn: handed }: Continued,
): void {
  for (const item of handed.items) takeUpItem(account, accountId, item);
  for (const { on, points } of handed.corrected) {
    account.corrected += points;
    addCorrected(account, dayNumber(on), points, inPlace);
  }
  for (const { on, points } of handed.transferred) {
    account.transferred += points;
    const days = points > 0 ? 'receivedOn' : 'sentOn';
    account[days] = addTo(account[days], dayNumber(on), points, inPlace);
  }
  for (const { redemptionId, on, at: visited = communityId, lines: handedLines } of handed.visits) {
    const lines = handedLines.map((line) => ({ ...line }));
    const deducted = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
    account.redeemed += deducted;
    account.redeemedOn = addTo(account.redeemedOn, dayNumber(on), deducted, inPlace);
    // What comes back of a visit goes to the shelf that it came from, wherever its holder went since.
    const place = visited === account.communityId ? {} : { at: visited };
    account.redemptions = [
      ...account.redemptions,
      { redemptionId, on, ...place, deducted, lines, content: '' },
    ];
  }
  account.reportIns = [...new Set([...account.reportIns, ...handed.reportIns])].sort();
  for (const { postId, on } of handed.posts) {
    const claim: ClaimRecord = [dayNumber(on), 0, '', ''];
    account.posts = add(account.posts, postId, claim);
  }
  account.bars = [...account.bars, ...handed.bars.map((bar) => ({ ...bar, on: closedOn, content: '' }))];
}

/** What an item hands on: what each member has of it, and then the rest. */
function handedItems(item: string, record: ItemRecord): HandedItem[] {
  const { members = [] } = record;
  return [
    ...members.flatMap((member) => handedTally(item, member, [], member.memberId)),
    ...handedTally(item, record, members),
  ];
}

/** What a tally hands on, day by day, without what others have of it. */
function handedTally(item: string, tally: Tally, others: readonly Tally[], memberId?: string): HandedItem[] {
  const handed: HandedItem[] = [];
  const left = (of: Sum, daily: (one: Tally) => Daily | undefined, day: DayNumber): number =>
    others.reduce((sum, other) => sum - of(daily(other) ?? [], day, day), of(daily(tally) ?? [], day, day));
  eachDay(tally.days, (day) => {
    const entries = left(countIn, ({ days }) => days, day);
    if (entries === 0) return;
    const freed = left(amountIn, (one) => one.freed, day);
    const quantities = Object.keys(tally.quantities ?? {})
      .map((unit) => ({
        unit,
        quantity: fromHundredths(left(amountIn, (one) => own(one.quantities ?? {}, unit), day)),
      }))
      .filter(({ quantity }) => quantity !== 0);
    handed.push({
      item,
      on: dayFromNumber(day),
      points: left(amountIn, ({ days }) => days, day),
      entries,
      ...(freed === 0 ? {} : { freed }),
      ...(quantities.length === 0 ? {} : { quantities }),
      ...(memberId === undefined ? {} : { memberId }),
    });
  });
  return handed;
}

type Sum = typeof amountIn;

function takeUpItem(account: WritableAccount, from: string, handed: HandedItem): void {
  const { item: id, on, points, freed = 0, memberId } = handed;
  const day = dayNumber(on);
  const item = itemOf(account, id, inPlace);
  account.earned += points;
  takeUpIn(item, handed);
  if (memberId !== undefined) takeUpIn(memberOf(item, memberId, inPlace), handed);
  if (points - freed > 0) item.limited = [...(item.limited ?? []), from, day, points - freed, 0];
}

function takeUpIn(
  tally: Writable<Tally>,
  { on, points, entries, freed = 0, quantities = [] }: HandedItem,
): void {
  const day = dayNumber(on);
  bookIn(tally, { day, points }, inPlace, entries);
  if (freed !== 0) freeIn(tally, day, freed, addTo, inPlace);
  for (const { unit, quantity } of quantities) {
    addQuantity(tally, day, { unit, hundredths: toHundredths(quantity) }, inPlace);
  }
}

function handedPoints(daily: Daily): HandedPoints[] {
  const handed: HandedPoints[] = [];
  eachDay(daily, (day, points) => handed.push({ on: dayFromNumber(day), points }));
  return handed;
}

/** The lines of a visit without what came back of them. */
export function linesLeft({ lines, returned }: RedemptionRecord): readonly HandedLine[] {
  // Nothing came back of most visits, and an account may have had thousands.
  if (returned === undefined) return lines;
  const back = new Map(returned.map(({ rewardId, quantity }) => [rewardId, quantity]));
  return lines.flatMap((line) => {
    const taken = Math.min(back.get(line.rewardId) ?? 0, line.quantity);
    back.set(line.rewardId, (back.get(line.rewardId) ?? 0) - taken);
    return taken === line.quantity ? [] : [{ ...line, quantity: line.quantity - taken }];
  });
}
