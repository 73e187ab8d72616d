import type { Account } from 'points-bank';
import type { User } from '../people/user.js';

/*
 * Who may see and do what. The library refuses what an office may not do, too; here it is decided what is shown to whom.
 */

export type Doing = 'open' | 'report-in' | 'claim' | 'credit' | 'redeem' | 'correct';

/** An account is seen by its community, by the Party affairs office, and by its own volunteer. */
export function maySee({ person }: User, account: Account): boolean {
  if (account.status !== 'open') return false;
  if (person.role === 'subdistrict') return true;
  return person.role === 'community'
    ? person.communityId === account.communityId
    : person.accountId === account.accountId;
}

/** The points centre enters, the Party affairs office corrects. */
export function mayDo({ person }: User, doing: Doing): boolean {
  return person.role === (doing === 'correct' ? 'subdistrict' : 'community');
}

/** Which community's accounts a list may show: a community's own, any for the Party affairs office. `undefined`: not allowed. */
export function scopeOf({ person }: User, asked: string | undefined): { communityId?: string } | undefined {
  const named = asked === undefined || asked === '' ? undefined : asked;
  if (person.role === 'subdistrict') return named === undefined ? {} : { communityId: named };
  if (person.role === 'community' && (named === undefined || named === person.communityId))
    return { communityId: person.communityId };
  return undefined;
}

/** As whom a user acts on the bank. */
export function officeOf({
  person,
}: User): { office: 'subdistrict' } | { office: 'community'; communityId: string } | undefined {
  if (person.role === 'subdistrict') return { office: 'subdistrict' };
  return person.role === 'community' ? { office: 'community', communityId: person.communityId } : undefined;
}
