import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { entriesCsv } from '../csv/entries-csv.js';
import { recordCsv } from '../csv/record-csv.js';
import { attachment, csvStream } from '../csv/write-csv.js';
import { messagesIn } from '../language/messages.js';
import { ExportPage } from '../pages/export.js';
import { scopeOf } from '../security/access.js';
import { eachAccount } from '../store/each-account.js';
import type { Env } from '../web/env.js';
import { signedIn, staff } from '../web/guards.js';
import { page } from '../web/page.js';
import { forbidden } from '../web/refused-pages.js';

export const exportRoutes = new Hono<Env>()
  .get('/export', staff, (c) =>
    page(c, (view) => ({ title: view.say.exportTitle, body: <ExportPage view={view} /> })),
  )
  .get('/export/events.jsonl', staff, async (c) => {
    const scope = scopeOf(signedIn(c.get('user')), c.req.query('community'));
    if (scope === undefined) return forbidden(c);
    const { store, today } = c.get('counter');
    c.header('Content-Type', 'application/x-ndjson; charset=utf-8');
    c.header('Content-Disposition', attachment(`events-${today()}.jsonl`));
    // Straight from the store and in its order: what is exported is what is stored.
    return stream(c, async (out) => {
      let lines = '';
      for await (const event of store.record()) {
        if (scope.communityId !== undefined && event.data.communityId !== scope.communityId) continue;
        lines += `${JSON.stringify(event)}\n`;
        if (lines.length < 64 * 1024) continue;
        await out.write(lines);
        lines = '';
        if (out.aborted) return;
      }
      await out.write(lines);
    });
  })
  .get('/export/entries.csv', staff, async (c) => {
    const scope = scopeOf(signedIn(c.get('user')), c.req.query('community'));
    if (scope === undefined) return forbidden(c);
    const { ruleSet, store, today } = c.get('counter');
    const { communityId } = scope;
    const rows = entriesCsv(eachAccount(store, { communityId }), ruleSet, c.get('locale'));
    return csvStream(c, `entries-${today()}.csv`, rows);
  })
  .get('/export/record.csv', staff, async (c) => {
    const scope = scopeOf(signedIn(c.get('user')), c.req.query('community'));
    if (scope === undefined) return forbidden(c);
    const { ruleSet, store, today } = c.get('counter');
    const { communityId } = scope;
    const locale = c.get('locale');
    const rows = recordCsv(eachAccount(store, { communityId }), ruleSet, messagesIn(locale), locale);
    return csvStream(c, `record-${today()}.csv`, rows);
  });
