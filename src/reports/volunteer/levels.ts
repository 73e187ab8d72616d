import type { Clause, RecognitionRule, RuleSet } from '../../rules/rule-set.js';
import { type CalendarDate, dayNumber } from '../../values/calendar.js';
import { own } from '../../values/json.js';
import type { Text } from '../../values/text.js';
import { type WindowKind, windowOf } from '../../values/window.js';
import { copyOf } from '../shared/account-details.js';
import { effectOf } from '../shared/event-effect.js';
import { handedOnTo } from '../shared/handed-on.js';
import { isAssessed, takenUpOf } from '../shared/lapse.js';
import { ReportError } from '../shared/report-error.js';
import type { StandingEvent } from '../shared/standing-events.js';

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
export type BarringGround = {
  readonly ground: string;
  readonly clause: Clause;
  readonly title: Text;
  /** The bar on record; absent if the ground is one that the host named. */
  readonly bar?: { readonly barId: string; readonly from: CalendarDate; readonly until?: CalendarDate };
};

/** A ground of the rule set. Throws if the rule set does not have it. */
export function barringGround({ ineligibility }: RuleSet, ground: string): BarringGround {
  const rule = own(ineligibility, ground);
  if (rule !== undefined) return { ground, clause: rule.clause, title: copyOf(rule.title) };
  const known = Object.keys(ineligibility).join(', ');
  throw new ReportError('bad-option', `grounds: the rule set has no ground '${ground}'; it has: ${known}`);
}

/** The bars on record that keep an account from recognition on a day: its own, and those that it took up. */
export function barsOnRecord(
  standing: readonly StandingEvent[],
  ruleSet: RuleSet,
  on: CalendarDate,
): BarringGround[] {
  return standing.flatMap(({ event }): BarringGround[] => {
    if (event.type === 'AccountBarred') {
      const { ground, clause, title, bars, barId, from, until } = event.data;
      if (!bars.includes('recognition') || !holdsOn(event.data, on)) return [];
      return [{ ground, clause, title: copyOf(title), bar: barOf({ barId, from, until }) }];
    }
    if (event.type !== 'AccountOpened') return [];
    const bars = handedOnTo(event).flatMap((handed) => handed.bars);
    return bars.flatMap(({ ground, barId, from, until }): BarringGround[] => {
      const rule = own(ruleSet.ineligibility, ground);
      if (rule === undefined || !(rule.bars ?? ['recognition']).includes('recognition')) return [];
      if (!holdsOn({ from, until }, on)) return [];
      const bar = barOf({ barId, from, until });
      return [{ ground, clause: rule.clause, title: copyOf(rule.title), bar }];
    });
  });
}

type Days = { readonly from: CalendarDate; readonly until?: CalendarDate | undefined };

function holdsOn({ from, until }: Days, on: CalendarDate): boolean {
  return from <= on && (until === undefined || on <= until);
}

function barOf({ barId, from, until }: Days & { readonly barId: string }): NonNullable<BarringGround['bar']> {
  return { barId, from, ...(until === undefined ? {} : { until }) };
}

/** The standing with every level, the lowest first. What was taken up counts on the days that it bore in the account before. */
export function levelsOf(
  standing: readonly StandingEvent[],
  { recognition: rules, calendar }: RuleSet,
  on: CalendarDate,
): LevelStanding[] {
  const assessed = standing.flatMap(({ event, on: day }) => {
    const own = { on: day, points: effectOf(event).assessed };
    return event.type === 'AccountOpened' ? [own, ...takenUpOf(event).filter(isAssessed)] : [own];
  });
  const lowestFirst = Object.entries(rules).sort(([, a], [, b]) => a.points - b.points);
  return lowestFirst.map(([id, rule]) => {
    const { key, first } = windowOf(rule.per, on, calendar);
    const counted = assessed.filter((one) => one.on <= on && dayNumber(one.on) >= first);
    return standingOf(
      id,
      rule,
      counted.reduce((sum, { points }) => sum + points, 0),
      key,
    );
  });
}

/** The standing of a level. */
function standingOf(level: string, rule: RecognitionRule, counted: number, window: string): LevelStanding {
  const { clause, title, points: threshold, per } = rule;
  return {
    level,
    clause,
    title: copyOf(title),
    threshold,
    per,
    window,
    counted,
    reached: counted >= threshold,
    missing: Math.max(threshold - counted, 0),
  };
}
