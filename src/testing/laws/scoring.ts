import type { BankEvent } from '../../account/events/event.js';
import type { ItemRule, QuantityScoring, RuleSet, Scoring } from '../../rules/rule-set.js';
import { isByQuantity } from '../../rules/score.js';
import { text } from '../../values/text.js';
import { type WindowKind, windowOf } from '../../values/window.js';
import {
  eachScored,
  firstOf,
  type History,
  handedOnTo,
  histories,
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
      const { points, quantity: earlier } = summedBefore(before, data, scoring, scoring.over);
      const together = pointsOf(scoring, earlier + quantity);
      const change = together - pointsOf(scoring, earlier);
      return shareOf(scoring, together - points, change);
    }
  }
}

/** The points of a quantity: those of its band, or of each unit; a sum of nothing scores nothing. */
function pointsOf(scoring: QuantityScoring, quantity: number): number {
  // Sums of decimals are not exact in binary.
  const counted = Math.round(Math.min(quantity, scoring.maximum ?? quantity) * 100) / 100;
  if (counted <= 0) return 0;
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

/** What is left to score of a sum. No entry takes back what others have scored too much, unless the sum scores less by it. */
function shareOf(scoring: QuantityScoring, rest: number, change: number): number {
  if (rest < 0 && change >= 0 && onlyGains(scoring)) return 0;
  return rest > 0 && change <= 0 && onlyTakes(scoring) ? 0 : rest;
}

function onlyGains(scoring: QuantityScoring): boolean {
  return ratesOf(scoring).every(({ points }) => points >= 0);
}

function onlyTakes(scoring: QuantityScoring): boolean {
  return ratesOf(scoring).every(({ points }) => points <= 0);
}

function ratesOf(scoring: QuantityScoring): readonly { readonly points: number }[] {
  return scoring.by === 'quantity' ? [scoring] : scoring.bands;
}

/** What has been added up in the window of a day and scored by its sum: by an item's entries that stood, and by what was handed on. */
function summedBefore(
  { standing: before, ruleSet }: Before,
  { item, on, unit }: Said,
  scoring: QuantityScoring,
  over: WindowKind,
): { readonly quantity: number; readonly points: number } {
  const { key } = windowOf(over, on, ruleSet.calendar);
  const isMeant = (of: { readonly item: string; readonly on: string }): boolean =>
    of.item === item && windowOf(over, of.on, ruleSet.calendar).key === key;
  const handed = handedOnTo(before)
    .flatMap(({ items }) => items.filter(isMeant))
    .flatMap(({ quantities = [] }) => quantities.filter((one) => one.unit === unit));
  const own = before.filter(isCounted).filter(({ data }) => isMeant(data));
  const handedOn = handed.reduce((sum, one) => sum + one.quantity, 0);
  return {
    quantity: handedOn + own.reduce((sum, { data }) => sum + (data.quantity ?? 0), 0),
    points: pointsOf(scoring, handedOn) + own.reduce((sum, { data }) => sum + scoredBySum(data), 0),
  };
}

/** What an entry scored before the day's factor. */
function scoredBySum({ factor, scored }: Pick<ScoredEvent['data'], 'factor' | 'scored'>): number {
  return factor?.scored ?? scored;
}

/** What was held on a day and is still covered on every later day: never below 0. */
export function heldSince({ standing: before, ruleSet }: Before, on: string): number {
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

/** How an entry leaves its window: with what the sum scores, or with more of it where the entry scored nothing. */
function sumBroken({ role, events, id }: History, ruleSet: RuleSet): string | undefined {
  return firstOf(events.entries(), ([at, event]) => {
    if (event.type !== 'EntryVerified' && !isCounted(event)) return undefined;
    const { item, unit } = event.data;
    const on = event.type === 'EntryVerified' ? event.data.entryOn : event.data.on;
    const scoring = role?.items[item]?.scoring;
    if (scoring === undefined || !isByQuantity(scoring) || scoring.over === undefined) return undefined;
    const said: Said = { item, on, ...(unit === undefined ? {} : { unit }) };
    const now = { standing: standing(events.slice(0, at + 1)), ruleSet };
    const { points, quantity } = summedBefore(now, said, scoring, scoring.over);
    const expected = pointsOf(scoring, quantity);
    const isMore = onlyTakes(scoring) ? points < expected : onlyGains(scoring) && points > expected;
    if (points === expected || (isMore && scoredBySum(event.data) === 0)) return undefined;
    return `${id} has ${points} for ${quantity} under '${item}' in the window of ${on}; it should be ${expected}`;
  });
}

/** The laws of points. */
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
  {
    name: 'sum-scores-once',
    clause: ({ clauses }) => clauses.entries,
    title: text(
      '累计数量只计一次分，不论撤销过什么',
      'quantities that add up score once, whatever was undone',
    ),
    broken: (run) => firstOf(histories(run), (history) => sumBroken(history, run.subject.ruleSet)),
  },
];
