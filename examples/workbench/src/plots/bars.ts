import { svg } from '../h.js';
import { number } from '../words.js';
import { linear } from './scale.js';

/** Something under both rule sets. */
export type PairedRow = { readonly label: string; readonly a: number; readonly b: number };

const BAR = 13;
const LABEL = 18;
const GAP = 12;
/** Room for the number behind a bar. */
const NUMBER = 64;

/** Two bars for each row, one under the other, each with its number. Bars below 0 go to the left. */
export function pairedBars(rows: readonly PairedRow[], width: number): SVGElement {
  const values = rows.flatMap(({ a, b }) => [a, b]);
  const low = Math.min(0, ...values);
  const x = linear([low, Math.max(0, ...values)], [low < 0 ? NUMBER : 0, width - NUMBER]);
  const each = LABEL + 2 * BAR + GAP;
  const height = rows.length * each;
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, class: 'plot' },
    rows.flatMap(({ label, a, b }, i) => [
      svg('text', { x: 0, y: i * each + 13, class: 'label' }, label),
      ...bar('a', a, i * each + LABEL, x),
      ...bar('b', b, i * each + LABEL + BAR + 1, x),
    ]),
    // Where all bars go one way they begin at the edge, which needs no line.
    low < 0 && svg('line', { x1: x(0), x2: x(0), y1: 0, y2: height - GAP / 2, class: 'axis' }),
  );
}

function bar(side: 'a' | 'b', value: number, y: number, x: (value: number) => number): SVGElement[] {
  const [from, to] = [x(Math.min(0, value)), x(Math.max(0, value))];
  const behind = value < 0 ? { x: from - 5, 'text-anchor': 'end' } : { x: to + 5 };
  return [
    svg('rect', { x: from, y, width: Math.max(to - from, 1), height: BAR - 1, class: side, rx: 2 }),
    svg('text', { ...behind, y: y + BAR - 3, class: 'number' }, number(value)),
  ];
}
