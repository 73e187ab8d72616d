import type { CompiledItem } from '../../rules/compiled.js';
import type { CommandType, ItemRule } from '../../rules/rule-set.js';
import { dayFromNumber, dayNumber } from '../../values/calendar.js';
import { recordsOf } from '../../values/keyed.js';
import type { Mutable } from '../../values/mutable.js';
import type { CreditActivity } from '../commands/command.js';
import type { ActivityCredited } from '../events/event.js';
import { type Account, FIELDS, type MatterRecord, matterKey } from '../state/account.js';
import { matterContent } from '../state/fingerprint.js';
import type { Context, OpenContext } from './context.js';
import { onceInWindow, scoreEntry } from './entry.js';
import { atOpenAccount, creditedBefore, datedWell, inCatalogue, withEntered } from './guards.js';
import { withMeasure } from './scored-data.js';
import { acceptEntry, type Decision, RETRIED, refuse, VERSIONS } from './verdict.js';

type Data = CreditActivity['data'];

/** Crediting a matter under an item of the role's list (clauses 2.3.1.3 to 2.3.1.6, 2.3.2.3 to 2.3.2.5, 2.3.3.3 to 2.3.3.5). */
export function creditActivity(given: Context, command: CreditActivity, loaded: Account): Decision {
  const { data } = command;
  const context = atOpenAccount(given, loaded, command);
  if ('accepted' in context) return context;
  const { account, rules } = context;
  const item = creditable(context, data);
  if ('accepted' in item) return item;
  const capacity = capacityOf(item, data);
  const known = creditedBefore(account, item.id, matterKey(data.matterId, capacity));
  if (known !== undefined) {
    const same = known[0] === dayNumber(data.on) && known[2] === matterContent(data);
    return same ? RETRIED : duplicate(item, data, known);
  }
  const refused =
    datedWell(context, data.on) ??
    inCatalogue(context, data.catalogue) ??
    onceInWindow(context, item, data.on) ??
    postClaimed(context, data);
  if (refused !== undefined) return refused;
  const entry = scoreEntry(context, item, data.on, data);
  if ('accepted' in entry) return entry;

  // From here on it must succeed.
  const { limits, rested } = entry;
  const ofService = data.postId === undefined ? rested : rules.also(rested, item.restedOnService);
  const credited: Mutable<ActivityCredited['data']> = {
    accountId: account.accountId,
    communityId: account.communityId,
    entry: 'activity',
    item: item.id,
    title: item.rule.title,
    base: entry.base,
    scored: entry.scored,
    points: entry.points,
    matterId: data.matterId,
    on: data.on,
    by: data.by,
    clause: item.rule.clause,
    ruleSet: rules.reference,
    readings: withEntered(ofService, context, data),
  };
  if (capacity !== undefined) credited.capacity = capacity;
  if (data.postId !== undefined) credited.postId = data.postId;
  if (data.catalogue !== undefined) credited.catalogue = data.catalogue;
  if (data.note !== undefined) credited.note = data.note;
  return acceptEntry({
    type: 'ActivityCredited',
    data: withMeasure(credited, item.rule, data, limits),
    metadata: VERSIONS.ActivityCredited,
  });
}

/** Service or attendance, for items that tell the two apart as two matters. */
function capacityOf(item: CompiledItem, data: Data): 'service' | 'attendance' | undefined {
  if (item.rule.serviceAndAttendance !== 'two-matters') return undefined;
  return data.postId === undefined ? 'attendance' : 'service';
}

function duplicate(item: CompiledItem, data: Data, known: MatterRecord): Decision {
  const { id, restedOnCapacity, rule } = item;
  const facts = {
    item: id,
    title: rule.title,
    matterId: data.matterId,
    on: dayFromNumber(known[0]),
    points: known[1],
  };
  return refuse('duplicate-matter', rule.clause, facts, restedOnCapacity);
}

const COMMAND_OF: Readonly<Record<ItemRule['entry'], CommandType>> = {
  registration: 'ReportIn',
  claim: 'ClaimPost',
  activity: 'CreditActivity',
};

/** The role's item, where this command enters it and the clause cited is its own. */
function creditable({ role, rules }: OpenContext, data: Data): CompiledItem | Decision {
  const item = role.items.get(data.item);
  if (item === undefined) {
    const facts = {
      item: data.item,
      role: role.id,
      roleTitle: role.rule.title,
      known: [...role.items.keys()],
    };
    return refuse('unknown-item', role.rule.clause, facts, rules.rests());
  }
  const { clause, entry, title } = item.rule;
  if (entry !== 'activity') {
    const facts = { item: item.id, title, command: COMMAND_OF[entry] };
    return refuse('wrong-command', clause, facts, rules.rests());
  }
  if (data.clause === undefined || data.clause === clause) return item;
  const facts = { clause: data.clause, expected: clause, item: item.id, title };
  return refuse('wrong-clause', clause, facts, rules.rests());
}

/** Serving in a post needs its claim, as the rules read that. */
function postClaimed({ account, role }: OpenContext, data: Data): Decision | undefined {
  const { clause, claimed } = role.rule.service;
  if (data.postId === undefined || claimed === 'not-needed') return undefined;
  const claims = recordsOf(account.posts, data.postId, FIELDS.matter);
  const on = dayNumber(data.on);
  if (claims.some(([day]) => claimed === 'ever' || day <= on)) return undefined;
  return refuse('post-not-claimed', clause, { postId: data.postId, on: data.on }, role.restedOnClaimed);
}
