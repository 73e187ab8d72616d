import { programmeOn } from 'points-bank';
import { mattersOfProgramme, mattersOnRecord } from '../bank/known-matters.js';
import type { Place } from '../forms/command-of.js';
import { needsApproval, officeOf } from '../security/access.js';
import type { Web } from '../web/env.js';
import { signedIn } from '../web/guards.js';
import { namesOf } from '../web/names.js';
import { openAccounts } from './scope.js';

export type Material = NonNullable<Awaited<ReturnType<typeof materialFor>>>;

/** What an activity is recorded from: the accounts and their people, the matters and posts that are known. */
export async function materialFor(c: Web) {
  const counter = c.get('counter');
  const { ruleSet, today, programmes } = counter;
  const by = officeOf(ruleSet, signedIn(c.get('user')));
  if (by === undefined) return undefined;
  const { communityId } = by;
  const ledger = await counter.ledger.caughtUp();
  const accounts = openAccounts(ledger, communityId);
  const histories = ledger.accountsOf(communityId).map(([, { events }]) => events);
  const editions = communityId === undefined ? [] : await programmes.editions(communityId);
  const programme = programmeOn(editions, today());
  const claimed = histories
    .flat()
    .flatMap((event) => (event.type === 'PostClaimed' ? [event.data.postId] : []));
  const place: Place = {
    communityId: communityId ?? '',
    by,
    ...(needsApproval(ruleSet) ? { approval: true } : {}),
  };
  return {
    place,
    accounts,
    hasProgramme: programme !== undefined,
    // Where there is a programme, the bank takes nothing else.
    known: programme === undefined ? mattersOnRecord(histories) : mattersOfProgramme(programme, today()),
    posts: [...new Set([...(programme?.posts ?? []).map(({ postId }) => postId), ...claimed])],
    names: await namesOf(
      counter,
      accounts.map(({ accountId }) => accountId),
    ),
  };
}
