import type { Handbook } from '../../account/handbook.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import type { Population } from '../population/population.js';
import type { Abortable } from './abort.js';

/** How far a run is, in volunteers. */
export type Progress = { readonly done: number; readonly of: number };

/** What a run is of. The same run gives the same results on every platform. */
export type SimulatedRun = {
  readonly ruleSet: RuleSet;
  /** What is redeemed, for all volunteers at its community; nothing is, where left out. Its stock is not shared: see `demand`. */
  readonly handbook?: Handbook;
  readonly population: Population;
  /** The first day. */
  readonly from: CalendarDate;
  /** The last day. */
  readonly to: CalendarDate;
  /** A whole number from 0 to 2^53 − 1. */
  readonly seed: number;
};

/** A run, and how it is run. */
export type SimulationOptions = SimulatedRun & {
  /** Only one of so many equal parts of the volunteers: `{ index: 0, of: 4 }` is the first quarter. All of them where left out. */
  readonly shard?: { readonly index: number; readonly of: number };
  /** Called some hundred times, and at the end; it may abort the signal. */
  readonly onProgress?: (progress: Progress) => void;
  /** An `AbortSignal`: looked at before each volunteer. */
  readonly signal?: Abortable;
};
