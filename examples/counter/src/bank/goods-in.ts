import type { Handbook } from 'points-bank';
import { z } from 'zod';

/** What came into a community's stock of a reward after an edition was published, or went out of it otherwise than by a redemption. */
export const goodsInSchema = z.object({
  /** Random, of the form: sent twice, it is one. */
  key: z.string().min(1).max(64),
  communityId: z.string().min(1),
  rewardId: z.string().min(1),
  /** The editions that do not count it yet: those that there were when it came. */
  versions: z.array(z.string()),
  quantity: z.number().int(),
  on: z.iso.date(),
  note: z.string().max(200),
  by: z.string().min(1),
});

export type GoodsIn = z.infer<typeof goodsInSchema>;

/** An edition with what came in since it was published; what came before its stock was counted is in that count. */
export function withGoodsIn(edition: Handbook, goods: readonly GoodsIn[]): Handbook {
  const own = goods.filter((one) => one.versions.includes(edition.version));
  if (own.length === 0) return edition;
  const rewards = edition.rewards.map((reward) => {
    if (reward.stock === undefined) return reward;
    const came = own.filter(
      ({ rewardId, on }) => rewardId === reward.rewardId && on >= (reward.stockFrom ?? ''),
    );
    return { ...reward, stock: came.reduce((stock, { quantity }) => stock + quantity, reward.stock) };
  });
  return { ...edition, rewards };
}
