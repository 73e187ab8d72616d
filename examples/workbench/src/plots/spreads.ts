import { svg } from '../h.js';
import { number } from '../words.js';
import { linear } from './scale.js';

/** Least, lower quarter, median, upper quarter and largest. */
export type Five = readonly [number, number, number, number, number];
export type Spread = { readonly label: string; readonly a: Five | undefined; readonly b: Five | undefined };

const LABEL = 18;
const STRIP = 16;
const GAP = 12;
const AXIS = 22;
const SIDE = 10;

/** How figures are spread among accounts: the whole as a line, the middle half as a box, the median as a mark. */
export function spreads(rows: readonly Spread[], width: number): SVGElement {
  const values = rows.flatMap(({ a, b }) => [...(a ?? []), ...(b ?? [])]);
  const x = linear([Math.min(0, ...values), Math.max(1, ...values)], [SIDE, width - SIDE]);
  const each = LABEL + 2 * STRIP + GAP;
  const height = rows.length * each + AXIS;
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, class: 'plot' },
    x.ticks.flatMap((tick) => [
      svg('line', { x1: x(tick), x2: x(tick), y1: 0, y2: height - AXIS, class: 'grid' }),
      svg('text', { x: x(tick), y: height - 6, 'text-anchor': 'middle', class: 'number' }, number(tick)),
    ]),
    rows.flatMap(({ label, a, b }, i) => [
      svg('text', { x: 0, y: i * each + 13, class: 'label' }, label),
      ...strip('a', a, i * each + LABEL, x),
      ...strip('b', b, i * each + LABEL + STRIP, x),
    ]),
  );
}

function strip(
  side: 'a' | 'b',
  five: Five | undefined,
  top: number,
  x: (value: number) => number,
): SVGElement[] {
  if (five === undefined) return [];
  const [least, lower, median, upper, largest] = five.map(x) as unknown as Five;
  const middle = top + STRIP / 2;
  return [
    svg('line', { x1: least, x2: largest, y1: middle, y2: middle, class: `whisker ${side}` }),
    svg('rect', {
      x: lower,
      y: top + 2,
      width: Math.max(upper - lower, 2),
      height: STRIP - 4,
      class: side,
      rx: 2,
    }),
    svg('line', { x1: median, x2: median, y1: top, y2: top + STRIP, class: 'median' }),
  ];
}
