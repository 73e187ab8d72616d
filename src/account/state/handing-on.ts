import { dayFromNumber, dayNumber } from '../../values/calendar.js';
import { addEntries, addTo, amountIn, type Daily, eachDay } from '../../values/daily.js';
import { own } from '../../values/json.js';
import { add } from '../../values/persistent-map.js';
import { fromHundredths, toHundredths } from '../../values/points.js';
import { inPlace } from '../../values/writable.js';
import type { HandedItem, HandedLine, HandedOn, HandedPoints } from '../commands/carried-event.js';
import type { Continued } from '../events/event.js';
import type { ClaimRecord, FoldedAccount, ItemRecord, RedemptionRecord } from './account.js';
import { addCorrected } from './corrections.js';
import { itemOf, type WritableAccount } from './entries.js';
import { heldPosts } from './records.js';

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
export function takeUp(account: WritableAccount, { accountId, closedOn, handedOn: handed }: Continued): void {
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
  for (const { redemptionId, on, at, lines: handedLines } of handed.visits) {
    const lines = handedLines.map((line) => ({ ...line }));
    const deducted = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
    account.redeemed += deducted;
    account.redeemedOn = addTo(account.redeemedOn, dayNumber(on), deducted, inPlace);
    const place = at === undefined ? {} : { at };
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

function handedItems(item: string, { days, quantities = {}, freed = [] }: ItemRecord): HandedItem[] {
  const handed: HandedItem[] = [];
  eachDay(days, (day, points, entries) => {
    const freedOnDay = amountIn(freed, day, day);
    const measured = Object.entries(quantities)
      .map(([unit, of]) => ({ unit, quantity: fromHundredths(amountIn(of, day, day)) }))
      .filter(({ quantity }) => quantity > 0);
    handed.push({
      item,
      on: dayFromNumber(day),
      points,
      entries,
      ...(freedOnDay === 0 ? {} : { freed: freedOnDay }),
      ...(measured.length === 0 ? {} : { quantities: measured }),
    });
  });
  return handed;
}

function takeUpItem(account: WritableAccount, from: string, handed: HandedItem): void {
  const { item: id, on, points, entries, freed = 0, quantities = [] } = handed;
  const day = dayNumber(on);
  const item = itemOf(account, id, inPlace);
  account.earned += points;
  item.days = addEntries(item.days, day, points, entries, inPlace);
  if (freed !== 0) item.freed = addTo(item.freed ?? [], day, freed, inPlace);
  if (points - freed > 0) item.limited = [...(item.limited ?? []), from, day, points - freed, 0];
  const units: { [unit: string]: Daily } = { ...item.quantities };
  for (const { unit, quantity } of quantities) {
    units[unit] = addTo(own(units, unit) ?? [], day, toHundredths(quantity), inPlace);
  }
  if (quantities.length > 0) item.quantities = units;
}

function handedPoints(daily: Daily): HandedPoints[] {
  const handed: HandedPoints[] = [];
  eachDay(daily, (day, points) => handed.push({ on: dayFromNumber(day), points }));
  return handed;
}

/** The lines of a visit without what came back of them. */
export function linesLeft({ lines, returned = [] }: RedemptionRecord): HandedLine[] {
  const back = new Map(returned.map(({ rewardId, quantity }) => [rewardId, quantity]));
  return lines.flatMap((line) => {
    const taken = Math.min(back.get(line.rewardId) ?? 0, line.quantity);
    back.set(line.rewardId, (back.get(line.rewardId) ?? 0) - taken);
    return taken === line.quantity ? [] : [{ ...line, quantity: line.quantity - taken }];
  });
}
