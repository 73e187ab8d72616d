import type { Clause, Floor } from '../../../rules/rule-set.js';
import { assessment } from '../../state/account.js';
import { takeableOn } from '../../state/figures/balance.js';
import type { AccountContext } from '../context.js';
import { refuse } from '../outcome.js';

/** A floor of the rules, and the points about to be booked above it. */
export type Floored = {
  readonly floor: Floor;
  /** The dotted path of the floor in the rule set. */
  readonly part: string;
  readonly clause: Clause;
  readonly points: number;
  /** The day on which the points count. */
  readonly on: string;
  /** Whether an entry is recorded even where a cutting floor leaves it nothing. */
  readonly recordedAtZero: boolean;
};

/** What a floor leaves of the points. Points gained meet no floor, and a balance may fall as far as the rules let an account owe. */
export function pointsAboveFloor({ account, rules }: AccountContext, floored: Floored): number {
  const { floor, part, clause, points, on, recordedAtZero } = floored;
  if (floor === 'none' || points >= 0) return points;
  const { ruleSet } = rules;
  const figure = floor === 'refuse-assessment' ? 'assessment' : 'balance';
  const before = figure === 'assessment' ? assessment(account) : takeableOn(account, on, ruleSet);
  if (before + points >= 0) return points;
  const { overdraft } = ruleSet.redemption;
  const owed = floor === 'refuse-balance' ? overdraft?.points : undefined;
  if (owed !== undefined && takeableOn(account, on, ruleSet, owed) + points >= 0) return points;
  const left = before > 0 ? -before : 0;
  if (floor === 'stop-at-zero' && (left < 0 || recordedAtZero)) return left;
  const facts = { figure, before, points, ...(owed === undefined ? {} : { overdraft: owed }) } as const;
  return refuse('below-zero', clause, facts, rules.readingsOf(part, 'redemption.overdraft'));
}
