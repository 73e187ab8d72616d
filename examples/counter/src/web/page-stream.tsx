import type { Child } from 'hono/jsx';
import { stream } from 'hono/streaming';
import type { Web } from './env.js';
import { documentOf } from './page.js';
import { unbroken } from './unbroken.js';
import { type View, viewOf } from './view.js';

/** Where in a page the parts come that are made while it is sent. */
const HERE = '<!-- what comes of it -->';

type Drawn = {
  readonly title: string;
  /** Whether it is read while it is written: then it is neither compressed nor held back on its way. */
  readonly isWatched?: boolean;
  /** The page around its parts. */
  readonly around: (parts: string) => Child;
  /** What comes, one after the other. */
  readonly parts: AsyncIterable<Child>;
  /** What is said where it breaks off. */
  readonly stopped: string;
};

/** A page that is sent while it is being made, so that never more of it is in memory than one part. */
export async function pageStream(c: Web, draw: (view: View) => Drawn): Promise<Response> {
  const view = await viewOf(c);
  const { title, isWatched = false, around, parts, stopped } = draw(view);
  const whole = documentOf(view, title, around(HERE));
  const [head = '', tail = ''] = whole.split(HERE.replace('<', '&lt;').replace('>', '&gt;'));
  c.header('Content-Type', 'text/html; charset=utf-8');
  if (isWatched) {
    c.header('Transfer-Encoding', 'chunked');
    c.header('X-Accel-Buffering', 'no');
  }
  return stream(c, async (out) => {
    await out.write(head);
    try {
      for await (const part of parts) {
        if (out.aborted) return;
        await out.write(unbroken(String(part)));
      }
    } catch (error) {
      console.error(error);
      await out.write(
        String(
          <p class="summary" role="alert">
            {stopped}
          </p>,
        ),
      );
    }
    await out.write(tail);
  });
}
