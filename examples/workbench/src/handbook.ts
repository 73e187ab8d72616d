import type { Handbook, Reward, Text } from 'points-bank';

/** A reward as the reader would have it. */
export type RewardChange = {
  readonly rewardId: string;
  readonly title: Text;
  readonly price: number;
  readonly isOffered: boolean;
};

/** The handbook with the reader's prices, without what is not offered, and with what was added. */
export function changedHandbook(handbook: Handbook, changes: readonly RewardChange[]): Handbook {
  const rewards = changes.flatMap(({ rewardId, title, price, isOffered }): Reward[] => {
    if (!isOffered) return [];
    const before = handbook.rewards.find((reward) => reward.rewardId === rewardId);
    // What is added is taken to have the consent that its kind may need.
    return [{ ...(before ?? { rewardId, title, kind: 'service', consent: handbook.published }), price }];
  });
  return { ...handbook, rewards };
}
