import type { Daily } from '../../values/daily.js';
import { deepFreeze } from '../../values/json.js';
import { isLeaf, type PersistentMap } from '../../values/persistent-map.js';
import { type Account, folded, type ItemRecord, type RedemptionRecord } from './account.js';

/** Freezes an account that nobody else holds, part by part: many times as fast as looking for parts. */
export function freezeAccount(account: Account): Account {
  if (account.status !== 'unopened') {
    const { items, posts, releases, corrections } = folded(account);
    const { raisedOn, loweredOn, redeemedOn, receivedOn, sentOn } = folded(account);
    for (const item of Object.values(items)) freezeItem(item);
    Object.freeze(items);
    for (const daily of [raisedOn, loweredOn, redeemedOn, receivedOn, sentOn]) freezeDaily(daily);
    Object.freeze(account.reportIns);
    for (const map of [posts, releases, corrections]) freezeMap(map);
    for (const redemption of account.redemptions) freezeRedemption(redemption);
    Object.freeze(account.redemptions);
    const { bars, continues, closed, pending } = account;
    const { reversed, transfers } = folded(account);
    for (const rare of [bars, continues, closed, pending, reversed, transfers]) deepFreeze(rare);
  }
  return Object.freeze(account);
}

function freezeItem(item: ItemRecord): void {
  const { days, quantities, freed, limited, matters, details } = item;
  freezeDaily(days);
  if (quantities !== undefined) {
    for (const daily of Object.values(quantities)) freezeDaily(daily);
    Object.freeze(quantities);
  }
  if (freed !== undefined) freezeDaily(freed);
  if (limited !== undefined) Object.freeze(limited);
  freezeMap(matters);
  if (details !== undefined) freezeMap(details);
  Object.freeze(item);
}

function freezeDaily(daily: Daily): void {
  for (const year of daily) {
    Object.freeze(year.days);
    Object.freeze(year);
  }
  Object.freeze(daily);
}

/** Records hold texts and numbers alone, so only the nodes of the tree have to be frozen. */
function freezeMap(node: PersistentMap<readonly (string | number)[]>): void {
  if (!isLeaf(node)) {
    for (const child of node) if (typeof child === 'object') freezeMap(child as typeof node);
  }
  Object.freeze(node);
}

function freezeRedemption(redemption: RedemptionRecord): void {
  for (const line of redemption.lines) Object.freeze(line);
  if (redemption.returned !== undefined) deepFreeze(redemption.returned);
  Object.freeze(redemption.lines);
  Object.freeze(redemption);
}
