import type { FC } from 'hono/jsx';
import { Frame } from './frame.js';
import { colourOf, ticks } from './scale.js';

type Series = { readonly name: string; readonly values: readonly number[] };

type Props = {
  readonly id: string;
  readonly title: string;
  readonly labels: readonly string[];
  /** Stacked upon one another, in this order. */
  readonly series: readonly Series[];
  readonly width: number;
};

const HEIGHT = 260;
const LEFT = 44;
const BOTTOM = 30;
const TOP = 12;

/** Bars by month, stacked by item. The figures stand in a table below: the drawing is one image to a screen reader. */
export const StackedBars: FC<Props> = ({ id, title, labels, series, width }) => {
  const sums = labels.map((_, at) =>
    series.reduce((sum, { values }) => sum + Math.max(0, values[at] ?? 0), 0),
  );
  const axis = ticks(sums);
  const top = axis.at(-1) ?? 1;
  const y = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top);
  const slot = (width - LEFT - 8) / Math.max(1, labels.length);
  const every = Math.ceil(46 / slot);
  return (
    <Frame id={id} title={title} width={width} height={HEIGHT} left={LEFT} axis={axis} y={y}>
      {labels.map((label, at) => {
        const x = LEFT + slot * at + slot * 0.14;
        let below = 0;
        return (
          <g>
            {series.map(({ name, values }, place) => {
              const value = Math.max(0, values[at] ?? 0);
              if (value === 0) return null;
              const bar = (
                <rect
                  x={x.toFixed(1)}
                  y={y(below + value).toFixed(1)}
                  width={(slot * 0.72).toFixed(1)}
                  height={(y(below) - y(below + value)).toFixed(1)}
                  fill={colourOf(place)}
                >
                  <title>{`${label} ${name} ${value}`}</title>
                </rect>
              );
              below += value;
              return bar;
            })}
            {(labels.length - 1 - at) % every === 0 && (
              <text
                class="tick"
                x={(x + slot * 0.36).toFixed(1)}
                y={HEIGHT - BOTTOM + 18}
                text-anchor="middle"
              >
                {label}
              </text>
            )}
          </g>
        );
      })}
    </Frame>
  );
};

export const Legend: FC<{ readonly series: readonly { readonly name: string }[] }> = ({ series }) => (
  <ul class="legend" aria-hidden="true">
    {series.map(({ name }, place) => (
      <li>
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <rect width="12" height="12" rx="2" fill={colourOf(place)} />
        </svg>
        {name}
      </li>
    ))}
  </ul>
);
