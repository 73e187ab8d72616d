/*
 * How much an attack tries: little in CI, as part of `npm test`; much in `npm run attack`.
 */
const IS_LONG = process.env.ATTACK === 'long';

/** The one of two sizes that this run has. */
export function scaled<Size>(small: Size, long: Size): Size {
  return IS_LONG ? long : small;
}

/** Every part of a list in a long run, and each so many of them in a short one. */
export function sampled<Part>(parts: readonly Part[], each: number): readonly Part[] {
  return IS_LONG ? parts : parts.filter((_, at) => at % each === 0);
}
