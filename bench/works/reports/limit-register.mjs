import { deepFreeze } from '../../harness/frozen.mjs';
import { byText, copyOf, factsOf } from './parts.mjs';

export function register(events, on) {
  const accounts = new Map();
  const roles = new Map();
  for (let i = 0; i < events.length; i += 1) {
    const { type, data } = events[i];
    let account = accounts.get(data.accountId);
    if (account === undefined) {
      account = openedBy(data, roles);
      accounts.set(data.accountId, account);
    }
    const counts = type === 'ScoreCorrected' ? data.countsOn : data.on;
    if (counts > on) continue;
    const month = monthOf(account.role, counts);
    if (type === 'PointsRedeemed') {
      account.redeemed += data.deducted;
      month.redeemed += data.deducted;
    } else if (type === 'ScoreCorrected') {
      account.corrected += data.points;
      month.corrected += data.points;
    } else {
      account.earned += data.points;
      month.earned += data.points;
      addTo(month.items, data, 1, data.points);
    }
  }
  // Each account is opened by then: these histories all begin before the day.
  const byRole = [...roles.values()].sort(byText(({ role }) => role)).map(roleRow);
  const totals = { accounts: 0, closedAccounts: 0, entries: 0, earned: 0, corrected: 0, redeemed: 0 };
  for (const role of byRole) for (const figure of Object.keys(totals)) totals[figure] += role[figure];
  return deepFreeze({
    on,
    communities: [...new Set([...accounts.values()].map(({ data }) => data.communityId))].sort(),
    accounts: [...accounts.values()].map(accountRow).sort(byText(({ accountId }) => accountId)),
    closedAccounts: [],
    totals: withFigures(totals),
    byRole,
    byItem: itemRows(roles),
    byMonth: monthRows(roles),
  });
}

function openedBy(data, roles) {
  let role = roles.get(data.role);
  if (role === undefined) {
    role = {
      role: data.role,
      title: data.roleTitle,
      colour: data.colour,
      accounts: 0,
      months: [],
      byNumber: [],
    };
    roles.set(data.role, role);
  }
  role.accounts += 1;
  return { data, role, earned: 0, corrected: 0, redeemed: 0 };
}

/** January 1900: no account is older. */
const FIRST = 1900 * 12;

function monthOf({ months, byNumber }, on) {
  const digit = (at) => on.charCodeAt(at) - 48;
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  const number = year * 12 + digit(5) * 10 + digit(6) - 1;
  let month = byNumber[number - FIRST];
  if (month === undefined) {
    month = { number, earned: 0, corrected: 0, redeemed: 0, items: [] };
    byNumber[number - FIRST] = month;
    months.push(month);
  }
  return month;
}

function addTo(items, { item, clause, title }, entries, points) {
  let at = 0;
  while (at < items.length && items[at].item !== item) at += 1;
  if (at === items.length) items.push({ item, clause, title, entries: 0, points: 0 });
  items[at].entries += entries;
  items[at].points += points;
}

/** No points lapse, and nothing goes from account to account. */
const NOTHING_ELSE = { lapsed: 0, transferred: 0, takenUp: 0, closedOut: 0 };

function withFigures(figures) {
  const { earned, corrected, redeemed } = figures;
  const assessment = earned + corrected;
  return { ...figures, ...NOTHING_ELSE, redeemable: assessment - redeemed, assessment };
}

function accountRow({ data, earned, corrected, redeemed }) {
  return { ...factsOf(data), ...withFigures({ earned, corrected, redeemed }) };
}

const byItemId = byText(({ item }) => item);

/** The items of some months, by id. */
function itemsOf(months) {
  const all = [];
  for (const { items } of months) for (const item of items) addTo(all, item, item.entries, item.points);
  return all.sort(byItemId);
}

function entriesOf(items) {
  let sum = 0;
  for (const { entries } of items) sum += entries;
  return sum;
}

function sumOf(months) {
  const sum = { earned: 0, corrected: 0, redeemed: 0 };
  for (const { earned, corrected, redeemed } of months) {
    sum.earned += earned;
    sum.corrected += corrected;
    sum.redeemed += redeemed;
  }
  return sum;
}

function roleRow({ role, title, colour, accounts, months }) {
  const entries = entriesOf(itemsOf(months));
  return {
    role,
    title: copyOf(title),
    colour,
    accounts,
    closedAccounts: 0,
    entries,
    ...withFigures(sumOf(months)),
  };
}

function itemRows(roles) {
  const rows = new Map();
  for (const { role, months } of [...roles.values()].sort(byText((of) => of.role))) {
    for (const { item, clause, title, entries, points } of itemsOf(months)) {
      let row = rows.get(item);
      if (row === undefined) {
        row = { item, clauses: [], entries: 0, points: 0, roles: [] };
        rows.set(item, row);
      }
      if (!row.clauses.includes(clause)) row.clauses.push(clause);
      row.entries += entries;
      row.points += points;
      row.roles.push({ role, item, clause, title: copyOf(title), entries, points });
    }
  }
  return [...rows.values()].sort(byItemId);
}

function monthRows(roles) {
  const numbers = [...roles.values()].flatMap(({ months }) => months.map(({ number }) => number));
  const rows = [];
  let outstanding = 0;
  for (let number = Math.min(...numbers); number <= Math.max(...numbers); number += 1) {
    const parts = [...roles.values()].flatMap(({ months }) =>
      months.filter((month) => month.number === number),
    );
    const items = itemsOf(parts);
    const sum = sumOf(parts);
    outstanding += sum.earned + sum.corrected - sum.redeemed;
    rows.push({
      month: `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`,
      ...sum,
      ...NOTHING_ELSE,
      entries: entriesOf(items),
      items: items.map(({ item, entries, points }) => ({ item, entries, points })),
      outstanding,
    });
  }
  return rows;
}
