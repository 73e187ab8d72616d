import type { AccountClosed, AccountOpened } from '../../account/events/event.js';
import { monthNumber } from '../../values/calendar.js';
import type { Text } from '../../values/text.js';
import type { AccountHistory } from '../shared/account-history.js';
import { isOnRecord } from '../shared/fate.js';
import { bookItem, type ItemTallies } from '../shared/items.js';
import { assessmentTakenUp, closingBy, type Knowledge, movementsOf } from '../shared/movements.js';
import { book, emptyTally, isEarning, type TurnoverTally } from '../shared/turnover.js';

/** The turnover and items of a role in one month. */
export type RoleMonth = { readonly tally: TurnoverTally; readonly items: ItemTallies };

/** The running sums of one role. */
export type RoleTally = {
  readonly title: Text;
  readonly colour: string;
  readonly months: Map<number, RoleMonth>;
};

/** The sums of one account. */
export type AccountTally = {
  readonly opened: AccountOpened;
  readonly closing: AccountClosed | undefined;
  readonly tally: TurnoverTally;
  /** The assessment of the accounts that it continues. */
  readonly assessmentTakenUp: number;
};

/** Which accounts a register includes, and what is known of them. */
export type RegisterSelection = Knowledge & { readonly communityId: string | undefined };

/**
 * Adds an account to the sums of its role, which its first account starts.
 *
 * @returns the sums of the account; `undefined` if the register does not include it: it belongs to another community, or was not opened
 *   or not on record by the day
 */
export function tallyAccount(
  history: AccountHistory,
  selection: RegisterSelection,
  roles: Map<string, RoleTally>,
): AccountTally | undefined {
  const { opened } = history;
  const { communityId, on } = opened.data;
  if (on > selection.through || (selection.communityId ?? communityId) !== communityId) return undefined;
  if (!isOnRecord(history, selection.knownOn)) return undefined;
  const role = roleOf(opened, roles);
  const tally = emptyTally();
  const movements = movementsOf(history, selection);
  for (const movement of movements) {
    book(tally, movement);
    const month = monthOfRole(role, monthNumber(movement.on));
    book(month.tally, movement);
    if (movement.kind === 'entry' && isEarning(movement.event)) bookItem(month.items, movement.event);
  }
  return {
    opened,
    closing: closingBy(history, selection),
    tally,
    assessmentTakenUp: assessmentTakenUp(movements),
  };
}

function roleOf(
  { data: { role: id, roleTitle, colour } }: AccountOpened,
  roles: Map<string, RoleTally>,
): RoleTally {
  let role = roles.get(id);
  if (role === undefined) {
    role = { title: roleTitle, colour, months: new Map() };
    roles.set(id, role);
  }
  return role;
}

function monthOfRole({ months }: RoleTally, number: number): RoleMonth {
  let month = months.get(number);
  if (month === undefined) {
    month = { tally: emptyTally(), items: new Map() };
    months.set(number, month);
  }
  return month;
}
