import type { CompiledItem, CompiledRules, Tier } from '../../../rules/compiled.js';
import { NO_READINGS, type ReadingsUsed } from '../../../rules/readings-used.js';
import { scoreByQuantity } from '../../../rules/score.js';
import type { LimitApplied, MatterApplied } from '../../events/event.js';
import type { AccountContext } from '../context.js';
import { requireExactCredit } from '../guards/exact-sums.js';
import { refuse } from '../outcome.js';
import { pointsAboveFloor } from './floor.js';
import { applyLimits, wouldTake } from './limits.js';

/** How much of an item was done, and by whom, as the command says. */
export type Measure = {
  readonly difficulty?: string | undefined;
  readonly quantity?: number | undefined;
  readonly memberId?: string | undefined;
};

/** What an entry scores, what limits took of it, and the readings used. */
export type Score = {
  readonly base: number;
  readonly scored: number;
  readonly points: number;
  readonly matter?: MatterApplied;
  readonly limits: readonly LimitApplied[];
  readonly readings: ReadingsUsed;
};

const NO_LIMITS: readonly LimitApplied[] = Object.freeze([]);

/** Scores an entry: points by the item's scoring, then the item's limits, then the floor under deductions. */
export function scoreEntry(
  context: AccountContext,
  item: CompiledItem,
  on: string,
  measure: Measure,
  room?: MatterApplied,
): Score {
  return limitEntry(context, item, { ...measure, on, ...tierOf(context.rules, item, measure) }, room);
}

/** What limits, and the floor under deductions, leave of what an entry scores. */
export function limitEntry(
  context: AccountContext,
  item: CompiledItem,
  { on, base, scored, readings: used, quantity, memberId }: Tier & Measure & { readonly on: string },
  room?: MatterApplied,
): Score {
  const { account, rules } = context;
  let readings = used;
  let points = room === undefined ? scored : Math.min(scored, room.maximum - room.held);
  let limits = NO_LIMITS;
  const matter = room === undefined ? undefined : { ...room, took: scored - points };
  if (matter !== undefined) readings = rules.union(readings, item.readings.capacity);
  if (item.limits.length > 0) {
    const limited = applyLimits(rules, account, item, { on, points, quantity, memberId });
    ({ points, limits } = limited);
    readings = rules.union(limited.readings, readings);
  }
  if (points < 0) {
    points = pointsAboveFloor(context, {
      floor: rules.ruleSet.entries.floor ?? 'none',
      part: 'entries.floor',
      clause: item.rule.clause,
      points,
      on,
      recordedAtZero: true,
    });
    readings = rules.union(readings, rules.readingsOf('entries.floor'));
  }
  requireExactCredit(context, item.rule.clause, points);
  for (const latent of item.latentLimits) {
    if (wouldTake(rules, account, latent, { on, points: scored, quantity, memberId }))
      readings = rules.union(readings, latent.readings.took);
  }
  const score = { base, scored, points, limits, readings };
  return matter === undefined ? score : { ...score, matter };
}

/** What the item scores by its own scoring. A measure that the item does not have is refused. */
function tierOf(rules: CompiledRules, item: CompiledItem, { difficulty, quantity }: Measure): Tier {
  const { clause, scoring, title } = item.rule;
  if (difficulty !== undefined && scoring.by !== 'difficulty') refuseMeasure(item, 'difficulty');
  if (quantity !== undefined && scoring.by !== 'quantity') refuseMeasure(item, 'quantity');
  if (item.fixed !== undefined) return item.fixed;
  if (scoring.by === 'quantity') {
    if (quantity === undefined) refuseMeasure(item, 'quantity');
    return { ...scoreByQuantity(scoring, quantity), readings: NO_READINGS };
  }
  if (difficulty === undefined) refuseMeasure(item, 'difficulty');
  const tier = item.tiers.get(difficulty);
  if (tier !== undefined) return tier;
  const facts = { difficulty, item: item.id, title, known: [...item.tiers.keys()] };
  const readings = rules.readingsOfNamed(`${item.part}.scoring.points.${difficulty}`);
  return refuse('unknown-difficulty', clause, facts, readings);
}

function refuseMeasure({ id, rule }: CompiledItem, field: 'difficulty' | 'quantity'): never {
  const measure = rule.scoring.by === 'fixed' ? 'none' : rule.scoring.by;
  refuse('wrong-measure', rule.clause, { item: id, title: rule.title, measure, field });
}
