import type { Person } from '../people/user.js';

/** What somebody typed that cannot be: said in one line. */
export class Wrong extends Error {}

type Options = { readonly role?: string; readonly community?: string; readonly account?: string };

/** Who a command line says that somebody is. */
export function personOf({ role, community, account }: Options): Person {
  if (role === 'subdistrict') return { role };
  if ((role === 'community' || role === 'party-organisation') && community !== undefined)
    return { role, communityId: community };
  if (role === 'volunteer' && account !== undefined) return { role, accountId: account };
  throw new Wrong(
    'A role is needed: subdistrict, community or party-organisation with --community, or volunteer with --account.',
  );
}
