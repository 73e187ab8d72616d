import type { RedemptionLine } from '../../account/commands/command.js';
import type { BankEvent } from '../../account/events/event.js';
import { takeableOn } from '../../account/state/figures/balance.js';
import type { RedeemingModel } from './periodic-models.js';
import { mix, ROLLS } from './random.js';
import { freshId, send, type Volunteer, wellFormed } from './volunteer.js';

/** Makes a visit and returns its event: the volunteer takes what is affordable, and does not come if nothing is. */
export function redeem(volunteer: Volunteer, on: string, roll: number): BankEvent | undefined {
  const { account, accountId, role, setup } = volunteer;
  const by = setup.by.RedeemPoints;
  if (account.status !== 'open' || role.redeeming === undefined || by === undefined) {
    return undefined;
  }
  const lines = linesFor(role.redeeming, takeableOn(account, on, setup.bank.ruleSet), roll);
  if (lines.length === 0) return undefined;
  const redemptionId = freshId(volunteer, 'r');
  const { communityId } = setup;
  const data = { accountId, redemptionId, communityId, lines, on, by };
  return send(volunteer, wellFormed(volunteer, { type: 'RedeemPoints', data }));
}

/** Rolls the rewards one by one, as far as the balance and the limits of a visit allow. */
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

/** Derives the next roll. The constant is 2^32 divided by the golden ratio, so no roll maps to itself. */
function next(roll: number): number {
  return mix(roll + 0x9e3779b9);
}

/** Picks an affordable reward by weight. */
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
