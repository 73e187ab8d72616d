// The limit: the decisions of these three commands under this one rule set, written by hand. It takes commands to be well formed, has
// the rules in its code, and gives the very decisions of the library, frozen like them.
//
// It is in three parts, so that a rule engine can take the place of the one in the middle: `before` asks all that concerns the
// account, `score` what the entry scores, and `after` writes the event.

import { deepFreeze } from '../../harness/frozen.mjs';
import { hash32, matterContent } from '../fold/limit.mjs';

/** The decider of a bank, whose rule set it takes titles and the digest from. */
export function decider(bank) {
  const rules = rulesOf(bank);
  return (command, account) => {
    const early = before(rules, command, account);
    if (early !== undefined) return early;
    return after(rules, command, account, score(command, roomOf(command, account)));
  };
}

const RETRIED = deepFreeze({ accepted: true, events: [], warnings: [] });
const NO_WARNINGS = Object.freeze([]);
const NONE = Object.freeze({});
const LATE = deepFreeze({ 'late-entry': 'taken' });
const YEAR = deepFreeze({ 'registration-year': 'calendar-year' });
const YEAR_LATE = deepFreeze({ 'registration-year': 'calendar-year', 'late-entry': 'taken' });
const CAP = deepFreeze({ 'claim-cap-window': 'life' });
const CAP_LATE = deepFreeze({ 'claim-cap-window': 'life', 'late-entry': 'taken' });
const CUT = deepFreeze({ 'claim-cap-window': 'life', 'claim-cap-overflow': 'trim' });
const CUT_LATE = deepFreeze({
  'claim-cap-window': 'life',
  'claim-cap-overflow': 'trim',
  'late-entry': 'taken',
});

export function rulesOf({ ruleSet, digest }) {
  const roles = new Map(Object.entries(ruleSet.roles));
  return { roles, reference: Object.freeze({ id: ruleSet.id, version: ruleSet.version, digest }) };
}

/** The decision, where none of the rules that score has to be asked. */
export function before(rules, { type, data }, account) {
  if (account.status !== 'open') throw new Error('not in these commands');
  if (account.accountId !== data.accountId) throw new Error('not in these commands');
  if (data.by.office !== 'community' || data.by.communityId !== account.communityId) {
    throw new Error('not in these commands');
  }
  if (data.on < account.openedOn) throw new Error('not in these commands');
  if (type === 'CreditActivity') return beforeCredit(rules, data, account);
  if (type === 'ClaimPost') return beforeClaim(data, account);
  return beforeReportIn(rules, data, account);
}

function beforeCredit({ roles }, data, account) {
  const role = roles.get(account.role);
  const item = role.items[data.item];
  const matters = account.items[data.item]?.matters;
  const at = matters === undefined ? -1 : find(matters, data.matterId);
  if (at >= 0) {
    const leaf = found;
    if (leaf[at + 1] === dayOf(data.on) && leaf[at + 3] === matterContent(data)) return RETRIED;
    const on = dateOf(leaf[at + 1]);
    const points = leaf[at + 2];
    const { title } = item;
    return refused(
      'duplicate-matter',
      item.clause,
      { item: data.item, title, matterId: data.matterId, on, points },
      data.item === 'activity' ? SERVICE : NONE,
    );
  }
  if (data.postId === undefined || find(account.posts, data.postId) >= 0) return undefined;
  return refused('post-not-claimed', role.service.clause, { postId: data.postId, on: data.on }, CLAIMED);
}

const SERVICE = deepFreeze({ 'activity-service-and-attendance': 'one-matter' });
const CLAIMED = deepFreeze({ 'service-needs-claim': 'claimed' });

function beforeClaim(data, account) {
  if (find(account.posts, data.postId) >= 0) throw new Error('not in these commands');
  return undefined;
}

