import type { BankEvent } from '../../account/events/event.js';
import type { RoleRule, RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { deepFreeze, own } from '../../values/json.js';
import { periodMonths } from './estimate-periodic.js';
import { estimateRole } from './estimate-role.js';
import { countEvents, type LedgerRole, ledgerRole } from './ledger-role.js';
import { ledgerVolunteer } from './ledger-volunteer.js';
import type { Population, RoleBehaviour } from './population.js';

/** From when to when the ledger goes; the first and the last day that an event in it bears, where left out. */
export type PopulationFromOptions = { readonly from?: CalendarDate; readonly to?: CalendarDate };

/**
 * Estimates a population's parameters from a ledger: who joined when, how often each item was done in each month of the year and at
 * which difficulty, how unlike volunteers are, lateness, corrections, redeeming. Histories are taken one at a time and let go.
 *
 * They are plain estimates, good for asking what such a population would do under other rules. What a ledger does not hold stays
 * out: what was refused at the time, so there are no errors in it; lateness that no later entry shows; and the wish for rewards that
 * nobody took.
 *
 * @param histories - one account's events in their order, for each account; roles and items that the rule set lacks are left out
 * @param ruleSet - the rules that the ledger was kept under
 * @returns a population that {@link simulate} takes for the same rule set, unless the ledger is of so few days that its rates come to
 *   more than 200 entries a month
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
  { from, to }: PopulationFromOptions = {},
): Population {
  const roles = new Map<string, LedgerRole>();
  const seen = { from: '9999-12-31', to: '' };
  const months = periodMonths(ruleSet.redemption);
  for (const history of histories) {
    const events = [...history];
    const opening = events.find((event) => event.type === 'AccountOpened');
    if (opening === undefined) continue;
    if (opening.data.on < seen.from) seen.from = opening.data.on;
    for (const { data } of events) if (data.on > seen.to) seen.to = data.on;
    const role = roles.get(opening.data.role) ?? ledgerRole();
    roles.set(opening.data.role, role);
    role.volunteers.push(ledgerVolunteer(opening, events, months, role.idle));
    countEvents(role, events);
  }
  const period = { from: from ?? seen.from, to: to ?? seen.to };
  const estimates = [...roles].flatMap(([id, ledger]): [string, RoleBehaviour][] => {
    const role: RoleRule | undefined = own(ruleSet.roles, id);
    return role === undefined ? [] : [[id, estimateRole(ledger, role, ruleSet.redemption, period)]];
  });
  return deepFreeze({ roles: Object.fromEntries(estimates.sort(([a], [b]) => (a < b ? -1 : 1))) });
}
