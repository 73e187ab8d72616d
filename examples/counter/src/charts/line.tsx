import type { FC } from 'hono/jsx';
import { Frame } from './frame.js';
import { ticks } from './scale.js';

type Props = {
  readonly id: string;
  readonly title: string;
  readonly labels: readonly string[];
  readonly values: readonly number[];
  readonly width: number;
};

const HEIGHT = 220;
const LEFT = 52;
const BOTTOM = 34;
const TOP = 14;

/** One figure over the months. */
export const LineChart: FC<Props> = ({ id, title, labels, values, width }) => {
  const axis = ticks(values);
  const low = axis[0] ?? 0;
  const high = axis.at(-1) ?? 1;
  const y = (value: number) => TOP + ((HEIGHT - TOP - BOTTOM) * (high - value)) / (high - low || 1);
  const step = (width - LEFT - 24) / Math.max(1, labels.length - 1);
  const x = (at: number) => LEFT + 8 + step * at;
  const every = Math.ceil(56 / step);
  const points = values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
  const base = y(Math.max(low, 0)).toFixed(1);
  const last = values.length - 1;
  return (
    <Frame id={id} title={title} width={width} height={HEIGHT} left={LEFT} axis={axis} y={y}>
      {points.length > 1 && (
        <>
          <polygon
            class="area"
            points={`${x(0).toFixed(1)},${base} ${points.join(' ')} ${x(last).toFixed(1)},${base}`}
          />
          <polyline class="stroke" points={points.join(' ')} />
        </>
      )}
      {values.map((value, at) => (
        <circle class="dot" cx={x(at).toFixed(1)} cy={y(value).toFixed(1)} r={at === last ? 4 : 2.5}>
          <title>{`${labels[at]} ${value}`}</title>
        </circle>
      ))}
      {labels.map((label, at) =>
        (last - at) % every === 0 ? (
          <text class="tick" x={x(at).toFixed(1)} y={HEIGHT - BOTTOM + 20} text-anchor="middle">
            {label}
          </text>
        ) : null,
      )}
    </Frame>
  );
};
