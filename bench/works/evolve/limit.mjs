// The limit: the credit of an activity, written by hand for the library's own form of the account. What is on the way to the change
// is copied and frozen, and nothing else is looked at. (Frozen lists are spread many times as fast as they are sliced.)

import { dayOf, keyOf, matterContent, placeIn, slotOf, yearOf } from '../fold/limit.mjs';

export function evolve(account, { data }) {
  const { on, points } = data;
  const day = dayOf(on);
  const before = account.items[data.item];
  const item = { ...before };
  item.days = plus(before.days, day, points);
  const key = keyOf(data);
  item.matters = put(before.matters, key, day, points, matterContent(data));
  if (data.postId !== undefined) item.details = put(before.details ?? [], key, 0, '', data.postId);
  const items = { ...account.items };
  items[data.item] = Object.freeze(item);
  return changed(account, on, points, Object.freeze(items));
}

/** The account with what the credit changed, its members named one by one: spread, so many of them would take ten times as long. */
function changed(account, on, points, items) {
  const next = {
    status: account.status,
    accountId: account.accountId,
    role: account.role,
    colour: account.colour,
    communityId: account.communityId,
    openedOn: account.openedOn,
    latestOn: account.latestOn,
    earned: account.earned + points,
    corrected: account.corrected,
    redeemed: account.redeemed,
    transferred: account.transferred,
    items,
    raisedOn: account.raisedOn,
    loweredOn: account.loweredOn,
    redeemedOn: account.redeemedOn,
    receivedOn: account.receivedOn,
    sentOn: account.sentOn,
    reportIns: account.reportIns,
    posts: account.posts,
    releases: account.releases,
    corrections: account.corrections,
    redemptions: account.redemptions,
    transfers: account.transfers,
    bars: account.bars,
    pending: account.pending,
    reversed: account.reversed,
  };
  if (on > account.latestOn) next.latestOn = on;
  if (account.memberId !== undefined) next.memberId = account.memberId;
  return Object.freeze(next);
}

/** Amounts by day with an entry's amount more, on a day that the account's last year holds or that comes after all others. */
function plus(daily, day, points) {
  const made = [...daily];
  const last = made.length - 1;
  const year = yearOf(day);
  if (made[last].year !== year) {
    made.push(Object.freeze({ year, amount: points, count: 1, days: Object.freeze([day, points, 1]) }));
    return Object.freeze(made);
  }
  const { amount, count, days } = made[last];
  const at = days.length - 3;
  const changed = days[at] === day ? [...days] : [...days, day, points, 1];
  if (days[at] === day) {
    changed[at + 1] += points;
    changed[at + 2] += 1;
  }
  made[last] = Object.freeze({
    year,
    amount: amount + points,
    count: count + 1,
    days: Object.freeze(changed),
  });
  return Object.freeze(made);
}

function put(map, key, a, b, c) {
  const [left, first, right] = putIn(map, key, a, b, c);
  return right === undefined ? left : Object.freeze([left, first, right]);
}

/** A node with a record more; and where it became too large, the first key of a new node on its right, and that node. */
function putIn(node, key, a, b, c) {
  if (typeof node[0] !== 'object') return putInLeaf(node, key, a, b, c);
  const slot = slotOf(node, key);
  const [child, first, right] = putIn(node[slot], key, a, b, c);
  const made = [...node];
  made[slot] = child;
  if (right === undefined) return [Object.freeze(made)];
  made.splice(slot + 1, 0, first, right);
  if (made.length < 64) return [Object.freeze(made)];
  const rest = made.splice(slot + 3 === made.length ? made.length - 1 : 32);
  const parting = made.pop();
  return [Object.freeze(made), parting, Object.freeze(rest)];
}

function putInLeaf(node, key, a, b, c) {
  const at = placeIn(node, key, 4);
  const isLast = at === node.length;
  const made = isLast ? [...node, key, a, b, c] : [...node];
  if (!isLast) made.splice(at, 0, key, a, b, c);
  if (made.length <= 128) return [Object.freeze(made)];
  const rest = made.splice(isLast ? at : 64);
  return [Object.freeze(made), rest[0], Object.freeze(rest)];
}
