/** How far a value is from the middle of its group, by a measure that the value itself can hardly move. */
export type Deviation = {
  readonly median: number;
  /** How far the group's values are from the median as a rule. */
  readonly spread: number;
  /** Which spread: the median of the distances from the median, or their mean where that median is 0. */
  readonly spreadBy: 'median-distance' | 'mean-distance';
  /** The modified z-score, with its sign. */
  readonly score: number;
};

/** Brings the median distance to the scale of a standard deviation of normal values (Iglewicz and Hoaglin, 1993). */
const MEDIAN_SCALE = 0.6745;
/** The same for the mean distance. */
const MEAN_SCALE = 1.253314;

/** The middle value, or the mean of the two in the middle; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/**
 * Measures values by their group: 0.6745 × (value − median) / median distance. Where more than half of the group is equal, the
 * median distance is 0, and (value − median) / (1.253314 × mean distance) stands in for it. In a group that is equal all through
 * nothing deviates.
 */
export function deviations(group: readonly number[]): (value: number) => Deviation {
  const middle = median(group);
  const distances = group.map((value) => Math.abs(value - middle));
  const byMedian = median(distances);
  if (byMedian > 0) {
    return (value) => ({
      median: middle,
      spread: byMedian,
      spreadBy: 'median-distance',
      score: (MEDIAN_SCALE * (value - middle)) / byMedian,
    });
  }
  const byMean = distances.reduce((sum, distance) => sum + distance, 0) / Math.max(distances.length, 1);
  return (value) => ({
    median: middle,
    spread: byMean,
    spreadBy: 'mean-distance',
    score: byMean === 0 ? 0 : (value - middle) / (MEAN_SCALE * byMean),
  });
}
