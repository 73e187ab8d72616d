import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { handbookOn } from 'points-bank';
import { communityOf } from '../people/user.js';
import type { Env } from '../web/env.js';
import { signedIn, staff } from '../web/guards.js';
import { page } from '../web/page.js';
import { notFound } from '../web/refused-pages.js';
import { communitiesFor } from './scope.js';

/** What the workbench starts from: the rules and the handbook in force, what its user may export, and the way back. */
const STARTS_FROM = {
  rules: '/rules.json',
  handbook: '/workbench-handbook.json',
  ledger: '/export/events.jsonl',
  home: '/rules',
};

export const workbenchRoutes = new Hono<Env>()
  // The handbook of the user's community; of several, the first that has one.
  .get('/workbench-handbook.json', staff, async (c) => {
    const { handbooks, today } = c.get('counter');
    const own = communityOf(signedIn(c.get('user')).person);
    const ids = own === undefined ? (await communitiesFor(c)).map(({ id }) => id) : [own];
    for (const id of ids) {
      const edition = handbookOn(await handbooks.editions(id), today());
      if (edition !== undefined) return c.json(edition);
    }
    return c.json({}, 404);
  })
  .get('/workbench', staff, (c) => c.redirect('/workbench/', 301))
  .get('/workbench/*', staff, async (c) => {
    const folder = resolve(c.get('counter').workbench);
    const asked = decoded(c.req.path.slice('/workbench/'.length));
    if (asked === undefined) return notFound(c);
    if (asked === '' && c.req.query('rules') === undefined) {
      const from = new URLSearchParams({ ...STARTS_FROM, lang: c.get('locale') });
      return c.redirect(`/workbench/?${from}`, 303);
    }
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
