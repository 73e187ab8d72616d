import type { BankEvent } from '../../account/events/event.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { deepFreeze } from '../../values/json.js';
import { byText } from '../shared/order.js';
import { readAccounts } from '../shared/read-accounts.js';
import { checkedDate } from '../shared/report-error.js';
import { addMoved, emptyTally, figuresOf } from '../shared/turnover.js';
import type { CommunityRegister, RegisterRole, RegisterTotals } from './register.js';
import { accountRows, itemRows, monthRows, roleRows } from './register-rows.js';
import { bookLapsed, type RoleTally, registerReader } from './register-tally.js';

/** What a register is asked for. */
export type RegisterOptions = {
  /** The day: what counts later is left out. */
  readonly on: CalendarDate;
  /** Whose accounts; those of every community in the events where left out. */
  readonly communityId?: string;
  /** The rules, where points that lapse shall be left out of what can be redeemed (`redemption.carryOver.lapse`). */
  readonly ruleSet?: RuleSet;
};

/**
 * The register that a points centre keeps (clause 2.5), on a day: its accounts with their figures, what roles, items and months add
 * up to, and the points outstanding at each month's end.
 *
 * What counts on a later day than `on` is left out, and so is an account opened later. A correction is counted on the day that it
 * says it counts on, as in a statement: the closing figures of the accounts' statements are the register's.
 *
 * @param events - events of many accounts, such as a community's, those of each account in their order; older forms upcast first
 * @returns the register, deeply frozen plain JSON; without accounts where there are none
 * @throws {@link ReportError} `not-a-date`, `broken-history`
 *
 * @example
 * ```ts
 * import { createBank, initialAccount } from 'points-bank'
 * import { communityRegister } from 'points-bank/reports'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const bank = createBank(renfa2022)
 * const by = { office: 'community', communityId: 'linan' } as const
 * const events = ['v1', 'v2'].flatMap((accountId) => {
 *   const data = { accountId, role: 'resident', communityId: 'linan', on: '2023-03-01', formComplete: true, by } as const
 *   const opened = bank.decide({ type: 'OpenAccount', data }, initialAccount)
 *   return opened.accepted ? opened.events : []
 * })
 * const register = communityRegister(events, { on: '2023-12-31' })
 *
 * console.log(register.totals.accounts, register.totals.redeemable) // → 2 2
 * console.log(register.byItem[0].item, register.byItem[0].points) // → registration 2
 * console.log(register.byMonth[0].month, register.byMonth[0].outstanding) // → 2023-03 2
 * ```
 */
export function communityRegister(
  events: Iterable<BankEvent>,
  { on, communityId, ruleSet }: RegisterOptions,
): CommunityRegister {
  const lapse = ruleSet?.redemption.carryOver.lapse;
  const roles = new Map<string, RoleTally>();
  const scope = { on: checkedDate('on', on), communityId, lapse };
  const read = readAccounts(events, registerReader(scope, roles));
  const accounts = [...read.values()].filter(({ listed }) => listed);
  if (lapse !== undefined) for (const account of accounts) bookLapsed(account, lapse, on);
  const byRole = roleRows(roles, accounts);
  return deepFreeze<CommunityRegister>({
    on,
    communities: [...new Set(accounts.map(({ opened }) => opened.data.communityId))].sort(byText),
    accounts: accountRows(accounts),
    totals: totalsOf(byRole),
    byRole,
    byItem: itemRows(roles),
    byMonth: monthRows(roles),
  });
}

function totalsOf(roles: readonly RegisterRole[]): RegisterTotals {
  const tally = emptyTally();
  let accounts = 0;
  let entries = 0;
  for (const role of roles) {
    addMoved(tally, role);
    accounts += role.accounts;
    entries += role.entries;
  }
  return { accounts, entries, ...figuresOf(tally) };
}
