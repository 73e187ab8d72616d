// The limit: a loop written by hand for nothing but speed, which makes the very account that the library makes. It knows its events
// are well formed, of one account and of the five types that a centre enters, that no entry waits to be verified, and that no content
// is too long to be kept as it is; it checks nothing, and every step is spelled out in place.

/** The account of a history, deeply frozen. */
export function fold(events) {
  const account = opened(events[0].data);
  for (let i = 1; i < events.length; i += 1) step(account, events[i]);
  return freezeAccount(account);
}

/** Puts one event on an account that may be changed. */
export function step(account, event) {
  const { type, data } = event;
  const { on } = data;
  if (on > account.latestOn) account.latestOn = on;
  const day = dayOf(on);
  if (type === 'ActivityCredited') {
    const item = book(account, data, day, data.matterId);
    const key = keyOf(data);
    item.matters = put3(item.matters, key, day, data.points, matterContent(data));
    if (data.quantity !== undefined || data.postId !== undefined) detail(item, data, key, day);
    if (data.entry === 'registration') account.reportIns.push(on);
  } else if (type === 'PostClaimed') {
    book(account, data, day, data.postId);
    account.posts = putAny(account.posts, [data.postId, day, data.points, claimContent(data), data.item]);
  } else if (type === 'PointsRedeemed') {
    account.redeemed += data.deducted;
    addTo(account.redeemedOn, day, data.deducted);
    account.redemptions.push(visitOf(data));
  } else {
    account.corrected += data.points;
    const countsOn = dayOf(data.countsOn);
    addTo(data.points > 0 ? account.raisedOn : account.loweredOn, countsOn, data.points);
    account.corrections = putAny(account.corrections, correctionOf(data, day, countsOn));
    if (data.freesRoom && data.points < 0) free(account, data);
  }
}

export function opened(data) {
  const { on, points } = data;
  const day = dayOf(on);
  const item = {
    days: [{ year: yearOf(day), amount: points, count: 1, days: [day, points, 1] }],
    matters: [' opening', day, points, ''],
  };
  if (points !== 0) item.limited = [on, day, points, 0];
  const account = {
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
    transferred: 0,
    items: { [data.item]: item },
    raisedOn: [],
    loweredOn: [],
    redeemedOn: [],
    receivedOn: [],
    sentOn: [],
    reportIns: data.reportsIn ? [on] : [],
    posts: [],
    releases: [],
    corrections: [],
    redemptions: [],
    transfers: [],
    bars: [],
    pending: [],
    reversed: [],
  };
  if (data.memberId !== undefined) account.memberId = data.memberId;
  return account;
}

/** A day as the account keeps it. */
export function dayOf(on) {
  return (
    (on.charCodeAt(0) - 48) * 372_000 +
    (on.charCodeAt(1) - 48) * 37_200 +
    (on.charCodeAt(2) - 48) * 3720 +
    (on.charCodeAt(3) - 48) * 372 +
    (on.charCodeAt(5) - 48) * 310 +
    (on.charCodeAt(6) - 48) * 31 +
    (on.charCodeAt(8) - 48) * 10 +
    (on.charCodeAt(9) - 48) -
    32
  );
}

/** The year of a day as the account keeps it. */
export function yearOf(day) {
  return (day / 372) | 0;
}

function book(account, data, day, id) {
  const { points } = data;
  account.earned += points;
  let item = account.items[data.item];
  if (item === undefined) {
    item = { days: [], matters: [] };
    account.items[data.item] = item;
  }
  addTo(item.days, day, points);
  if (data.limits !== undefined && points !== 0) {
    if (item.limited === undefined) item.limited = [id, day, points, 0];
    else item.limited.push(id, day, points, 0);
  }
  return item;
}

/** The key of a matter among those of its item. */
export function keyOf({ capacity, matterId }) {
  return capacity === undefined ? matterId : ` ${capacity} ${matterId}`;
}

/** What only some matters have: a quantity, or a post that was served in. */
function detail(item, { quantity = 0, unit = '', postId = '' }, key, day) {
  const hundredths = Math.round(quantity * 100);
  item.details = put3(item.details ?? [], key, hundredths, unit, postId);
  if (unit === '') return;
  if (item.quantities === undefined) item.quantities = {};
  if (item.quantities[unit] === undefined) item.quantities[unit] = [];
  addTo(item.quantities[unit], day, hundredths);
}

