import type { AccountOpened, BankEvent } from '../../account/events/event.js';
import type { Lapse } from '../../rules/rule-set.js';
import { type CalendarDate, monthNumber } from '../../values/calendar.js';
import type { Text } from '../../values/text.js';
import { bookItem, type ItemTallies } from '../shared/items.js';
import { bookMonth, lapsedBy, type Months } from '../shared/lapse.js';
import type { Reader } from '../shared/read-accounts.js';
import { book, dayOf, emptyTally, isEarning, type Tally } from '../shared/turnover.js';

/** What a role's accounts moved in one month, and the items they earned by. */
export type RoleMonth = { readonly tally: Tally; readonly items: ItemTallies };

/** A role, while its accounts are being added up. */
export type RoleTally = {
  readonly title: Text;
  readonly colour: string;
  readonly months: Map<number, RoleMonth>;
};

/** An account, while it is being added up. */
export type AccountTally = {
  readonly opened: AccountOpened;
  readonly role: RoleTally;
  readonly tally: Tally;
  /** Kept only where points lapse. */
  readonly months: Months;
  /** Whether it is in the register: of the community, and opened by the day. */
  readonly listed: boolean;
};

/** Which events a register takes. */
export type RegisterScope = {
  readonly on: CalendarDate;
  readonly communityId: string | undefined;
  readonly lapse: Lapse | undefined;
};

/** How events are read for a register; the roles are filled in as accounts come. */
export function registerReader(scope: RegisterScope, roles: Map<string, RoleTally>): Reader<AccountTally> {
  return {
    open: (opened) => openTally(opened, scope, roles),
    take: (account, event) => {
      if (account.listed && dayOf(event) <= scope.on) takeEvent(account, event, scope.lapse !== undefined);
    },
  };
}

function openTally(opened: AccountOpened, scope: RegisterScope, roles: Map<string, RoleTally>): AccountTally {
  const { role: id, roleTitle, colour, communityId, on } = opened.data;
  const listed = on <= scope.on && (scope.communityId ?? communityId) === communityId;
  let role = roles.get(id);
  if (role === undefined) {
    role = { title: roleTitle, colour, months: new Map() };
    if (listed) roles.set(id, role);
  }
  return { opened, role, tally: emptyTally(), months: new Map(), listed };
}

function takeEvent({ tally, role, months }: AccountTally, event: BankEvent, lapses: boolean): void {
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

/** Books what lapsed of an account, in its own tally and in the month in which it could no longer be redeemed. */
export function bookLapsed({ tally, role, months }: AccountTally, lapse: Lapse, on: CalendarDate): void {
  for (const lapsed of lapsedBy(months, lapse, on)) {
    tally.lapsed += lapsed.points;
    monthOfRole(role, monthNumber(lapsed.on)).tally.lapsed += lapsed.points;
  }
}
