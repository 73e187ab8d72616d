import type { AccountClosed } from 'points-bank';
import type { Counter } from '../counter.js';
import { begins, numbersOf } from './account-numbers.js';

/**
 * Whether a community may open the account in which a closed one goes on: one of its own, or one of which another community said that it
 * goes on under a number here. Any other is as if it were not there.
 */
export async function mayContinue(
  counter: Pick<Counter, 'communities' | 'store'>,
  communityId: string,
  { data }: { readonly data: Pick<AccountClosed['data'], 'communityId' | 'continuedBy'> },
): Promise<boolean> {
  if (data.communityId === communityId) return true;
  const { continuedBy } = data;
  if (continuedBy === undefined || !begins(continuedBy, communityId)) return false;
  const { isAnothers } = await numbersOf(counter, communityId, [continuedBy]);
  return !isAnothers(continuedBy);
}
