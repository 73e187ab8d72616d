import { copyOf } from '../shared/account-details.js';
import { ascendingBy } from '../shared/order.js';
import type { SameMember } from './anomaly.js';
import type { AnomalyTerms } from './anomaly-options.js';
import type { Compared } from './outlying-accounts.js';

/**
 * Finds persons with several accounts that are open at the end of the period, sorted by member. An account that was closed is none of
 * them, so one that continues it is never reported for that.
 */
export function sameMembers(accounts: readonly Compared[], { clause }: AnomalyTerms): SameMember[] {
  const first = new Map<string, Compared>();
  // Most persons have one account, and need no list.
  const several = new Map<string, Compared[]>();
  for (const account of accounts) {
    const { memberId, closed } = account;
    if (closed === 1) continue;
    const other = first.get(memberId);
    if (other === undefined) first.set(memberId, account);
    else several.set(memberId, [...(several.get(memberId) ?? [other]), account]);
  }
  return [...several]
    .map(
      ([memberId, of]): SameMember => ({
        kind: 'same-member',
        clause,
        memberId,
        accounts: of
          .map(({ accountId, communityId, role, roleTitle, on }) => ({
            accountId,
            communityId,
            role,
            roleTitle: copyOf(roleTitle),
            openedOn: on,
          }))
          .sort(ascendingBy(({ accountId }) => accountId)),
      }),
    )
    .sort(ascendingBy(({ memberId }) => memberId));
}
