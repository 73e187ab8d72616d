// The limit: the decisions of these three commands under this one rule set, written by hand. It takes commands to be well formed, has
// the rules in its code, and gives the very decisions of the library, frozen like them.
//
// It is in three parts, so that a rule engine can take the place of the one in the middle: `before` asks all that concerns the
// account, `score` what the entry scores, and `after` writes the event.

import { deepFreeze } from '../../harness/frozen.mjs';
import { dayOf, keyOf, matterContent, placeIn, slotOf } from '../fold/limit.mjs';

/** The decider of a bank, whose rule set it takes titles and the digest from. */
export function decider(bank) {
  const rules = rulesOf(bank);
  return (command, account) => {
    const room = before(rules, command, account);
    if (typeof room === 'object') return room;
    return after(rules, command, account, score(command, room), room);
  };
}

const RETRIED = deepFreeze({ accepted: true, events: [], warnings: [] });
const NO_WARNINGS = Object.freeze([]);
const NONE = Object.freeze({});
const LATE = { 'late-entry': 'taken' };
const UNREPORTED = { 'no-report-in': 'goes-on' };
const ONE_ITEM = { 'one-matter-one-item': 'one-item' };
const TOGETHER = { 'activity-service-and-attendance': 'together' };
const CLAIMED = { 'service-needs-claim': 'claimed-by-that-day' };
const YEAR = { 'registration-year': 'calendar-year' };
const REPORTED = inEachCase(YEAR);
const WITHOUT_FORM = inEachCase({ ...YEAR, 'form-each-year': 'opening-alone' });
const CAP = inEachCase({ 'claim-cap-window': 'life' });
const CUT = inEachCase({ 'claim-cap-window': 'life', 'claim-cap-overflow': 'trim' });
const ENTERED = inEachCase(ONE_ITEM);
const BESIDE = inEachCase({ ...ONE_ITEM, ...TOGETHER });
const SERVED = inEachCase({
  ...ONE_ITEM,
  ...TOGETHER,
  ...CLAIMED,
  'continuing-post': 'each-occasion',
});

/** The readings of an entry in the order of days and of one that comes late, in a year with a report-in and in one without. */
function inEachCase(readings) {
  return deepFreeze({
    reported: { inOrder: { ...readings }, late: { ...readings, ...LATE } },
    unreported: {
      inOrder: { ...readings, ...UNREPORTED },
      late: { ...readings, ...UNREPORTED, ...LATE },
    },
  });
}

/** The readings of an entry in the case that it is. */
function readingsIn(each, { on }, account) {
  const of = isReportedIn(account, on) ? each.reported : each.unreported;
  return on < account.latestOn ? of.late : of.inOrder;
}

function isReportedIn({ reportIns }, on) {
  const year = on.slice(0, 4);
  return reportIns.some((day) => day.startsWith(year));
}

export function rulesOf({ ruleSet, digest }) {
  const roles = new Map();
  for (const [id, role] of Object.entries(ruleSet.roles)) roles.set(id, { ...role, others: othersOf(role) });
  return { roles, reference: Object.freeze({ id: ruleSet.id, version: ruleSet.version, digest }) };
}

/** For each item of a role, the others that a matter may stand under instead. */
function othersOf({ items }) {
  const activities = Object.keys(items).filter((id) => items[id].entry === 'activity');
  return new Map(activities.map((id) => [id, activities.filter((other) => other !== id)]));
}

/** The decision, where none of the rules that score has to be asked; or how many points the entry may score. */
export function before(rules, { type, data }, account) {
  if (account.status !== 'open') throw new Error('not in these commands');
  if (account.accountId !== data.accountId) throw new Error('not in these commands');
  if (data.by.office !== 'community' || data.by.communityId !== account.communityId) {
    throw new Error('not in these commands');
  }
  if (data.on < account.openedOn) throw new Error('not in these commands');
  const { bars, pending, releases, reversed } = account;
  if (bars.length + pending.length + releases.length + reversed.length > 0) {
    throw new Error('not in these commands');
  }
  if (type === 'CreditActivity') return beforeCredit(rules, data, account);
  if (type === 'ClaimPost') return beforeClaim(data, account);
  return beforeReportIn(rules, data, account);
}

const ATTENDANCE = 'attendance';
const SERVICE = 'service';

/** Whether somebody served at an activity or took part in it; other items do not tell. */
function capacityOf({ item, postId }) {
  if (item !== 'activity') return undefined;
  return postId === undefined ? ATTENDANCE : SERVICE;
}