/** The record of a redemption. */
export function visitOf(data) {
  const { redemptionId, on, deducted } = data;
  const lines = [];
  for (const { rewardId, quantity, price } of data.lines) {
    lines.push({ rewardId, quantity, price: deducted === 0 ? 0 : price });
  }
  return { redemptionId, on, deducted, lines, content: redemptionContent(data) };
}

/** The record of a correction, behind its key. */
export function correctionOf(data, day, countsOn) {
  const { correctionId, corrects, points } = data;
  const content = correctionContent(data);
  const frees = data.freesRoom && points < 0 ? -points : 0;
  if (corrects === undefined) return [correctionId, content, '', '', day, countsOn, points, frees, 0];
  const matterOn = dayOf(corrects.on);
  return [correctionId, content, corrects.item, corrects.id, day, countsOn, points, frees, matterOn];
}

/** Frees room under the limits of the matter that a correction takes points from: what it holds at most. */
function free(account, { corrects, points }) {
  if (corrects === undefined) return;
  const item = account.items[corrects.item];
  const limited = item?.limited ?? [];
  const day = dayOf(corrects.on);
  let at = limited.length - 4;
  while (at >= 0 && (limited[at] !== corrects.id || limited[at + 1] !== day)) at -= 4;
  if (at < 0) return;
  const before = freedOf(limited, at);
  limited[at + 3] -= points;
  if (item.freed === undefined) item.freed = [];
  addTo(item.freed, day, freedOf(limited, at) - before);
}

function freedOf(limited, at) {
  return Math.max(Math.min(limited[at + 3], limited[at + 2]), 0);
}

/** Adds an entry's amount to its day, in the list of its year. */
function addTo(daily, day, amount) {
  const year = yearOf(day);
  let at = daily.length - 1;
  while (at >= 0 && daily[at].year > year) at -= 1;
  if (at < 0 || daily[at].year !== year) {
    daily.splice(at + 1, 0, { year, amount, count: 1, days: [day, amount, 1] });
    return;
  }
  const of = daily[at];
  of.amount += amount;
  of.count += 1;
  const { days } = of;
  at = days.length - 3;
  while (at >= 0 && days[at] > day) at -= 3;
  if (days[at] === day) {
    days[at + 1] += amount;
    days[at + 2] += 1;
  } else if (at + 3 === days.length) days.push(day, amount, 1);
  else days.splice(at + 3, 0, day, amount, 1);
}

/** Line breaks, so many in a row. */
const GAPS = Array.from({ length: 8 }, (_, lines) => '\n'.repeat(lines));

/** The content of a matter, as the account keeps it: each part on a line of its own, and mostly the difficulty alone. */
export function matterContent({ by, difficulty, quantity, postId, catalogue, memberId, note }) {
  if (
    quantity !== undefined ||
    memberId !== undefined ||
    by.office !== 'community' ||
    by.approvedBy !== undefined
  ) {
    return lined(difficulty, quantity, postId, catalogue, memberId, officeOf(by), by.approvedBy, note);
  }
  let content = difficulty === undefined ? '' : difficulty;
  let line = 0;
  if (postId !== undefined) {
    content = `${content}\n\n${postId}`;
    line = 2;
  }
  if (catalogue !== undefined) {
    content = content + GAPS[3 - line] + catalogue;
    line = 3;
  }
  return note === undefined ? content : content + GAPS[7 - line] + note;
}

/** The content of a claim. */
export function claimContent({ by, kind, difficulty, catalogue }) {
  if (by.office !== 'community' || by.approvedBy !== undefined) {
    return lined(kind, difficulty, catalogue, officeOf(by), by.approvedBy);
  }
  if (catalogue !== undefined) return `${kind}\n${difficulty ?? ''}\n${catalogue}`;
  return difficulty === undefined ? kind : `${kind}\n${difficulty}`;
}

function redemptionContent({ by, collectedBy }) {
  if (by.office === 'community' && by.approvedBy === undefined) return collectedBy ?? '';
  return lined(collectedBy, officeOf(by), by.approvedBy);
}

function correctionContent({ on, by, requested, points, reason, corrects }) {
  const asked = requested ?? points;
  return `${on}\n${asked}\n${corrects?.id ?? ''}\n${officeOf(by)}\n${by.approvedBy ?? ''}\n${reason}`;
}

/** A centre is not said. */
function officeOf({ office }) {
  return office === 'community' ? '' : office;
}

/** Any parts, without the empty ones at the end. */
function lined(...parts) {
  return parts
    .map((part) => part ?? '')
    .join('\n')
    .replace(/\n+$/, '');
}

