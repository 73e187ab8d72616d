import type { BankEvent } from '../../account/events/event.js';
import type { ItemRule, QuantityScoring, RuleSet, Scoring } from '../../rules/rule-set.js';
import { text } from '../../values/text.js';
import { type WindowKind, windowOf } from '../../values/window.js';
import {
  eachScored,
  handedOnTo,
  isCounted,
  itemRuleOf,
  type Law,
  type ScoredEvent,
  unequal,
} from '../law.js';
import { heldOn, type Move, movesOf } from '../moves.js';
import { standing } from '../standing.js';

/** What an entry says of itself. */
type Said = Pick<ScoredEvent['data'], 'item' | 'on' | 'difficulty' | 'quantity' | 'unit'>;

/** The points of an entry before limits, computed in fractions of a unit and not as the library does. */
export function expectedScore(
  { scoring, factors }: ItemRule,
  data: Said,
  before: Before,
): number | undefined {
  const plain = plainScore(scoring, data, before);
  const times = Object.values(factors ?? {})
    .filter(({ from, until }) => from <= data.on && data.on <= until)
    .map((factor) => factor.times);
  if (plain === undefined || times.length === 0) return plain;
  const most = Math.round(Math.max(...times) * 100);
  return Math.trunc((plain * most) / 100) + 0;
}

/** What stood before an entry, and the rules. */
export type Before = { readonly standing: readonly BankEvent[]; readonly ruleSet: RuleSet };

function plainScore(scoring: Scoring, data: Said, before: Before): number | undefined {
  switch (scoring.by) {
    case 'fixed':
      return scoring.points;
    case 'difficulty':
      return scoring.points[data.difficulty ?? ''];
    case 'balance':
      return 0 - heldSince(before, data.on);
    case 'quantity':
    case 'bands': {
      const { quantity = 0 } = data;
      if (scoring.over === undefined) return pointsOf(scoring, quantity);
      const earlier = addedBefore(before, data, scoring.over);
      return pointsOf(scoring, earlier + quantity) - pointsOf(scoring, earlier);
    }
  }
}

/** The points of a quantity: those of its band, or of each unit. */
function pointsOf(scoring: QuantityScoring, quantity: number): number {
  // Sums of decimals are not exact in binary.
  const counted = Math.round(Math.min(quantity, scoring.maximum ?? quantity) * 100) / 100;
  const rate = scoring.by === 'quantity' ? scoring : scoring.bands.findLast(({ from }) => from <= counted);
  if (rate === undefined) return 0;
  if (rate.each === undefined) return rate.points;
  const units = counted / rate.each;
  // A quotient very close to a whole number is that number.
  const whole = Math.abs(units - Math.round(units)) < 1e-9 ? Math.round(units) : units;
  const rounded = { down: Math.floor(whole), up: Math.ceil(whole), nearest: Math.floor(whole + 0.5) }[
    scoring.rounding ?? 'down'
  ];
  return rounded * rate.points;
}

/** The quantities of an item's entries that stood in the window of a day, and those that were handed on. */
function addedBefore(
  { standing: before, ruleSet }: Before,
  { item, on, unit }: Said,
  over: WindowKind,
): number {
  const { key } = windowOf(over, on, ruleSet.calendar);
  const isMeant = (of: { readonly item: string; readonly on: string }): boolean =>
    of.item === item && windowOf(over, of.on, ruleSet.calendar).key === key;
  const handed = handedOnTo(before)
    .flatMap(({ items }) => items.filter(isMeant))
    .flatMap(({ quantities = [] }) => quantities.filter((one) => one.unit === unit));
  const own = before.filter(isCounted).filter(({ data }) => isMeant(data));
  return (
    handed.reduce((sum, one) => sum + one.quantity, 0) +
    own.reduce((sum, { data }) => sum + (data.quantity ?? 0), 0)
  );
}

/** What was held on a day and is still covered on every later day: never below 0. */
function heldSince({ standing: before, ruleSet }: Before, on: string): number {
  const moves = movesOf(before);
  const days = [on, ...moves.map((move) => move.on).filter((day) => day > on)];
  const debts = days.map((day) => heldOn(moves, day, ruleSet).debt);
  const isCovered = (points: number): boolean => {
    const taken: Move = { of: 'redeemed', on, points: 0 - points };
    return days.every((day, i) => heldOn([...moves, taken], day, ruleSet).debt <= (debts[i] ?? 0));
  };
  let held = Math.max(heldOn(moves, on, ruleSet).held, 0);
  while (held > 0 && !isCovered(held)) held -= 1;
  return held;
}

/** The law of points. */
export const SCORING_LAWS: readonly Law[] = [
  {
    name: 'points-by-rule',
    clause: ({ clauses }) => clauses.entries,
    title: text('每一事项按其规则计分', 'every entry scores by the rule of its item'),
    broken: (run) =>
      eachScored(run, ({ role, id, events }, event) => {
        const rule = itemRuleOf(role, event);
        if (rule === undefined)
          return `${id} was credited under '${event.data.item}', which its role does not have`;
        const before = {
          standing: standing(events.slice(0, events.indexOf(event))),
          ruleSet: run.subject.ruleSet,
        };
        return unequal(
          `the score of '${event.data.item}' on ${event.data.on}`,
          event.data.scored,
          expectedScore(rule, event.data, before),
        );
      }),
  },
];
