// The limit: a loop written by hand for nothing but speed, which makes the very account that the library makes. It knows its events
// are well formed and of one account; it checks nothing, keeps what it found last, and every step is spelled out in place.

const LEAF = 32;

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
    const { capacity } = data;
    const key = capacity === undefined ? data.matterId : ` ${capacity} ${data.matterId}`;
    item.matters = put3(item.matters, key, day, data.points, matterContent(data));
    if (data.entry === 'registration') account.reportIns.push(on);
  } else if (type === 'PostClaimed') {
    book(account, data, day, data.postId);
    account.posts = put3(account.posts, data.postId, day, data.points, claimContent(data));
  } else if (type === 'PointsRedeemed') {
    account.redeemed += data.deducted;
    addTo(account.redeemedIn, monthOf(day), data.deducted);
    const lines = [];
    for (const { rewardId, quantity } of data.lines) lines.push({ rewardId, quantity });
    account.redemptions.push({ redemptionId: data.redemptionId, on, deducted: data.deducted, lines });
  } else {
    account.corrected += data.points;
    addTo(account.correctedIn, monthOf(dayOf(data.countsOn)), data.points);
    const item = data.corrects === undefined ? '' : data.corrects.item;
    account.corrections = putAny(account.corrections, [data.correctionId, correctionContent(data), item]);
    if (data.freesRoom && data.corrects !== undefined) free(account, data);
  }
}

export function opened(data) {
  const { on, points } = data;
  const day = dayOf(on);
  const item = { months: [monthOf(day), points, 1], matters: [' opening', day, points, 0] };
  if (points !== 0) item.limited = [on, day, points];
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
    items: { [data.item]: item },
    correctedIn: [],
    redeemedIn: [],
    reportIns: data.reportsIn ? [on] : [],
    posts: [],
    corrections: [],
    redemptions: [],
  };
  if (data.memberId !== undefined) account.memberId = data.memberId;
  return account;
}