function beforeReportIn({ roles }, data, account) {
  const year = data.on.slice(0, 4);
  const last = account.reportIns.find((day) => day.startsWith(year));
  if (last === undefined) return undefined;
  const item = account.items.registration;
  const at = find(item.matters, data.on);
  if (at >= 0 && found[at + 3] === matterContent(data)) return RETRIED;
  let again = Number(year) + 1;
  while (account.reportIns.some((day) => day.startsWith(String(again)))) again += 1;
  const next = `${again}-01-01`;
  return refused(
    'already-reported-in',
    roles.get(account.role).items.registration.clause,
    { on: data.on, last, again: next },
    YEAR,
  );
}

/** How many points an entry of this kind may still score. */
export function roomOf({ type }, account) {
  if (type !== 'ClaimPost') return 2;
  const { claim } = account.items;
  let used = 0;
  if (claim !== undefined) for (let at = 1; at < claim.months.length; at += 3) used += claim.months[at];
  return 3 - used;
}

/** What an entry scores: 1 point, 2 where it is hard, and no more than there is room for. */
export function score({ data }, room) {
  const scored = data.difficulty === 'hard' ? 2 : 1;
  return { scored, points: Math.min(scored, room) };
}

/** The decision to accept, with the event. */
export function after(rules, command, account, { scored, points }) {
  const { type, data } = command;
  const late = data.on < account.latestOn;
  const role = rules.roles.get(account.role);
  if (type === 'CreditActivity')
    return credit(rules, role.items[data.item], data, account, scored, points, late);
  if (type === 'ClaimPost') return claim(rules, role, data, account, scored, points, late);
  return reportIn(rules, role.items.registration, data, account, points, late);
}

function credit({ reference }, { title, clause }, data, account, scored, points, late) {
  const { accountId, communityId } = account;
  const { item, difficulty, matterId, postId, catalogue, note, on, by } = data;
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
  if (postId !== undefined) made.postId = postId;
  if (catalogue !== undefined) made.catalogue = catalogue;
  if (note !== undefined) made.note = note;
  made.on = on;
  made.by = Object.freeze({ office: 'community', communityId: by.communityId });
  made.clause = clause;
  made.ruleSet = reference;
  made.readings = postId === undefined ? (late ? LATE : NONE) : served(late);
  return accepted('ActivityCredited', made);
}

function served(late) {
  return Object.freeze(late ? { ...SERVICE, ...CLAIMED, ...LATE } : { ...SERVICE, ...CLAIMED });
}

function reportIn({ reference }, { title, clause }, { on, by }, { accountId, communityId }, points, late) {
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
    readings: late ? YEAR_LATE : YEAR,
  });
}

function claim({ reference }, role, data, account, scored, points, late) {
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
    used: 3 - roomOf({ type: 'ClaimPost' }, account),
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
    readings: took !== 0 ? (late ? CUT_LATE : CUT) : late ? CAP_LATE : CAP,
  };
  if (catalogue !== undefined) made.catalogue = catalogue;
  return accepted('PostClaimed', made);
}

function usedBy(account) {
  const limited = account.items.claim.limited;
  const entries = [];
  for (let at = 0; at < limited.length; at += 3) {
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

/** The place of a key in a tree of records of four fields, in the leaf that is left in `found`; -1 where there is none. */
function find(map, key) {
  let node = map;
  if (node.length > 0 && typeof node[0] !== 'string') {
    let bits = hash32(key);
    do {
      node = node[bits & 15] ?? [];
      bits >>>= 4;
    } while (node.length > 0 && typeof node[0] !== 'string');
  }
  for (let at = 0; at < node.length; at += 4) {
    if (node[at] !== key) continue;
    found = node;
    return at;
  }
  return -1;
}

function dayOf(on) {
  const digit = (at) => on.charCodeAt(at) - 48;
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  return (year * 12 + digit(5) * 10 + digit(6) - 1) * 31 + digit(8) * 10 + digit(9) - 1;
}

function dateOf(day) {
  const month = Math.floor(day / 31);
  const two = (number) => (number < 10 ? `0${number}` : `${number}`);
  return `${Math.floor(month / 12)}-${two((month % 12) + 1)}-${two((day % 31) + 1)}`;
}
