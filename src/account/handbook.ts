import { requireRuleSet } from '../rules/require-rule-set.js';
import type { Clause, FilingRule, RedemptionSpan, RewardKind, RuleSet } from '../rules/rule-set.js';
import { addDays, type CalendarDate, isWeekend } from '../values/calendar.js';
import {
  changedFields,
  changesOfParts,
  type EditionChange,
  editionOn,
  NotAnEditionError,
  requireEdition,
} from '../values/editions.js';
import { isList } from '../values/is-list.js';
import { deepFreeze } from '../values/json.js';
import { requireDate } from '../values/require-date.js';
import type { Text } from '../values/text.js';
import { undisturbed } from '../values/undisturbed.js';
import type { FilingState } from './events/event.js';

/** Something that points can be redeemed for. */
export type Reward = {
  readonly rewardId: string;
  readonly kind: RewardKind;
  readonly title: Text;
  /** Points for one: a whole number from 1, and 0 of an honour. */
  readonly price: number;
  /** The day of the consent to it, if the rules ask for one. */
  readonly consent?: CalendarDate;
  /** The last day on which that consent counts; without end, or as long as the rules say, if absent. */
  readonly consentUntil?: CalendarDate;
  /**
   * The number for the whole community: of all editions together, so that a new edition does not start it anew, or of all redemptions
   * from `stockFrom` on. `stockAfter` tells what is left of it.
   */
  readonly stock?: number;
  /** The day on which the stock was counted. Redemptions dated before it are not taken from it. */
  readonly stockFrom?: CalendarDate;
  /** The number that one account may take: in one visit, in each period of redeeming, or over any window. */
  readonly limit?: { readonly quantity: number; readonly per: RedemptionSpan };
};

/** A community's points handbook: its rewards and their prices. */
export type Handbook = {
  readonly communityId: string;
  readonly version: string;
  /** The day of publication, from which it can be used. */
  readonly published: CalendarDate;
  /** The day on which it was filed, where the rules ask for that (`filing`). */
  readonly filed?: CalendarDate;
  /** The day of a standing consent to all rewards, if the rules accept one. */
  readonly standingConsent?: CalendarDate;
  /** The last day on which the standing consent counts. */
  readonly standingConsentUntil?: CalendarDate;
  /** The version of the edition that this one follows; a first edition follows none. */
  readonly follows?: string;
  /** Days after publication that are no working days, where a filing is due within working days; Saturdays and Sundays if absent. */
  readonly daysOff?: readonly CalendarDate[];
  readonly rewards: readonly Reward[];
};

/** The state of the filing of a handbook, or of any other measure of a community's own. */
export type Filing =
  | {
      readonly clause: Clause;
      /** The last day to file. */
      readonly dueOn: CalendarDate;
      readonly filedOn?: CalendarDate;
      readonly state: Exclude<FilingState, 'not-needed'>;
      /** Whether it was filed, not before publication and not after the due day. */
      readonly inTime: boolean;
    }
  | {
      /** The rules have nothing filed. */
      readonly state: 'not-needed';
      readonly inTime: true;
      readonly clause?: undefined;
      readonly dueOn?: undefined;
      readonly filedOn?: undefined;
    };

/**
 * The state of a handbook's filing on a day. Where the rules ask for it, a community files its own measures with the supervisor
 * within a number of days after publication; `filing` of the rules says of which days, and which editions.
 *
 * @param on - the day asked about; a later filing does not count yet. The end of time by default.
 * @throws {@link NotARuleSetError}, {@link NotAnEditionError}, {@link NotADateError} where something else is given
 *
 * @example
 * ```ts
 * import { filing } from 'points-bank'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const state = filing({ published: '2023-06-24', filed: '2023-07-02' }, renfa2022)
 * console.log(state.dueOn, state.inTime) // → 2023-07-01 false
 * ```
 */
export function filing(
  measure: Pick<Handbook, 'published' | 'filed' | 'follows' | 'daysOff'>,
  ruleSet: RuleSet,
  on: CalendarDate = '9999-12-31',
): Filing {
  return undisturbed(() => filingOf(measure, ruleSet, on));
}

