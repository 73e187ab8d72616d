import type { Child, FC } from 'hono/jsx';

type Props = {
  readonly id: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** Where the figures of the axis end. */
  readonly left: number;
  readonly axis: readonly number[];
  readonly y: (value: number) => number;
  readonly children?: Child;
};

/** A drawing with its title and the lines of its axis. To a screen reader it is one image. */
export const Frame: FC<Props> = ({ id, title, width, height, left, axis, y, children }) => (
  <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
    <title id={id}>{title}</title>
    {axis.map((value) => (
      <g class="grid">
        <line x1={left} x2={width - 4} y1={y(value)} y2={y(value)} />
        <text x={left - 8} y={y(value) + 4} text-anchor="end">
          {value}
        </text>
      </g>
    ))}
    {children}
  </svg>
);
