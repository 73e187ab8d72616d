import type { Histogram } from 'points-bank/simulation';
import { svg } from '../h.js';
import { number } from '../words.js';
import { linear } from './scale.js';

export type Bin = { readonly from: number; readonly to: number; readonly accounts: number };

const HEIGHT = 200;
const TOP = 20;
const BOTTOM = 26;
/** Below this many pixels a column cannot be told from the next. */
const NARROWEST = 9;
/** Columns at least this wide have their number on top. */
const NUMBERED = 24;

/** Changes in bins of equal width that never cross 0: each side is only gain, or only loss. */
export function bins(changes: Histogram, most: number): readonly Bin[] {
  const moved = changes.filter(([change]) => change !== 0);
  const furthest = Math.max(0, ...moved.map(([change]) => Math.abs(change)));
  // As many on each side, and one place between them for 0.
  const aSide = Math.max(1, Math.floor((most - 1) / 2));
  const size = Math.max(1, Math.ceil(furthest / aSide));
  const counts = new Map<number, number>();
  for (const [change, accounts] of moved) {
    const index = Math.sign(change) * Math.ceil(Math.abs(change) / size);
    counts.set(index, (counts.get(index) ?? 0) + accounts);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([index, accounts]) => {
      const [near, far] = [(Math.abs(index) - 1) * size + 1, Math.abs(index) * size];
      return index > 0 ? { from: near, to: far, accounts } : { from: -far, to: -near, accounts };
    });
}

/** How many accounts lose and gain how much: losses left of 0, gains right of it. */
export function changeColumns(changes: Histogram, width: number): SVGElement {
  const all = bins(changes, Math.floor(width / NARROWEST));
  const size = Math.max(1, ...all.map(({ from, to }) => to - from + 1));
  const least = Math.min(0, ...all.map(({ from }) => from));
  const most = Math.max(0, ...all.map(({ to }) => to));
  const columns = (most - least) / size + 1;
  const each = Math.min(48, width / columns);
  const zero = (width - each * columns) / 2 + (-least / size) * each + each / 2;
  const y = linear([0, Math.max(1, ...all.map(({ accounts }) => accounts))], [HEIGHT - BOTTOM, TOP], 3);
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, class: 'plot' },
    all.flatMap((bin) => column(bin, size, zero, each, y)),
    svg('line', { x1: zero, x2: zero, y1: TOP - 12, y2: HEIGHT - BOTTOM, class: 'axis' }),
    svg('line', { x1: 0, x2: width, y1: HEIGHT - BOTTOM, y2: HEIGHT - BOTTOM, class: 'axis' }),
    svg('text', { x: zero, y: HEIGHT - 8, 'text-anchor': 'middle', class: 'number' }, '0'),
  );
}

function column(
  { from, to, accounts }: Bin,
  size: number,
  zero: number,
  each: number,
  y: (value: number) => number,
): SVGElement[] {
  const gain = from > 0;
  const index = gain ? to / size : from / size;
  const middle = zero + index * each;
  const named = from === to ? signed(from) : `${signed(from)}…${signed(to)}`;
  const top = y(accounts);
  return [
    svg(
      'rect',
      {
        x: middle - each / 2 + 1,
        y: top,
        width: each - 2,
        height: HEIGHT - BOTTOM - top,
        class: gain ? 'gain' : 'loss',
        rx: 2,
      },
      svg('title', {}, `${named}: ${number(accounts)}`),
    ),
    ...(each < NUMBERED
      ? []
      : [
          svg('text', { x: middle, y: top - 5, 'text-anchor': 'middle', class: 'number' }, number(accounts)),
          ...(size > 1 && each < 40
            ? []
            : [
                svg(
                  'text',
                  { x: middle, y: HEIGHT - 8, 'text-anchor': 'middle', class: 'number' },
                  signed(gain ? to : from),
                ),
              ]),
        ]),
  ];
}

/** A number with its sign, as typographers write it. */
export function signed(value: number): string {
  return value > 0 ? `+${number(value)}` : value < 0 ? `−${number(-value)}` : '0';
}
