import { programmeOn } from 'points-bank';
import { mattersOfProgramme } from '../bank/known-matters.js';
import type { Place } from '../forms/command-of.js';
import { needsApproval, officeOf } from '../security/access.js';
import type { Web } from '../web/env.js';
import { signedIn } from '../web/guards.js';
import { namesOf } from '../web/names.js';

/** The longest list to tick in. */
const MOST_TICKS = 300;

export type Material = NonNullable<Awaited<ReturnType<typeof materialFor>>>;

/** What an activity is recorded from: the accounts and their people, the matters and posts that are known. */
export async function materialFor(c: Web) {
  const counter = c.get('counter');
  const { ruleSet, today, programmes } = counter;
  const by = officeOf(ruleSet, signedIn(c.get('user')));
  if (by === undefined) return undefined;
  const { communityId } = by;
  const { projections } = counter.store;
  const asked = { communityId, state: 'open' } as const;
  const many = await projections.count(asked);
  // A short list is by id; of a long one the accounts that were busy last.
  const order = many > MOST_TICKS ? 'latest-first' : 'by-id';
  const accounts = await projections.accounts(asked, { limit: MOST_TICKS, order });
  const editions = communityId === undefined ? [] : await programmes.editions(communityId);
  const programme = programmeOn(editions, today());
  const claimed = await projections.posts(communityId);
  const place: Place = {
    communityId: communityId ?? '',
    by,
    ...(needsApproval(ruleSet) ? { approval: true } : {}),
  };
  return {
    place,
    accounts,
    many,
    hasProgramme: programme !== undefined,
    // Where there is a programme, the bank takes nothing else.
    known:
      programme === undefined
        ? await projections.matters(communityId)
        : mattersOfProgramme(programme, today()),
    posts: [...new Set([...(programme?.posts ?? []).map(({ postId }) => postId), ...claimed])],
    names: await namesOf(
      counter,
      accounts.map(({ accountId }) => accountId),
    ),
  };
}
