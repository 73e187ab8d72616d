import type { ItemModel, Measure } from './item-model.js';

/*
 * What a volunteer means to do is rolled in full before anything is decided, so that the same volunteer means to do the same under
 * any rule set with the same items. Days are numbered from the run's first.
 */

/** Something a volunteer means to do, with the day on which it is entered. */
export type Planned = PlannedEntry | PlannedReportIn | PlannedVisit | PlannedCorrection;

/** What the centre gets wrong about an entry. */
export type Slips = {
  /** A roll that says how it is first sent wrong; undefined where it is not. */
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
  readonly measure: Measure;
  /** A roll that picks the post served in; undefined where it is not service. */
  readonly served: number | undefined;
  readonly slips: Slips;
};

/** A report-in. */
export type PlannedReportIn = {
  readonly kind: 'report-in';
  readonly entered: number;
  readonly slips: Slips;
};

/** A visit to redeem points, for whatever can be afforded then. */
export type PlannedVisit = { readonly kind: 'visit'; readonly entered: number; readonly roll: number };

/** A correction, of a matter that stands by then or of none. */
export type PlannedCorrection = {
  readonly kind: 'correction';
  readonly entered: number;
  readonly points: number;
  /** A roll that picks the matter; absent where it names none. */
  readonly named?: number;
};
