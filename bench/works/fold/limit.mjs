// The limit: a loop written by hand for nothing but speed, which makes the very account that the library makes. It knows its events
// are well formed and of one account; it checks nothing, and every step is spelled out in place.

const LEAF = 16;

/** The account of a history, deeply frozen. */
export function fold(events) {
  let account;
  for (const event of events) {
    if (account === undefined) account = opened(event.data);
    else step(account, event);
  }
  return freezeAccount(account);
}

/** Puts one event on an account that may be changed. */
export function step(account, event) {
  const { data } = event;
  if (data.on > account.latestOn) account.latestOn = data.on;
  switch (event.type) {
    case 'ActivityCredited': {
      tally(account, data, data.matterId);
      const { capacity } = data;
      const key =
        capacity === undefined
          ? `${data.item} ${data.matterId}`
          : `${data.item}/${capacity} ${data.matterId}`;
      account.matters = put(account.matters, key, [data.on, data.points, matterContent(data)]);
      if (data.entry === 'registration') account.reportIns.push(data.on);
      break;
    }
    case 'PostClaimed': {
      tally(account, data, data.postId);
      const record = [data.on, data.points, claimContent(data)];
      const claims = lookUp(account.posts, data.postId);
      if (claims === undefined) account.posts = put(account.posts, data.postId, [record]);
      else claims.push(record);
      break;
    }
    case 'PointsRedeemed': {
      account.redeemed += data.deducted;
      monthOf(account, data.on).redeemed += data.deducted;
      const lines = [];
      for (const { rewardId, quantity } of data.lines) lines.push({ rewardId, quantity });
      account.redemptions.push({
        redemptionId: data.redemptionId,
        on: data.on,
        deducted: data.deducted,
        lines,
      });
      break;
    }
    case 'ScoreCorrected': {
      account.corrected += data.points;
      monthOf(account, data.countsOn).corrected += data.points;
      const item = data.corrects === undefined ? '' : data.corrects.item;
      account.corrections = put(account.corrections, data.correctionId, [correctionContent(data), item]);
      break;
    }
  }
}

export function opened(data) {
  const tally = { points: data.points, entries: 1 };
  if (data.points !== 0) tally.limited = [[data.on, data.on, data.points]];
  return {
    status: 'open',
    accountId: data.accountId,
    role: data.role,
    colour: data.colour,
    communityId: data.communityId,
    openedOn: data.on,
    latestOn: data.on,
    earned: data.points,
    corrected: 0,
    redeemed: 0,
    months: { [data.on.slice(0, 7)]: { items: { [data.item]: tally }, corrected: 0, redeemed: 0 } },
    reportIns: data.reportsIn ? [data.on] : [],
    matters: [`${data.item} opening`, [data.on, data.points, 0]],
    posts: [],
    corrections: [],
    redemptions: [],
  };
}

function tally(account, data, id) {
  const { points, item, on } = data;
  account.earned += points;
  const { items } = monthOf(account, on);
  let of = items[item];
  if (of === undefined) {
    of = { points: 0, entries: 0 };
    items[item] = of;
  }
  of.points += points;
  of.entries += 1;
  if (data.quantity !== undefined) {
    if (of.quantities === undefined) of.quantities = {};
    of.quantities[data.unit] = (of.quantities[data.unit] ?? 0) + Math.round(data.quantity * 100);
  }
  if (data.limits !== undefined && points !== 0) {
    if (of.limited === undefined) of.limited = [[id, on, points]];
    else of.limited.push([id, on, points]);
  }
}

function monthOf(account, on) {
  const month = on.slice(0, 7);
  let of = account.months[month];
  if (of === undefined) {
    of = { items: {}, corrected: 0, redeemed: 0 };
    account.months[month] = of;
  }
  return of;
}

let high;
let low;

function begin() {
  high = 0x9e3779b1;
  low = 0x85ebca6b;
}

function part(word) {
  let h = high;
  let l = low;
  for (let i = 0; i < word.length; i += 1) {
    const unit = word.charCodeAt(i);
    h = Math.imul(h ^ unit, 0x01000193);
    l = Math.imul(l ^ unit, 0x5bd1e995);
    l ^= l >>> 15;
  }
  high = Math.imul(h ^ 0x10ffff, 0x01000193);
  low = Math.imul(l ^ 0x10ffff, 0x5bd1e995);
}

