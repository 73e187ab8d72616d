import { monthNumber } from '../../values/calendar.js';
import type { World } from '../run/run-setup.js';
import { type RoleTally, roleTally } from './role-tally.js';

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
  /** By the numbers of the run's months. */
  readonly months: ReadonlyMap<number, MonthTally>;
  readonly demand: Map<string, Map<string, { asked: number; given: number }>>;
};

/** Nothing yet. */
export function emptyTally(world: World): Tally {
  const months = world.days.months.map(({ month }): [number, MonthTally] => [
    monthNumber(month),
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
