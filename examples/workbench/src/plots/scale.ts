/** Places values on a stretch of a drawing. */
export type Scale = ((value: number) => number) & { readonly ticks: readonly number[] };

/** A linear scale from a domain, widened to round numbers, to a range; with round numbers as ticks. */
export function linear(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
  about = 5,
): Scale {
  const step = roundStep((high - low || 1) / about);
  const first = Math.floor(low / step) * step;
  const last = Math.max(Math.ceil(high / step) * step, first + step);
  const place = (value: number): number => from + ((value - first) / (last - first)) * (to - from);
  const count = Math.round((last - first) / step);
  // Points are whole numbers; a rounded multiple has no tail in binary.
  const ticks = Array.from({ length: count + 1 }, (_, i) => Math.round((first + i * step) * 100) / 100);
  return Object.assign(place, { ticks });
}

/** The least of 1, 2, 5 and their tenfolds that is not below a step. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((of) => of * power >= step) ?? 10;
  return factor * power;
}
