import { windowOf } from '../../values/window.js';
import type { RedeemPoints } from '../commands.js';
import type { RedeemedLine } from '../events.js';
import type { Handbook, Reward } from '../handbook.js';
import type { OpenContext } from './context.js';
import { type Decision, refuse } from './verdict.js';

type Data = RedeemPoints['data'];

/** The lines of a visit with their prices and consents, or the refusal of the whole visit. */
export function redeemLines(context: OpenContext, handbook: Handbook, data: Data): RedeemedLine[] | Decision {
  const refused = notTooMany(context, data);
  if (refused !== undefined) return refused;
  const lines: RedeemedLine[] = [];
  for (const { rewardId, quantity } of data.lines) {
    const reward = handbook.rewards.find((one) => one.rewardId === rewardId);
    if (reward === undefined) return refuseLine(context, 'unknown-reward', { rewardId });
    const consent = consentOf(context, handbook, reward, data.on);
    if (typeof consent === 'object') return consent;
    const { title, kind, price } = reward;
    const points = price * quantity;
    if (!Number.isSafeInteger(points)) {
      return refuseLine(context, 'out-of-range', {
        figure: 'redeemed',
        before: context.account.redeemed,
        points: price,
      });
    }
    lines.push({
      rewardId,
      title,
      kind,
      quantity,
      price,
      points,
      ...(consent === undefined ? {} : { consent }),
    });
  }
  return withinSupply(context, handbook, data) ?? lines;
}

function refuseLine<C extends 'unknown-reward' | 'out-of-range' | 'out-of-stock'>(
  { rules }: OpenContext,
  code: C,
  facts: Parameters<typeof refuse<C>>[2],
): Decision {
  return refuse(code, rules.ruleSet.redemption.clause, facts, rules.rests());
}

/** One visit takes so many lines, and so many rewards. */
function notTooMany({ rules }: OpenContext, { lines }: Data): Decision | undefined {
  const { clause, linesPerVisit, rewardsPerVisit } = rules.ruleSet.redemption;
  if (linesPerVisit !== undefined && lines.length > linesPerVisit) {
    const facts = { counted: 'lines', given: lines.length, maximum: linesPerVisit } as const;
    return refuse('too-many-rewards', clause, facts, rules.rests('redemption.linesPerVisit'));
  }
  const given = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  if (rewardsPerVisit !== undefined && given > rewardsPerVisit) {
    const facts = { counted: 'rewards', given, maximum: rewardsPerVisit } as const;
    return refuse('too-many-rewards', clause, facts, rules.rests('redemption.rewardsPerVisit'));
  }
  return undefined;
}

/** The day of the consent that a reward rests on, `undefined` where it needs none, or the refusal. */
function consentOf(
  { rules }: OpenContext,
  handbook: Handbook,
  reward: Reward,
  on: string,
): string | undefined | Decision {
  const rule = rules.ruleSet.redemption.consent;
  if (!rule.kinds.includes(reward.kind)) return undefined;
  const consent = reward.consent ?? (rule.basis === 'standing' ? handbook.standingConsent : undefined);
  if (consent !== undefined && consent <= on) return consent;
  const { rewardId } = reward;
  const facts = { rewardId, on, ...(consent === undefined ? {} : { consent }) };
  return refuse('consent-missing', rule.clause, facts, rules.rests('redemption.consent'));
}

/** Stock and the handbook's limits hold for all lines of a reward together. */
function withinSupply(context: OpenContext, handbook: Handbook, { lines, on }: Data): Decision | undefined {
  const asked = new Map<string, number>();
  for (const { rewardId, quantity } of lines) asked.set(rewardId, (asked.get(rewardId) ?? 0) + quantity);
  for (const reward of handbook.rewards) {
    const quantity = asked.get(reward.rewardId);
    if (quantity === undefined) continue;
    const { rewardId, stock } = reward;
    if (stock !== undefined && quantity > stock)
      return refuseLine(context, 'out-of-stock', { rewardId, quantity, stock });
    const refused = withinLimit(context, reward, quantity, on);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function withinLimit(
  { account, rules }: OpenContext,
  reward: Reward,
  quantity: number,
  on: string,
): Decision | undefined {
  const { rewardId, limit } = reward;
  if (limit === undefined) return undefined;
  const { key } = windowOf(limit.per, on);
  const used = account.redemptions
    .filter((visit) => windowOf(limit.per, visit.on).key === key)
    .flatMap((visit) => visit.lines)
    .reduce((sum, line) => (line.rewardId === rewardId ? sum + line.quantity : sum), 0);
  if (used + quantity <= limit.quantity) return undefined;
  const facts = { rewardId, quantity, used, maximum: limit.quantity, per: limit.per, window: key };
  return refuse('reward-limit-reached', rules.ruleSet.redemption.clause, facts, rules.rests());
}
