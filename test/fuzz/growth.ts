/*
 * How time grows with the size of the input. What is measured is the least of several runs, and only the ratio between two sizes
 * counts, with room to spare: eight times the input takes 64 times as long by the law of squares, and is found where it does; a busy
 * machine is not.
 */

/** The time that some work takes, in milliseconds: the least of several runs. */
function cost(work: () => void, runs = 3): number {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < runs; n += 1) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Below so many milliseconds nothing is told. */
const NOTHING = 4;

/**
 * How many times as long eight times the input takes, at the most favourable of several tries: about 8 where the time grows with the
 * input, 64 where it grows with its square. 0 where even the larger takes next to nothing.
 */
export function growth(make: (size: number) => () => void, size: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 4; tries += 1) {
    const small = cost(make(size));
    const large = cost(make(size * 8));
    if (large < NOTHING) return 0;
    best = Math.min(best, large / Math.max(small, NOTHING / 8));
    if (best <= MOST) return best;
  }
  return best;
}

/** The growth that is let pass: between that of the input and that of its square. */
export const MOST = 24;
