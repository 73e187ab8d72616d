import type { Counter } from '../counter.js';
import { numbered } from '../store/account-row.js';

/** The number after the highest one of a community, such as `linan-0042` after `linan-0041`; after one without its code, one with it. */
export async function nextAccountId({ store }: Counter, communityId: string): Promise<string> {
  const highest = (await store.projections.highestNumbered(communityId)) ?? `${communityId}-0000`;
  const { before: beginning, digits } = numbered(highest);
  const before = beginning.startsWith(`${communityId}-`) ? beginning : `${communityId}-`;
  return `${before}${String(Number(digits) + 1).padStart(digits.length, '0')}`;
}
