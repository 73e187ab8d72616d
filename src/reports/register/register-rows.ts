import { monthFromNumber } from '../../values/calendar.js';
import { copyOf, detailsOf } from '../shared/account-details.js';
import { addItem, type ItemTallies, type ItemTally, itemFigures, quantitiesOf } from '../shared/items.js';
import { ascendingBy } from '../shared/order.js';
import { addTurnover, emptyTally, redeemableOf, summaryOf } from '../shared/turnover.js';
import type {
  RegisterAccount,
  RegisterItem,
  RegisterMonth,
  RegisterMonthItem,
  RegisterRole,
  RegisterRoleItem,
} from './register.js';
import type { AccountTally, RoleMonth, RoleTally } from './register-tally.js';

/** The accounts, sorted by id. */
export function accountRows(accounts: readonly AccountTally[]): RegisterAccount[] {
  return accounts
    .map(({ opened, closing, tally, assessmentTakenUp }) => ({
      ...detailsOf(opened, closing),
      ...summaryOf(tally, assessmentTakenUp),
    }))
    .sort(ascendingBy(({ accountId }) => accountId));
}

/** The totals of the roles, sorted by id. */
export function roleRows(
  roles: ReadonlyMap<string, RoleTally>,
  accounts: readonly AccountTally[],
): RegisterRole[] {
  return [...roles].sort(ascendingBy(([id]) => id)).map(([role, { title, colour, months }]) => {
    const tally = emptyTally();
    for (const month of months.values()) addTurnover(tally, month.tally);
    const ofRole = accounts.filter(({ opened }) => opened.data.role === role);
    const closedAccounts = ofRole.filter(({ closing }) => closing !== undefined).length;
    return {
      role,
      title: copyOf(title),
      colour,
      accounts: ofRole.length - closedAccounts,
      closedAccounts,
      entries: entriesOf(itemsOf(months.values())),
      ...summaryOf(tally),
    };
  });
}

/** The items, sorted by id, each with its figures by role. */
export function itemRows(roles: ReadonlyMap<string, RoleTally>): RegisterItem[] {
  const all: ItemTallies = new Map();
  const byRole: RegisterRoleItem[] = [];
  for (const [role, { months }] of [...roles].sort(ascendingBy(([id]) => id))) {
    const items = itemsOf(months.values());
    for (const [id, tally] of items) addItem(all, id, tally);
    for (const figures of itemFigures(items)) byRole.push({ role, ...figures });
  }
  return [...all].sort(ascendingBy(([id]) => id)).map(([item, tally]) => itemRow(item, tally, byRole));
}

function itemRow(item: string, tally: ItemTally, byRole: readonly RegisterRoleItem[]): RegisterItem {
  const roles = byRole.filter((of) => of.item === item);
  return {
    item,
    clauses: [...new Set(roles.map(({ clause }) => clause))],
    entries: tally.entries,
    points: tally.points,
    ...quantitiesOf(tally),
    roles,
  };
}

/** Every month from the first entry to the last. */
export function monthRows(roles: ReadonlyMap<string, RoleTally>): RegisterMonth[] {
  const months = new Map<number, RoleMonth[]>();
  for (const role of roles.values()) {
    for (const [number, month] of role.months) {
      const parts = months.get(number);
      if (parts === undefined) months.set(number, [month]);
      else parts.push(month);
    }
  }
  const numbers = [...months.keys()].sort((a, b) => a - b);
  const rows: RegisterMonth[] = [];
  let outstanding = 0;
  for (let number = numbers[0] ?? 0; number <= (numbers.at(-1) ?? -1); number += 1) {
    const row = monthRow(number, months.get(number) ?? [], outstanding);
    outstanding = row.outstanding;
    rows.push(row);
  }
  return rows;
}

function monthRow(number: number, parts: readonly RoleMonth[], before: number): RegisterMonth {
  const tally = emptyTally();
  for (const part of parts) addTurnover(tally, part.tally);
  const items = itemsOf(parts);
  return {
    month: monthFromNumber(number),
    ...tally,
    entries: entriesOf(items),
    items: [...items].sort(ascendingBy(([id]) => id)).map(monthItem),
    outstanding: before + redeemableOf(tally),
  };
}

function monthItem([item, { entries, points }]: [string, ItemTally]): RegisterMonthItem {
  return { item, entries, points };
}

function itemsOf(months: Iterable<RoleMonth>): ItemTallies {
  const all: ItemTallies = new Map();
  for (const { items } of months) for (const [id, tally] of items) addItem(all, id, tally);
  return all;
}

function entriesOf(items: ItemTallies): number {
  let entries = 0;
  for (const item of items.values()) entries += item.entries;
  return entries;
}
