import type { BankEvent, Handbook, Reward } from 'points-bank';
import type { StockLeft } from './counter-store.js';

/** How many of a reward were given out on each day, over all editions: a new edition does not put anything on the shelf. */
export type Taken = { readonly rewardId: string; readonly days: Readonly<Record<string, number>> };

/** How many of a reward one event took. */
type Take = { readonly rewardId: string; readonly on: string; readonly quantity: number };

/** Other redemptions took what this one was promised: it has to be decided again on what is left. */
export class StockTaken extends Error {
  override readonly name = 'StockTaken';
}

/** What one decision was promised: the editions it asked about, as published. */
export class Promised {
  private readonly taken: ReadonlyMap<string, Taken>;
  private readonly editions = new Map<string, Handbook>();

  constructor(taken: Iterable<Taken>) {
    this.taken = new Map(Array.from(taken, (row) => [row.rewardId, row]));
  }

  readonly stockLeft: StockLeft = (edition) => {
    this.editions.set(edition.version, edition);
    const rewards = edition.rewards.map((reward) => {
      if (reward.stock === undefined) return reward;
      return {
        ...reward,
        stock: Math.max(0, reward.stock - takenSince(reward, this.taken.get(reward.rewardId))),
      };
    });
    return { ...edition, rewards };
  };

  /** @throws {@link StockTaken} where an edition had fewer than were taken by now, this decision's own among them */
  check(taken: Taken): void {
    for (const { rewards } of this.editions.values()) {
      const reward = rewards.find(({ rewardId }) => rewardId === taken.rewardId);
      if (reward?.stock === undefined) continue;
      const gone = takenSince(reward, taken);
      if (gone > reward.stock) throw new StockTaken(`${reward.rewardId}: ${gone} taken of ${reward.stock}`);
    }
  }
}

/** How many were given out since the stock was counted. */
function takenSince({ stockFrom = '' }: Reward, taken: Taken | undefined): number {
  return Object.entries(taken?.days ?? {}).reduce(
    (sum, [on, some]) => (on < stockFrom ? sum : sum + some),
    0,
  );
}

/** What an event took, one row a reward and always in the same order, so that two redemptions never wait for each other in turn. */
export function takenBy(event: BankEvent): Take[] {
  if (event.type !== 'PointsRedeemed') return [];
  const { lines, on } = event.data;
  const sums = new Map<string, number>();
  for (const { rewardId, quantity } of lines) sums.set(rewardId, (sums.get(rewardId) ?? 0) + quantity);
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rewardId, quantity]) => ({ rewardId, on, quantity }));
}

/** What was taken with one more event's part. */
export function withTake(taken: Taken | undefined, { rewardId, on, quantity }: Take): Taken {
  const days = taken?.days ?? {};
  return { rewardId, days: { ...days, [on]: (days[on] ?? 0) + quantity } };
}
