/** Which way a difference goes for the volunteer. */
export type Direction = 'stricter' | 'looser' | 'new' | 'other';

/** A direction, or `same` where a part says outright what is meant without it. */
export type Verdict = Direction | 'same';

/** Whether more of a part is for the volunteer (1), against (-1), or each in its turn (0). */
export type Sign = 1 | -1 | 0;

/** Looser where nothing becomes less and something more; `same` where nothing changes. */
export function directionOf(changes: readonly number[]): Exclude<Verdict, 'new'> {
  const isMore = changes.some((change) => change > 0);
  const isLess = changes.some((change) => change < 0);
  if (isMore && isLess) return 'other';
  if (isMore) return 'looser';
  return isLess ? 'stricter' : 'same';
}

/** The same seen from the other side: what holds back a gain is stricter, and what holds back a loss is looser. */
export function turned(direction: Verdict, sign: Sign): Verdict {
  if (sign > 0 || direction === 'other' || direction === 'same') return direction;
  if (sign === 0) return direction === 'new' ? 'new' : 'other';
  return direction === 'looser' || direction === 'new' ? 'stricter' : 'looser';
}