function filingOf(
  measure: Pick<Handbook, 'published' | 'filed' | 'follows' | 'daysOff'>,
  ruleSet: RuleSet,
  on: CalendarDate,
): Filing {
  requireRuleSet(ruleSet);
  requireDate(on);
  requireEdition('handbook', [], measure);
  requireDate(measure.published);
  const rule = ruleSet.filing;
  if (rule === undefined || (rule.editions === 'first' && measure.follows !== undefined)) {
    return { state: 'not-needed', inTime: true };
  }
  const { clause } = rule;
  const dueOn = dueOf(measure, rule);
  const filedOn = measure.filed !== undefined && measure.filed <= on ? measure.filed : undefined;
  const state = filingState(measure.published, dueOn, filedOn, on);
  return {
    clause,
    dueOn,
    ...(filedOn === undefined ? {} : { filedOn }),
    state,
    inTime: state === 'filed-in-time',
  };
}

/** The last day to file, in natural or working days after publication. */
function dueOf(
  { published, daysOff }: Pick<Handbook, 'published' | 'daysOff'>,
  { days, withinDays }: FilingRule,
): CalendarDate {
  if (days === undefined) return addDays(published, withinDays);
  if (daysOff !== undefined && !isList(daysOff))
    throw new NotAnEditionError('the days off have to be a list');
  const off = daysOff && new Set(daysOff);
  let due = published;
  for (let worked = 0; worked < withinDays; ) {
    due = addDays(due, 1);
    const isOff = off === undefined ? isWeekend(due) : off.has(due);
    if (!isOff) worked += 1;
  }
  return due;
}

function filingState(
  published: CalendarDate,
  dueOn: CalendarDate,
  filedOn: CalendarDate | undefined,
  on: CalendarDate,
): Exclude<FilingState, 'not-needed'> {
  // A filing dated before publication is not the filing of what was published.
  if (filedOn === undefined || filedOn < published) return on <= dueOn ? 'pending' : 'overdue';
  return filedOn <= dueOn ? 'filed-in-time' : 'filed-late';
}

/**
 * The handbook in use on a day: of those published by then, the latest. `undefined` if there is none yet.
 *
 * @param handbooks - one community's handbooks, in any order
 * @throws {@link NotAnEditionError}, {@link NotADateError} where something else is given
 *
 * @example
 * ```ts
 * import { handbookOn } from 'points-bank'
 *
 * const spring = { communityId: 'linan', version: '2023-1', published: '2023-03-01', rewards: [] }
 * const autumn = { communityId: 'linan', version: '2023-2', published: '2023-09-01', rewards: [] }
 * console.log(handbookOn([autumn, spring], '2023-06-30')?.version) // → 2023-1
 * ```
 */
export function handbookOn(handbooks: Iterable<Handbook>, on: CalendarDate): Handbook | undefined {
  return editionOn(handbooks, on, requireHandbook);
}

/** Throws for what is no handbook at all. */
export function requireHandbook(given: unknown): void {
  requireEdition('handbook', ['rewards'], given);
}

/** One difference between two editions of a handbook. */
export type HandbookChange = EditionChange<'reward'> | HandbookFieldChange;

/** A field of the handbook itself that differs between two editions. */
export type HandbookFieldChange = {
  readonly part: 'handbook';
  readonly change: 'changed';
  readonly field: string;
  readonly was?: unknown;
  readonly is?: unknown;
};

/**
 * What changed between two editions of a handbook: consents to everything first, then rewards that are gone, then rewards that are new
 * and the fields of rewards that changed. Version, publication and filing are each edition's own, and are not listed.
 *
 * @throws {@link NotAnEditionError} where one of them is none
 *
 * @example
 * ```ts
 * import { handbookChanges } from 'points-bank'
 *
 * const title = { en: 'Haircut' }
 * const before = { communityId: 'linan', version: '1', published: '2023-03-01', rewards: [{ rewardId: 'haircut', kind: 'service', title, price: 2 }] } as const
 * const after = { ...before, version: '2', published: '2023-09-01', rewards: [{ ...before.rewards[0], price: 3 }] } as const
 * const [change] = handbookChanges(before, after)
 * if (change.change === 'changed') console.log(change.field, change.was, change.is) // → price 2 3
 * ```
 */
export function handbookChanges(before: Handbook, after: Handbook): readonly HandbookChange[] {
  return undisturbed(() => changesBetween(before, after));
}

function changesBetween(before: Handbook, after: Handbook): readonly HandbookChange[] {
  requireHandbook(before);
  requireHandbook(after);
  const changed = changedFields(shared(before), shared(after));
  return deepFreeze([
    ...changed.map((field) => ({ part: 'handbook', change: 'changed', ...field }) as const),
    ...changesOfParts('reward', ({ rewardId }) => rewardId, before.rewards, after.rewards),
  ]);
}

/** What concerns all rewards of a handbook. */
function shared({ standingConsent, standingConsentUntil }: Handbook): object {
  return { standingConsent, standingConsentUntil };
}
