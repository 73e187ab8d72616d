import type { BankEvent, Handbook } from 'points-bank';
import type { StockLeft } from './counter-store.js';

/** How many of a reward of an edition were given out. */
export type Taken = { readonly version: string; readonly rewardId: string; readonly taken: number };

/** Other redemptions took what this one was promised: it has to be decided again on what is left. */
export class StockTaken extends Error {
  override readonly name = 'StockTaken';
}

/** What one decision was promised: the editions it asked about, as published. */
export class Promised {
  private readonly taken: ReadonlyMap<string, number>;
  private readonly editions = new Map<string, Handbook>();

  constructor(taken: Iterable<Taken>) {
    this.taken = new Map(Array.from(taken, (row) => [keyOf(row.version, row.rewardId), row.taken]));
  }

  readonly stockLeft: StockLeft = (edition) => {
    this.editions.set(edition.version, edition);
    const rewards = edition.rewards.map((reward) => {
      if (reward.stock === undefined) return reward;
      const gone = this.taken.get(keyOf(edition.version, reward.rewardId)) ?? 0;
      return { ...reward, stock: Math.max(0, reward.stock - gone) };
    });
    return { ...edition, rewards };
  };

  /** @throws {@link StockTaken} where an edition had fewer than were taken by now, this decision's own among them */
  check({ version, rewardId, taken }: Taken): void {
    const reward = this.editions.get(version)?.rewards.find((one) => one.rewardId === rewardId);
    if (reward?.stock !== undefined && taken > reward.stock)
      throw new StockTaken(`${rewardId}: ${taken} taken of ${reward.stock}`);
  }
}

/** What an event took, one row a reward and always in the same order, so that two redemptions never wait for each other in turn. */
export function takenBy(event: BankEvent): Taken[] {
  if (event.type !== 'PointsRedeemed') return [];
  const { handbook, lines } = event.data;
  const sums = new Map<string, number>();
  for (const { rewardId, quantity } of lines) sums.set(rewardId, (sums.get(rewardId) ?? 0) + quantity);
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rewardId, taken]) => ({ version: handbook.version, rewardId, taken }));
}

export function keyOf(version: string, rewardId: string): string {
  return JSON.stringify([version, rewardId]);
}
