import type { AccountOpened, BankEvent } from '../../account/events/event.js';
import type { Lapse } from '../../rules/rule-set.js';
import { type CalendarDate, monthNumber } from '../../values/calendar.js';
import type { Text } from '../../values/text.js';
import { bookItem, type ItemTallies } from '../shared/items.js';
import { bookMonth, lapsedBy, type Months } from '../shared/lapse.js';
import type { AccountReader } from '../shared/read-accounts.js';
import { book, dayOf, emptyTally, isEarning, type Tally } from '../shared/turnover.js';

/** The turnover and items of a role in one month. */
export type RoleMonth = { readonly tally: Tally; readonly items: ItemTallies };

/** The running sums of one role. */
export type RoleTally = {
  readonly title: Text;
  readonly colour: string;
  readonly months: Map<number, RoleMonth>;
};

/** The running sums of one account. */
export type AccountTally = {
  readonly opened: AccountOpened;
  readonly role: RoleTally;
  readonly tally: Tally;
  /** Filled only if points lapse. */
  readonly months: Months;
  /** Whether the register includes it: it belongs to the community and was opened by the day. */
  readonly included: boolean;
};

/** The accounts and events that a register includes. */
export type RegisterSelection = {
  readonly on: CalendarDate;
  readonly communityId: string | undefined;
  readonly lapse: Lapse | undefined;
};

/** Reads events for a register, and adds each role to `roles` with its first account. */
export function registerReader(
  selection: RegisterSelection,
  roles: Map<string, RoleTally>,
): AccountReader<AccountTally> {
  return {
    start: (opened) => startTally(opened, selection, roles),
    add: (account, event) => {
      if (account.included && dayOf(event) <= selection.on)
        addEvent(account, event, selection.lapse !== undefined);
    },
  };
}

function startTally(
  opened: AccountOpened,
  selection: RegisterSelection,
  roles: Map<string, RoleTally>,
): AccountTally {
  const { role: id, roleTitle, colour, communityId, on } = opened.data;
  const included = on <= selection.on && (selection.communityId ?? communityId) === communityId;
  let role = roles.get(id);
  if (role === undefined) {
    role = { title: roleTitle, colour, months: new Map() };
    if (included) roles.set(id, role);
  }
  return { opened, role, tally: emptyTally(), months: new Map(), included };
}

function addEvent({ tally, role, months }: AccountTally, event: BankEvent, lapses: boolean): void {
  book(tally, event);
  const month = monthOfRole(role, monthNumber(dayOf(event)));
  book(month.tally, event);
  if (isEarning(event)) bookItem(month.items, event);
  if (lapses) bookMonth(months, event);
}

function monthOfRole({ months }: RoleTally, number: number): RoleMonth {
  let month = months.get(number);
  if (month === undefined) {
    month = { tally: emptyTally(), items: new Map() };
    months.set(number, month);
  }
  return month;
}

/** Books an account's lapsed points, in its own tally and in the month in which they lapsed. */
export function bookLapsed({ tally, role, months }: AccountTally, lapse: Lapse, on: CalendarDate): void {
  for (const lapsed of lapsedBy(months, lapse, on)) {
    tally.lapsed += lapsed.points;
    monthOfRole(role, monthNumber(lapsed.on)).tally.lapsed += lapsed.points;
  }
}
