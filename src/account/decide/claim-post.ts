import type { CompiledItem } from '../../rules/compiled.js';
import { dayFromNumber, dayNumber } from '../../values/calendar.js';
import { recordsOf } from '../../values/keyed.js';
import type { Mutable } from '../../values/mutable.js';
import { windowOf } from '../../values/window.js';
import type { ClaimPost } from '../commands/command.js';
import type { PostClaimed } from '../events/event.js';
import { type Account, FIELDS, type MatterRecord } from '../state/account.js';
import { claimContent } from '../state/fingerprint.js';
import type { Context, OpenContext } from './context.js';
import { scoreEntry } from './entry.js';
import { atOpenAccount, datedWell, inCatalogue, withEntered } from './guards.js';
import { withMeasure } from './scored-data.js';
import { acceptEntry, type Decision, RETRIED, refuse, VERSIONS } from './verdict.js';

/** Claiming a post or project (clauses 2.3.1.2, 2.3.2.2, 2.3.3.2). */
export function claimPost(given: Context, command: ClaimPost, loaded: Account): Decision {
  const { data } = command;
  const context = atOpenAccount(given, loaded, command);
  if ('accepted' in context) return context;
  const { account, rules } = context;
  const item = claimItem(context);
  if ('accepted' in item) return item;
  const claims = recordsOf(account.posts, data.postId, FIELDS.matter);
  const content = claimContent(data);
  const day = dayNumber(data.on);
  for (const claim of claims) if (claim[0] === day && claim[2] === content) return RETRIED;
  const refused =
    duplicate(context, item, claims, data) ??
    datedWell(context, data.on) ??
    inCatalogue(context, data.catalogue);
  if (refused !== undefined) return refused;
  const entry = scoreEntry(context, item, data.on, data);
  if ('accepted' in entry) return entry;

  // From here on it must succeed: the post is held, even where the claim scores 0.
  const { limits, rested } = entry;
  const again = claims.length === 0 ? rested : rules.also(rested, item.restedOnAgain);
  const claimed: Mutable<PostClaimed['data']> = {
    accountId: account.accountId,
    communityId: account.communityId,
    postId: data.postId,
    kind: data.kind,
    item: item.id,
    title: item.rule.title,
    base: entry.base,
    scored: entry.scored,
    points: entry.points,
    on: data.on,
    by: data.by,
    clause: item.rule.clause,
    ruleSet: rules.reference,
    readings: withEntered(again, context, data),
  };
  if (data.catalogue !== undefined) claimed.catalogue = data.catalogue;
  return acceptEntry({
    type: 'PostClaimed',
    data: withMeasure(claimed, item.rule, data, limits),
    metadata: VERSIONS.PostClaimed,
  });
}

/** The role's item that claims are booked under, or the refusal where its rules have none. */
function claimItem({ role, rules }: OpenContext): CompiledItem | Decision {
  if (role.claim !== undefined) return role.claim;
  const facts = { item: 'claim', role: role.id, roleTitle: role.rule.title, known: [...role.items.keys()] };
  return refuse('unknown-item', role.rule.clause, facts, rules.rests());
}

/** The post has not been claimed in the window in which claims are counted, unless the rules let it score again. */
function duplicate(
  { rules }: OpenContext,
  item: CompiledItem,
  claims: readonly MatterRecord[],
  { postId, on }: ClaimPost['data'],
): Decision | undefined {
  if (claims.length === 0 || item.rule.again === 'scores') return undefined;
  const per = item.limits[0]?.per ?? 'life';
  const window = windowOf(per, on).key;
  const before = claims.map(([day]) => dayFromNumber(day)).find((day) => windowOf(per, day).key === window);
  if (before === undefined) return undefined;
  const counted = item.limits.slice(0, 1).map(({ part }) => `${part}.per`);
  const rested = rules.also(item.restedOnAgain, rules.rests(...counted));
  return refuse('duplicate-claim', item.rule.clause, { postId, on: before, window }, rested);
}
