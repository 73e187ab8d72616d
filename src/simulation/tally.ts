import type { Command, RedemptionLine } from '../account/commands.js';
import { periodOn } from '../account/decide/redemption-period.js';
import type { Decision } from '../account/decide/verdict.js';
import type { BankEvent } from '../account/events.js';
import type { Refusal } from '../account/refusals.js';
import type { RedemptionPeriod } from '../rules/rule-set.js';
import { monthOf } from '../values/calendar.js';
import { type RoleTally, roleTally } from './role-tally.js';
import type { World } from './world.js';

/** Counts by key. */
export type Counts<K> = Map<K, number>;

/** What a month holds of all accounts, while it is being added up. */
export type MonthTally = {
  readonly items: Map<string, { points: number; entries: number }>;
  corrected: number;
  redeemed: number;
  lapsed: number;
};

/** What a run comes to, while it is being added up. */
export type Tally = {
  readonly accepted: Counts<string>;
  readonly refused: Counts<string>;
  repeated: number;
  readonly roles: readonly RoleTally[];
  /** By month of the run. */
  readonly months: ReadonlyMap<string, MonthTally>;
  readonly demand: Map<string, Map<string, { asked: number; given: number }>>;
};

/** Nothing yet. */
export function emptyTally(world: World): Tally {
  const months = world.days.months.map(({ month }): [string, MonthTally] => [
    month,
    { items: new Map(), corrected: 0, redeemed: 0, lapsed: 0 },
  ]);
  return {
    accepted: new Map(),
    refused: new Map(),
    repeated: 0,
    roles: world.roles.map(roleTally),
    months: new Map(months),
    demand: new Map(),
  };
}

/** One more for a key. */
export function count<K>(counts: Counts<K>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Adds a command and what was decided. */
export function addDecision(
  tally: Tally,
  role: RoleTally,
  world: World,
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
    const period = periodOf(world.bank.ruleSet.redemption.period, command.data.on);
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
  } else if ('limits' in event.data) {
    for (const { limit: id, took, used, counts, maximum, window } of event.data.limits ?? []) {
      const limit = role.limits.get(id);
      if (limit === undefined) continue;
      if (took > 0) limit.trimmed += 1;
      limit.points += took;
      if (used + (counts === 'points' ? event.data.points : 1) >= maximum) limit.filled.add(window);
    }
  }
}

/** The period's name; where each account has periods of its own, the month. */
function periodOf(period: RedemptionPeriod, on: string): string {
  return (period.kind === 'rolling' ? undefined : periodOn(period, on)?.key) ?? monthOf(on);
}

function addDemand(tally: Tally, period: string, lines: readonly RedemptionLine[], given: boolean): void {
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
