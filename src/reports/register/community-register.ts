import type { BankEvent } from '../../account/events/event.js';
import { requireRuleSetIfGiven } from '../../rules/require-rule-set.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { deepFreeze } from '../../values/json.js';
import { undisturbed } from '../../values/undisturbed.js';
import { REGISTER_FIELDS } from '../reducers/kept-fields.js';
import { type ReportReducer, reducerOf } from '../reducers/report-reducer.js';
import type { AccountHistory } from '../shared/account-history.js';
import { byText } from '../shared/order.js';
import { accountsByOpening, ofEach } from '../shared/read-accounts.js';
import { checkedDate, checkedKnownOn } from '../shared/report-error.js';
import { addTurnover, emptyTally, summaryOf } from '../shared/turnover.js';
import type { CommunityRegister, RegisterRole, RegisterTotals } from './register.js';
import { accountRows, itemRows, monthRows, roleRows } from './register-rows.js';
import { type RegisterSelection, type RoleTally, tallyAccount } from './register-tally.js';

/** Options of {@link communityRegister}. */
export type RegisterOptions = {
  /** The last day that counts. */
  readonly on: CalendarDate;
  /** What came on record after this day is not there; everything is if absent. */
  readonly knownOn?: CalendarDate;
  /** The community; all communities in the events by default. */
  readonly communityId?: string;
  /** The rules. If they let points lapse (`redemption.carryOver`), balances leave lapsed points out. */
  readonly ruleSet?: RuleSet;
};

/**
 * Makes the register (台账) of a points centre on a day: the accounts with their figures, the totals by role, item and month, and the
 * points outstanding at the end of each month.
 *
 * Closed accounts stand apart, and go on counting in the totals with what they earned and spent; entries that were reversed or wait to
 * be verified count nowhere. Entries that count after `on` and accounts opened after it are left out. A correction counts on its `countsOn` day, as in a
 * statement, so the closing figures of the accounts' statements equal those of the register. A role is titled as in the opening of its first
 * account, and an item as in that account's first entry; accounts come by the day of their opening, then by id.
 *
 * @param events - events of many accounts, such as a community's, with those of each account in order; upcast older versions first
 * @returns the register, deeply frozen plain JSON; possibly without accounts
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
export function communityRegister(events: Iterable<BankEvent>, options: RegisterOptions): CommunityRegister {
  return undisturbed(() => {
    const selection = checkedSelection(options);
    return registerOf(accountsByOpening(events), selection);
  });
}

/**
 * Makes the reducer of the {@link communityRegister}: for a register that is kept up to date event by event, or that several threads or
 * machines share. The state is the same for every day and community.
 *
 * @throws {@link ReportError} `not-a-date`
 *
 * @example
 * ```ts
 * import { createBank, initialAccount } from 'points-bank'
 * import { registerReducer } from 'points-bank/reports'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const bank = createBank(renfa2022)
 * const by = { office: 'community', communityId: 'linan' } as const
 * const { empty, add, merge, finish } = registerReducer({ on: '2023-12-31' })
 * const shardOf = (accountId: string) => {
 *   const data = { accountId, role: 'resident', communityId: 'linan', on: '2023-03-01', formComplete: true, by } as const
 *   const opened = bank.decide({ type: 'OpenAccount', data }, initialAccount)
 *   return opened.accepted ? opened.events.reduce(add, empty()) : empty()
 * }
 * const stored = JSON.stringify(shardOf('v1'))
 *
 * console.log(finish(merge(shardOf('v2'), JSON.parse(stored))).totals.redeemable) // → 2
 * ```
 */
export function registerReducer(options: RegisterOptions): ReportReducer<CommunityRegister> {
  const selection = undisturbed(() => checkedSelection(options));
  return reducerOf('register-1', REGISTER_FIELDS, (histories) => registerOf(histories, selection));
}

function checkedSelection(options: RegisterOptions): RegisterSelection {
  // Without options, what is told is that the day is missing.
  const { on, knownOn, communityId, ruleSet }: RegisterOptions = Object(options);
  checkedKnownOn(knownOn);
  requireRuleSetIfGiven(ruleSet);
  return { through: checkedDate('on', on), knownOn, communityId, ruleSet };
}

function registerOf(histories: Iterable<AccountHistory>, selection: RegisterSelection): CommunityRegister {
  const roles = new Map<string, RoleTally>();
  const accounts = ofEach(histories, (history) => tallyAccount(history, selection, roles));
  const byRole = roleRows(roles, accounts);
  return deepFreeze<CommunityRegister>({
    on: selection.through,
    communities: [...new Set(accounts.map(({ opened }) => opened.data.communityId))].sort(byText),
    accounts: accountRows(accounts.filter(({ closing }) => closing === undefined)),
    closedAccounts: accountRows(accounts.filter(({ closing }) => closing !== undefined)),
    totals: totalsOf(byRole),
    byRole,
    byItem: itemRows(roles),
    byMonth: monthRows(roles),
  });
}

function totalsOf(roles: readonly RegisterRole[]): RegisterTotals {
  const tally = emptyTally();
  const counts = { accounts: 0, closedAccounts: 0, entries: 0 };
  for (const role of roles) {
    addTurnover(tally, role);
    for (const count of Object.keys(counts) as (keyof typeof counts)[]) counts[count] += role[count];
  }
  return { ...counts, ...summaryOf(tally) };
}