/** The nodes on the way to the leaf that was found last, and the slot that was taken in each. */
const nodes = [];
const slots = [];
let depth = 0;

/** The leaf of a tree that a key belongs to. */
function leafFor(map, key) {
  let node = map;
  depth = 0;
  while (typeof node[0] === 'object') {
    const slot = slotOf(node, key);
    nodes[depth] = node;
    slots[depth] = slot;
    depth += 1;
    node = node[slot];
  }
  return node;
}

/** The place in a branch of the child that a key belongs to: mostly the last one. */
export function slotOf(branch, key) {
  let last = (branch.length - 1) >> 1;
  if (last === 0 || branch[2 * last - 1] <= key) return 2 * last;
  let first = 0;
  last -= 1;
  while (first < last) {
    const middle = (first + last + 1) >> 1;
    if (branch[2 * middle - 1] <= key) first = middle;
    else last = middle - 1;
  }
  return 2 * first;
}

/** The place in a leaf of the first key that comes after this one: mostly the end. */
export function placeIn(leaf, key, width) {
  let end = leaf.length / width;
  if (end === 0 || leaf[(end - 1) * width] < key) return leaf.length;
  let first = 0;
  end -= 1;
  while (first < end) {
    const middle = (first + end) >> 1;
    if (leaf[middle * width] < key) first = middle + 1;
    else end = middle;
  }
  return first * width;
}

/** Puts a record of three fields under a key of its own; answers the map, another one where its root was split. */
function put3(map, key, a, b, c) {
  const leaf = leafFor(map, key);
  const at = placeIn(leaf, key, 4);
  if (at === leaf.length) leaf.push(key, a, b, c);
  else leaf.splice(at, 0, key, a, b, c);
  return leaf.length > 128 ? grown(map, leaf, at, 4) : map;
}

/** The records of another length, each behind its key, go the same way, without the haste. */
function putAny(map, record) {
  const leaf = leafFor(map, record[0]);
  const at = placeIn(leaf, record[0], record.length);
  leaf.splice(at, 0, ...record);
  return leaf.length > 32 * record.length ? grown(map, leaf, at, record.length) : map;
}

/** Splits the leaf that was found last, which is too long, and what becomes too long above it. */
function grown(map, leaf, at, width) {
  let right = leaf.splice(at + width === leaf.length ? at : 16 * width);
  let [key] = right;
  for (let level = depth - 1; level >= 0; level -= 1) {
    const branch = nodes[level];
    const slot = slots[level];
    branch.splice(slot + 1, 0, key, right);
    if (branch.length < 64) return map;
    right = branch.splice(slot + 3 === branch.length ? branch.length - 1 : 32);
    key = branch.pop();
  }
  return [map, key, right];
}

/** Freezes an account and all it holds, each kind of part by what it is known to hold. */
export function freezeAccount(account) {
  for (const id in account.items) {
    const item = account.items[id];
    freezeDaily(item.days);
    if (item.quantities !== undefined) {
      for (const unit in item.quantities) freezeDaily(item.quantities[unit]);
      Object.freeze(item.quantities);
    }
    if (item.freed !== undefined) freezeDaily(item.freed);
    if (item.limited !== undefined) Object.freeze(item.limited);
    freezeMap(item.matters);
    if (item.details !== undefined) freezeMap(item.details);
    Object.freeze(item);
  }
  Object.freeze(account.items);
  freezeDaily(account.raisedOn);
  freezeDaily(account.loweredOn);
  freezeDaily(account.redeemedOn);
  Object.freeze(account.receivedOn);
  Object.freeze(account.sentOn);
  Object.freeze(account.reportIns);
  freezeMap(account.posts);
  Object.freeze(account.releases);
  freezeMap(account.corrections);
  for (const visit of account.redemptions) {
    for (const line of visit.lines) Object.freeze(line);
    Object.freeze(visit.lines);
    Object.freeze(visit);
  }
  Object.freeze(account.redemptions);
  Object.freeze(account.transfers);
  Object.freeze(account.bars);
  Object.freeze(account.pending);
  Object.freeze(account.reversed);
  return Object.freeze(account);
}

function freezeDaily(daily) {
  for (const year of daily) {
    Object.freeze(year.days);
    Object.freeze(year);
  }
  Object.freeze(daily);
}

/** A tree whose records hold nothing that could be changed. */
function freezeMap(node) {
  if (typeof node[0] === 'object') for (let slot = 0; slot < node.length; slot += 2) freezeMap(node[slot]);
  Object.freeze(node);
}
