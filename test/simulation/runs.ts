import type { BankEvent } from '../../src/index.js';
import { fold, type Handbook, type OpenedAccount, type RuleSet } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { type Population, plainPopulation, type SimulatedRun } from '../../src/simulation.js';
import { dayFromNumber, dayNumber } from '../../src/values/calendar.js';
import { spanOn } from '../../src/values/window.js';
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

/**
 * The limits of a history's role on points, deductions and entries, each with the fullest window that an entry came into. What a window
 * forgets afterwards makes nothing of that wrong: one that is counted back loses a deduction before the gain that had its room.
 */
export function fullestWindows(
  history: readonly BankEvent[],
  ruleSet: RuleSet,
): { limit: string; maximum: number; used: number }[] {
  const [opening] = history;
  if (opening?.type !== 'AccountOpened') return [];
  const limits = Object.entries(ruleSet.roles[opening.data.role]?.limits ?? {});
  return limits.flatMap(([limit, { items, counts, maximum, per }]) => {
    if (counts === 'quantity' || counts === 'balance') return [];
    const entries = history.flatMap((event) => {
      // What waits uses no room; it does once it is verified, on its own day. No limit binds an opening.
      if (!('item' in event.data) || 'pending' in event.data || event.type === 'AccountOpened') return [];
      if (items !== undefined && !items.includes(event.data.item as string)) return [];
      const { points } = event.data;
      const day = dayNumber(event.type === 'EntryVerified' ? event.data.entryOn : event.data.on);
      return [{ day, use: { points, deductions: Math.max(-points, 0), entries: 1 }[counts] }];
    });
    const used = entries.flatMap(({ day: on, use }, at) => {
      if (use <= 0) return [];
      const known = entries.slice(0, at + 1);
      const ends = known.map(({ day }) => day).filter((day) => day >= on);
      return ends.flatMap((end) => {
        const { first, last } = spanOn(per, dayFromNumber(end), opening.data.on, ruleSet.calendar);
        if (first > on) return [];
        return [known.reduce((sum, { day, use }) => (day >= first && day <= last ? sum + use : sum), 0)];
      });
    });
    return [{ limit, maximum, used: Math.max(0, ...used) }];
  });
}
