import { type Account, type BankEvent, fold, type Handbook, type Reward } from 'points-bank';
import type { StockLeft } from './counter-store.js';

/** How many of a reward were given out on each day, over all editions: a new edition does not put anything on the shelf. */
export type Taken = { readonly rewardId: string; readonly days: Readonly<Record<string, number>> };

/** How many of a community's reward one event took on a day; below 0 where it gave them back. */
export type Take = {
  readonly communityId: string;
  readonly rewardId: string;
  readonly on: string;
  readonly quantity: number;
};

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

/** Whether an event takes from a stock or gives back to one. */
export function movesStock(event: BankEvent): boolean {
  return event.type === 'PointsRedeemed' || isReturn(event);
}

/** Whether an event is about a redemption that is undone, or that comes back. */
export function isReturn(event: BankEvent): boolean {
  return event.type === 'EntryReversed' && event.data.entry.kind === 'redemption';
}

/**
 * What the last event of an account took or gave back, one row a reward and always in the same order, so that two redemptions never wait
 * for each other in turn.
 *
 * @param history - the account's events up to this one; only what is undone, or comes back, looks at those before
 */
export function takenBy(event: BankEvent, history: readonly BankEvent[]): Take[] {
  if (event.type === 'PointsRedeemed') {
    const { at, communityId, lines, on } = event.data;
    return sums(lines.map((line) => ({ ...line, communityId: at ?? communityId, on })));
  }
  if (!isReturn(event)) return [];
  const before = history.slice(0, history.lastIndexOf(event));
  const given = (events: readonly BankEvent[], sign: 1 | -1): Take[] =>
    givenOut(fold(events)).map((take) => ({ ...take, quantity: sign * take.quantity }));
  return sums([...given([...before, event], 1), ...given(before, -1)]);
}

/** What an account was given at its visits and did not return. */
function givenOut(account: Account): Take[] {
  if (account.status === 'unopened') return [];
  const { communityId, redemptions } = account;
  return redemptions.flatMap(({ at = communityId, lines, on, returned = [] }) => [
    ...lines.map(({ rewardId, quantity }) => ({ communityId: at, rewardId, on, quantity })),
    ...returned.map(({ rewardId, quantity }) => ({ communityId: at, rewardId, on, quantity: -quantity })),
  ]);
}

/** What is taken of each reward on each day, where that is anything at all. */
export function sums(takes: readonly Take[]): Take[] {
  const byReward = new Map<string, Take>();
  for (const { communityId, rewardId, on, quantity } of takes) {
    const key = JSON.stringify([communityId, rewardId, on]);
    const before = byReward.get(key)?.quantity ?? 0;
    byReward.set(key, { communityId, rewardId, on, quantity: before + quantity });
  }
  return [...byReward]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, take]) => take)
    .filter(({ quantity }) => quantity !== 0);
}

/** What was taken with one more event's part. */
function withTake(taken: Taken | undefined, { rewardId, on, quantity }: Take): Taken {
  const days = taken?.days ?? {};
  return { rewardId, days: { ...days, [on]: (days[on] ?? 0) + quantity } };
}

/** What was taken of each reward of each community. */
export type AllTaken = Map<string, Map<string, Taken>>;

/** Counts what the last event of an account took or gave back. */
export function countTaken(taken: AllTaken, history: readonly BankEvent[]): void {
  const event = history.at(-1);
  for (const take of event === undefined ? [] : takenBy(event, history)) {
    const rows = taken.get(take.communityId) ?? new Map<string, Taken>();
    taken.set(take.communityId, rows);
    rows.set(take.rewardId, withTake(rows.get(take.rewardId), take));
  }
}
