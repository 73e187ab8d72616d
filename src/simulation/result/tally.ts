import { monthNumber } from '../../values/calendar.js';
import type { RoleModel } from '../run/role-model.js';
import type { RunSetup } from '../run/run-setup.js';

/** Counts by key. */
export type Counts<K> = Map<K, number>;

/** The running sums of a run. */
export type RunTally = {
  readonly accepted: Counts<string>;
  readonly refused: Counts<string>;
  repeated: number;
  readonly roles: readonly RoleTally[];
  /** By the numbers of the run's months. */
  readonly months: ReadonlyMap<number, MonthTally>;
  readonly demand: Map<string, Map<string, { asked: number; given: number }>>;
};

/** The running sums of one month, over all accounts. */
export type MonthTally = {
  readonly items: Map<string, { points: number; entries: number }>;
  corrected: number;
  redeemed: number;
  lapsed: number;
  closed: number;
};

/** The running sums of one role. */
export type RoleTally = {
  readonly role: string;
  accounts: number;
  /** Closed accounts, by reason. */
  readonly closed: Counts<string>;
  readonly earned: Counts<number>;
  readonly assessment: Counts<number>;
  readonly redeemable: Counts<number>;
  readonly years: Map<string, Counts<number>>;
  readonly limits: ReadonlyMap<string, LimitTally>;
  visits: number;
  points: number;
  deducted: number;
  returned: number;
};

/** The running sums of one limit. */
export type LimitTally = {
  accounts: number;
  windows: number;
  trimmed: number;
  points: number;
  refused: number;
  /** The windows that the current account filled. */
  readonly filled: Set<string>;
};

/** The sums before the first account. */
export function emptyTally(setup: RunSetup): RunTally {
  const months = setup.days.months.map(({ month }): [number, MonthTally] => [
    monthNumber(month),
    { items: new Map(), corrected: 0, redeemed: 0, lapsed: 0, closed: 0 },
  ]);
  return {
    accepted: new Map(),
    refused: new Map(),
    repeated: 0,
    roles: setup.roles.map(emptyRole),
    months: new Map(months),
    demand: new Map(),
  };
}

function emptyRole({ role, rule }: RoleModel): RoleTally {
  const limits = Object.keys(rule.limits).map((limit): [string, LimitTally] => [
    limit,
    { accounts: 0, windows: 0, trimmed: 0, points: 0, refused: 0, filled: new Set() },
  ]);
  return {
    role,
    accounts: 0,
    closed: new Map(),
    earned: new Map(),
    assessment: new Map(),
    redeemable: new Map(),
    years: new Map(),
    limits: new Map(limits),
    visits: 0,
    points: 0,
    deducted: 0,
    returned: 0,
  };
}

/** Adds one to a key's count. */
export function count<K>(counts: Counts<K>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
