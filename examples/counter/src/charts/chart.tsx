import type { Child, FC } from 'hono/jsx';

/** A drawing at two widths, so that its letters stay readable on a phone; the style sheet shows the one that fits. */
export const TwoWidths: FC<{ readonly draw: (width: number, id: string) => Child; readonly id: string }> = ({
  draw,
  id,
}) => (
  <>
    <div class="wide-chart">{draw(860, `${id}-wide`)}</div>
    <div class="narrow-chart">{draw(340, `${id}-narrow`)}</div>
  </>
);
