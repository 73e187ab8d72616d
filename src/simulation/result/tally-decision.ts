import type { Command, RedemptionLine } from '../../account/commands/command.js';
import { periodOn } from '../../account/decide/guards/redemption-period.js';
import type { Decision } from '../../account/decide/outcome.js';
import type { Refusal } from '../../account/decide/refusal.js';
import type { BankEvent, Scored } from '../../account/events/event.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { LimitMeasure } from '../../rules/sentence.js';
import { monthOf } from '../../values/calendar.js';
import { count, type RoleTally, type RunTally } from './tally.js';

/** Adds a command and its decision. */
export function addDecision(
  tally: RunTally,
  role: RoleTally,
  ruleSet: RuleSet,
  command: Command,
  decision: Decision,
): void {
  const event = decision.accepted ? decision.events[0] : undefined;
  if (!decision.accepted) {
    count(tally.refused, decision.refusal.code);
    addRefusedLimit(role, decision.refusal);
  } else if (event === undefined) tally.repeated += 1;
  else {
    count(tally.accepted, command.type);
    addEvent(role, event);
  }
  if (command.type === 'RedeemPoints') {
    const period = periodOf(ruleSet, command.data.on);
    addDemand(tally, period, command.data.lines, event !== undefined);
  }
}

function addRefusedLimit(role: RoleTally, refusal: Refusal): void {
  if (refusal.code !== 'limit-reached') return;
  const limit = role.limits.get(refusal.facts.limit.limit);
  if (limit !== undefined) limit.refused += 1;
}

function addEvent(role: RoleTally, event: BankEvent): void {
  if (event.type === 'PointsRedeemed') {
    role.visits += 1;
    role.points += event.data.points;
    role.deducted += event.data.deducted;
  } else if (event.type === 'EntryReversed') {
    if (event.data.entry.kind === 'redemption') role.returned += event.data.balance;
  } else if ('limits' in event.data) {
    addLimits(role, event.data);
  }
}

function addLimits(
  role: RoleTally,
  { limits = [], points, quantity = 0 }: Pick<Scored, 'limits' | 'points' | 'quantity'>,
): void {
  const uses: { readonly [M in LimitMeasure]: number } = {
    points,
    balance: points,
    deductions: -points,
    entries: 1,
    quantity,
  };
  for (const { limit: id, took, used, counts, maximum, window } of limits) {
    const limit = role.limits.get(id);
    if (limit === undefined) continue;
    if (took > 0) limit.trimmed += 1;
    limit.points += took;
    if (used + uses[counts] >= maximum) limit.filled.add(window);
  }
}

/** The key of the redemption period; the month if periods roll with each account. */
function periodOf({ calendar, redemption }: RuleSet, on: string): string {
  const { period } = redemption;
  return (period.kind === 'rolling' ? undefined : periodOn(period, on, calendar)?.key) ?? monthOf(on);
}

function addDemand(tally: RunTally, period: string, lines: readonly RedemptionLine[], given: boolean): void {
  let rewards = tally.demand.get(period);
  if (rewards === undefined) {
    rewards = new Map();
    tally.demand.set(period, rewards);
  }
  for (const { rewardId, quantity } of lines) {
    const of = rewards.get(rewardId) ?? { asked: 0, given: 0 };
    rewards.set(rewardId, of);
    of.asked += quantity;
    if (given) of.given += quantity;
  }
}
