import type { FC } from 'hono/jsx';

/** One word about how far something is; the style sheet shows the latest of them, with no script. */
export const SoFar: FC<{ readonly done: number; readonly of: number; readonly words: string }> = (props) => {
  const { done, of, words } = props;
  return (
    <p class="so-far">
      <progress max={of} value={done} aria-label={words}></progress> {words}
    </p>
  );
};
