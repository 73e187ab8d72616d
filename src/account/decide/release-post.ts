import type { ReleasePost } from '../commands/command.js';
import type { PostReleased } from '../events/event.js';
import type { Account } from '../state/account.js';
import { claimsOf, dayOf, isReleased, isReleasedOn } from '../state/records.js';
import type { Context } from './context.js';
import { lastReleaseOf } from './credit-activity.js';
import { decidedOn, eventOf } from './events-of.js';
import { requireDate, requireOpenAccount } from './guards/entry.js';
import { postAsHeld } from './guards/in-programme.js';
import { type Accepted, accept, RETRIED, refuse } from './outcome.js';

/** Gives up a post: nobody serves in it from that day on, and its points stay. */
export function releasePost(given: Context, command: ReleasePost, loaded: Account): Accepted {
  const { data } = command;
  const context = requireOpenAccount(given, command, loaded);
  const { account, role } = context;
  const { on } = data;
  const postId = postAsHeld(context, data.postId);
  const { clause } = role.rule.service;
  if (isReleasedOn(account, postId, on)) return RETRIED;

  requireDate(context, data);
  const held = claimsOf(account, postId).filter(
    (claim) => dayOf(claim) <= on && !isReleased(account, postId, claim, on),
  );
  const claim = held.at(-1);
  if (claim === undefined) {
    const releasedOn = lastReleaseOf(account, postId, on);
    refuse('post-not-claimed', clause, { postId, on, ...(releasedOn === undefined ? {} : { releasedOn }) });
  }

  // Nothing can refuse from here on.
  const released: PostReleased['data'] = {
    ...decidedOn(context, data, clause, role.claimedReadings),
    postId,
    claimedOn: dayOf(claim),
  };
  return accept(eventOf('PostReleased', released));
}
