import type { CompiledItem } from '../../rules/compiled.js';
import { NO_READINGS } from '../../rules/readings-used.js';
import { shareWindow, spanOn } from '../../values/window.js';
import type { ClaimPost } from '../commands/command.js';
import type { PostClaimed } from '../events/event.js';
import type { Account, ClaimRecord, Undone } from '../state/account.js';
import { claimContent } from '../state/content.js';
import { claimsOf, dayOf, isOwnClaim, isReleased, isSameEntry, undoneIn } from '../state/records.js';
import type { AccountContext, Context } from './context.js';
import { entryEvent } from './events-of.js';
import { requireConditionsOf } from './guards/conditions.js';
import {
  readingsPassed,
  requireCatalogueEntry,
  requireDate,
  requireNotBarred,
  requireOpenAccount,
  requireReportIn,
} from './guards/entry.js';
import { completedClaim, requirePostInProgramme } from './guards/in-programme.js';
import { type Accepted, accept, RETRIED, refuse } from './outcome.js';
import { scoreEntry } from './scoring/score-entry.js';

/** Claims a post or project, by the clause of the role's item for claims. */
export function claimPost(given: Context, command: ClaimPost, loaded: Account): Accepted {
  const context = requireOpenAccount(given, command, loaded);
  const item = requireClaimItem(context);
  const data = completedClaim(context, item, command.data);
  // An account may hold the post from before the programme, as it was written then.
  const asked = data === command.data ? [data] : [data, command.data];
  if (asked.some((one) => isSentAgain(context.account, one))) return RETRIED;

  for (const one of asked) {
    const waiting = waitingClaimsOf(context.account, one.postId);
    requireNewClaim(context, item, [...claimsOf(context.account, one.postId), ...waiting], one);
  }
  requireDate(context, data);
  requireNotBarred(context, 'earning', data.on);
  requireReportIn(context, data.on);
  requirePostInProgramme(context, item, command.data);
  requireCatalogueEntry(context, data.catalogue);
  requireConditionsOf(context, item, data);
  const score = scoreEntry(context, item, data.on, data);

  // Nothing can refuse from here on. The claim stands even if it scores 0.
  const { postId, kind, catalogue } = data;
  const again = claimsOf(context.account, postId).length === 0 ? NO_READINGS : item.readings.again;
  const passed = context.rules.union(item.readings.requires, readingsPassed(context, data));
  const used = context.rules.union(again, passed);
  return accept(
    entryEvent<PostClaimed>(context, 'PostClaimed', item, score, data, { postId, kind, catalogue }, used),
  );
}

/** The role has an item that claims are booked under. */
function requireClaimItem({ role }: AccountContext): CompiledItem {
  if (role.claim !== undefined) return role.claim;
  const facts = { item: 'claim', role: role.id, roleTitle: role.rule.title, known: [...role.items.keys()] };
  return refuse('unknown-item', role.rule.clause, facts);
}

/** Whether the same claim stands, waits, or was reversed. */
function isSentAgain(account: AccountContext['account'], data: ClaimPost['data']): boolean {
  const { on, postId } = data;
  const content = claimContent(data);
  const undone = claimsAmong(undoneIn(account), postId);
  return [...claimsOf(account, postId), ...waitingClaimsOf(account, postId), ...undone].some((claim) =>
    isSameEntry(claim, on, content),
  );
}

/** The claims of a post that wait to be verified. */
export function waitingClaimsOf(account: AccountContext['account'], postId: string): readonly ClaimRecord[] {
  return claimsAmong(account.pending, postId);
}

/** The claims of a post among entries that do not count in the account. */
function claimsAmong(loose: readonly Undone[], postId: string): readonly ClaimRecord[] {
  return loose.flatMap((one) => (one.kind === 'claim' && one.postId === postId ? [one.entry] : []));
}

/**
 * Refuses a post held already within the window of the claims' limit, unless the rules let it score again; and, where entries are verified
 * apart, a second claim of one day.
 */
export function requireNewClaim(
  { account, rules }: AccountContext,
  item: CompiledItem,
  claims: readonly ClaimRecord[],
  { postId, on }: { readonly postId: string; readonly on: string },
): void {
  // Else nobody could say which of the two is verified.
  const isOfDay = (claim: ClaimRecord): boolean => isOwnClaim(claim) && dayOf(claim) === on;
  if (rules.ruleSet.verification !== undefined && claims.some(isOfDay)) {
    refuse('duplicate-claim', item.rule.clause, { postId, on, window: on }, rules.readingsOf('verification'));
  }
  if (item.rule.again === 'scores') return;
  const cap = item.limits.find(({ counts }) => counts === 'points' || counts === 'entries');
  const per = cap?.per ?? 'life';
  const { calendar } = rules.ruleSet;
  const { openedOn } = account;
  const window = spanOn(per, on, openedOn, calendar).key;
  const held = claims.filter((claim) => !isReleased(account, postId, claim, on));
  const claimedOn = held.map(dayOf).find((day) => shareWindow(per, day, on, openedOn, calendar));
  if (claimedOn === undefined) return;
  const windowReadings = cap === undefined ? NO_READINGS : rules.readingsOf(`${cap.part}.per`);
  const readings = rules.union(item.readings.again, windowReadings);
  refuse('duplicate-claim', item.rule.clause, { postId, on: claimedOn, window }, readings);
}