function beforeCredit({ roles }, data, account) {
  const { items, others, service } = roles.get(account.role);
  const item = items[data.item];
  const { matterId, postId } = data;
  const at = findMatter(account, data.item, keyOf({ capacity: capacityOf(data), matterId }));
  if (at >= 0) {
    const leaf = found;
    if (leaf[at + 1] === dayOf(data.on) && leaf[at + 3] === matterContent(data)) return RETRIED;
    const facts = {
      item: data.item,
      title: item.title,
      matterId,
      on: dateOf(leaf[at + 1]),
      points: leaf[at + 2],
    };
    return refused('duplicate-matter', item.clause, facts, data.item === 'activity' ? TOGETHER_ALONE : NONE);
  }
  for (const other of others.get(data.item)) {
    const elsewhere =
      other === 'activity' ? findAtActivity(account, matterId) : findMatter(account, other, matterId);
    if (elsewhere < 0) continue;
    const { title } = items[other];
    const facts = {
      matterId,
      item: other,
      title,
      on: dateOf(found[elsewhere + 1]),
      points: found[elsewhere + 2],
    };
    return refused('matter-under-another-item', item.clause, facts, ONE_ITEM_ALONE);
  }
  if (data.item !== 'activity') return 2;
  if (postId !== undefined && !isClaimed(account, data)) {
    return refused('post-not-claimed', service.clause, { postId, on: data.on }, CLAIMED_ALONE);
  }
  // Serving and taking part score 2 points at most together.
  const beside = findMatter(
    account,
    'activity',
    postId === undefined ? ` service ${matterId}` : ` attendance ${matterId}`,
  );
  if (beside < 0) return 2;
  const held = found[beside + 2];
  if (held < 2) return 2 - held;
  const facts = { item: data.item, title: item.title, matterId, held, maximum: 2 };
  return refused('matter-used-up', item.clause, facts, TOGETHER_ALONE);
}

const ONE_ITEM_ALONE = deepFreeze({ ...ONE_ITEM });
const YEAR_ALONE = deepFreeze({ ...YEAR });
const TOGETHER_ALONE = deepFreeze({ ...TOGETHER });
const CLAIMED_ALONE = deepFreeze({ ...CLAIMED });

function findAtActivity(account, matterId) {
  const at = findMatter(account, 'activity', ` attendance ${matterId}`);
  return at >= 0 ? at : findMatter(account, 'activity', ` service ${matterId}`);
}

/** Whether a post was claimed by that day; each is claimed once, and none was given up. */
function isClaimed(account, { postId, on }) {
  const at = find(account.posts, postId, 5);
  return at >= 0 && found[at + 1] <= dayOf(on);
}

function beforeClaim(data, account) {
  if (find(account.posts, data.postId, 5) >= 0) throw new Error('not in these commands');
  const { claim } = account.items;
  let used = 0;
  if (claim !== undefined) for (const { amount } of claim.days) used += amount;
  return 3 - used;
}

function beforeReportIn({ roles }, data, account) {
  const year = data.on.slice(0, 4);
  const last = account.reportIns.find((day) => day.startsWith(year));
  if (last === undefined) return 1;
  const at = findMatter(account, 'registration', data.on);
  if (at >= 0 && found[at + 3] === matterContent(data)) return RETRIED;
  let again = Number(year) + 1;
  while (account.reportIns.some((day) => day.startsWith(String(again)))) again += 1;
  const next = `${again}-01-01`;
  return refused(
    'already-reported-in',
    roles.get(account.role).items.registration.clause,
    { on: data.on, last, again: next },
    YEAR_ALONE,
  );
}

/** What an entry scores: 1 point, 2 where it is hard, and no more than there is room for. */
export function score({ data }, room) {
  const scored = data.difficulty === 'hard' ? 2 : 1;
  return { scored, points: Math.min(scored, room) };
}

/** The decision to accept, with the event. */
export function after(rules, command, account, { scored, points }, room) {
  const { type, data } = command;
  const role = rules.roles.get(account.role);
  if (type === 'CreditActivity')
    return credit(rules, role.items[data.item], data, account, scored, points, 2 - room);
  if (type === 'ClaimPost') return claim(rules, role, data, account, scored, points, 3 - room);
  return reportIn(rules, role.items.registration, data, account, points);
}

