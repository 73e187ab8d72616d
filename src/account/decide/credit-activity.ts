import type { CompiledItem } from '../../rules/compiled.js';
import { NO_READINGS } from '../../rules/readings-used.js';
import type { CommandType, ItemRule } from '../../rules/rule-set.js';
import { dayFromNumber } from '../../values/calendar.js';
import { countIn } from '../../values/daily.js';
import { own } from '../../values/json.js';
import { daysOf, windowOf } from '../../values/window.js';
import type { CreditActivity } from '../commands/command.js';
import type { ActivityCredited } from '../events/event.js';
import { type Account, type ClaimRecord, matterKey } from '../state/account.js';
import { claimsOf, dayOf, isReleased, pointsOf, releasesOf } from '../state/records.js';
import type { AccountContext, Context } from './context.js';
import { entryEvent } from './events-of.js';
import { requireCatalogueEntry, requireDate, requireNotBarred, requireOpenAccount } from './guards/entry.js';
import { matterEntered } from './guards/matter-entered.js';
import { type Accepted, accept, RETRIED, refuse } from './outcome.js';
import { scoreEntry } from './scoring/score-entry.js';

type Data = CreditActivity['data'];

/** Credits a matter under an item of the role's list (clauses 2.3.1.3 to 2.3.1.6, 2.3.2.3 to 2.3.2.5, 2.3.3.3 to 2.3.3.5). */
export function creditActivity(given: Context, command: CreditActivity, loaded: Account): Accepted {
  const { data } = command;
  const context = requireOpenAccount(given, command, loaded);
  const item = requireItem(context, data);
  const capacity = capacityOf(item, data);
  const known = matterEntered(context.account, item.id, matterKey(data.matterId, capacity), data);
  if (known === 'the-same') return RETRIED;
  if (known !== undefined) {
    const { clause, title } = item.rule;
    const stands = { matterId: data.matterId, on: dayOf(known), points: pointsOf(known) };
    refuse('duplicate-matter', clause, { item: item.id, title, ...stands }, item.readings.capacity);
  }

  requireDate(context, data);
  requireNotBarred(context, 'earning', data.on);
  requireCatalogueEntry(context, data.catalogue);
  requireFreeWindow(context, item, data.on);
  requireClaim(context, data);
  const score = scoreEntry(context, item, data.on, data);

  // Nothing can refuse from here on.
  const { matterId, postId, catalogue, note, memberId } = data;
  const kept = { entry: 'activity', matterId, capacity, postId, catalogue, note, memberId } as const;
  const used = postId === undefined ? NO_READINGS : item.readings.service;
  return accept(entryEvent<ActivityCredited>(context, 'ActivityCredited', item, score, data, kept, used));
}

const COMMAND_OF: Readonly<Record<ItemRule['entry'], CommandType>> = {
  registration: 'ReportIn',
  claim: 'ClaimPost',
  activity: 'CreditActivity',
};

/** The role has the item, this command enters it, and the clause cited is its own. */
function requireItem({ role }: AccountContext, data: Data): CompiledItem {
  const item = role.items.get(data.item);
  if (item === undefined) {
    const { clause, title } = role.rule;
    const known = [...role.items.keys()];
    refuse('unknown-item', clause, { item: data.item, role: role.id, roleTitle: title, known });
  }
  const { clause, entry, title } = item.rule;
  if (entry !== 'activity') {
    refuse('wrong-command', clause, { item: item.id, title, command: COMMAND_OF[entry] });
  }
  if (data.clause !== undefined && data.clause !== clause) {
    refuse('wrong-clause', clause, { clause: data.clause, expected: clause, item: item.id, title });
  }
  return item;
}

/** Service or attendance, for items that tell the two apart as two matters. */
function capacityOf(item: CompiledItem, data: Data): 'service' | 'attendance' | undefined {
  if (item.rule.serviceAndAttendance !== 'two-matters') return undefined;
  return data.postId === undefined ? 'attendance' : 'service';
}

/** An item that scores once in a window has not scored in that of the entry's day. */
export function requireFreeWindow({ account }: AccountContext, item: CompiledItem, on: string): void {
  const per = item.rule.once?.per;
  if (per === undefined || per === 'twelve-months') return;
  const window = windowOf(per, on);
  const { first, last } = daysOf(window);
  const isWaiting = account.pending.some(
    (one) => one.kind === 'matter' && one.item === item.id && one.entry[0] >= first && one.entry[0] <= last,
  );
  if (!isWaiting && countIn(own(account.items, item.id)?.days ?? [], first, last) === 0) return;
  const { clause, title } = item.rule;
  refuse('once-per-period', clause, { item: item.id, title, per, window: window.key });
}

/** A post that is served in has been claimed, as the rules read that, and was not given up by then. */
export function requireClaim(
  { account, role }: AccountContext,
  { postId, on }: { readonly postId?: string; readonly on: string },
  claims: readonly ClaimRecord[] = postId === undefined ? [] : claimsOf(account, postId),
): void {
  const { clause, claimed } = role.rule.service;
  if (postId === undefined || claimed === 'not-needed') return;
  const known = claims.filter((claim) => claimed === 'ever' || dayOf(claim) <= on);
  if (known.some((claim) => !isReleased(account, postId, claim, on))) return;
  const releasedOn = known.length === 0 ? undefined : lastReleaseOf(account, postId, on);
  const facts = { postId, on, ...(releasedOn === undefined ? {} : { releasedOn }) };
  refuse('post-not-claimed', clause, facts, role.claimedReadings);
}

/** The last day by `on` on which a post was given up. */
function lastReleaseOf(account: AccountContext['account'], postId: string, on: string): string | undefined {
  const days = releasesOf(account, postId).map(([day]) => dayFromNumber(day));
  return days.filter((day) => day <= on).sort().at(-1);
}
