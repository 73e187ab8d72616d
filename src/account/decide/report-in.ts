import type { CompiledItem } from '../../rules/compiled.js';
import { addMonths, NEVER } from '../../values/calendar.js';
import { resetsOn, type WindowKind } from '../../values/window.js';
import type { ReportIn } from '../commands/command.js';
import type { ActivityCredited } from '../events/event.js';
import { type Account, matterKey } from '../state/account.js';
import { matterContent } from '../state/fingerprint.js';
import type { Context, OpenContext } from './context.js';
import { scoreEntry } from './entry.js';
import { atOpenAccount, creditedBefore, datedWell, withEntered } from './guards.js';
import { type Measure, withMeasure } from './scored-data.js';
import { acceptEntry, type Decision, RETRIED, refuse, VERSIONS } from './verdict.js';

/** The yearly report-in (clauses 2.3.1.1, 2.3.2.1, 2.3.3.1). */
export function reportIn(given: Context, command: ReportIn, loaded: Account): Decision {
  const { data } = command;
  const context = atOpenAccount(given, loaded, command);
  if ('accepted' in context) return context;
  const { account, rules } = context;
  const item = registrationItem(context);
  const known = creditedBefore(account, item.id, matterKey(data.on));
  if (known !== undefined && known[2] === matterContent(data)) return RETRIED;
  const refused = datedWell(context, data.on) ?? notReportedIn(context, item, data.on);
  if (refused !== undefined) return refused;
  const entry = scoreEntry(context, item, data.on, UNMEASURED);
  if ('accepted' in entry) return entry;

  // From here on it must succeed.
  const { limits, rested } = entry;
  const reported: ActivityCredited['data'] = {
    accountId: account.accountId,
    communityId: account.communityId,
    entry: 'registration',
    item: item.id,
    title: item.rule.title,
    base: entry.base,
    scored: entry.scored,
    points: entry.points,
    matterId: data.on,
    on: data.on,
    by: data.by,
    clause: item.rule.clause,
    ruleSet: rules.reference,
    readings: withEntered(rules.also(rested, item.restedOnOnce), context, data),
  };
  return acceptEntry({
    type: 'ActivityCredited',
    data: withMeasure(reported, item.rule, UNMEASURED, limits),
    metadata: VERSIONS.ActivityCredited,
  });
}

/** There is one report-in, and no more or less of it. */
const UNMEASURED: Measure = {};

/** The item that report-ins and the opening are booked under; a rule set without one does not pass `defineRuleSet`. */
function registrationItem({ role }: OpenContext): CompiledItem {
  return role.items.get(role.rule.opening.item) as CompiledItem;
}

/** No report-in stands in the window of that day, or within twelve months of it. */
function notReportedIn({ account }: OpenContext, item: CompiledItem, on: string): Decision | undefined {
  const per = item.rule.once?.per;
  if (per === undefined) return undefined;
  const next = per === 'twelve-months' ? (day: string) => addMonths(day, 12) : nextWindow(per);
  const inTheWay = (day: string): string | undefined =>
    account.reportIns.find((other) => stands(other, day, next));
  const last = inTheWay(on);
  if (last === undefined) return undefined;
  let again = next(last);
  for (let other = inTheWay(again); other !== undefined; other = inTheWay(again)) again = next(other);
  const facts = { on, last, ...(again === NEVER ? {} : { again }) };
  return refuse('already-reported-in', item.rule.clause, facts, item.restedOnOnce);
}

/** Whether a report-in of `other` leaves no room for one of `day`, the earlier of them keeping the later away until `next`. */
function stands(other: string, day: string, next: (day: string) => string): boolean {
  return other <= day ? day < next(other) : other < next(day);
}

function nextWindow(per: WindowKind): (day: string) => string {
  return (day) => resetsOn(per, day) ?? NEVER;
}
