import type { BankEvent } from '../../src/index.js';
import { fold, type Handbook, type OpenedAccount, type RuleSet } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { type Population, plainPopulation, type SimulatedRun } from '../../src/simulation.js';
import { HANDBOOK } from '../support/handbook.js';

/** A small run of the first scheme with the tests' handbook. */
export function smallRun(more: Partial<SimulatedRun> & { readonly volunteers?: number } = {}): SimulatedRun {
  const { volunteers = 12, ...rest } = more;
  return {
    ruleSet: renfa2022,
    handbook: HANDBOOK,
    population: plainPopulation(rest.ruleSet ?? renfa2022, { volunteers }),
    from: '2022-03-10',
    to: '2023-08-20',
    seed: 7,
    ...rest,
  };
}

/** A run in which every probability is certain. */
export function certain(population: Population, more: Partial<SimulatedRun> = {}): SimulatedRun {
  return { ruleSet: renfa2022, population, from: '2023-01-01', to: '2024-12-31', seed: 1, ...more };
}

/** The account of a history. */
export function accountOf(history: Iterable<BankEvent>): OpenedAccount {
  const account = fold(history);
  if (account.status !== 'open') throw new Error('the history opens no account');
  return account;
}

/** A handbook of the community with these rewards. */
export function handbookWith(rewards: Handbook['rewards'], more: Partial<Handbook> = {}): Handbook {
  return {
    communityId: 'linan',
    version: '1',
    published: '2020-01-01',
    filed: '2020-01-02',
    rewards,
    ...more,
  };
}

/** The limits of a history's role, each with the fullest window in the events. */
export function fullestWindows(
  history: readonly BankEvent[],
  ruleSet: RuleSet,
  windowOf: (per: string, on: string) => string,
): { limit: string; maximum: number; used: number }[] {
  const [opening] = history;
  if (opening?.type !== 'AccountOpened') return [];
  const limits = Object.entries(ruleSet.roles[opening.data.role]?.limits ?? {});
  return limits.map(([limit, { items, counts, maximum, per }]) => {
    const used = new Map<string, number>();
    for (const event of history) {
      // What waits uses no room; it does once it is verified, on its own day.
      if (!('item' in event.data) || 'pending' in event.data || !items?.includes(event.data.item as string))
        continue;
      const key = windowOf(
        per as string,
        event.type === 'EntryVerified' ? event.data.entryOn : event.data.on,
      );
      used.set(key, (used.get(key) ?? 0) + (counts === 'points' ? event.data.points : 1));
    }
    return { limit, maximum, used: Math.max(0, ...used.values()) };
  });
}
