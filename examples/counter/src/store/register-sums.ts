import type { Account, BankEvent, Text } from 'points-bank';
import { type CommunityRegister, communityRegister, type Turnover } from 'points-bank/reports';

/*
 * The register's totals as sums that are kept: how much each day moved, by role and item. What an event adds is worked out by the
 * library's register of its account, before the event and after it.
 */

/** What a day moved. Entries and points are an item's; what is no item's is kept under `''`. */
export type Sum = {
  readonly role: string;
  readonly roleTitle: Text;
  readonly colour: string;
  readonly day: string;
  readonly item: string;
  /** Of an item's counted quantity; absent for its entries and points. */
  readonly unit?: string;
  readonly clause: string;
  readonly title: Text;
  readonly figures: Partial<Figures>;
};

/** The figures of a sum. Quantities are in hundredths, so that their sums are exact. */
export type Figures = Omit<Turnover, 'earned'> & {
  readonly entries: number;
  readonly points: number;
  readonly quantity: number;
};

export const FIGURES = [
  'entries',
  'points',
  'quantity',
  'corrected',
  'redeemed',
  'lapsed',
  'transferred',
  'takenUp',
  'closedOut',
] as const satisfies readonly (keyof Figures)[];

/** The register without its accounts, which are listed apart. */
export type RegisterSums = Omit<CommunityRegister, 'accounts' | 'closedAccounts'>;

/** How many accounts of a role there are. */
export type RoleCount = { readonly role: string; readonly open: number; readonly closed: number };

/** Whether an event of an open account moves its own day and nothing else, whatever went before. */
export function isPlain({ type, data }: BankEvent): boolean {
  switch (type) {
    case 'PostClaimed':
    case 'ActivityCredited':
    case 'PointsRedeemed':
    case 'ScoreCorrected':
    case 'PostReleased':
    case 'AccountBarred':
      return !('pending' in data);
    default:
      return false;
  }
}

/**
 * What events add to the sums.
 *
 * @param before - the account before them
 * @param past - the account's events before them; only those that are not {@link isPlain} look at it
 */
export function sumsBy(before: Account, past: readonly BankEvent[], events: readonly BankEvent[]): Sum[] {
  const sums: Sum[] = [];
  const known = [...past];
  let open: Open | undefined = before.status === 'open' ? before : undefined;
  for (const event of events) {
    sums.push(...(open !== undefined && isPlain(event) ? plainSums(open, event) : differences(known, event)));
    if (event.type === 'AccountOpened') open = event.data;
    if (event.type === 'AccountClosed') open = undefined;
    known.push(event);
  }
  return sums;
}

type Open = { readonly role: string; readonly colour: string };

function plainSums({ role, colour }: Open, { type, data }: BankEvent): Sum[] {
  const of = { role, roleTitle: {}, colour, day: data.on, item: '', clause: '', title: {} };
  switch (type) {
    case 'PostClaimed':
    case 'ActivityCredited': {
      const { item, clause, title, points } = data;
      const own = { ...of, item, clause, title };
      const entry: Sum = { ...own, figures: { entries: 1, points } };
      if (!('quantity' in data) || data.quantity === undefined) return [entry];
      const quantity = hundredths(data.quantity) * (data.lowers ? -1 : 1);
      return [entry, { ...own, unit: data.unit ?? '', figures: { quantity } }];
    }
    case 'PointsRedeemed':
      return [{ ...of, figures: { redeemed: data.deducted } }];
    case 'ScoreCorrected':
      return [{ ...of, day: data.countsOn, figures: { corrected: data.points } }];
    default:
      return [];
  }
}

/** What one event changes on each of the days that it can change anything on. */
function differences(past: readonly BankEvent[], event: BankEvent): Sum[] {
  const after = [...past, event];
  const sums: Sum[] = [];
  let sumsBefore: readonly Sum[] = [];
  for (const day of daysOf(after, event)) {
    const now = merged([...cumulated(after, day, day), ...negated(cumulated(past, day, day))]);
    sums.push(...merged([...now, ...negated(sumsBefore.map((sum) => ({ ...sum, day })))]));
    sumsBefore = now;
  }
  return sums;
}

/** The days that an event is about: its own, those of what it is about, and the account's opening and closing. */
function daysOf(events: readonly BankEvent[], { data }: BankEvent): string[] {
  const days = new Set([data.on]);
  if ('countsOn' in data) days.add(data.countsOn);
  if ('entryOn' in data && data.entryOn !== undefined) days.add(data.entryOn);
  for (const one of events) {
    if (one.type === 'AccountOpened' || one.type === 'AccountClosed') days.add(one.data.on);
    // A correction counts on a day of its own, and what is undone may be one.
    if (one.type === 'ScoreCorrected') days.add(one.data.countsOn);
  }
  if ('entry' in data && typeof data.entry === 'object') days.add(data.entry.on);
  return [...days].sort();
}

