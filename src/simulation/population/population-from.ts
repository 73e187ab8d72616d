import type { BankEvent } from '../../account/events/event.js';
import { requireEvent, requireEvents, requireHistories } from '../../account/state/history-error.js';
import { requireRuleSet } from '../../rules/require-rule-set.js';
import type { RoleRule, RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { deepFreeze, own } from '../../values/json.js';
import { redemptionPeriods } from './estimate-periodic.js';
import { estimateRole } from './estimate-role.js';
import { count, countEvents, emptyLedgerRole, type LedgerRole } from './ledger-role.js';
import { ledgerVolunteer } from './ledger-volunteer.js';
import type { Population, RoleBehaviour } from './population.js';

/** The first and the last day of the ledger; the earliest and the latest date in its events by default. */
export type PopulationFromOptions = { readonly from?: CalendarDate; readonly to?: CalendarDate };

/**
 * Estimates the parameters of a population from a ledger: when volunteers joined, how often they did each item by month and
 * difficulty, how much they differ, and how often entries were late, corrected or redeemed. Reads one history at a time and keeps
 * none in memory.
 *
 * These are simple estimates, made to ask what such a population would do under other rules. They leave out whatever a ledger does
 * not record: refused commands (so the estimate has no errors), lateness that no later entry reveals, and demand for rewards that
 * nobody took.
 *
 * @param histories - for each account, its events in order; roles and items that the rule set does not have are left out
 * @param ruleSet - the rules under which the ledger was kept
 * @returns a population that {@link simulate} accepts for the same rule set, unless the ledger covers so few days that a rate exceeds
 *   200 entries a month
 * @throws HistoryError (of `points-bank`) if they are no list of histories
 *
 * @example
 * ```ts
 * import { plainPopulation, populationFrom, simulateHistories } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const population = plainPopulation(renfa2022, { volunteers: 90 })
 * const run = { ruleSet: renfa2022, population, from: '2023-01-01', to: '2024-12-31', seed: 1 }
 * const estimated = populationFrom(simulateHistories(run), renfa2022, run)
 * console.log(estimated.roles.resident.volunteers) // → 30
 * console.log(Math.abs(estimated.roles.resident.items.activity.perMonth - 0.5) < 0.1) // → true
 * ```
 */
export function populationFrom(
  histories: Iterable<Iterable<BankEvent>>,
  ruleSet: RuleSet,
  options: PopulationFromOptions = {},
): Population {
  const { from, to }: PopulationFromOptions = Object(options);
  requireRuleSet(ruleSet);
  requireHistories(histories);
  const roles = new Map<string, LedgerRole>();
  const seen = { from: '9999-12-31', to: '' };
  const periodOf = redemptionPeriods(ruleSet);
  const roleOfClosed = new Map<string, LedgerRole>();
  const continuations: Continuation[] = [];
  for (const history of histories) {
    requireEvents(history);
    const events = [...history];
    events.forEach(requireEvent);
    const opening = events.find((event) => event.type === 'AccountOpened');
    if (opening === undefined) continue;
    if (opening.data.on < seen.from) seen.from = opening.data.on;
    for (const { data } of events) if (data.on > seen.to) seen.to = data.on;
    const role = roles.get(opening.data.role) ?? emptyLedgerRole();
    roles.set(opening.data.role, role);
    role.volunteers.push(ledgerVolunteer(opening, events, periodOf, role.idle));
    countEvents(role, events);
    const { accountId, role: id, continues = [] } = opening.data;
    if (events.at(-1)?.type === 'AccountClosed') roleOfClosed.set(accountId, role);
    for (const { accountId: of, reason } of continues) continuations.push({ of, reason, role: id });
  }
  countChanges(continuations, roleOfClosed, roles);
  const period = { from: from ?? seen.from, to: to ?? seen.to };
  const estimates = [...roles].flatMap(([id, ledger]): [string, RoleBehaviour][] => {
    const role: RoleRule | undefined = own(ruleSet.roles, id);
    return role === undefined ? [] : [[id, estimateRole(ledger, role, ruleSet, period)]];
  });
  return deepFreeze({ roles: Object.fromEntries(estimates.sort(([a], [b]) => (a < b ? -1 : 1))) });
}

/** An account of a role that continues a closed one, and why that was closed. */
type Continuation = { readonly of: string; readonly reason: string; readonly role: string };

/** Counts the closed accounts that accounts of another role continue. */
function countChanges(
  continuations: readonly Continuation[],
  roleOfClosed: ReadonlyMap<string, LedgerRole>,
  roles: ReadonlyMap<string, LedgerRole>,
): void {
  for (const { of, reason, role } of continuations) {
    const before = roleOfClosed.get(of);
    if (before === undefined || before === roles.get(role)) continue;
    count(before.changes, reason);
    count(before.changedTo, role);
  }
}
