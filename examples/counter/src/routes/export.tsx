import { Hono } from 'hono';
import type { BankEvent } from 'points-bank';
import { entriesCsv } from '../csv/entries-csv.js';
import { recordCsv } from '../csv/record-csv.js';
import { csvStream } from '../csv/write-csv.js';
import { messagesIn } from '../language/messages.js';
import { ExportPage } from '../pages/export.js';
import { scopeOf } from '../security/access.js';
import { eachAccount } from '../store/each-account.js';
import { download } from '../web/download.js';
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
    // Straight from the store and in its order: what is exported is what is stored.
    const lines = linesOf(store.record(), scope.communityId);
    return download(c, `events-${today()}.jsonl`, 'application/x-ndjson; charset=utf-8', lines);
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

async function* linesOf(
  record: AsyncIterable<BankEvent>,
  communityId: string | undefined,
): AsyncGenerator<string> {
  for await (const event of record)
    if (communityId === undefined || event.data.communityId === communityId)
      yield `${JSON.stringify(event)}\n`;
}
