/*
 * How time grows with the size of the input. Only ratios of times are compared, and each is between two measurements of about the same
 * length, so that a slow or busy machine affects both alike: eight times the input is timed against the small input done eight times.
 */

/** The time of some work done so many times, in milliseconds. */
function timeOf(work: () => void, times = 1): number {
  const start = performance.now();
  for (let n = 0; n < times; n += 1) work();
  return performance.now() - start;
}

/** Shorter times, in milliseconds, say nothing. */
const NOTHING = 4;
const TRIES = 8;

/** How many times as long `much` takes as `little` done so many times, at the most favourable of several tries. */
function ratio(much: () => void, little: () => void, times: number, enough: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && best > enough; tries += 1) {
    const [before, long, after] = [timeOf(little, times), timeOf(much), timeOf(little, times)];
    if (long < NOTHING) return 0;
    best = Math.min(best, long / Math.max(before, after, NOTHING));
  }
  return best;
}

/**
 * How many times as long eight times the input takes: about 8 if the time grows with the input, 64 if it grows with its square. 0 if
 * even the larger input takes next to no time.
 */
export function growth(make: (size: number) => () => void, size: number, enough = MOST): number {
  return 8 * ratio(make(size * 8), make(size), 8, enough / 8);
}

/** How many times as long `much` takes as `little`. */
export function timesAsLong(much: () => void, little: () => void, enough: number): number {
  return ratio(much, little, 1, enough);
}

/** The growth that passes: between that of the input and that of its square. */
export const MOST = 24;
