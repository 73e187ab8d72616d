import { windowOf } from '../../values/window.js';
import type { RedeemPoints, RedemptionLine } from '../commands/command.js';
import type { RedeemedLine } from '../events/event.js';
import type { Handbook, Reward } from '../handbook.js';
import type { OpenContext } from './context.js';
import { type Decision, refuse } from './verdict.js';

type Data = RedeemPoints['data'];

/** One line with the reward that it names. */
type Asked = { readonly reward: Reward; readonly quantity: number };

/** The lines of a visit with their prices and consents, or the refusal of the whole visit. */
export function redeemLines(context: OpenContext, handbook: Handbook, data: Data): RedeemedLine[] | Decision {
  const asked = rewardsOf(context, handbook, data);
  if ('accepted' in asked) return asked;
  const lines: RedeemedLine[] = [];
  for (const { reward, quantity } of asked) {
    const consent = consentOf(context, handbook, reward, data.on);
    if (typeof consent === 'object') return consent;
    const { rewardId, title, kind, price } = reward;
    const points = price * quantity;
    lines.push({
      rewardId,
      // A copy: the event is frozen, and the handbook is the host's.
      title: { ...title },
      kind,
      quantity,
      price,
      points,
      ...(consent === undefined ? {} : { consent }),
    });
  }
  return withinSupply(context, asked, data.on) ?? countable(context, lines) ?? lines;
}

/** The rewards that the lines name, all of them in the handbook and no more than one visit takes. */
function rewardsOf(context: OpenContext, handbook: Handbook, data: Data): Asked[] | Decision {
  const { rules } = context;
  const refused = notTooMany(context, data);
  if (refused !== undefined) return refused;
  const asked: Asked[] = [];
  for (const { rewardId, quantity } of data.lines) {
    const reward = handbook.rewards.find((one) => one.rewardId === rewardId);
    if (reward === undefined) {
      return refuse('unknown-reward', rules.ruleSet.redemption.clause, { rewardId }, rules.rests());
    }
    asked.push({ reward, quantity });
  }
  return asked;
}

/** What the lines cost, one by one and together, can be held exactly. */
function countable({ account, rules }: OpenContext, lines: readonly RedeemedLine[]): Decision | undefined {
  let before = account.redeemed;
  for (const { points, price } of lines) {
    if (!Number.isSafeInteger(before + points)) {
      const facts = {
        figure: 'redeemed',
        before: Math.min(before, Number.MAX_SAFE_INTEGER),
        points: price,
      } as const;
      return refuse('out-of-range', rules.ruleSet.redemption.clause, facts, rules.rests());
    }
    before += points;
  }
  return undefined;
}

/** How many rewards some lines ask for together. */
export function rewardsIn(lines: readonly RedemptionLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** One visit takes so many lines, and so many rewards. */
function notTooMany({ account, rules }: OpenContext, { lines }: Data): Decision | undefined {
  const { clause, linesPerVisit, rewardsPerVisit } = rules.ruleSet.redemption;
  if (linesPerVisit !== undefined && lines.length > linesPerVisit) {
    const facts = { counted: 'lines', given: lines.length, maximum: linesPerVisit } as const;
    return refuse('too-many-rewards', clause, facts, rules.rests('redemption.linesPerVisit'));
  }
  const given = rewardsIn(lines);
  if (!Number.isSafeInteger(given)) {
    const { quantity } = lines[0] as Data['lines'][number];
    const facts = { figure: 'redeemed', before: account.redeemed, points: quantity } as const;
    return refuse('out-of-range', clause, facts, rules.rests());
  }
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
  const { rewardId, title } = reward;
  const facts = { rewardId, title, on, ...(consent === undefined ? {} : { consent }) };
  return refuse('consent-missing', rule.clause, facts, rules.rests('redemption.consent'));
}

/** Stock and the handbook's limits hold for all lines of a reward together: first the stock of all, then the limits of all. */
function withinSupply(context: OpenContext, lines: readonly Asked[], on: string): Decision | undefined {
  const { rules } = context;
  const asked = new Map<Reward, number>();
  for (const { reward, quantity } of lines) asked.set(reward, (asked.get(reward) ?? 0) + quantity);
  for (const [{ rewardId, stock, title }, quantity] of asked) {
    if (stock === undefined || quantity <= stock) continue;
    const facts = { rewardId, title, quantity, stock };
    return refuse('out-of-stock', rules.ruleSet.redemption.clause, facts, rules.rests());
  }
  for (const [reward, quantity] of asked) {
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
  const { rewardId, title, limit } = reward;
  if (limit === undefined) return undefined;
  const { key } = windowOf(limit.per, on);
  const used = account.redemptions
    .filter((visit) => windowOf(limit.per, visit.on).key === key)
    .flatMap((visit) => visit.lines)
    .reduce((sum, line) => (line.rewardId === rewardId ? sum + line.quantity : sum), 0);
  if (used + quantity <= limit.quantity) return undefined;
  const facts = { rewardId, title, quantity, used, maximum: limit.quantity, per: limit.per, window: key };
  return refuse('reward-limit-reached', rules.ruleSet.redemption.clause, facts, rules.rests());
}
