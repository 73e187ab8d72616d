import type { CompiledItem, Tier } from '../../../rules/compiled.js';
import { NO_READINGS, type ReadingsUsed } from '../../../rules/readings-used.js';
import type { QuantityScoring } from '../../../rules/rule-set.js';
import {
  factorOn,
  isByQuantity,
  leastPoints,
  mostPoints,
  scoreByHundredths,
  timesPoints,
} from '../../../rules/score.js';
import { amountIn } from '../../../values/daily.js';
import { own } from '../../../values/json.js';
import { fromHundredths, toHundredths } from '../../../values/points.js';
import { windowOf } from '../../../values/window.js';
import type { AddedUp, FactorApplied, LimitApplied, MatterApplied } from '../../events/event.js';
import { undoneOfSum } from '../../state/booking/sums.js';
import { takeableOn } from '../../state/figures/balance.js';
import type { AccountContext } from '../context.js';
import { requireExactCredit } from '../guards/exact-sums.js';
import { refuse } from '../outcome.js';
import { pointsAboveFloor } from './floor.js';
import { applyLimits, wouldTake } from './limits.js';

/** How much of an item was done, and by whom, as the command says. */
export type StatedMeasure = {
  readonly difficulty?: string | undefined;
  readonly quantity?: number | undefined;
  readonly memberId?: string | undefined;
};

/** What an entry scores, what limits took of it, and the readings used. */
export type EntryScore = {
  readonly base: number;
  readonly scored: number;
  readonly points: number;
  readonly addedUp?: AddedUp;
  readonly factor?: FactorApplied;
  readonly matter?: MatterApplied;
  readonly limits: readonly LimitApplied[];
  readonly readings: ReadingsUsed;
};

const NO_LIMITS: readonly LimitApplied[] = Object.freeze([]);

/** The room that other entries of the matter leave for one with these points. */
export type RoomFor = (scored: number) => MatterApplied | undefined;

const ALL_ROOM: RoomFor = () => undefined;

/** Scores an entry: points by the item's scoring, then the item's limits, then the floor under deductions. */
export function scoreEntry(
  context: AccountContext,
  item: CompiledItem,
  on: string,
  measure: StatedMeasure,
  room: RoomFor = ALL_ROOM,
): EntryScore {
  const { base, scored, readings, addedUp, factor } = scoreOf(context, item, on, measure);
  const { quantity, memberId } = measure;
  return limitEntry(context, item, { on, quantity, memberId, base, scored, readings, addedUp, factor }, room);
}

/** What an entry scores before limits, and what that came from beside its tier. */
export type UnlimitedScore = Tier & Pick<EntryScore, 'addedUp' | 'factor'>;

/** What the item scores by its own scoring, as many times as the day's factor says. */
export function scoreOf(
  context: AccountContext,
  item: CompiledItem,
  on: string,
  measure: StatedMeasure,
): UnlimitedScore {
  const tier = tierOf(context, item, on, measure);
  const found = factorOn(item.rule, on);
  if (found === undefined) return tier;
  const [id, factor] = found;
  const { clause, times, title } = factor;
  const readings = context.rules.union(tier.readings, context.rules.readingsOf(`${item.part}.factors.${id}`));
  const scored = timesPoints(tier.scored, times);
  return { ...tier, scored, readings, factor: { factor: id, clause, title, times, scored: tier.scored } };
}

/** What another quantity would score in the place of the one that an entry states. */
export function scoredByQuantity(
  context: AccountContext,
  item: CompiledItem,
  on: string,
): (other: number) => number {
  return (other) => scoreOf(context, item, on, { quantity: other }).scored;
}

/** An entry with its score, as limits look at it. */
export type UnlimitedEntry = Tier &
  Pick<StatedMeasure, 'quantity' | 'memberId'> & {
    readonly on: string;
    readonly addedUp?: AddedUp | undefined;
    readonly factor?: FactorApplied | undefined;
  };

