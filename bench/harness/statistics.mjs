/** The middle one of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Each contender's times as ratios against the limit's median, and its memory against the limit's. */
export function ratios(measured, by) {
  const limit = median(measured[0].times.map((time) => time[by]));
  return measured.map(({ name, times, peak }) => {
    const of = times.map((time) => time[by] / limit);
    return {
      name,
      ratio: median(of),
      min: Math.min(...of),
      max: Math.max(...of),
      memory: peak / measured[0].peak,
    };
  });
}

/** The exponent k of cost ~ n^k, fitted by least squares on the logarithms. */
export function exponent(points) {
  const logs = points.map(([n, cost]) => [Math.log(n), Math.log(cost)]);
  const mean = (of) => logs.reduce((sum, point) => sum + point[of], 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  const over = logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return over / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}
