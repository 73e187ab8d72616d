import type { CompiledItem } from '../../rules/compiled.js';
import { type Score, scoreByDifficulty, scoreByQuantity } from '../../rules/score.js';
import { monthNumber } from '../../values/calendar.js';
import { own } from '../../values/json.js';
import { countIn } from '../../values/monthly.js';
import { windowOf } from '../../values/window.js';
import type { Scored } from '../events.js';
import type { OpenContext } from './context.js';
import { aboveFloor } from './floor.js';
import { creditable } from './guards.js';
import { latentlyLimited, limit } from './limits.js';
import { type Decision, refuse } from './verdict.js';

/** How much of an item was done, as the command says. */
type Measure = { readonly difficulty?: string | undefined; readonly quantity?: number | undefined };

/** An entry with its points, and the parts of the rules that gave them. */
export type ScoredEntry = { readonly scored: Scored; readonly parts: readonly string[] };

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
  const { account, role, rules } = context;
  const score = measured(context, item, measure);
  if ('accepted' in score) return score;
  const { points: allowed, limits, refusedBy } = limit(account, item, on, score.scored);
  if (refusedBy !== undefined) {
    const facts = { item: item.id, scored: score.scored, limit: refusedBy };
    return refuse(
      'limit-reached',
      refusedBy.clause,
      facts,
      rules.rests(`roles.${role.id}.limits.${refusedBy.limit}`),
      item.rule.title,
    );
  }
  const points = aboveFloor(context, rules.ruleSet.entries.floor ?? 'none', {
    points: allowed,
    on,
    clause: item.rule.clause,
    part: 'entries.floor',
    recordedAtZero: true,
  });
  if (typeof points === 'object') return points;
  const refused = creditable(context, item.rule.clause, points);
  if (refused !== undefined) return refused;
  const { scoring } = item.rule;
  const parts = limits.flatMap(({ limit: id, took }) => {
    const part = `roles.${role.id}.limits.${id}`;
    return took === 0 ? [`${part}.per`, `${part}.maximum`] : [part];
  });
  if (points < 0 || points !== allowed) parts.push('entries.floor');
  for (const { id } of latentlyLimited(account, item, on, score.scored))
    parts.push(`roles.${role.id}.limits.${id}`);
  if (measure.difficulty !== undefined && score.scored !== score.base) {
    parts.push(`roles.${role.id}.items.${item.id}.scoring.points.${measure.difficulty}`);
  }
  return {
    scored: {
      item: item.id,
      title: item.rule.title,
      ...(scoring.by === 'difficulty' ? { difficulty: measure.difficulty as string } : {}),
      ...(scoring.by === 'quantity' ? { quantity: measure.quantity as number, unit: scoring.unit } : {}),
      base: score.base,
      scored: score.scored,
      points,
      ...(limits.length === 0 ? {} : { limits }),
    },
    parts,
  };
}

/** The points by the item's own scoring, or the refusal of a measure that it does not have. */
function measured({ role, rules }: OpenContext, item: CompiledItem, measure: Measure): Score | Decision {
  const { clause, scoring } = item.rule;
  const refuseMeasure = (field: string): Decision => {
    const needs = scoring.by === 'fixed' ? 'none' : scoring.by;
    return refuse(
      'wrong-measure',
      clause,
      { item: item.id, measure: needs, field },
      rules.rests(),
      item.rule.title,
    );
  };
  if (scoring.by !== 'difficulty' && measure.difficulty !== undefined) return refuseMeasure('difficulty');
  if (scoring.by !== 'quantity' && measure.quantity !== undefined) return refuseMeasure('quantity');
  if (scoring.by === 'fixed') return { base: scoring.points, scored: scoring.points };
  if (scoring.by === 'quantity') {
    return measure.quantity === undefined
      ? refuseMeasure('quantity')
      : scoreByQuantity(scoring, measure.quantity);
  }
  if (measure.difficulty === undefined) return refuseMeasure('difficulty');
  const score = scoreByDifficulty(scoring, measure.difficulty);
  if (score !== undefined) return score;
  const facts = { difficulty: measure.difficulty, item: item.id, known: Object.keys(scoring.points) };
  const part = `roles.${role.id}.items.${item.id}.scoring.points.${measure.difficulty}`;
  return refuse('unknown-difficulty', clause, facts, rules.rests(part), item.rule.title);
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
  return refuse(
    'once-per-period',
    item.rule.clause,
    { item: item.id, per, window: window.key },
    rules.rests(),
    item.rule.title,
  );
}
