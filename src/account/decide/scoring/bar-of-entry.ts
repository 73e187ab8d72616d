import type { CompiledItem, CompiledRules } from '../../../rules/compiled.js';
import type { IneligibilityRule, Lapse } from '../../../rules/rule-set.js';
import { dayFromNumber, dayNumber } from '../../../values/calendar.js';
import { type Calendar, dayAfterWindow, windowAfter } from '../../../values/window.js';
import type { EntryBar } from '../../events/event.js';
import { RECOGNITION } from '../guards/entry.js';

/** The bar that an entry of the item sets, from its own day. */
export function barOfEntry(
  { ruleSet }: CompiledRules,
  { rule }: CompiledItem,
  on: string,
): EntryBar | undefined {
  if (rule.bars === undefined) return undefined;
  const { ground, lasts } = rule.bars;
  // A rule set whose items name other grounds does not pass `defineRuleSet`.
  const { clause, title, bars = RECOGNITION } = ruleSet.ineligibility[ground] as IneligibilityRule;
  const until = lasts === undefined ? undefined : lastDayOfBar(lasts, on, ruleSet.calendar);
  return { ground, clause, title, bars, from: on, ...(until === undefined ? {} : { until }) };
}

/** The last day of the window a number of windows after that of a day; `undefined` past the last year there is. */
function lastDayOfBar(
  { window, periods }: Lapse,
  on: string,
  calendar: Calendar | undefined,
): string | undefined {
  const last = windowAfter(window, dayNumber(on), periods, calendar);
  return dayAfterWindow(last) === undefined ? undefined : dayFromNumber(last.last);
}
