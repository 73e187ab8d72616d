import { type Handbook, handbookOn, type Reward } from 'points-bank';
import { readRewards, rewardCell } from '../csv/reward-cell.js';
import { isDay } from '../forms/day-ahead.js';
import { folded } from './columns.js';

/** The ids of the rewards that a name may mean on a day: one, where the name is an id or one reward's title alone. */
export type RewardNames = (on: string) => (name: string) => readonly string[];

/** What a handbook's rewards are called on a day, edition by edition; an id is never taken for a title. */
export function rewardNames(editions: readonly Handbook[]): RewardNames {
  const known = new Map<Handbook, Named>();
  return (on) => {
    const edition = isDay(on) ? handbookOn(editions, on) : undefined;
    if (edition === undefined) return () => [];
    const named = known.get(edition) ?? namedBy(edition.rewards);
    known.set(edition, named);
    return (name) => (named.ids.has(name) ? [name] : [...(named.titles.get(folded(name)) ?? [])]);
  };
}

type Named = { readonly ids: ReadonlySet<string>; readonly titles: ReadonlyMap<string, ReadonlySet<string>> };

function namedBy(rewards: readonly Reward[]): Named {
  const titles = new Map<string, Set<string>>();
  for (const { rewardId, title } of rewards) {
    for (const name of [rewardId, ...Object.values(title)].map(folded)) {
      const ids = titles.get(name) ?? new Set();
      titles.set(name, ids.add(rewardId));
    }
  }
  return { ids: new Set(rewards.map(({ rewardId }) => rewardId)), titles };
}

/** How a name is written in a cell with others: in quotes, where it would be read as something else without. */
export function writtenName(name: string): string {
  const [line, ...more] = readRewards(`${name}×1`);
  const isPlain = more.length === 0 && line?.id === name && line.quantity === '1';
  return isPlain ? name : rewardCell([{ rewardId: name, quantity: 1 }]).slice(0, -'×1'.length);
}
