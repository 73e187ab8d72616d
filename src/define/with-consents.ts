import type { Handbook } from '../account/handbook.js';
import { problemAt } from '../schema/problem.js';
import type { CalendarDate } from '../values/calendar.js';
import { isRecord, own } from '../values/json.js';
import { defineHandbook } from './define-handbook.js';
import { HandbookError } from './errors.js';

/** A consent to a reward: its day, or its day and the last day on which it counts. */
export type Consent = CalendarDate | { readonly on: CalendarDate; readonly until?: CalendarDate };

/**
 * The same edition of a handbook with consents that came after it was published. Prices stay as they were, so it need not be filed again.
 * A consent takes the place of an earlier one to the same reward; redemptions of days before it
 * are decided with the handbook as it was.
 *
 * @param consents - by reward
 * @returns a copy, deeply frozen
 * @throws {@link HandbookError} with every problem and its path: a reward that the handbook does not have, a day that does not exist
 *
 * @example
 * ```ts
 * import { defineHandbook, withConsents } from 'points-bank/define'
 *
 * const handbook = defineHandbook({
 *   communityId: 'linan', version: '2023-1', published: '2023-03-01',
 *   rewards: [{ rewardId: 'rice', kind: 'goods', title: { en: 'Rice' }, price: 4 }],
 * })
 * const consented = withConsents(handbook, { rice: { on: '2023-04-10', until: '2024-04-09' } })
 * console.log(consented.rewards[0].consent, consented.rewards[0].consentUntil) // → 2023-04-10 2024-04-09
 * ```
 */
export function withConsents(
  handbook: Handbook,
  consents: { readonly [rewardId: string]: Consent },
): Handbook {
  const before = defineHandbook(handbook);
  if (!isRecord(consents)) throw new HandbookError([problemAt(['consents'], 'not-an-object')]);
  const known = new Set(before.rewards.map(({ rewardId }) => rewardId));
  const unknown = Object.keys(consents).filter((rewardId) => !known.has(rewardId));
  if (unknown.length > 0) {
    throw new HandbookError(unknown.map((rewardId) => problemAt([rewardId], 'unknown-reward')));
  }
  return defineHandbook({
    ...before,
    rewards: before.rewards.map((reward) => {
      const consent = own(consents, reward.rewardId);
      if (consent === undefined) return reward;
      const { consentUntil: _before, ...rest } = reward;
      if (!isRecord(consent)) return { ...rest, consent };
      const { on, until } = consent;
      return { ...rest, consent: on, ...(until === undefined ? {} : { consentUntil: until }) };
    }),
  });
}
