import { addDays, type CalendarDate } from '../../values/calendar.js';
import { LEAST_QUANTITY, MAX_QUANTITY } from '../../values/points.js';
import type { FactorRule, QuantityScoring, Scoring } from '../rule-set.js';
import { factorOn, isByQuantity, leastPoints, mostPoints, scoreByQuantity } from '../score.js';
import { directionOf, type Verdict } from './direction.js';

/**
 * How scorings differ: of quantities of one unit, by what each quantity scores; otherwise by the most and the least that an entry can
 * score. Of different kinds, an entry may score otherwise where these are the same.
 */
export function judgeScoring(was: Scoring, is: Scoring): Verdict {
  return isByQuantity(was) && isByQuantity(is) && isCountedAlike(was, is)
    ? judgeQuantities(was, is)
    : judgeExtremes(was, is);
}

function isCountedAlike(was: QuantityScoring, is: QuantityScoring): boolean {
  return was.unit === is.unit && was.over === is.over && was.lowers === is.lowers;
}

function judgeExtremes(was: Scoring, is: Scoring): Verdict {
  const more = (one: number, other: number): number => (one === other ? 0 : one - other);
  return directionOf([
    more(mostPoints({ scoring: is }), mostPoints({ scoring: was })),
    more(leastPoints({ scoring: is }), leastPoints({ scoring: was })),
  ]);
}

function judgeQuantities(was: QuantityScoring, is: QuantityScoring): Verdict {
  const seen = [...turnsOf(was), ...turnsOf(is), MAX_QUANTITY];
  const quantities = [...seen, ...seen.map((quantity) => quantity - LEAST_QUANTITY)];
  return directionOf(
    quantities.map(
      (quantity) => scoreByQuantity(is, quantity).scored - scoreByQuantity(was, quantity).scored,
    ),
  );
}

/** So many steps of a rate are seen; two rates that differ do so within them, or at the largest quantity. */
const STEPS = 60;

/** The quantities at which a scoring turns: where a band begins, where another step or half of one is reached, and where nothing more counts. */
function turnsOf(scoring: QuantityScoring): number[] {
  const bands = scoring.by === 'bands' ? scoring.bands : [{ from: 0, each: scoring.each }];
  const turns = bands.flatMap(({ from, each }) => {
    if (each === undefined) return [from];
    const half = each / 2;
    const first = Math.floor(from / half);
    return [from, ...Array.from({ length: STEPS }, (_, step) => (first + step) * half)];
  });
  return [
    ...turns,
    ...turns.map((turn) => turn + LEAST_QUANTITY),
    ...(scoring.maximum ? [scoring.maximum] : []),
  ];
}

/** Days on which points count several times, by their ids. */
export type Factors = { readonly [factor: string]: FactorRule };

/** How days on which points count several times differ: by how often they count on each day. */
export function judgeFactors(was: Factors, is: Factors): Verdict {
  const seen = [...Object.values(was), ...Object.values(is)].flatMap(({ from, until }) => [
    from,
    addDays(from, -1),
    until,
    addDays(until, 1),
  ]);
  const times = (factors: Factors, day: CalendarDate): number => factorOn({ factors }, day)?.[1].times ?? 1;
  return directionOf(seen.map((day) => times(is, day) - times(was, day)));
}
