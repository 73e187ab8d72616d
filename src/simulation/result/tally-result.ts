import { monthFromNumber } from '../../values/calendar.js';
import { digestOf } from '../../values/digest.js';
import { deepFreeze } from '../../values/json.js';
import type { RunSetup } from '../run/run-setup.js';
import type { SimulatedRun } from '../run/simulation-options.js';
import { type Histogram, histogramOf } from './histogram.js';
import type {
  LimitResult,
  MonthResult,
  RoleResult,
  RunIdentity,
  SimulationResult,
} from './simulation-result.js';
import type { MonthTally, RoleTally, RunTally } from './tally.js';

/** The sums as plain JSON with sorted keys. */
export function resultOf(
  tally: RunTally,
  run: RunIdentity,
  volunteers: SimulationResult['volunteers'],
  outOf: number | undefined,
): SimulationResult {
  const { roles, accepted, repeated, refused, demand } = tally;
  return deepFreeze<SimulationResult>({
    run,
    volunteers,
    accounts: roles.reduce((sum, { accounts }) => sum + accounts, 0),
    commands: { accepted: sorted(accepted), repeated, refused: sorted(refused) },
    roles: sorted(new Map(roles.map((role): [string, RoleResult] => [role.role, roleResult(role, outOf)]))),
    months: monthResults(tally),
    demand: sorted(new Map([...demand].map(([period, rewards]) => [period, sorted(rewards)]))),
  });
}

function sorted<V>(map: ReadonlyMap<string, V>): { [key: string]: V } {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function roleResult(role: RoleTally, outOf: number | undefined): RoleResult {
  const { visits, points, deducted, returned } = role;
  const limits = new Map(
    [...role.limits].map(([id, { filled: _, ...of }]): [string, LimitResult] => [id, of]),
  );
  const years = new Map(
    [...role.years].map(([year, counts]): [string, RoleResult['years'][string]] => [
      year,
      {
        assessment: histogramOf(counts),
        ...(outOf === undefined ? {} : { mark: markHistogram(counts, outOf) }),
      },
    ]),
  );
  return {
    accounts: role.accounts,
    closed: sorted(role.closed),
    earned: histogramOf(role.earned),
    assessment: histogramOf(role.assessment),
    redeemable: histogramOf(role.redeemable),
    years: sorted(years),
    limits: sorted(limits),
    redemptions: { visits, points, deducted, returned },
  };
}

function markHistogram(assessments: ReadonlyMap<number, number>, outOf: number): Histogram {
  const marks = new Map<number, number>();
  for (const [assessment, accounts] of assessments) {
    const mark = Math.min(Math.max(assessment, 0), outOf);
    marks.set(mark, (marks.get(mark) ?? 0) + accounts);
  }
  return histogramOf(marks);
}

function monthResults({ months }: RunTally): { [month: string]: MonthResult } {
  let outstanding = 0;
  const results = [...months].map(([number, of]): [string, MonthResult] => {
    outstanding += movedIn(of);
    const { corrected, redeemed, lapsed, closed } = of;
    return [
      monthFromNumber(number),
      { items: sorted(of.items), corrected, redeemed, lapsed, closed, outstanding },
    ];
  });
  return Object.fromEntries(results);
}

function movedIn({ items, corrected, redeemed, lapsed, closed }: MonthTally): number {
  let moved = corrected - redeemed - lapsed - closed;
  for (const { points } of items.values()) moved += points;
  return moved;
}

/** Identifies a run. */
export function runIdentity(
  { handbook, population, ruleSet, from, to, seed }: SimulatedRun,
  setup: RunSetup,
): RunIdentity {
  const { id, version } = ruleSet;
  const stock = Object.fromEntries(
    (handbook?.rewards ?? []).flatMap((reward) =>
      reward.stock === undefined ? [] : [[reward.rewardId, reward.stock]],
    ),
  );
  return {
    ruleSet: { id, version, digest: setup.bank.digest },
    ...(handbook === undefined
      ? {}
      : { handbook: { version: handbook.version, digest: digestOf(handbook), stock } }),
    population: digestOf(population),
    volunteers: setup.volunteers,
    from,
    to,
    seed,
  };
}
