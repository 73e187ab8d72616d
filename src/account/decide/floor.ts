import type { Clause, Floor } from '../../rules/rule-set.js';
import { assessment } from '../state/account.js';
import { redeemableOn } from '../state/balance.js';
import type { OpenContext } from './context.js';
import { type Decision, refuse } from './verdict.js';

/** Points that are about to be booked. */
export type Booked = {
  readonly points: number;
  /** The day they count on. */
  readonly on: string;
  readonly clause: Clause;
  /** The part of the rules that has the floor, as a dotted path. */
  readonly part: string;
  /** Where a floor that cuts leaves nothing: whether the entry is recorded all the same. */
  readonly recordedAtZero: boolean;
};

/** What a floor leaves of the points, or the refusal. Points that are gained meet no floor. */
export function aboveFloor({ account, rules }: OpenContext, floor: Floor, booked: Booked): number | Decision {
  const { points, on, clause, part, recordedAtZero } = booked;
  if (floor === 'none' || points >= 0) return points;
  const { lapse } = rules.ruleSet.redemption.carryOver;
  const figure = floor === 'refuse-assessment' ? 'assessment' : 'balance';
  const before = figure === 'assessment' ? assessment(account) : redeemableOn(account, on, lapse);
  if (before + points >= 0) return points;
  const left = before > 0 ? -before : 0;
  if (floor === 'stop-at-zero' && (left < 0 || recordedAtZero)) return left;
  return refuse('below-zero', clause, { figure, before, points }, rules.rests(part));
}
