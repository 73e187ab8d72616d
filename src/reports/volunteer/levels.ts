import type { AccountOpened } from '../../account/events/event.js';
import type { Clause, RecognitionRule, RuleSet } from '../../rules/rule-set.js';
import { type CalendarDate, monthOf } from '../../values/calendar.js';
import { own } from '../../values/json.js';
import type { Text } from '../../values/text.js';
import { type WindowKind, windowOf } from '../../values/window.js';
import { copyOf } from '../shared/account-details.js';
import type { AccountReader } from '../shared/read-accounts.js';
import { ReportError } from '../shared/report-error.js';
import { dayOf, effectOf } from '../shared/turnover.js';

/** An account's standing with one level of recognition. */
export type LevelStanding = {
  readonly level: string;
  readonly clause: Clause;
  readonly title: Text;
  /** The points required. */
  readonly threshold: number;
  readonly per: WindowKind;
  /** The key of the counted window: `life`, `2024`, `2024-Q1` … */
  readonly window: string;
  /** The points earned and corrected in the window, whether or not they were redeemed or lapsed since. */
  readonly counted: number;
  readonly reached: boolean;
  /** The points still missing; 0 if the level is reached. */
  readonly missing: number;
};

/** A ground that bars recognition. */
export type BarringGround = { readonly ground: string; readonly clause: Clause; readonly title: Text };

/** A ground of the rule set. Throws if the rule set does not have it. */
export function barringGround({ ineligibility }: RuleSet, ground: string): BarringGround {
  const rule = own(ineligibility, ground);
  if (rule !== undefined) return { ground, clause: rule.clause, title: copyOf(rule.title) };
  const known = Object.keys(ineligibility).join(', ');
  throw new ReportError('bad-option', `grounds: the rule set has no ground '${ground}'; it has: ${known}`);
}

/** A level with the points counted so far. */
type CountedLevel = { readonly id: string; readonly rule: RecognitionRule; counted: number };

/** Counts the points of each level, the lowest level first. */
export function levelReader(
  { recognition: rules }: RuleSet,
  on: CalendarDate,
): AccountReader<{ readonly opened: AccountOpened; readonly levels: readonly CountedLevel[] }> {
  const lowestFirst = Object.entries(rules).sort(([, a], [, b]) => a.points - b.points);
  return {
    start: (opened) => ({ opened, levels: lowestFirst.map(([id, rule]) => ({ id, rule, counted: 0 })) }),
    add: ({ levels }, event) => {
      const day = dayOf(event);
      if (day > on) return;
      const { assessed } = effectOf(event);
      for (const level of levels) {
        if (monthOf(day) >= windowOf(level.rule.per, on).first) level.counted += assessed;
      }
    },
  };
}

/** The standing of a level. */
export function standingOf(
  level: string,
  rule: RecognitionRule,
  counted: number,
  on: CalendarDate,
): LevelStanding {
  const { clause, title, points: threshold, per } = rule;
  return {
    level,
    clause,
    title: copyOf(title),
    threshold,
    per,
    window: windowOf(per, on).key,
    counted,
    reached: counted >= threshold,
    missing: Math.max(threshold - counted, 0),
  };
}
