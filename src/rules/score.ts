import type { CalendarDate } from '../values/calendar.js';
import { LEAST_QUANTITY, MAX_QUANTITY, toHundredths } from '../values/points.js';
import type { Band, FactorRule, ItemRule, QuantityScoring, Scoring } from './rule-set.js';

/** What an entry scores before limits: the points of its tier or quantity, and the base they are measured against. */
export type Score = { readonly base: number; readonly scored: number };

/** The base of a scoring by difficulty: the points of its mildest tier. */
export function basePoints(points: { readonly [tier: string]: number }): number {
  return Object.values(points).reduce((base, of) => (Math.abs(of) < Math.abs(base) ? of : base));
}

/** The least points that one entry of an item can score, below 0 if it can be a deduction; `-Infinity` if nothing ends it. */
export function leastPoints({ scoring, factors }: Pick<ItemRule, 'scoring' | 'factors'>): number {
  if (scoring.by === 'balance') return Number.NEGATIVE_INFINITY;
  return -mostPoints({ scoring: negated(scoring), ...(factors && { factors }) }) || 0;
}

/** The scoring with deductions for points and points for deductions. */
function negated(scoring: Exclude<Scoring, { by: 'balance' }>): Scoring {
  switch (scoring.by) {
    case 'fixed':
    case 'quantity':
      return { ...scoring, points: -scoring.points };
    case 'difficulty': {
      const tiers = Object.entries(scoring.points).map(([tier, points]) => [tier, -points]);
      return { ...scoring, points: Object.fromEntries(tiers) };
    }
    case 'bands':
      return { ...scoring, bands: scoring.bands.map((band) => ({ ...band, points: -band.points })) };
  }
}

/** Whether entries state a quantity. */
export function isByQuantity(scoring: Scoring): scoring is QuantityScoring {
  return scoring.by === 'quantity' || scoring.by === 'bands';
}

/** The points of a quantity, counted exactly in hundredths: 1.5 hours at 1 point for each half hour is 3. */
export function scoreByQuantity(scoring: QuantityScoring, quantity: number): Score {
  return scoreByHundredths(scoring, toHundredths(quantity));
}

const NOTHING: Score = { base: 0, scored: 0 };

/** The points of a quantity in hundredths of a unit. */
export function scoreByHundredths(scoring: QuantityScoring, hundredths: number): Score {
  const { maximum, rounding = 'down' } = scoring;
  // A sum of nothing scores nothing, be there a band from 0; and under other rules before these, it may have fallen below 0.
  if (hundredths <= 0) return NOTHING;
  const counted = maximum === undefined ? hundredths : Math.min(hundredths, toHundredths(maximum));
  const rate = scoring.by === 'quantity' ? scoring : bandOf(scoring.bands, counted);
  if (rate === undefined) return NOTHING;
  const { each, points } = rate;
  if (each === undefined) return { base: points, scored: points };
  const step = toHundredths(each);
  const whole = Math.floor(counted / step);
  const rest = counted - whole * step;
  const up = rounding === 'up' ? rest > 0 : rounding === 'nearest' && rest * 2 >= step;
  const times = whole + (up ? 1 : 0);
  // A deduction of nothing is 0, not −0.
  return { base: points, scored: times * points || 0 };
}

/** The band of a quantity in hundredths: the last that begins by then. */
export function bandOf(bands: readonly Band[], hundredths: number): Band | undefined {
  return bands.filter(({ from }) => toHundredths(from) <= hundredths).at(-1);
}

/** A quantity that scores once: one unit, or where the first band begins. */
export function stepOf(scoring: QuantityScoring): number {
  if (scoring.by === 'quantity') return scoring.each;
  const [{ from = 0, each = 1 } = {}] = scoring.bands;
  return from > 0 ? from : each;
}

/** The factor of an item that counts on a day, with its id: of several, the one with the most. */
export function factorOn(
  { factors }: Pick<ItemRule, 'factors'>,
  on: CalendarDate,
): readonly [id: string, factor: FactorRule] | undefined {
  if (factors === undefined) return undefined;
  return Object.entries(factors)
    .filter(([, { from, until }]) => on >= from && on <= until)
    .sort(([, a], [, b]) => b.times - a.times)[0];
}

/** Points times a factor, rounded down to a whole number; a deduction is rounded towards 0. */
export function timesPoints(points: number, times: number): number {
  return Math.trunc((points * toHundredths(times)) / 100) || 0;
}

/** Tells whether points counted so many times, rounded, are ever others than before; if any are, the most or the least are. */
export function changesPoints(scoring: Scoring): (times: number) => boolean {
  const extremes = [mostPoints({ scoring }), leastPoints({ scoring })];
  return (times) =>
    extremes.some((points) => !Number.isFinite(points) || timesPoints(points, times) !== points);
}

/** The most points that one entry of an item can score; `Infinity` if its quantity has no maximum. */
export function mostPoints({ scoring, factors = {} }: Pick<ItemRule, 'scoring' | 'factors'>): number {
  const most = mostByScoring(scoring);
  const times = Object.values(factors).map((factor) => factor.times);
  return most > 0 && Number.isFinite(most) ? timesPoints(most, Math.max(1, ...times)) : most;
}

function mostByScoring(scoring: Scoring): number {
  switch (scoring.by) {
    case 'fixed':
      return scoring.points;
    case 'difficulty':
      return Math.max(...Object.values(scoring.points));
    case 'quantity':
      if (scoring.points <= 0) return 0;
      return scoring.maximum === undefined
        ? Number.POSITIVE_INFINITY
        : scoreByQuantity(scoring, scoring.maximum).scored;
    case 'bands':
      return Math.max(0, ...bandEnds(scoring).map((quantity) => mostInBand(scoring, quantity)));
    case 'balance':
      return 0;
  }
}

/** Whether an item both gives points and takes them, be it by two entries. */
export function givesAndTakes(rule: Pick<ItemRule, 'scoring' | 'factors'>): boolean {
  return goesUpAndDown(rule.scoring) || (leastPoints(rule) < 0 && mostPoints(rule) > 0);
}

/** Whether a sum that entries add to scores more with some of them and less with others: each scores what the sum does, less what it did. */
export function goesUpAndDown(scoring: Scoring): boolean {
  if (scoring.by !== 'bands' || scoring.over === undefined) return false;
  const ends = bandEnds(scoring).map((end) => Math.min(end, MAX_QUANTITY));
  const sums = [0, ...scoring.bands.map(({ from }) => from), ...ends].sort((a, b) => a - b);
  const scores = sums.map((sum) => scoreByQuantity(scoring, sum).scored);
  const steps = scores.map((scored, i) => scored - (scores[i - 1] ?? scored));
  return steps.some((step) => step > 0) && steps.some((step) => step < 0);
}

/** Where each band that can be reached ends: just before the next one, or where nothing more counts. */
function bandEnds({ bands, maximum = Number.POSITIVE_INFINITY }: BandScoring): number[] {
  return bands
    .filter(({ from }) => from <= maximum)
    .map((_, i) => Math.min((bands[i + 1]?.from ?? Number.POSITIVE_INFINITY) - LEAST_QUANTITY, maximum));
}

function mostInBand(scoring: BandScoring, end: number): number {
  if (Number.isFinite(end)) return scoreByQuantity(scoring, end).scored;
  // The last band is left open.
  const { each, points } = scoring.bands.at(-1) as Band;
  return each === undefined || points <= 0 ? points : Number.POSITIVE_INFINITY;
}

type BandScoring = Extract<Scoring, { by: 'bands' }>;
