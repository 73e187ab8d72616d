import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { byAccount, entriesCsv } from '../csv/entries-csv.js';
import { recordCsv } from '../csv/record-csv.js';
import { attachment, csvAnswer } from '../csv/write-csv.js';
import { messagesIn } from '../language/messages.js';
import { ExportPage } from '../pages/export.js';
import { scopeOf } from '../security/access.js';
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
      for await (const { event } of store.all()) {
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
    const { ledger, ruleSet, today } = c.get('counter');
    const rows = entriesCsv((await ledger.caughtUp()).eventsOf(scope.communityId), ruleSet, c.get('locale'));
    return csvAnswer(c, `entries-${today()}.csv`, rows);
  })
  .get('/export/record.csv', staff, async (c) => {
    const scope = scopeOf(signedIn(c.get('user')), c.req.query('community'));
    if (scope === undefined) return forbidden(c);
    const { ledger, ruleSet, today } = c.get('counter');
    const accounts = byAccount((await ledger.caughtUp()).eventsOf(scope.communityId));
    const locale = c.get('locale');
    return csvAnswer(c, `record-${today()}.csv`, recordCsv(accounts, ruleSet, messagesIn(locale), locale));
  });
