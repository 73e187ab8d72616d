import type {
  CommunityRegister,
  RegisterItem,
  RegisterMonth,
  RegisterRole,
  RegisterRoleItem,
  Turnover,
} from 'points-bank/reports';
import { FIGURES, type Figures, type RegisterSums, type RoleCount, type Sum } from './register-sums.js';

/** Sums of whole months: their day is any day of the month. */
type Figured = { -readonly [Name in keyof Figures]: number };

/** The register of a day, made of the sums up to then. A month that nothing is left of at either end is not in it. */
export function registerFrom(
  on: string,
  communities: readonly string[],
  counts: readonly RoleCount[],
  sums: readonly Sum[],
): RegisterSums {
  const byRole = counts.map((count) => roleRow(count, sums)).sort(by(({ role }) => role));
  const total = figured(sums);
  const count = (of: 'accounts' | 'closedAccounts') => byRole.reduce((sum, role) => sum + role[of], 0);
  return {
    on,
    communities,
    totals: {
      accounts: count('accounts'),
      closedAccounts: count('closedAccounts'),
      entries: total.entries,
      ...summary(total),
    },
    byRole,
    byItem: itemRows(sums),
    byMonth: monthRows(sums),
  };
}

function roleRow({ role, open, closed }: RoleCount, sums: readonly Sum[]): RegisterRole {
  const own = sums.filter((sum) => sum.role === role);
  const total = figured(own);
  const { roleTitle, colour } = own.find((sum) => Object.keys(sum.roleTitle).length > 0) ?? {
    roleTitle: {},
    colour: own[0]?.colour ?? '',
  };
  return {
    ...{ role, title: roleTitle, colour, accounts: open, closedAccounts: closed, entries: total.entries },
    ...summary(total),
  };
}

function itemRows(sums: readonly Sum[]): RegisterItem[] {
  const ofItems = groups(
    sums.filter(({ item }) => item !== ''),
    ({ item }) => item,
  );
  return ofItems.flatMap(([item, own]) => {
    const roles = groups(own, ({ role }) => role).flatMap(([role, parts]) => roleItem(role, item, parts));
    const { entries, points } = figured(own);
    if (entries === 0) return [];
    const clauses = [...new Set(roles.map(({ clause }) => clause))];
    return [{ item, clauses, entries, points, ...quantitiesOf(own), roles }];
  });
}

function roleItem(role: string, item: string, sums: readonly Sum[]): RegisterRoleItem[] {
  const { entries, points } = figured(sums);
  const [{ clause, title } = { clause: '', title: {} }] = sums;
  return entries === 0 ? [] : [{ role, item, clause, title, entries, points, ...quantitiesOf(sums) }];
}

function quantitiesOf(sums: readonly Sum[]): Pick<RegisterItem, 'quantities'> {
  const counted = sums.flatMap((sum) => (sum.unit === undefined ? [] : [{ ...sum, unit: sum.unit }]));
  const quantities = groups(counted, ({ unit }) => unit)
    .map(([unit, parts]) => ({ unit, quantity: figured(parts).quantity / 100 }))
    .filter(({ quantity }) => quantity !== 0);
  return quantities.length === 0 ? {} : { quantities };
}

function monthRows(sums: readonly Sum[]): RegisterMonth[] {
  const months = new Map(groups(sums.filter(movesAnything), ({ day }) => day.slice(0, 7)));
  const [first, last] = [[...months.keys()][0], [...months.keys()].at(-1)];
  const rows: RegisterMonth[] = [];
  let outstanding = 0;
  for (let month = first; month !== undefined && last !== undefined && month <= last; month = next(month)) {
    const own = months.get(month) ?? [];
    const figures = figured(own);
    outstanding += redeemableOf(figures);
    const items = groups(
      own.filter(({ item }) => item !== ''),
      ({ item }) => item,
    )
      .map(([item, parts]) => ({ item, entries: figured(parts).entries, points: figured(parts).points }))
      .filter(({ entries }) => entries !== 0);
    rows.push({ month, ...turnover(figures), entries: figures.entries, items, outstanding });
  }
  return rows;
}

const movesAnything = ({ figures }: Sum): boolean => FIGURES.some((name) => (figures[name] ?? 0) !== 0);

function next(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const [nextYear, nextNumber] = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(nextYear).padStart(4, '0')}-${String(nextNumber).padStart(2, '0')}`;
}

function figured(sums: readonly Sum[]): Figured {
  const total = Object.fromEntries(FIGURES.map((name) => [name, 0])) as Figured;
  for (const { figures } of sums) for (const name of FIGURES) total[name] += figures[name] ?? 0;
  return total;
}

const turnover = ({
  points,
  corrected,
  redeemed,
  lapsed,
  transferred,
  takenUp,
  closedOut,
}: Figured): Turnover => ({
  ...{ earned: points, corrected, redeemed, lapsed, transferred, takenUp, closedOut },
});

function redeemableOf(figures: Figured): number {
  const { earned, corrected, redeemed, lapsed, transferred, takenUp, closedOut } = turnover(figures);
  return earned + corrected - redeemed - lapsed + transferred + takenUp - closedOut;
}

const summary = (
  figures: Figured,
): Omit<CommunityRegister['totals'], 'accounts' | 'closedAccounts' | 'entries'> => ({
  ...turnover(figures),
  redeemable: redeemableOf(figures),
  assessment: figures.points + figures.corrected,
});

/** What there is of each key, by key. */
function groups<T>(all: readonly T[], keyOf: (one: T) => string): [key: string, own: T[]][] {
  const byKey = new Map<string, T[]>();
  for (const one of all) {
    const own = byKey.get(keyOf(one));
    if (own === undefined) byKey.set(keyOf(one), [one]);
    else own.push(one);
  }
  return [...byKey].sort(by(([key]) => key));
}

const by =
  <T>(keyOf: (one: T) => string) =>
  (a: T, b: T): number =>
    keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0;
