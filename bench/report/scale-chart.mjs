// The cost of each work against its size, both in powers of ten, as an SVG file: drawn by vega, like the charts of the library.
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { exponent } from '../harness/statistics.mjs';

/** Draws series of sizes and times in milliseconds. */
export async function scaleChart(series) {
  const values = Object.entries(series).flatMap(([what, points]) =>
    points.map(([accounts, time]) => ({
      what: `${what} (${exponent(points).toFixed(2)})`,
      accounts,
      seconds: time / 1000,
    })),
  );
  const axis = { grid: true, tickCount: 4 };
  const { spec } = compile({
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: 'white',
    width: 480,
    height: 320,
    data: { values },
    mark: { type: 'line', point: true },
    encoding: {
      x: {
        field: 'accounts',
        type: 'quantitative',
        scale: { type: 'log' },
        title: 'accounts',
        axis: { ...axis, format: ',d' },
      },
      y: {
        field: 'seconds',
        type: 'quantitative',
        scale: { type: 'log' },
        title: 'seconds of a processor',
        axis: { ...axis, format: '~g' },
      },
      color: {
        field: 'what',
        type: 'nominal',
        title: 'work (fitted exponent)',
        sort: null,
        legend: { labelLimit: 0, titleLimit: 0 },
      },
    },
  });
  return new View(parse(spec), { renderer: 'none' }).toSVG();
}
