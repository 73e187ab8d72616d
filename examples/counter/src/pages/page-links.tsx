import type { FC } from 'hono/jsx';
import type { View } from '../web/view.js';

type Props = {
  readonly view: View;
  readonly previous: string | undefined;
  readonly next: string | undefined;
};

/** The way to the pages before and after this one of a list. */
export const PageLinks: FC<Props> = ({ view: { say }, previous, next }) =>
  previous === undefined && next === undefined ? null : (
    <nav class="pages no-print" aria-label={say.pages}>
      {previous !== undefined && <a href={previous}>{say.previousPage}</a>}
      {next !== undefined && <a href={next}>{say.nextPage}</a>}
    </nav>
  );
