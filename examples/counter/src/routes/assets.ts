import { Hono } from 'hono';
import { ICON } from '../client/assets.js';
import type { Env } from '../web/env.js';

export const assetRoutes = new Hono<Env>()
  .get('/assets/icon.svg', (c) => {
    c.header('Cache-Control', 'public, max-age=86400');
    return c.body(ICON, 200, { 'Content-Type': 'image/svg+xml' });
  })
  .get('/assets/:name', (c) => {
    const { script, style } = c.get('counter').assets;
    const asset = [script, style].find(({ path }) => path === `/assets/${c.req.param('name')}`);
    if (asset === undefined) return c.notFound();
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    return c.body(asset.body, 200, { 'Content-Type': asset.type });
  })
  // The process is alive, whatever it depends on; a restart would not bring a database back.
  .get('/health', (c) => c.text('ok'))
  // It can serve people now.
  .get('/ready', async (c) => {
    const { records, store } = c.get('counter');
    try {
      await Promise.all([records.get('community', 'any'), store.directory.of(['any'])]);
      return c.text('ready');
    } catch {
      return c.text('the database is not reached', 503);
    }
  });
