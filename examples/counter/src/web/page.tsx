import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Layout } from '../pages/layout.js';
import type { Web } from './env.js';
import { unbroken } from './unbroken.js';
import { type View, viewOf } from './view.js';

type Drawn = { readonly title: string; readonly body: Child; readonly wide?: boolean };

/** Draws a page: what it shows is made from the view, so that every text is in the reader's language. */
export async function page(
  c: Web,
  draw: (view: View) => Drawn | Promise<Drawn>,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const view = await viewOf(c);
  const { title, body } = await draw(view);
  // What a page shows is somebody's record, and forms hold tokens: nothing of it is kept by caches.
  return c.html(documentOf(view, title, body), status);
}

export function documentOf(view: View, title: string, body: Child): string {
  const Document: FC = () => (
    <Layout view={view} title={title}>
      {body}
    </Layout>
  );
  return String(raw(`<!DOCTYPE html>${unbroken(String(<Document />))}`));
}
