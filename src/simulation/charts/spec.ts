import type { Json } from '../../values/json.js';

/** A chart as data: a Vega-Lite 6 specification. */
export type VegaLiteSpec = {
  readonly $schema: string;
  readonly title: string;
  readonly [part: string]: Json;
};

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json';

/** Shows names in full, in colours that colour-blind readers can tell apart (Okabe and Ito). */
const CONFIG = {
  axis: { labelLimit: 0 },
  header: { labelLimit: 0 },
  legend: { labelLimit: 0 },
  range: {
    category: ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#999999', '#f0e442'],
  },
};

/** A row of a chart's data. */
export type ChartRow = { readonly [field: string]: string | number };

/** Makes a chart from rows. */
export function chart(
  title: string,
  rows: readonly ChartRow[],
  parts: { readonly [part: string]: Json },
): VegaLiteSpec {
  return {
    $schema: SCHEMA,
    title,
    width: 640,
    height: 280,
    config: CONFIG,
    data: { values: rows },
    ...parts,
  };
}

/** A channel of names, in the order of the data. */
export function names(
  field: string,
  title: string | null,
  more: { readonly [part: string]: Json } = {},
): Json {
  return { field, type: 'nominal', title, sort: null, ...more };
}

/** A channel of numbers. */
export function numbers(field: string, title: string, more: { readonly [part: string]: Json } = {}): Json {
  return { field, type: 'quantitative', title, ...more };
}

/** A channel of months, years or periods. They are names, because renderers shift dates into their own time zone. */
export function times(field: string, title: string): Json {
  return { field, type: 'ordinal', title, axis: { labelOverlap: true, labelAngle: -45 } };
}
