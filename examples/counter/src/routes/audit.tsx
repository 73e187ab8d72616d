import { Hono } from 'hono';
import { auditOf, keepEnds, readableOf } from '../bank/audit.js';
import { clockIn } from '../clock.js';
import { AuditPage } from '../pages/audit.js';
import { EntryList } from '../pages/entry-list.js';
import { peopleLog } from '../people/people-log.js';
import { scopeOf } from '../security/access.js';
import type { KeptEnd } from '../store/seals.js';
import { download } from '../web/download.js';
import type { Env } from '../web/env.js';
import { signedIn, staff } from '../web/guards.js';
import { page } from '../web/page.js';
import { periodIn } from '../web/query.js';
import { badPeriod, forbidden } from '../web/refused-pages.js';
import { valuesOf } from '../web/values-of.js';
import { communitiesFor } from './scope.js';

export const auditRoutes = new Hono<Env>()
  .get('/audit', staff, async (c) => {
    const user = signedIn(c.get('user'));
    const scope = scopeOf(user, c.req.query('community'));
    if (scope === undefined) return forbidden(c);
    const { communityId } = scope;
    const counter = c.get('counter');
    const period = periodIn(c, `${counter.today().slice(0, 4)}-01-01`, counter.today());
    if (period === undefined) return badPeriod(c);
    const list = new EntryList({ ...period, who: c.req.query('who') });
    const isChecked = c.req.query('check') !== undefined;
    const told = list.add.bind(list);
    const audit = isChecked ? await auditOf(counter, { communityId, told }) : undefined;
    if (!isChecked)
      for await (const accounts of counter.store.seals.accounts(communityId))
        for (const account of accounts) readableOf(account, communityId).forEach(told);
    const people = user.person.role === 'subdistrict' ? await peopleLog(counter.records) : undefined;
    const communities = await communitiesFor(c);
    return page(c, (view) => ({
      title: view.say.auditTitle,
      body: (
        <AuditPage
          view={view}
          communities={communities}
          communityId={communityId}
          {...period}
          list={list}
          audit={audit}
          isKept={c.req.query('kept') !== undefined}
          people={people}
          clock={clockIn(counter.timeZone, view.locale)}
        />
      ),
    }));
  })
  .get('/audit/ends.jsonl', staff, async (c) => {
    const scope = scopeOf(signedIn(c.get('user')), c.req.query('community'));
    if (scope === undefined) return forbidden(c);
    const { store, today } = c.get('counter');
    const lines = linesOf(store.seals.ends(scope.communityId));
    return download(c, `ends-${today()}.jsonl`, 'application/x-ndjson; charset=utf-8', lines);
  })
  .post('/audit/keep', staff, async (c) => {
    const user = signedIn(c.get('user'));
    const { community } = await valuesOf(c);
    const scope = scopeOf(user, community);
    if (scope === undefined) return forbidden(c);
    await keepEnds(c.get('counter'), scope.communityId, user.name);
    const { communityId } = scope;
    const asked = new URLSearchParams({
      ...(communityId === undefined ? {} : { community: communityId }),
      check: '1',
      kept: '',
    });
    return c.redirect(`/audit?${asked}`, 303);
  });

async function* linesOf(ends: AsyncIterable<KeptEnd>): AsyncGenerator<string> {
  for await (const end of ends) yield `${JSON.stringify(end)}\n`;
}
