import type { Calendar, LimitSpan } from '../../values/window.js';
import type { TransferLimit, TransferRule } from '../rule-set.js';
import { times, windowsIn } from './windows-in.js';

/**
 * The most sendings, or points of them, that can come together in a window, by the limits; `Infinity` if these tell no end.
 *
 * @param except - the limit that asks, if one does
 */
export function mostSent(
  { limits = {} }: Pick<TransferRule, 'limits'>,
  { counts, per }: { readonly counts: TransferLimit['counts']; readonly per: LimitSpan },
  calendar: Calendar | undefined,
  except?: TransferLimit,
): number {
  const bounds = Object.values(limits)
    // Each sending has a point at least.
    .filter((limit) => limit !== except && (limit.counts === counts || counts === 'transfers'))
    .map((limit) => times(limit.maximum, windowsIn(limit.per, per, calendar)));
  return Math.min(Number.POSITIVE_INFINITY, ...bounds);
}
