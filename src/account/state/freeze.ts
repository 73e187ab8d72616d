import type { Keyed } from '../../values/keyed.js';
import type { Account, ItemRecord, RedemptionRecord } from './account.js';

/** Freezes an account of which no part is held by anybody else, and all its parts, each by what it is known to hold. */
export function freezeAccount(account: Account): Account {
  if (account.status === 'open') {
    for (const item of Object.values(account.items)) freezeItem(item);
    Object.freeze(account.items);
    Object.freeze(account.correctedIn);
    Object.freeze(account.redeemedIn);
    Object.freeze(account.reportIns);
    freezeKeyed(account.posts);
    freezeKeyed(account.corrections);
    for (const redemption of account.redemptions) freezeRedemption(redemption);
    Object.freeze(account.redemptions);
  }
  return Object.freeze(account);
}

function freezeItem(item: ItemRecord): void {
  const { months, quantities, freed, limited, matters } = item;
  Object.freeze(months);
  if (quantities !== undefined) {
    for (const months of Object.values(quantities)) Object.freeze(months);
    Object.freeze(quantities);
  }
  if (freed !== undefined) Object.freeze(freed);
  if (limited !== undefined) Object.freeze(limited);
  freezeKeyed(matters);
  Object.freeze(item);
}

/** Records hold texts and numbers alone: of the tree, only the nodes have to be frozen. */
function freezeKeyed(node: Keyed<readonly (string | number)[]>): void {
  if (node.length > 0 && typeof node[0] !== 'string') {
    for (const child of node) if (child !== null) freezeKeyed(child as typeof node);
  }
  Object.freeze(node);
}

function freezeRedemption(redemption: RedemptionRecord): void {
  for (const line of redemption.lines) Object.freeze(line);
  Object.freeze(redemption.lines);
  Object.freeze(redemption);
}
