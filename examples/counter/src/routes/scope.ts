import type { Community } from '../people/communities.js';
import type { Web } from '../web/env.js';
import { signedIn } from '../web/guards.js';

/** The communities that a user may choose from: none for a community's own staff, who have one. */
export async function communitiesFor(c: Web): Promise<readonly Community[]> {
  const { communities, store } = c.get('counter');
  if (signedIn(c.get('user')).person.role !== 'subdistrict') return [];
  const named = await communities.list();
  const ids = new Set([...named.map(({ id }) => id), ...(await store.projections.communities())]);
  return Promise.all([...ids].sort().map((id) => communities.named(id)));
}
