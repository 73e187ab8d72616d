import type { EntryMeasure, ItemModel } from './item-model.js';
import type { RedeemingModel } from './periodic-models.js';
import { below, type Dice } from './random.js';
import type { RoleModel } from './role-model.js';
import type { RunDays, RunMonth } from './run-days.js';

/*
 * A volunteer's plan is rolled in full before anything is decided, so that the same volunteer intends the same under every rule set
 * with the same items. Days are numbered from the first day of the run.
 */

/** Something a volunteer intends to do, with the number of the day on which it is recorded. */
export type PlannedAction =
  | PlannedEntry
  | PlannedReportIn
  | PlannedVisit
  | PlannedCorrection
  | PlannedUndoing
  | PlannedLeaving
  | PlannedChange;

/** The mistakes that the centre makes with one entry. */
export type ClericalErrors = {
  /** A roll that picks how the entry is first sent wrong; `undefined` if it is not. */
  readonly invalid: number | undefined;
  readonly repeated: boolean;
  readonly duplicated: boolean;
};

/** A claim or an activity. */
export type PlannedEntry = {
  readonly kind: 'entry';
  readonly entered: number;
  readonly on: number;
  readonly item: ItemModel;
  readonly measure: EntryMeasure;
  /** A roll that picks the post served in; `undefined` if the entry is not service. */
  readonly served: number | undefined;
  readonly errors: ClericalErrors;
};

/** A report-in. */
export type PlannedReportIn = {
  readonly kind: 'report-in';
  readonly entered: number;
  readonly errors: ClericalErrors;
};

/** A visit to redeem whatever is affordable by then. */
export type PlannedVisit = { readonly kind: 'visit'; readonly entered: number; readonly roll: number };

/** A correction, of a matter on record by then or of none. */
export type PlannedCorrection = {
  readonly kind: 'correction';
  readonly entered: number;
  readonly points: number;
  /** A roll that picks the matter; absent if the correction names none. */
  readonly named?: number;
};

/** A slip that is undone, or a visit that is returned. */
export type PlannedUndoing = {
  readonly kind: 'undoing';
  readonly entered: number;
  readonly of: PlannedEntry | PlannedVisit;
};

/** The closing of the account of somebody who leaves. */
export type PlannedLeaving = { readonly kind: 'leaving'; readonly entered: number; readonly reason: string };

/** A change to another role: the account is closed, and another one continues it. */
export type PlannedChange = {
  readonly kind: 'change';
  readonly entered: number;
  readonly reason: string;
  readonly to: string;
};

/** A volunteer's plan while it is being rolled. */
export type Planning = {
  readonly role: RoleModel;
  readonly redeeming: RedeemingModel | undefined;
  readonly days: RunDays;
  readonly dice: Dice;
  /** The number of the day of joining. */
  readonly joined: number;
  readonly planned: PlannedAction[];
};

/** A day from the first up to but excluding the end. */
export function dayWithin(first: number, end: number, roll: number): number {
  return first + below(end - first, roll);
}

/** A day of the whole month. It may lie before the joining or outside the run: {@link happens} tells. */
export function dayOfMonth({ first, length }: RunMonth, roll: number): number {
  return first + below(length, roll);
}

/** Whether a day lies between the joining and the end of the run. */
export function happens({ joined, days }: Planning, day: number): boolean {
  return day >= joined && day < days.dates.length;
}

/** Rolls the mistakes made with one entry. */
export function rollErrors({ dice, role: { errors } }: Planning): ClericalErrors {
  const isInvalid = dice() < errors.invalid;
  const invalid = dice();
  const repeated = dice() < errors.repeated;
  const duplicated = dice() < errors.duplicates;
  return { invalid: isInvalid ? invalid : undefined, repeated, duplicated };
}