function credit({ reference }, { title, clause }, data, account, scored, points, held) {
  const { accountId, communityId } = account;
  const { item, difficulty, matterId, postId, catalogue, note, on, by } = data;
  // More than a hundred points would rest on how an open question about them was answered.
  if (account.earned + scored > 100) throw new Error('not in these commands');
  const made = {
    accountId,
    communityId,
    entry: 'activity',
    item,
    title,
    difficulty,
    base: 1,
    scored,
    points,
  };
  made.matterId = matterId;
  const capacity = capacityOf(data);
  if (capacity !== undefined) made.capacity = capacity;
  if (postId !== undefined) made.postId = postId;
  if (catalogue !== undefined) made.catalogue = catalogue;
  if (note !== undefined) made.note = note;
  if (held !== 0) made.matter = Object.freeze({ clause, maximum: 2, held, took: scored - points });
  made.on = on;
  made.by = Object.freeze({ office: 'community', communityId: by.communityId });
  made.clause = clause;
  made.ruleSet = reference;
  made.readings = readingsIn(readingsOf(item, postId, held), data, account);
  return accepted('ActivityCredited', made);
}

function readingsOf(item, postId, held) {
  if (item !== 'activity') return ENTERED;
  if (postId !== undefined) return SERVED;
  return held === 0 ? ENTERED : BESIDE;
}

function reportIn({ reference }, { title, clause }, data, account, points) {
  const { on, by, formComplete } = data;
  const { accountId, communityId } = account;
  // The year has its report-in with this one.
  const readings = (formComplete === true ? REPORTED : WITHOUT_FORM).reported;
  return accepted('ActivityCredited', {
    accountId,
    communityId,
    entry: 'registration',
    item: 'registration',
    title,
    base: 1,
    scored: 1,
    points,
    matterId: on,
    on,
    by: Object.freeze({ office: 'community', communityId: by.communityId }),
    clause,
    ruleSet: reference,
    readings: on < account.latestOn ? readings.late : readings.inOrder,
  });
}

function claim({ reference }, role, data, account, scored, points, used) {
  const { title, clause } = role.items.claim;
  const { postId, kind, difficulty, catalogue, on, by } = data;
  const limit = role.limits.claims;
  const took = scored - points;
  const applied = {
    limit: 'claims',
    clause: limit.clause,
    title: limit.title,
    counts: 'points',
    maximum: 3,
    per: 'life',
    window: 'life',
    used,
    took,
  };
  if (took !== 0) applied.usedBy = usedBy(account);
  const made = {
    accountId: account.accountId,
    communityId: account.communityId,
    postId,
    kind,
    item: 'claim',
    title,
    difficulty,
    base: 1,
    scored,
    points,
    limits: Object.freeze([Object.freeze(applied)]),
    on,
    by: Object.freeze({ office: 'community', communityId: by.communityId }),
    clause,
    ruleSet: reference,
    readings: readingsIn(took === 0 ? CAP : CUT, data, account),
  };
  if (catalogue !== undefined) made.catalogue = catalogue;
  return accepted('PostClaimed', made);
}

function usedBy(account) {
  const limited = account.items.claim.limited;
  const entries = [];
  for (let at = 0; at < limited.length; at += 4) {
    if (limited[at + 2] === 0) continue;
    const used = { item: 'claim', id: limited[at], on: dateOf(limited[at + 1]), points: limited[at + 2] };
    entries.push(Object.freeze(used));
  }
  return Object.freeze(entries.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))));
}

const VERSION = Object.freeze({ schemaVersion: 1 });

function accepted(type, data) {
  const event = Object.freeze({ type, data: Object.freeze(data), metadata: VERSION });
  return Object.freeze({ accepted: true, events: Object.freeze([event]), warnings: NO_WARNINGS });
}

function refused(code, clause, facts, readings) {
  const refusal = Object.freeze({ code, clause, facts: Object.freeze(facts), readings });
  return Object.freeze({ accepted: false, refusal });
}

let found;

/** The place of a matter's key among those of an item, in the leaf that is left in `found`; -1 where there is none. */
function findMatter(account, item, key) {
  const record = account.items[item];
  return record === undefined ? -1 : find(record.matters, key, 4);
}

/** The place of a key in a tree of records that take so many places each, its own among them. */
function find(map, key, width) {
  let node = map;
  while (typeof node[0] === 'object') node = node[slotOf(node, key)];
  const at = placeIn(node, key, width);
  if (node[at] !== key) return -1;
  found = node;
  return at;
}

function dateOf(day) {
  const month = Math.floor(day / 31);
  const two = (number) => (number < 10 ? `0${number}` : `${number}`);
  return `${Math.floor(month / 12)}-${two((month % 12) + 1)}-${two((day % 31) + 1)}`;
}
