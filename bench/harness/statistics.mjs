/** The middle one of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * Times as ratios against those of what they are held against: the median of each by the other's median, the least and the most by
 * the same, and `best`, the fastest run of the one by the fastest of the other, which noise of the machine moves least.
 */
export function ratioOf(times, against) {
  const middle = median(against);
  return {
    ratio: median(times) / middle,
    min: Math.min(...times) / middle,
    max: Math.max(...times) / middle,
    best: Math.min(...times) / Math.min(...against),
  };
}

/** The exponent k of cost ~ n^k, fitted by least squares on the logarithms. */
export function exponent(points) {
  const logs = points.map(([n, cost]) => [Math.log(n), Math.log(cost)]);
  const mean = (of) => logs.reduce((sum, point) => sum + point[of], 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  const over = logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return over / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}