function dayOf(on) {
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

function monthOf(day) {
  return (day / 31) | 0;
}

function book(account, data, day, id) {
  const { points } = data;
  account.earned += points;
  let item = account.items[data.item];
  if (item === undefined) {
    item = { months: [], matters: [] };
    account.items[data.item] = item;
  }
  const month = monthOf(day);
  addTo(item.months, month, points);
  if (data.quantity !== undefined) {
    if (item.quantities === undefined) item.quantities = {};
    if (item.quantities[data.unit] === undefined) item.quantities[data.unit] = [];
    addTo(item.quantities[data.unit], month, Math.round(data.quantity * 100));
  }
  if (data.limits !== undefined && points !== 0) {
    if (item.limited === undefined) item.limited = [id, day, points];
    else item.limited.push(id, day, points);
  }
  return item;
}

function free(account, { corrects, points }) {
  const item = account.items[corrects.item];
  const day = dayOf(corrects.on);
  const limited = item?.limited ?? [];
  let at = limited.length - 3;
  while (at >= 0 && (limited[at] !== corrects.id || limited[at + 1] !== day)) at -= 3;
  if (at < 0 || points >= 0) return;
  const freed = Math.min(-points, limited[at + 2]);
  limited[at + 2] -= freed;
  if (item.freed === undefined) item.freed = [];
  addTo(item.freed, monthOf(day), freed);
}

function addTo(months, month, amount) {
  let at = months.length - 3;
  while (at >= 0 && months[at] !== month) at -= 3;
  if (at < 0) {
    months.push(month, amount, 1);
  } else {
    months[at + 1] += amount;
    months[at + 2] += 1;
  }
}

const PRIME = 0x01000193;

function part(state, word) {
  let h = state;
  for (let i = 0; i < word.length; i += 1) h = Math.imul(h ^ word.charCodeAt(i), PRIME);
  return Math.imul(h ^ 0x10ffff, PRIME);
}

function none(state) {
  return Math.imul(state ^ 0x10ffff, PRIME);
}

function finish(state) {
  let h = Math.imul(state ^ (state >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) & 0x7fffffff;
}

const COMMUNITY = part(0x811c9dc5, 'community');
const STREET = part(0x811c9dc5, 'street');

/** The fingerprint of a matter, as the account keeps it. */
export function matterContent({ by, difficulty, quantity, postId, catalogue, note }) {
  let h = by.office === 'community' ? COMMUNITY : STREET;
  h = difficulty === undefined ? none(h) : part(h, difficulty);
  h = quantity === undefined ? none(h) : part(h, String(quantity));
  h = postId === undefined ? none(h) : part(h, postId);
  h = catalogue === undefined ? none(h) : part(h, catalogue);
  return finish(note === undefined ? none(h) : part(h, note));
}

/** The fingerprint of a claim. */
export function claimContent({ by, kind, difficulty, catalogue }) {
  let h = part(by.office === 'community' ? COMMUNITY : STREET, kind);
  h = difficulty === undefined ? none(h) : part(h, difficulty);
  return finish(catalogue === undefined ? none(h) : part(h, catalogue));
}

/** The fingerprint of a correction. */
export function correctionContent({ on, by, requested, points, reason, corrects }) {
  let h = part(by.office === 'community' ? COMMUNITY : STREET, on);
  h = part(part(h, String(requested ?? points)), reason);
  return finish(corrects === undefined ? none(h) : part(h, corrects.id));
}

/** The hash of a key, by which the trees branch. */
export function hash32(key) {
  let h = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) h = Math.imul(h ^ key.charCodeAt(i), PRIME);
  return finish(h);
}

function isLeaf(node) {
  return node.length === 0 || typeof node[0] === 'string';
}

/** Puts a record of three fields under a key; answers the map, another one where a leaf became a branch. */
function put3(map, key, a, b, c) {
  if (isLeaf(map)) {
    map.push(key, a, b, c);
    return map.length > LEAF * 4 ? split(map, 4, 0) : map;
  }
  let bits = hash32(key);
  let used = 4;
  let parent = map;
  let node = map[bits & 15];
  while (node !== null && !isLeaf(node)) {
    parent = node;
    bits >>>= 4;
    used += 4;
    node = parent[bits & 15];
  }
  if (node === null) {
    parent[bits & 15] = [key, a, b, c];
  } else {
    node.push(key, a, b, c);
    if (node.length > LEAF * 4 && used < 32) parent[bits & 15] = split(node, 4, used);
  }
  return map;
}

/** The few records of another length go the same way, without the haste. */
function putAny(map, record) {
  const owner = [map];
  let parent = owner;
  let slot = 0;
  let used = 0;
  for (let bits = hash32(record[0]); !isLeaf(parent[slot]); bits >>>= 4) {
    parent = parent[slot];
    slot = bits & 15;
    used += 4;
    if (parent[slot] === null) parent[slot] = [];
  }
  parent[slot].push(...record);
  if (parent[slot].length > LEAF * record.length && used < 32) {
    parent[slot] = split(parent[slot], record.length, used);
  }
  return owner[0];
}

function split(entries, width, used) {
  if (entries.length <= LEAF * width || used >= 32) return entries;
  const branch = [
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ];
  for (let i = 0; i < entries.length; i += width) {
    const slot = (hash32(entries[i]) >>> used) & 15;
    if (branch[slot] === null) branch[slot] = entries.slice(i, i + width);
    else for (let j = i; j < i + width; j += 1) branch[slot].push(entries[j]);
  }
  for (let i = 0; i < 16; i += 1) if (branch[i] !== null) branch[i] = split(branch[i], width, used + 4);
  return branch;
}

/** Freezes an account and all it holds, each kind of part by what it is known to hold. */
export function freezeAccount(account) {
  for (const id in account.items) {
    const item = account.items[id];
    Object.freeze(item.months);
    if (item.quantities !== undefined) {
      for (const unit in item.quantities) Object.freeze(item.quantities[unit]);
      Object.freeze(item.quantities);
    }
    if (item.freed !== undefined) Object.freeze(item.freed);
    if (item.limited !== undefined) Object.freeze(item.limited);
    freezeFlat(item.matters);
    Object.freeze(item);
  }
  Object.freeze(account.items);
  Object.freeze(account.correctedIn);
  Object.freeze(account.redeemedIn);
  Object.freeze(account.reportIns);
  freezeFlat(account.posts);
  freezeFlat(account.corrections);
  for (const visit of account.redemptions) {
    for (const line of visit.lines) Object.freeze(line);
    Object.freeze(visit.lines);
    Object.freeze(visit);
  }
  Object.freeze(account.redemptions);
  return Object.freeze(account);
}

/** A map whose records hold nothing that could be changed. */
function freezeFlat(node) {
  if (!isLeaf(node)) for (const child of node) if (child !== null) freezeFlat(child);
  Object.freeze(node);
}
