import { copyOf } from '../shared/account-details.js';
import { ascendingBy } from '../shared/order.js';
import type { SameMember } from './anomaly.js';
import type { AnomalyTerms } from './anomaly-options.js';
import { type Compared, comparedIn } from './outlying-accounts.js';
import type { Watch } from './watch.js';

/**
 * Finds persons with several accounts that are open at the end of the period, sorted by member. Closed accounts are left
 * out, so an account is never reported together with the one that it continues.
 */
export function sameMembers(watch: Watch, { clause }: AnomalyTerms): SameMember[] {
  // Whoever has several accounts is named by one of them at least.
  const named = new Set<string>();
  for (const { accountId, memberId } of comparedIn(watch)) if (memberId !== accountId) named.add(memberId);
  const byMember = new Map<string, Compared[]>();
  for (const account of comparedIn(watch)) {
    const { memberId, closed } = account;
    if (closed === 1 || !named.has(memberId)) continue;
    const of = byMember.get(memberId);
    if (of === undefined) byMember.set(memberId, [account]);
    else of.push(account);
  }
  return [...byMember]
    .filter(([, of]) => of.length > 1)
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
