import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import type { Env } from '../web/env.js';
import { staff } from '../web/guards.js';
import { page } from '../web/page.js';
import { notFound } from '../web/refused-pages.js';

/** The ledger that the workbench reads: what its user may export. */
const LEDGER = '/export/events.jsonl';

export const workbenchRoutes = new Hono<Env>()
  .get('/workbench', staff, (c) => c.redirect('/workbench/', 301))
  .get('/workbench/*', staff, async (c) => {
    const folder = resolve(c.get('counter').workbench);
    const asked = decoded(c.req.path.slice('/workbench/'.length));
    if (asked === undefined) return notFound(c);
    if (asked === '' && c.req.query('ledger') === undefined)
      return c.redirect(`/workbench/?ledger=${encodeURIComponent(LEDGER)}&lang=${c.get('locale')}`, 303);
    const path = resolve(join(folder, asked === '' ? 'index.html' : asked));
    if (!path.startsWith(`${folder}${sep}`)) return notFound(c);
    const body = await readFile(path).catch(() => undefined);
    if (body === undefined && asked === '')
      return page(
        c,
        ({ say }) => ({
          title: say.navWorkbench,
          body: <Missing title={say.navWorkbench} words={say.workbenchMissing} />,
        }),
        503,
      );
    if (body === undefined) return notFound(c);
    c.header('Cache-Control', 'no-cache');
    return c.body(new Uint8Array(body), 200, { 'Content-Type': typeOf(path) });
  });

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function typeOf(path: string): string {
  return (
    getMimeType(path) ?? (extname(path) === '.jsonl' ? 'application/x-ndjson' : 'application/octet-stream')
  );
}

const Missing = ({ title, words }: { readonly title: string; readonly words: string }) => (
  <>
    <h1>{title}</h1>
    <p class="notice">{words}</p>
  </>
);
