import { type Account, folded, type OpenedAccount } from './account.js';
import type { WritableAccount } from './booking/entries.js';

/** A copy of an account that shares nothing with it. */
export function privateCopy(account: Account): Account {
  return copyOf(account) as Account;
}

/** A deep copy of plain JSON. */
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list: unknown[] = [...value];
    for (let i = 0; i < list.length; i += 1) if (typeof list[i] === 'object') list[i] = copyOf(list[i]);
    return list;
  }
  const made: Record<string, unknown> = {};
  for (const key of Object.keys(value)) made[key] = copyOf((value as Record<string, unknown>)[key]);
  return made;
}

/** A copy of an account that shares all its parts with it. */
export function sharingCopy(account: OpenedAccount): OpenedAccount {
  const of = folded(account);
  const copy: WritableAccount = {
    status: of.status,
    accountId: of.accountId,
    role: of.role,
    colour: of.colour,
    communityId: of.communityId,
    openedOn: of.openedOn,
    latestOn: of.latestOn,
    earned: of.earned,
    corrected: of.corrected,
    redeemed: of.redeemed,
    transferred: of.transferred,
    items: of.items,
    raisedOn: of.raisedOn,
    loweredOn: of.loweredOn,
    redeemedOn: of.redeemedOn,
    receivedOn: of.receivedOn,
    sentOn: of.sentOn,
    reportIns: of.reportIns,
    posts: of.posts,
    releases: of.releases,
    corrections: of.corrections,
    redemptions: of.redemptions,
    transfers: of.transfers,
    bars: of.bars,
    pending: of.pending,
    reversed: of.reversed,
  };
  // Own members only: what somebody put on every object is not the account's.
  if (Object.hasOwn(of, 'memberId') && of.memberId !== undefined) copy.memberId = of.memberId;
  if (Object.hasOwn(of, 'continues') && of.continues !== undefined) copy.continues = of.continues;
  if (Object.hasOwn(of, 'closed') && of.closed !== undefined) copy.closed = of.closed;
  return copy;
}