/** What the library's register of an account comes to on a day, as sums of that day. */
function cumulated(events: readonly BankEvent[], on: string, day: string): Sum[] {
  return events.length === 0 ? [] : sumsOf(communityRegister(events, { on }), day);
}

/** The sums that the register of one account adds up to. */
function sumsOf({ byRole: [of], byItem, totals }: CommunityRegister, day: string): Sum[] {
  if (of === undefined) return [];
  const { role, title: roleTitle, colour } = of;
  const { corrected, redeemed, lapsed, transferred, takenUp, closedOut } = totals;
  const rest: Sum = {
    ...{ role, roleTitle, colour, day, item: '', clause: '', title: {} },
    figures: { corrected, redeemed, lapsed, transferred, takenUp, closedOut },
  };
  const items = byItem
    .flatMap(({ roles }) => roles)
    .flatMap(({ item, clause, title, ...figures }): Sum[] => {
      const { entries, points, quantities = [] } = figures;
      const own = { role, roleTitle, colour, day, item, clause, title };
      return [
        { ...own, figures: { entries, points } },
        ...quantities.map(({ unit, quantity }) => ({
          ...own,
          unit,
          figures: { quantity: hundredths(quantity) },
        })),
      ];
    });
  return [...items, rest];
}

const hundredths = (quantity: number): number => Math.round(quantity * 100);

const negated = (sums: readonly Sum[]): Sum[] =>
  sums.map((sum) => ({
    ...sum,
    figures: Object.fromEntries(Object.entries(sum.figures).map(([name, figure]) => [name, -figure])),
  }));

/** Sums of one key together, without those that come to nothing, and always in the same order. */
export function merged(sums: Iterable<Sum>): Sum[] {
  const all = new SumsTogether();
  all.add(sums);
  return all.all();
}

type Added = { sum: Sum; readonly figures: { -readonly [Name in keyof Figures]?: number } };

/** The same of sums that come one after the other. */
export class SumsTogether {
  private readonly byKey = new Map<string, Added>();

  add(sums: Iterable<Sum>): void {
    for (const sum of sums) {
      const key = JSON.stringify([sum.day, sum.role, sum.item, sum.unit ?? null]);
      const known = this.byKey.get(key);
      if (known === undefined) {
        this.byKey.set(key, { sum, figures: { ...sum.figures } });
        continue;
      }
      known.sum = titled(known.sum, sum);
      for (const name in sum.figures) {
        const figure = name as keyof Figures;
        known.figures[figure] = (known.figures[figure] ?? 0) + (sum.figures[figure] ?? 0);
      }
    }
  }

  get size(): number {
    return this.byKey.size;
  }

  all(): Sum[] {
    return [...this.byKey]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, { sum, figures }]) => (isNothing(figures) ? [] : [{ ...sum, figures }]));
  }
}

const isNothing = (figures: Partial<Figures>): boolean => FIGURES.every((name) => (figures[name] ?? 0) === 0);

/** Only an opening tells what its role is called. */
const titled = (before: Sum, { roleTitle }: Sum): Sum =>
  Object.keys(before.roleTitle).length > 0 ? before : { ...before, roleTitle };

/** The same by month, of an account whose points lapse as days go by: its register is asked for anew on each day. */
export function monthlySums(register: CommunityRegister): Sum[] {
  const {
    byRole: [of],
    byItem,
    byMonth,
  } = register;
  if (of === undefined) return [];
  const { role, title: roleTitle, colour } = of;
  const quantities = sumsOf(register, `${byMonth[0]?.month}-01`).filter(({ unit }) => unit !== undefined);
  const titles = new Map(byItem.flatMap(({ roles }) => roles).map((part) => [part.item, part]));
  const months = byMonth.flatMap(
    ({ month, items, entries: _, outstanding: __, earned: ___, ...figures }): Sum[] => {
      const own = { role, roleTitle, colour, day: `${month}-01`, item: '', clause: '', title: {} };
      return [
        { ...own, figures },
        ...items.map(({ item, entries, points }): Sum => {
          const { clause = '', title = {} } = titles.get(item) ?? {};
          return { ...own, item, clause, title, figures: { entries, points } };
        }),
      ];
    },
  );
  return [...months, ...quantities];
}
