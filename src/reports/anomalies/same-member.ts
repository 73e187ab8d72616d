import { ascendingBy } from '../shared/order.js';
import type { SameMember } from './anomaly.js';
import type { AnomalyTerms } from './anomaly-options.js';
import type { WatchedAccount } from './anomaly-tally.js';

/**
 * Finds persons with several accounts that are open at the end of the period, sorted by member. An account that was closed is none of
 * them, so one that continues it is never reported for that.
 */
export function sameMembers(accounts: readonly WatchedAccount[], { clause }: AnomalyTerms): SameMember[] {
  const byMember = new Map<string, WatchedAccount[]>();
  for (const account of accounts) {
    const { accountId, memberId = accountId, closed } = account.facts;
    if (closed !== undefined) continue;
    const others = byMember.get(memberId);
    if (others === undefined) byMember.set(memberId, [account]);
    else others.push(account);
  }
  return [...byMember]
    .filter(([, of]) => of.length > 1)
    .map(
      ([memberId, of]): SameMember => ({
        kind: 'same-member',
        clause,
        memberId,
        accounts: of
          .map(({ facts: { accountId, communityId, role, roleTitle, openedOn } }) => ({
            accountId,
            communityId,
            role,
            roleTitle,
            openedOn,
          }))
          .sort(ascendingBy(({ accountId }) => accountId)),
      }),
    )
    .sort(ascendingBy(({ memberId }) => memberId));
}
