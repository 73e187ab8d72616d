import type { FC } from 'hono/jsx';

export type Level = {
  readonly name: string;
  readonly value: number;
  readonly note: string;
  readonly colour: string;
};

/** Bars side by side, each with its name and its figure in full. */
export const Levels: FC<{
  readonly id: string;
  readonly title: string;
  readonly levels: readonly Level[];
  readonly width: number;
}> = ({ id, title, levels, width }) => {
  const most = Math.max(1, ...levels.map(({ value }) => value));
  const row = 52;
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${row * levels.length}`} role="img" aria-labelledby={id}>
      <title id={id}>{title}</title>
      {levels.map(({ name, value, note, colour }, at) => (
        <g>
          <text class="name" x={2} y={row * at + 18}>
            {name}
            <tspan class="note" dx="10">
              {note}
            </tspan>
          </text>
          <rect class="track" x={2} y={row * at + 26} width={width - 70} height={16} rx={4} />
          <rect
            class={`bar ${colour}`}
            x={2}
            y={row * at + 26}
            width={Math.max(2, ((width - 70) * Math.max(0, value)) / most).toFixed(1)}
            height={16}
            rx={4}
          />
          <text class="value" x={width - 4} y={row * at + 39} text-anchor="end">
            {value}
          </text>
        </g>
      ))}
    </svg>
  );
};
