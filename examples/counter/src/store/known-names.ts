import type { BankEvent } from 'points-bank';
import { inForce } from '../bank/in-force.js';
import type { KnownMatter } from '../bank/known-matters.js';

/** A matter as it was credited on a day, or a post that was claimed, and how many times: below 0 where it was undone. */
export type Named = {
  readonly kind: 'matter' | 'post';
  readonly name: string;
  readonly on: string;
  readonly details: KnownMatter | null;
  readonly times: number;
};

/**
 * What events add to the names that are known; {@link together} counts what is the same.
 *
 * @param past - the account's events before them; only what undoes something, or brings it back, looks at it
 */
export function namesBy(past: readonly BankEvent[], events: readonly BankEvent[]): Named[] {
  const known = [...past];
  const names: Named[] = [];
  for (const event of events) {
    if (event.type === 'EntryReversed') {
      names.push(...matters(inForce(known), -1), ...matters(inForce([...known, event]), 1));
    } else names.push(...matters([event], 1), ...posts(event));
    known.push(event);
  }
  return names;
}

function matters(events: readonly BankEvent[], times: 1 | -1): Named[] {
  return events.flatMap((event) => {
    if (event.type !== 'ActivityCredited' || event.data.entry !== 'activity') return [];
    const { matterId, item, difficulty, quantity, on, postId, catalogue } = event.data;
    const details = { matterId, item, difficulty, quantity, on, postId, catalogue };
    return [{ kind: 'matter', name: matterId, on, details, times }];
  });
}

function posts({ type, data }: BankEvent): Named[] {
  return type === 'PostClaimed' ? [{ kind: 'post', name: data.postId, on: '', details: null, times: 1 }] : [];
}

/** What is the same counts together, always in the same order; what comes to nothing is left out. */
export function together(names: Iterable<Named>): Named[] {
  const known = new NamesTogether();
  known.add(names);
  return known.all();
}

/** The same of names that come one after the other. */
export class NamesTogether {
  private readonly byKey = new Map<string, { readonly named: Named; times: number }>();

  add(names: Iterable<Named>): void {
    for (const named of names) {
      const key = JSON.stringify([named.kind, named.name, named.on, named.details]);
      const known = this.byKey.get(key);
      if (known === undefined) this.byKey.set(key, { named, times: named.times });
      else known.times += named.times;
    }
  }

  get size(): number {
    return this.byKey.size;
  }

  all(): Named[] {
    return [...this.byKey]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, { named, times }]) => (times === 0 ? [] : [{ ...named, times }]));
  }
}
