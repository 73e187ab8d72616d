import type { CompiledItem, CompiledRules, Tier } from '../../rules/compiled.js';
import type { ReadingsRested } from '../../rules/readings.js';
import { NOTHING } from '../../rules/rests.js';
import { scoreByQuantity } from '../../rules/score.js';
import { monthNumber } from '../../values/calendar.js';
import { own } from '../../values/json.js';
import { countIn } from '../../values/monthly.js';
import { windowOf } from '../../values/window.js';
import type { LimitApplied } from '../events/event.js';
import type { OpenContext } from './context.js';
import { aboveFloor } from './floor.js';
import { creditable } from './guards.js';
import { limit, type Refusing, wouldTake } from './limits.js';
import type { Measure } from './scored-data.js';
import { type Decision, refuse } from './verdict.js';

/** An entry with its points, what limits took, and the readings that gave it them. */
export type ScoredEntry = {
  readonly base: number;
  readonly scored: number;
  readonly points: number;
  readonly limits: readonly LimitApplied[];
  readonly rested: ReadingsRested;
};

/**
 * Scores an entry: points by the item's scoring, then the item's limits, then the floor under deductions. Answers a decision where
 * it is refused.
 */
export function scoreEntry(
  context: OpenContext,
  item: CompiledItem,
  on: string,
  measure: Measure,
): ScoredEntry | Decision {
  const { account, rules } = context;
  const tier = measured(context, item, measure);
  if ('accepted' in tier) return tier;
  const { base, scored } = tier;
  let { rested } = tier;
  let points = scored;
  let limits = NO_LIMITS;
  if (item.limits.length > 0) {
    const limited = limit(rules, account, item, on, scored);
    if (limited.refusedBy !== undefined) return beyond(item, scored, limited.refusedBy);
    points = limited.points;
    limits = Object.freeze(limited.limits);
    rested = rules.also(limited.rested, rested);
  }
  if (points < 0) {
    const { clause } = item.rule;
    const booked = { points, on, clause, part: 'entries.floor', recordedAtZero: true };
    const left = aboveFloor(context, rules.ruleSet.entries.floor ?? 'none', booked);
    if (typeof left === 'object') return left;
    points = left;
    rested = rules.also(rested, rules.rests('entries.floor'));
  }
  const refused = creditable(context, item.rule.clause, points);
  if (refused !== undefined) return refused;
  for (const latent of item.latent) {
    if (wouldTake(account, latent, on, scored)) rested = rules.also(rested, latent.rested);
  }
  return { base, scored, points, limits, rested };
}

const NO_LIMITS: readonly LimitApplied[] = Object.freeze([]);

function beyond(item: CompiledItem, scored: number, by: Refusing): Decision {
  const facts = { item: item.id, title: item.rule.title, scored, limit: by.applied };
  return refuse('limit-reached', by.applied.clause, facts, by.rule.rested);
}

/** What the item scores by its own scoring, or the refusal of a measure that it does not have. */
function measured({ rules }: OpenContext, item: CompiledItem, measure: Measure): Tier | Decision {
  const { clause, scoring } = item.rule;
  const { difficulty, quantity } = measure;
  if (difficulty !== undefined && scoring.by !== 'difficulty') return wrongMeasure(rules, item, 'difficulty');
  if (quantity !== undefined && scoring.by !== 'quantity') return wrongMeasure(rules, item, 'quantity');
  if (item.fixed !== undefined) return item.fixed;
  if (scoring.by === 'quantity') {
    if (quantity === undefined) return wrongMeasure(rules, item, 'quantity');
    return { ...scoreByQuantity(scoring, quantity), rested: NOTHING };
  }
  if (difficulty === undefined) return wrongMeasure(rules, item, 'difficulty');
  const tier = item.tiers.get(difficulty);
  if (tier !== undefined) return tier;
  const facts = { difficulty, item: item.id, title: item.rule.title, known: [...item.tiers.keys()] };
  const rested = rules.restsOnNamed(`${item.part}.scoring.points.${difficulty}`);
  return refuse('unknown-difficulty', clause, facts, rested);
}

function wrongMeasure(
  rules: CompiledRules,
  { id, rule }: CompiledItem,
  field: 'difficulty' | 'quantity',
): Decision {
  const measure = rule.scoring.by === 'fixed' ? 'none' : rule.scoring.by;
  const facts = { item: id, title: rule.title, measure, field } as const;
  return refuse('wrong-measure', rule.clause, facts, rules.rests());
}

/** An item that scores once in a window has not scored in that of the entry's day. */
export function onceInWindow(
  { account, rules }: OpenContext,
  item: CompiledItem,
  on: string,
): Decision | undefined {
  const per = item.rule.once?.per;
  if (per === undefined || per === 'twelve-months') return undefined;
  const window = windowOf(per, on);
  const months = own(account.items, item.id)?.months ?? [];
  if (countIn(months, monthNumber(window.first), monthNumber(window.last)) === 0) return undefined;
  const facts = { item: item.id, title: item.rule.title, per, window: window.key };
  return refuse('once-per-period', item.rule.clause, facts, rules.rests());
}
