import { toHundredths } from '../values/points.js';
import type { Scoring } from './rule-set.js';

/** What an entry scores before limits: the points of its tier or quantity, and the base they are measured against. */
export type Score = { readonly base: number; readonly scored: number };

/** The base of a scoring by difficulty: the points of its mildest tier. */
export function basePoints(points: { readonly [tier: string]: number }): number {
  return Object.values(points).reduce((base, of) => (Math.abs(of) < Math.abs(base) ? of : base));
}

/** The least points that one entry can score; below 0 if it can be a deduction. */
export function leastPoints(scoring: Scoring): number {
  switch (scoring.by) {
    case 'fixed':
      return scoring.points;
    case 'difficulty':
      return Math.min(...Object.values(scoring.points));
    case 'quantity':
      return Math.min(scoring.points, 0);
  }
}

/**
 * The points of a quantity, counted exactly in hundredths: 1.5 hours at 1 point for each half hour is 3.
 */
export function scoreByQuantity(scoring: Scoring & { by: 'quantity' }, quantity: number): Score {
  const counted = toHundredths(
    scoring.maximum === undefined ? quantity : Math.min(quantity, scoring.maximum),
  );
  const each = toHundredths(scoring.each);
  const whole = Math.floor(counted / each);
  const rest = counted - whole * each;
  const up = scoring.rounding === 'up' ? rest > 0 : scoring.rounding === 'nearest' && rest * 2 >= each;
  const times = whole + (up ? 1 : 0);
  // A deduction of nothing is 0, not −0.
  return { base: scoring.points, scored: times === 0 ? 0 : times * scoring.points };
}