/** What limits, and the floor under deductions, leave of what an entry scores. */
export function limitEntry(
  context: AccountContext,
  item: CompiledItem,
  entry: UnlimitedEntry,
  roomFor: RoomFor,
): EntryScore {
  const { account, rules } = context;
  const { on, base, scored, addedUp, factor, quantity, memberId } = entry;
  const room = roomFor(scored);
  let { readings } = entry;
  let points = room === undefined ? scored : Math.min(scored, room.maximum - room.held);
  let limits = NO_LIMITS;
  const matter = room === undefined ? undefined : { ...room, took: scored - points };
  if (matter !== undefined) readings = rules.union(readings, item.readings.capacity);
  if (item.limits.length > 0) {
    const scoredFor = scoredByQuantity(context, item, on);
    const limited = applyLimits(rules, account, item, { on, points, quantity, memberId, scoredFor });
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
  const score: { -readonly [Part in keyof EntryScore]: EntryScore[Part] } = {
    base,
    scored,
    points,
    limits,
    readings,
  };
  if (addedUp !== undefined) score.addedUp = addedUp;
  if (factor !== undefined) score.factor = factor;
  if (matter !== undefined) score.matter = matter;
  return score;
}

/** What the item scores by its own scoring. A measure that the item does not have is refused. */
function tierOf(
  context: AccountContext,
  item: CompiledItem,
  on: string,
  { difficulty, quantity }: StatedMeasure,
): UnlimitedScore {
  const { rules } = context;
  const { clause, scoring, title } = item.rule;
  if (difficulty !== undefined && scoring.by !== 'difficulty') refuseMeasure(item, 'difficulty');
  if (quantity !== undefined && !isByQuantity(scoring)) refuseMeasure(item, 'quantity');
  if (item.fixed !== undefined) return item.fixed;
  if (scoring.by === 'balance') return allHeld(context, item, on);
  if (isByQuantity(scoring)) {
    if (quantity === undefined) refuseMeasure(item, 'quantity');
    return quantityScore(context, item, scoring, on, toHundredths(quantity));
  }
  if (difficulty === undefined) refuseMeasure(item, 'difficulty');
  const tier = item.tiers.get(difficulty);
  if (tier !== undefined) return tier;
  const facts = { difficulty, item: item.id, title, known: [...item.tiers.keys()] };
  const readings = rules.readingsOfNamed(`${item.part}.scoring.points.${difficulty}`);
  return refuse('unknown-difficulty', clause, facts, readings);
}

/** What a quantity scores, by itself or on top of what its window has added up. */
function quantityScore(
  { account, rules }: AccountContext,
  { id }: CompiledItem,
  scoring: QuantityScoring,
  on: string,
  hundredths: number,
): UnlimitedScore {
  const { over, unit } = scoring;
  if (over === undefined) return { ...scoreByHundredths(scoring, hundredths), readings: NO_READINGS };
  const { key, first, last } = windowOf(over, on, rules.ruleSet.calendar);
  const item = own(account.items, id);
  const before = amountIn(own(item?.quantities ?? {}, unit) ?? [], first, last);
  const { base, scored: together } = scoreByHundredths(scoring, before + hundredths);
  const addedUp = { per: over, window: key, before: fromHundredths(before) };
  // What the window's entries have scored is what the sum scored when it was last settled, without what was undone since.
  const [undone, undoneScored] = undoneOfSum(item, key);
  const earlier = scoreByHundredths(scoring, before + undone).scored - undoneScored;
  const change = together - scoreByHundredths(scoring, before).scored;
  return { base, scored: shareOf(scoring, together - earlier, change), addedUp, readings: NO_READINGS };
}

/**
 * What an entry scores of a sum that its window's entries have scored in part: the rest. Where they have scored more than that already, it
 * scores nothing, unless the sum itself scores less with it.
 */
function shareOf(scoring: QuantityScoring, rest: number, change: number): number {
  if (change >= 0 && leastPoints({ scoring }) >= 0) return Math.max(rest, 0);
  if (change <= 0 && mostPoints({ scoring }) <= 0) return Math.min(rest, 0);
  return rest;
}

/** Everything that the account holds on the day, as a deduction. */
function allHeld({ account, rules }: AccountContext, { part }: CompiledItem, on: string): Tier {
  const held = takeableOn(account, on, rules.ruleSet);
  const scored = held > 0 ? -held : 0;
  return { base: scored, scored, readings: rules.readingsOf(`${part}.scoring`, 'redemption.carryOver') };
}

function refuseMeasure({ id, rule }: CompiledItem, field: 'difficulty' | 'quantity'): never {
  const { scoring } = rule;
  const measure = isByQuantity(scoring) ? 'quantity' : scoring.by === 'difficulty' ? 'difficulty' : 'none';
  refuse('wrong-measure', rule.clause, { item: id, title: rule.title, measure, field });
}
