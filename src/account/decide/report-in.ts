import type { CompiledItem } from '../../rules/compiled.js';
import { NO_READINGS } from '../../rules/readings-used.js';
import type { ItemRule } from '../../rules/rule-set.js';
import { addMonths, NEVER } from '../../values/calendar.js';
import { type Calendar, resetsOn } from '../../values/window.js';
import type { ReportIn } from '../commands/command.js';
import type { ActivityCredited } from '../events/event.js';
import { type Account, matterKey } from '../state/account.js';
import type { AccountContext, Context } from './context.js';
import { entryEvent } from './events-of.js';
import { requireConditionsOf } from './guards/conditions.js';
import { requireDate, requireNotBarred, requireOpenAccount } from './guards/entry.js';
import { matterEntered } from './guards/matter-entered.js';
import { type Accepted, accept, RETRIED, refuse } from './outcome.js';
import { scoreEntry } from './scoring/score-entry.js';

/** A report-in after the opening, as often as the clause of the role's item for it allows. */
export function reportIn(given: Context, command: ReportIn, loaded: Account): Accepted {
  const { data } = command;
  const context = requireOpenAccount(given, command, loaded);
  const item = registrationItem(context);
  if (matterEntered(context.account, item.id, matterKey(data.on), data) === 'the-same') return RETRIED;

  requireDate(context, data);
  requireNotBarred(context, 'earning', data.on);
  requireNoReportIn(context, item, data.on);
  const { clause, form } = context.role.rule.opening;
  if (item.rule.form === 'each-time' && form !== undefined && data.formComplete !== true) {
    refuse('form-incomplete', clause, { form }, context.rules.readingsOf(`${item.part}.form`));
  }
  requireConditionsOf(context, item, data);
  const score = scoreEntry(context, item, data.on, { memberId: data.memberId });

  // Nothing can refuse from here on.
  const kept = {
    entry: 'registration',
    matterId: data.on,
    formComplete: data.formComplete === true ? true : undefined,
    capacity: undefined,
    postId: undefined,
    catalogue: undefined,
    note: undefined,
    memberId: data.memberId,
    bar: undefined,
  } as const;
  // Without the form, the entry passed by the answer that asks for none.
  const formUsed = data.formComplete === true ? NO_READINGS : context.rules.readingsOf(`${item.part}.form`);
  const once = context.rules.union(context.rules.union(item.readings.once, formUsed), item.readings.requires);
  return accept(entryEvent<ActivityCredited>(context, 'ActivityCredited', item, score, data, kept, once));
}

/** The item that report-ins and the opening are booked under; a rule set without one does not pass `defineRuleSet`. */
export function registrationItem({ role }: AccountContext): CompiledItem {
  return role.items.get(role.rule.opening.item) as CompiledItem;
}

/** No report-in stands on that day, in its window, or within twelve months of it. */
export function requireNoReportIn({ account, rules }: AccountContext, item: CompiledItem, on: string): void {
  // A report-in is named by its day, so that no day has two.
  const next = nextAfter(item.rule.once?.per ?? 'day', rules.ruleSet.calendar);
  const waiting = account.pending.flatMap((one) => (one.kind === 'matter' && one.isReportIn ? [one.id] : []));
  const inTheWay = (day: string): string | undefined =>
    [...account.reportIns, ...waiting].find((other) => keepsAway(other, day, next));
  const last = inTheWay(on);
  if (last === undefined) return;
  let again = next(last);
  for (let other = inTheWay(again); other !== undefined; other = inTheWay(again)) again = next(other);
  const facts = { on, last, ...(again === NEVER ? {} : { again }) };
  refuse('already-reported-in', item.rule.clause, facts, item.readings.once);
}

/** Whether a report-in of one of these days keeps one of `on` away. */
export function hasReportedIn(
  rule: ItemRule,
  days: readonly string[],
  on: string,
  calendar: Calendar | undefined,
): boolean {
  const per = rule.once?.per;
  return per !== undefined && days.some((other) => keepsAway(other, on, nextAfter(per, calendar)));
}

/** The first day on which a report-in is possible after one of a day. */
function nextAfter(
  per: NonNullable<ItemRule['once']>['per'],
  calendar: Calendar | undefined,
): (day: string) => string {
  return (day) => (per === 'twelve-months' ? addMonths(day, 12) : (resetsOn(per, day, calendar) ?? NEVER));
}

/** Whether a report-in of `other` leaves no room for one of `day`: the earlier of the two keeps the later away until `next`. */
function keepsAway(other: string, day: string, next: (day: string) => string): boolean {
  return other <= day ? day < next(other) : other < next(day);
}
