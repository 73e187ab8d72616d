import type { CompiledItem } from '../../rules/compiled.js';
import { NO_READINGS } from '../../rules/readings-used.js';
import type { CommandType, ItemRule } from '../../rules/rule-set.js';
import { monthNumber } from '../../values/calendar.js';
import { own } from '../../values/json.js';
import { countIn } from '../../values/monthly.js';
import { windowOf } from '../../values/window.js';
import type { CreditActivity } from '../commands/command.js';
import type { ActivityCredited } from '../events/event.js';
import { type Account, matterKey } from '../state/account.js';
import { matterContent } from '../state/fingerprint.js';
import { claimsOf, dayOf, isSameEntry, matterOf, pointsOf } from '../state/records.js';
import type { AccountContext, Context } from './context.js';
import { entryEvent } from './events-of.js';
import { requireCatalogueEntry, requireDate, requireOpenAccount } from './guards/entry.js';
import { type Accepted, accept, RETRIED, refuse } from './outcome.js';
import { scoreEntry } from './scoring/score-entry.js';

type Data = CreditActivity['data'];

/** Credits a matter under an item of the role's list (clauses 2.3.1.3 to 2.3.1.6, 2.3.2.3 to 2.3.2.5, 2.3.3.3 to 2.3.3.5). */
export function creditActivity(given: Context, command: CreditActivity, loaded: Account): Accepted {
  const { data } = command;
  const context = requireOpenAccount(given, command, loaded);
  const item = requireItem(context, data);
  const capacity = capacityOf(item, data);
  const known = matterOf(context.account, item.id, matterKey(data.matterId, capacity));
  if (known !== undefined) {
    if (isSameEntry(known, data.on, matterContent(data))) return RETRIED;
    const { clause, title } = item.rule;
    const stands = { matterId: data.matterId, on: dayOf(known), points: pointsOf(known) };
    refuse('duplicate-matter', clause, { item: item.id, title, ...stands }, item.readings.capacity);
  }

  requireDate(context, data.on);
  requireCatalogueEntry(context, data.catalogue);
  requireFreeWindow(context, item, data.on);
  requireClaim(context, data);
  const score = scoreEntry(context, item, data.on, data);

  // Nothing can refuse from here on.
  const { matterId, postId, catalogue, note } = data;
  const kept = { entry: 'activity', matterId, capacity, postId, catalogue, note } as const;
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
function requireFreeWindow({ account }: AccountContext, item: CompiledItem, on: string): void {
  const per = item.rule.once?.per;
  if (per === undefined || per === 'twelve-months') return;
  const window = windowOf(per, on);
  const months = own(account.items, item.id)?.months ?? [];
  if (countIn(months, monthNumber(window.first), monthNumber(window.last)) === 0) return;
  const { clause, title } = item.rule;
  refuse('once-per-period', clause, { item: item.id, title, per, window: window.key });
}

/** A post that is served in has been claimed, as the rules read that. */
function requireClaim({ account, role }: AccountContext, { postId, on }: Data): void {
  const { clause, claimed } = role.rule.service;
  if (postId === undefined || claimed === 'not-needed') return;
  if (claimsOf(account, postId).some((claim) => claimed === 'ever' || dayOf(claim) <= on)) return;
  refuse('post-not-claimed', clause, { postId, on }, role.claimedReadings);
}