function end() {
  let h = Math.imul(high ^ (high >>> 16), 0x7feb352d);
  let l = Math.imul(low ^ (low >>> 15), 0x846ca68b);
  h ^= l >>> 13;
  l ^= h >>> 16;
  return (h & 0x1fffff) * 0x1_0000_0000 + (l >>> 0);
}

function matterContent(data) {
  begin();
  part(data.on);
  part(data.by.office);
  part(data.difficulty ?? '');
  part(data.quantity === undefined ? '' : String(data.quantity));
  part(data.postId ?? '');
  part(data.catalogue ?? '');
  part(data.note ?? '');
  return end();
}

function claimContent(data) {
  begin();
  part(data.on);
  part(data.by.office);
  part(data.kind);
  part(data.difficulty ?? '');
  part(data.catalogue ?? '');
  return end();
}

function correctionContent(data) {
  begin();
  part(data.on);
  part(data.by.office);
  part(String(data.requested ?? data.points));
  part(data.reason);
  part(data.corrects === undefined ? '' : data.corrects.id);
  return end();
}

function hash32(key) {
  let h = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

function lookUp(map, key) {
  let node = map;
  if (!Array.isArray(node)) {
    let bits = hash32(key);
    do {
      node = node[bits & 15];
      if (node === undefined) return undefined;
      bits >>>= 4;
    } while (!Array.isArray(node));
  }
  for (let i = 0; i < node.length; i += 2) if (node[i] === key) return node[i + 1];
  return undefined;
}

/** Puts a value under a key that is new to the map; answers the map, which is another one where a leaf became a branch. */
function put(map, key, value) {
  if (Array.isArray(map)) {
    if (map.length < LEAF) {
      map.push(key, value);
      return map;
    }
    map.push(key, value);
    return split(map, 0);
  }
  let bits = hash32(key);
  let used = 0;
  let node = map;
  for (;;) {
    const slot = bits & 15;
    bits >>>= 4;
    used += 4;
    const child = node[slot];
    if (child === undefined) {
      node[slot] = [key, value];
      return map;
    }
    if (Array.isArray(child)) {
      child.push(key, value);
      if (child.length > LEAF && used < 32) node[slot] = split(child, used);
      return map;
    }
    node = child;
  }
}

function split(entries, used) {
  if (entries.length <= LEAF || used >= 32) return entries;
  const branch = {};
  for (let i = 0; i < entries.length; i += 2) {
    const slot = (hash32(entries[i]) >>> used) & 15;
    const leaf = branch[slot];
    if (leaf === undefined) branch[slot] = [entries[i], entries[i + 1]];
    else leaf.push(entries[i], entries[i + 1]);
  }
  for (const slot in branch) branch[slot] = split(branch[slot], used + 4);
  return branch;
}

/** Freezes an account and all it holds, each kind of part by what it is known to hold. */
export function freezeAccount(account) {
  for (const month in account.months) {
    const of = account.months[month];
    for (const item in of.items) {
      const tallied = of.items[item];
      if (tallied.quantities !== undefined) Object.freeze(tallied.quantities);
      if (tallied.limited !== undefined) {
        for (const entry of tallied.limited) Object.freeze(entry);
        Object.freeze(tallied.limited);
      }
      Object.freeze(tallied);
    }
    Object.freeze(of.items);
    Object.freeze(of);
  }
  Object.freeze(account.months);
  Object.freeze(account.reportIns);
  freezeMap(account.matters, Object.freeze);
  freezeMap(account.posts, freezeClaims);
  freezeMap(account.corrections, Object.freeze);
  for (const visit of account.redemptions) {
    for (const line of visit.lines) Object.freeze(line);
    Object.freeze(visit.lines);
    Object.freeze(visit);
  }
  Object.freeze(account.redemptions);
  return Object.freeze(account);
}

function freezeClaims(claims) {
  for (const record of claims) Object.freeze(record);
  Object.freeze(claims);
}

function freezeMap(node, freezeValue) {
  if (Array.isArray(node)) {
    for (let i = 1; i < node.length; i += 2) freezeValue(node[i]);
  } else {
    for (const slot in node) freezeMap(node[slot], freezeValue);
  }
  Object.freeze(node);
}
