import { below, type Dice } from './dice.js';
import type { RedeemingModel } from './periodic-models.js';
import type { Planned, Slips } from './planned.js';
import type { RoleModel } from './role-model.js';
import type { RunDays, RunMonth } from './run-days.js';

/** A volunteer's plan while it is being rolled. */
export type Planning = {
  readonly role: RoleModel;
  readonly redeeming: RedeemingModel | undefined;
  readonly days: RunDays;
  readonly dice: Dice;
  /** The number of the day of joining. */
  readonly joined: number;
  readonly planned: Planned[];
};

/** A day from the first, up to and without the end. */
export function dayWithin(first: number, end: number, roll: number): number {
  return first + below(end - first, roll);
}

/** A day of a month taken whole: one before the joining or outside the run means that it does not happen. */
export function dayOfMonth({ first, length }: RunMonth, roll: number): number {
  return first + below(length, roll);
}

/** Whether a day lies in the volunteer's time. */
export function happens({ joined, days }: Planning, day: number): boolean {
  return day >= joined && day < days.dates.length;
}

/** What goes wrong about one entry. */
export function slipsOf({ dice, role: { errors } }: Planning): Slips {
  const isInvalid = dice() < errors.invalid;
  const invalid = dice();
  const repeated = dice() < errors.repeated;
  const duplicated = dice() < errors.duplicates;
  if (!(isInvalid || repeated || duplicated)) return NOTHING;
  return { invalid: isInvalid ? invalid : undefined, repeated, duplicated };
}

/** As for most entries, which need no object each. */
const NOTHING: Slips = { invalid: undefined, repeated: false, duplicated: false };
