import type { AccountOpened } from '../../account/events/event.js';
import type { Clause, RuleSet } from '../../rules/rule-set.js';
import type { LevelCondition, LevelMeasure } from '../../rules/sentence.js';
import type { CalendarDate } from '../../values/calendar.js';
import { isList } from '../../values/is-list.js';
import { own } from '../../values/json.js';
import { fromHundredths, toHundredths } from '../../values/points.js';
import type { Text } from '../../values/text.js';
import { spanOn, type Window, type WindowKind, windowOf } from '../../values/window.js';
import { copyOf } from '../shared/account-details.js';
import { handedOnTo } from '../shared/handed-on.js';
import { ReportError } from '../shared/report-error.js';
import type { StandingEvent } from '../shared/standing-events.js';
import { amountOf, type Deed, fallenSince } from './deeds.js';

/** An account's standing with one level of recognition. */
export type LevelStanding = {
  readonly level: string;
  readonly clause: Clause;
  readonly title: Text;
  /** The points required; 0 if the level needs none. */
  readonly threshold: number;
  readonly per: WindowKind;
  /** The key of the counted window: `life`, `2024`, `2024-Q1` … */
  readonly window: string;
  /** The points earned and corrected in the window, whether or not they were redeemed or lapsed since. */
  readonly counted: number;
  /** Whether all that the level needs is there. */
  readonly reached: boolean;
  /** The points still missing; 0 if there are enough. */
  readonly missing: number;
  /** What else the level needs; absent if it needs points alone. */
  readonly conditions?: readonly ConditionStanding[];
};

/** An account's standing with one condition of a level. */
export type ConditionStanding = {
  readonly condition: string;
  readonly clause: Clause;
  readonly title: Text;
  readonly counts: LevelMeasure;
  /** The least that is needed; absent if there is no least. */
  readonly minimum?: number;
  /** The most that there may be; absent if there is no most. */
  readonly maximum?: number;
  /** The key of the counted window. */
  readonly window: string;
  readonly counted: number;
  /** How much is still missing; 0 if there is enough. */
  readonly missing: number;
  /** How much is above the most; absent if nothing is. */
  readonly above?: number;
};

/** A ground that bars recognition. */
export type BarringGround = {
  readonly ground: string;
  readonly clause: Clause;
  readonly title: Text;
  /** The day on which the account fell below the ground's mark; absent for other grounds. */
  readonly since?: CalendarDate;
  /** The bar on record; absent if the ground is one that the host named or that holds by itself. */
  readonly bar?: { readonly barId: string; readonly from: CalendarDate; readonly until?: CalendarDate };
};

/** Grounds of the rule set. Throws if they are no list, or the rule set does not have one of them. */
export function barringGrounds(ruleSet: RuleSet, grounds: Iterable<string>): BarringGround[] {
  if (!isList(grounds)) throw new ReportError('bad-option', 'grounds have to be a list');
  return Array.from(grounds, (ground) => barringGround(ruleSet, ground));
}

function barringGround({ ineligibility }: RuleSet, ground: string): BarringGround {
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
    if (event.type === 'ActivityCredited' && event.data.bar !== undefined) {
      const { ground, clause, title, bars, from, until } = event.data.bar;
      if (!bars.includes('recognition') || !holdsOn({ from, until }, on)) return [];
      const barId = event.data.matterId;
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

/** The grounds that hold by themselves, because the account fell below their mark, and that keep it from recognition. */
export function groundsFallenUnder(
  deeds: readonly Deed[],
  { ineligibility }: RuleSet,
  on: CalendarDate,
): BarringGround[] {
  return Object.entries(ineligibility).flatMap(
    ([ground, { below, bars, clause, title }]): BarringGround[] => {
      if (below === undefined || bars?.includes('recognition') === false) return [];
      const since = fallenSince(deeds, below, on);
      return since === undefined ? [] : [{ ground, clause, title: copyOf(title), since }];
    },
  );
}

/** The standing with every level of the account's role, the lowest first. */
export function levelsOf(
  deeds: readonly Deed[],
  { recognition: rules, calendar }: RuleSet,
  { role, on: openedOn }: AccountOpened['data'],
  on: CalendarDate,
): LevelStanding[] {
  const ofRole = Object.entries(rules).filter(([, { roles }]) => roles?.includes(role) ?? true);
  const lowestFirst = ofRole.sort(([, a], [, b]) => (a.points ?? 0) - (b.points ?? 0));
  return lowestFirst.map(([level, rule]) => {
    const { clause, title, points: threshold = 0, per = 'life', requires } = rule;
    const window = windowOf(per, on, calendar);
    const counted = amountOf(deeds, ALL_POINTS, window, on);
    const conditions = Object.entries(requires ?? {}).map(([id, condition]) => {
      const over = spanOn(condition.per, on, openedOn, calendar);
      return conditionStanding(id, condition, over, amountOf(deeds, condition, over, on));
    });
    return {
      level,
      clause,
      title: copyOf(title),
      threshold,
      per,
      window: window.key,
      counted,
      reached: counted >= threshold && conditions.every(isMet),
      missing: Math.max(threshold - counted, 0),
      ...(requires === undefined ? {} : { conditions }),
    };
  });
}

const ALL_POINTS = { counts: 'points' } as const;

function conditionStanding(
  condition: string,
  { clause, title, counts, minimum, maximum }: LevelCondition,
  { key }: Window,
  counted: number,
): ConditionStanding {
  const has = toHundredths(counted);
  const missing = minimum === undefined ? 0 : Math.max(toHundredths(minimum) - has, 0);
  const above = maximum === undefined ? 0 : Math.max(has - toHundredths(maximum), 0);
  return {
    condition,
    clause,
    title: copyOf(title),
    counts,
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    window: key,
    counted,
    missing: fromHundredths(missing),
    ...(above === 0 ? {} : { above: fromHundredths(above) }),
  };
}

/** Whether what a condition counts lies within its bounds. */
function isMet({ missing, above }: ConditionStanding): boolean {
  return missing === 0 && above === undefined;
}
