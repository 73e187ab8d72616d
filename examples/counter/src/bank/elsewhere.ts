import type { Counter } from '../counter.js';

/** Which of some accounts are another community's: to this one they are as if they were not there. */
export async function elsewhereOf(
  { store }: Pick<Counter, 'store'>,
  communityId: string,
  accountIds: readonly string[],
): Promise<(accountId: string) => boolean> {
  const communities = await store.projections.communitiesOf(accountIds);
  return (accountId) => (communities.get(accountId) ?? communityId) !== communityId;
}
