import type { Clause, RewardKind, RuleSet } from '../rules/rule-set.js';
import { addDays, type CalendarDate } from '../values/calendar.js';
import type { Text } from '../values/text.js';
import type { WindowKind } from '../values/window.js';
import type { BankEvent, FilingState } from './events/event.js';

/** Something that points can be redeemed for. */
export type Reward = {
  readonly rewardId: string;
  readonly kind: RewardKind;
  readonly title: Text;
  /** Points for one, a whole number from 1. */
  readonly price: number;
  /** The day on which the representative meeting consented. */
  readonly consent?: CalendarDate;
  /** The number available to the whole community. */
  readonly stock?: number;
  /** The number that one account may take in a window. */
  readonly limit?: { readonly quantity: number; readonly per: WindowKind };
};

/** A community's points handbook: its rewards and their prices (clause 4.2). */
export type Handbook = {
  readonly communityId: string;
  readonly version: string;
  /** The day of publication, from which it can be used. */
  readonly published: CalendarDate;
  /** The day on which it was filed with the supervisor (clause 5). */
  readonly filed?: CalendarDate;
  /** The day of a standing consent to all rewards, if the rules accept one. */
  readonly standingConsent?: CalendarDate;
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
 * The state of a handbook's filing on a day. A community files its own measures with the supervisor within a number of days after
 * publication (clause 5: a week).
 *
 * @param on - the day asked about; a later filing does not count yet. The end of time by default.
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
  measure: { readonly published: CalendarDate; readonly filed?: CalendarDate },
  ruleSet: RuleSet,
  on = '9999-12-31',
): Filing {
  if (ruleSet.filing === undefined) return { state: 'not-needed', inTime: true };
  const { clause, withinDays } = ruleSet.filing;
  const dueOn = addDays(measure.published, withinDays);
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
  let found: Handbook | undefined;
  for (const handbook of handbooks) {
    if (handbook.published > on) continue;
    if (found === undefined || handbook.published >= found.published) found = handbook;
  }
  return found;
}

/**
 * The handbook with the stock that its redemptions have left. An account knows nothing of other accounts, so the stock is counted over
 * the community's events.
 *
 * @param events - the community's events; only redemptions from this version of the handbook count
 * @returns the handbook with the remaining `stock`, never below 0
 *
 * @example
 * ```ts
 * import { stockAfter } from 'points-bank'
 * import { defineHandbook } from 'points-bank/define'
 *
 * const handbook = defineHandbook({
 *   communityId: 'linan', version: '2023-1', published: '2023-03-01',
 *   rewards: [{ rewardId: 'umbrella', kind: 'goods', title: { 'zh-CN': '雨伞', en: 'Umbrella' }, price: 5, stock: 3 }],
 * })
 * console.log(stockAfter(handbook, []).rewards[0].stock) // → 3
 * ```
 */
export function stockAfter(handbook: Handbook, events: Iterable<BankEvent>): Handbook {
  const taken = new Map<string, number>();
  for (const event of events) {
    if (event.type !== 'PointsRedeemed' || event.data.communityId !== handbook.communityId) continue;
    if (event.data.handbook.version !== handbook.version) continue;
    for (const { rewardId, quantity } of event.data.lines)
      taken.set(rewardId, (taken.get(rewardId) ?? 0) + quantity);
  }
  const rewards = handbook.rewards.map((reward) =>
    reward.stock === undefined
      ? reward
      : { ...reward, stock: Math.max(0, reward.stock - (taken.get(reward.rewardId) ?? 0)) },
  );
  return { ...handbook, rewards };
}
