/** Round figures for an axis from 0 (or below, where there are debts) up to the largest value, about as many as asked for. */
export function ticks(values: readonly number[], about = 4): number[] {
  const most = Math.max(1, ...values);
  const least = Math.min(0, ...values);
  const rough = (most - least) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((by) => by * power).find((candidate) => candidate >= rough) ?? power * 10,
  );
  const from = Math.floor(least / step);
  const to = Math.ceil(most / step);
  return Array.from({ length: to - from + 1 }, (_, place) => (from + place) * step);
}

/** Okabe and Ito: colours that stay apart for colour-blind readers, the same as in the library's own charts. */
const COLOURS = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
  '#999999',
  '#f0e442',
] as const;

export const colourOf = (place: number): string => COLOURS[place % COLOURS.length] ?? '#999999';
