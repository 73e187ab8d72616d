import { svg } from '../h.js';
import { number } from '../words.js';
import { linear } from './scale.js';

/** A figure of each month, under both rule sets. */
export type Month = { readonly month: string; readonly a: number; readonly b: number };

const HEIGHT = 220;
const LEFT = 52;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 26;
/** Room that the name of a year takes. */
const YEAR = 44;

/** Two lines over the months of a run; the years are marked where they begin. */
export function monthLines(months: readonly Month[], width: number): SVGElement {
  const values = months.flatMap(({ a, b }) => [a, b]);
  const y = linear([Math.min(0, ...values), Math.max(1, ...values)], [HEIGHT - BOTTOM, TOP], 4);
  const x = (i: number): number => LEFT + (i / Math.max(1, months.length - 1)) * (width - LEFT - RIGHT);
  const path = (side: 'a' | 'b'): string =>
    months
      .map((month, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(month[side]).toFixed(1)}`)
      .join('');
  const years = months.flatMap(({ month }, i) =>
    month.endsWith('-01') ? [{ year: month.slice(0, 4), i }] : [],
  );
  const every = Math.ceil((years.length * YEAR) / Math.max(1, width - LEFT));
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, class: 'plot' },
    y.ticks.flatMap((tick) => [
      svg('line', { x1: LEFT, x2: width - RIGHT, y1: y(tick), y2: y(tick), class: 'grid' }),
      svg('text', { x: LEFT - 6, y: y(tick) + 4, 'text-anchor': 'end', class: 'number' }, number(tick)),
    ]),
    years
      .filter((_, i) => i % every === 0)
      .flatMap(({ year, i }) => [
        svg('line', { x1: x(i), x2: x(i), y1: HEIGHT - BOTTOM, y2: HEIGHT - BOTTOM + 5, class: 'axis' }),
        svg('text', { x: x(i), y: HEIGHT - 6, class: 'number' }, year),
      ]),
    svg('path', { d: path('a'), class: 'line a' }),
    svg('path', { d: path('b'), class: 'line b' }),
  );
}
