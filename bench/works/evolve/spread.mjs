// An evolve as it is written without any library: what an event changes is copied by spread on the way down to it, and frozen. The
// matters, posts and corrections are members of one object each, so that an event costs as much as there are of them.

import { flat } from '../../harness/flat.mjs';
import { deepFreeze } from '../../harness/frozen.mjs';
import { claimContent, correctionOf, dayOf, keyOf, matterContent, opened, visitOf } from '../fold/limit.mjs';
import { plusOn } from './plain.mjs';

export const share = 0.01;

const NONE = Object.freeze({});

/** The account in the form that this evolve takes. */
export function load(account) {
  return deepFreeze(flat(account));
}

export function opening(event) {
  return load(opened(event.data));
}

export function evolve(account, { type, data }) {
  const later = data.on > account.latestOn ? { ...account, latestOn: data.on } : { ...account };
  if (type === 'ActivityCredited') credit(later, data);
  else if (type === 'PostClaimed') claim(later, data);
  else if (type === 'PointsRedeemed') redeem(later, data);
  else correct(later, data);
  return Object.freeze(later);
}

function credit(account, data) {
  const day = dayOf(data.on);
  const item = booked(account, data, day, data.matterId);
  const key = keyOf(data);
  const record = Object.freeze([day, data.points, matterContent(data)]);
  item.matters = Object.freeze({ ...item.matters, [key]: record });
  if (data.postId !== undefined) {
    item.details = Object.freeze({ ...item.details, [key]: Object.freeze([0, '', data.postId]) });
  }
  put(account, data.item, item);
  if (data.entry === 'registration') account.reportIns = Object.freeze([...account.reportIns, data.on]);
}

function claim(account, data) {
  const day = dayOf(data.on);
  put(account, data.item, booked(account, data, day, data.postId));
  const record = Object.freeze([day, data.points, claimContent(data), data.item]);
  account.posts = Object.freeze({ ...account.posts, [data.postId]: record });
}

function redeem(account, data) {
  account.redeemed += data.deducted;
  account.redeemedOn = plusOn(account.redeemedOn, dayOf(data.on), data.deducted);
  account.redemptions = Object.freeze([...account.redemptions, deepFreeze(visitOf(data))]);
}

/** No correction of these histories frees room. */
function correct(account, data) {
  account.corrected += data.points;
  const countsOn = dayOf(data.countsOn);
  const days = data.points > 0 ? 'raisedOn' : 'loweredOn';
  account[days] = plusOn(account[days], countsOn, data.points);
  const [key, ...record] = correctionOf(data, dayOf(data.on), countsOn);
  account.corrections = Object.freeze({ ...account.corrections, [key]: Object.freeze(record) });
}

/** The item with an entry more, its matters not touched yet. */
function booked(account, data, day, id) {
  account.earned += data.points;
  const item = { ...(account.items[data.item] ?? { days: [], matters: NONE }) };
  item.days = plusOn(item.days, day, data.points);
  if (data.limits !== undefined && data.points !== 0) {
    item.limited = Object.freeze([...(item.limited ?? []), id, day, data.points, 0]);
  }
  return item;
}

function put(account, id, item) {
  account.items = Object.freeze({ ...account.items, [id]: Object.freeze(item) });
}
