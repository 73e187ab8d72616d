import type { CompiledItem } from '../../rules/compiled.js';
import { NO_READINGS } from '../../rules/readings-used.js';
import type { CommandType, ItemRule } from '../../rules/rule-set.js';
import { windowOf } from '../../values/window.js';
import type { CreditActivity } from '../commands/command.js';
import type { ActivityCredited } from '../events/event.js';
import { type Account, type ClaimRecord, matterKey } from '../state/account.js';
import {
  claimsOf,
  dayOf,
  enteredMatterOf,
  enteredUnder,
  isReleased,
  pointsOf,
  postServedIn,
  releaseDaysOf,
  servicesIn,
} from '../state/records.js';
import type { AccountContext, Context } from './context.js';
import { entryEvent } from './events-of.js';
import { requireConditionsOf } from './guards/conditions.js';
import {
  readingsPassed,
  requireCatalogueEntry,
  requireDate,
  requireItemOfRole,
  requireNotBarred,
  requireOpenAccount,
  requireReportIn,
} from './guards/entry.js';
import { completedCredit, requireMatterInProgramme } from './guards/in-programme.js';
import { matterEntered } from './guards/matter-entered.js';
import { type Accepted, accept, RETRIED, refuse } from './outcome.js';
import { barOfEntry } from './scoring/bar-of-entry.js';
import { othersOfMatter } from './scoring/other-entries.js';
import { scoreEntry } from './scoring/score-entry.js';

type Data = CreditActivity['data'];

/** Credits a matter under an item of the role's list, by the clause of that item. */
export function creditActivity(given: Context, command: CreditActivity, loaded: Account): Accepted {
  const context = requireOpenAccount(given, command, loaded);
  const item = requireItem(context, command.data);
  const data = completedCredit(context, item, command.data);
  const capacity = capacityOf(item, data);
  const known = enteredAs(context, item, data);
  // The account may have the matter from before the programme, as it was written then.
  const asWritten = data === command.data ? undefined : enteredAs(context, item, command.data);
  if (known === 'the-same' || asWritten === 'the-same') return RETRIED;
  const stands = known ?? asWritten;
  if (stands !== undefined) {
    const { clause, title } = item.rule;
    const facts = { matterId: data.matterId, on: dayOf(stands), points: pointsOf(stands) };
    refuse('duplicate-matter', clause, { item: item.id, title, ...facts }, item.readings.capacity);
  }

  requireDate(context, data);
  requireNotBarred(context, 'earning', data.on);
  requireReportIn(context, data.on);
  requireMatterInProgramme(context, item, command.data);
  requireCatalogueEntry(context, data.catalogue);
  requireOneItem(context, item, data.matterId);
  requireFreePost(context, item, data);
  if (item.rule.needsClaim) requireClaim(context, data);
  requireConditionsOf(context, item, data);
  const score = scoreEntry(context, item, data.on, data, (scored) =>
    othersOfMatter(context, item, data, scored),
  );

  // Nothing can refuse from here on.
  const { matterId, postId, catalogue, note, memberId } = data;
  const bar = barOfEntry(context.rules, item, data.on);
  const kept = {
    entry: 'activity',
    matterId,
    formComplete: undefined,
    capacity,
    postId,
    catalogue,
    note,
    memberId,
    bar,
  } as const;
  const service = postId === undefined ? NO_READINGS : item.readings.service;
  const { rules } = context;
  const passed = rules.union(readingsPassed(context, data), rules.readingsOf('entries.matters'));
  const used = rules.union(service, rules.union(passed, item.readings.requires));
  return accept(entryEvent<ActivityCredited>(context, 'ActivityCredited', item, score, data, kept, used));
}

const COMMAND_OF: Readonly<Record<ItemRule['entry'], CommandType>> = {
  registration: 'ReportIn',
  claim: 'ClaimPost',
  activity: 'CreditActivity',
};

/** The role has the item, this command enters it, the clause cited is its own, and the office is one that credits it. */
function requireItem(context: AccountContext, data: Data): CompiledItem {
  const item = requireItemOfRole(context, data.item);
  const { clause, entry, offices, title } = item.rule;
  if (entry !== 'activity') {
    refuse('wrong-command', clause, { item: item.id, title, command: COMMAND_OF[entry] });
  }
  if (data.clause !== undefined && data.clause !== clause) {
    refuse('wrong-clause', clause, { clause: data.clause, expected: clause, item: item.id, title });
  }
  const { office } = data.by;
  if (offices !== undefined && !offices.includes(office)) {
    const facts = { item: item.id, title, office, entitled: offices };
    refuse('not-theirs-to-credit', clause, facts, context.rules.readingsOf(`${item.part}.offices`));
  }
  return item;
}

/** Service or attendance, for items that take both of a matter. */
function capacityOf(item: CompiledItem, data: Data): 'service' | 'attendance' | undefined {
  if (!takesBoth(item)) return undefined;
  return data.postId === undefined ? 'attendance' : 'service';
}

function takesBoth({ rule }: CompiledItem): boolean {
  return rule.serviceAndAttendance === 'two-matters' || rule.serviceAndAttendance === 'together';
}

function enteredAs(
  { account }: AccountContext,
  item: CompiledItem,
  data: Data,
): ReturnType<typeof matterEntered> {
  const entered = matterEntered(account, item.id, matterKey(data.matterId, capacityOf(item, data)), data);
  if (entered !== undefined || item.rule.serviceAndAttendance === undefined) return entered;
  // Where the rules took service and attendance otherwise before, the matter has another key.
  return takesBoth(item)
    ? enteredMatterOf(account, item.id, data.matterId)
    : enteredUnder(account, item.id, data.matterId);
}

/** The matter does not stand under another item, where the rules have one matter under one item. */
export function requireOneItem(
  { account, role, rules }: AccountContext,
  item: CompiledItem,
  matterId: string,
): void {
  if (rules.ruleSet.entries.matters !== 'under-one-item') return;
  for (const other of role.activities) {
    if (other === item) continue;
    const entry = enteredUnder(account, other.id, matterId);
    if (entry === undefined) continue;
    const { title } = other.rule;
    const facts = { matterId, item: other.id, title, on: dayOf(entry), points: pointsOf(entry) };
    refuse('matter-under-another-item', item.rule.clause, facts, rules.readingsOf('entries.matters'));
  }
}

/** A post that scores once in a window was not served in within that of the entry's day. */
export function requireFreePost(
  { account, rules }: AccountContext,
  item: CompiledItem,
  { postId, on }: { readonly postId?: string; readonly on: string },
): void {
  const { clause, perPost: per, title } = item.rule;
  if (per === undefined || postId === undefined) return;
  const { calendar } = rules.ruleSet;
  const { key } = windowOf(per, on, calendar);
  const waiting = account.pending.filter(
    (one) => one.kind === 'matter' && one.item === item.id && postServedIn(one) === postId,
  );
  const served = servicesIn(account, postId).filter((one) => one.item === item.id);
  const days = [...served, ...waiting.map(({ entry }) => ({ on: dayOf(entry) }))];
  if (!days.some((day) => windowOf(per, day.on, calendar).key === key)) return;
  const facts = { item: item.id, title, per, window: key, postId };
  refuse('once-per-period', clause, facts, rules.readingsOf(`${item.part}.perPost`));
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
export function lastReleaseOf(
  account: AccountContext['account'],
  postId: string,
  on: string,
): string | undefined {
  return releaseDaysOf(account, postId)
    .filter((day) => day <= on)
    .sort()
    .at(-1);
}
