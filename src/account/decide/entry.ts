import type { CompiledItem, CompiledRules, NamedLimit } from '../../rules/compiled.js';
import { type Score, scoreByDifficulty, scoreByQuantity } from '../../rules/score.js';
import { monthNumber } from '../../values/calendar.js';
import { own } from '../../values/json.js';
import { countIn } from '../../values/monthly.js';
import type { Mutable } from '../../values/mutable.js';
import { windowOf } from '../../values/window.js';
import type { LimitApplied, Scored } from '../events.js';
import type { OpenContext } from './context.js';
import { aboveFloor } from './floor.js';
import { creditable } from './guards.js';
import { latentlyLimited, limit } from './limits.js';
import { type Decision, refuse } from './verdict.js';

/** How much of an item was done, as the command says. */
type Measure = { readonly difficulty?: string | undefined; readonly quantity?: number | undefined };

/** An entry with its points, and the parts of the rules that gave them. */
export type ScoredEntry = { readonly scored: Scored; readonly parts: string[] };

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
  const score = measured(context, item, measure);
  if ('accepted' in score) return score;
  const { points: allowed, limits, refusedBy } = limit(account, item, on, score.scored);
  if (refusedBy !== undefined) {
    const facts = { item: item.id, scored: score.scored, limit: refusedBy };
    return refuse(
      'limit-reached',
      refusedBy.clause,
      facts,
      rules.rests(partOfLimit(item, refusedBy)),
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
  const parts: string[] = [];
  for (const applied of limits) {
    const part = partOfLimit(item, applied);
    if (applied.took === 0) parts.push(`${part}.per`, `${part}.maximum`);
    else parts.push(part);
  }
  if (points < 0 || points !== allowed) parts.push('entries.floor');
  for (const { part } of latentlyLimited(account, item, on, score.scored)) parts.push(part);
  if (measure.difficulty !== undefined && score.scored !== score.base) {
    parts.push(`${item.part}.scoring.points.${measure.difficulty}`);
  }
  return { scored: scoredBy(item, measure, score, points, limits), parts };
}

function scoredBy(
  { id, rule }: CompiledItem,
  measure: Measure,
  { base, scored }: Score,
  points: number,
  limits: readonly LimitApplied[],
): Scored {
  const made: Mutable<Scored> = { item: id, title: rule.title, base, scored, points };
  if (rule.scoring.by === 'difficulty') made.difficulty = measure.difficulty as string;
  if (rule.scoring.by === 'quantity') {
    made.quantity = measure.quantity as number;
    made.unit = rule.scoring.unit;
  }
  if (limits.length > 0) made.limits = limits as Mutable<LimitApplied>[];
  return made;
}

/** The place in the rule set of a limit that bore on an entry. */
function partOfLimit(item: CompiledItem, { limit }: LimitApplied): string {
  return (item.limits.find(({ id }) => id === limit) as NamedLimit).part;
}

/** The points by the item's own scoring, or the refusal of a measure that it does not have. */
function measured({ rules }: OpenContext, item: CompiledItem, measure: Measure): Score | Decision {
  const { clause, scoring } = item.rule;
  if (scoring.by !== 'difficulty' && measure.difficulty !== undefined) {
    return wrongMeasure(rules, item, 'difficulty');
  }
  if (scoring.by !== 'quantity' && measure.quantity !== undefined) {
    return wrongMeasure(rules, item, 'quantity');
  }
  if (scoring.by === 'fixed') return { base: scoring.points, scored: scoring.points };
  if (scoring.by === 'quantity') {
    return measure.quantity === undefined
      ? wrongMeasure(rules, item, 'quantity')
      : scoreByQuantity(scoring, measure.quantity);
  }
  if (measure.difficulty === undefined) return wrongMeasure(rules, item, 'difficulty');
  const score = scoreByDifficulty(scoring, measure.difficulty);
  if (score !== undefined) return score;
  const facts = { difficulty: measure.difficulty, item: item.id, known: Object.keys(scoring.points) };
  const part = `${item.part}.scoring.points.${measure.difficulty}`;
  return refuse('unknown-difficulty', clause, facts, rules.rests(part), item.rule.title);
}

function wrongMeasure(
  rules: CompiledRules,
  { id, rule }: CompiledItem,
  field: 'difficulty' | 'quantity',
): Decision {
  const measure = rule.scoring.by === 'fixed' ? 'none' : rule.scoring.by;
  return refuse('wrong-measure', rule.clause, { item: id, measure, field }, rules.rests(), rule.title);
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
