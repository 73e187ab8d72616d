/** The distance of a value from the median of its group, on a scale that one outlier hardly affects. */
export type ModifiedZScore = {
  readonly median: number;
  /** The typical distance of the group's values from the median. */
  readonly spread: number;
  /** Whether `spread` is the median of the distances, or their mean because that median is 0. */
  readonly spreadBy: 'median-distance' | 'mean-distance';
  /** The modified z-score, with its sign. */
  readonly score: number;
};

/** Scales the median distance to the standard deviation of a normal distribution (Iglewicz and Hoaglin, 1993). */
const MEDIAN_SCALE = 0.6745;
/** Scales the mean distance likewise. */
const MEAN_SCALE = 1.253314;

/** The middle value, or the mean of the middle two; 0 if there are none. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** The {@link median} of values that are given by how often each occurs, and how many there are. */
export function medianOfCounts(counts: Readonly<Record<number, number>>): { median: number; values: number } {
  let values = 0;
  const ascending = Object.entries(counts)
    .map(([value, times]) => ({ value: Number(value), times }))
    .sort((a, b) => a.value - b.value)
    .map(({ value, times }) => {
      values += times;
      return { value, upTo: values };
    });
  const at = (place: number): number => ascending.find(({ upTo }) => upTo > place)?.value ?? 0;
  return { median: (at((values - 1) >> 1) + at(values >> 1)) / 2, values };
}

/**
 * Scores values against their group: 0.6745 × (value − median) / median distance. If more than half of the group is equal, the median
 * distance is 0, and the score is (value − median) / (1.253314 × mean distance). If the whole group is equal, all scores are 0.
 */
export function zScores(group: readonly number[]): (value: number) => ModifiedZScore {
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
