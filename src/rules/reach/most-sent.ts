import type { Calendar, LimitSpan } from '../../values/window.js';
import type { TransferLimit, TransferRule } from '../rule-set.js';
import { type Comparing, UNCOUNTED } from './comparing.js';
import { times, windowsIn } from './windows-in.js';

/**
 * The most sendings, or points of them, that can come together in a window, by the limits; `Infinity` if these tell no end.
 *
 * @param except - the limit that asks, if one does
 * @param compare - is told how many limits are gone through
 */
export function mostSent(
  { limits = {} }: Pick<TransferRule, 'limits'>,
  { counts, per }: { readonly counts: TransferLimit['counts']; readonly per: LimitSpan },
  calendar: Calendar | undefined,
  except?: TransferLimit,
  compare: Comparing = UNCOUNTED,
): number {
  const all = Object.values(limits);
  compare(all.length);
  const bounds = all
    // Each sending has a point at least.
    .filter((limit) => limit !== except && (limit.counts === counts || counts === 'transfers'))
    .map((limit) => times(limit.maximum, windowsIn(limit.per, per, calendar)));
  return bounds.reduce((least, of) => Math.min(least, of), Number.POSITIVE_INFINITY);
}
