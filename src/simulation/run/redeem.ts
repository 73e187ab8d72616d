import type { RedemptionLine } from '../../account/commands/command.js';
import { redeemableOn } from '../../account/state/balance.js';
import { mix, ROLLS } from './dice.js';
import type { RedeemingModel } from './periodic-models.js';
import { freshId, made, send, type Volunteer } from './volunteer.js';

/** A visit: the volunteer takes what can be afforded; one who can afford nothing does not come. */
export function redeem(volunteer: Volunteer, on: string, roll: number): void {
  const { account, accountId, role, world } = volunteer;
  const by = world.by.RedeemPoints;
  if (account.status !== 'open' || role.redeeming === undefined || by === undefined) return;
  const { lapse } = world.bank.ruleSet.redemption.carryOver;
  const lines = linesFor(role.redeeming, redeemableOn(account, on, lapse), roll);
  if (lines.length === 0) return;
  const redemptionId = freshId(volunteer, 'r');
  const { communityId } = world;
  const data = { accountId, redemptionId, communityId, lines, on, by };
  send(volunteer, made(volunteer, { type: 'RedeemPoints', data }));
}

/** Rolls what is taken, one reward after the other, as far as the balance and the lines of a visit go. */
function linesFor(model: RedeemingModel, balance: number, roll: number): RedemptionLine[] {
  const taken = new Map<string, number>();
  let left = balance;
  let dice = roll;
  for (let count = 0; count < model.mostRewards; count += 1) {
    dice = next(dice);
    const reward = pick(model.rewards, left, dice);
    if (reward === undefined) break;
    const before = taken.get(reward.rewardId);
    if (before === undefined && taken.size >= model.mostLines) break;
    taken.set(reward.rewardId, (before ?? 0) + 1);
    left -= reward.price;
    dice = next(dice);
    if (dice >= model.another) break;
  }
  return [...taken].map(([rewardId, quantity]) => ({ rewardId, quantity }));
}

/** A further roll; the constant is 2^32 over the golden ratio, so that no roll leads back to itself. */
function next(roll: number): number {
  return mix(roll + 0x9e3779b9);
}

/** One of the rewards that can be afforded, by weight. */
function pick(
  rewards: RedeemingModel['rewards'],
  balance: number,
  roll: number,
): RedeemingModel['rewards'][number] | undefined {
  const affordable = rewards.filter(({ price }) => price <= balance);
  let left = (affordable.reduce((sum, { weight }) => sum + weight, 0) * roll) / ROLLS;
  for (const reward of affordable) {
    left -= reward.weight;
    if (left < 0) return reward;
  }
  return affordable.at(-1);
}
