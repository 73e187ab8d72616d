import { Hono } from 'hono';
import type { BankEvent } from 'points-bank';
import { auditOf, entriesOf, keepEnd } from '../bank/audit.js';
import { clockIn } from '../clock.js';
import { AuditPage, enteredBy } from '../pages/audit.js';
import { peopleLog } from '../people/people-log.js';
import { scopeOf } from '../security/access.js';
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
    const counter = c.get('counter');
    const period = periodIn(c, `${counter.today().slice(0, 4)}-01-01`, counter.today());
    if (period === undefined) return badPeriod(c);
    const all = await entriesOf(counter, scope.communityId);
    const events = all
      .filter(({ data }) => period.from <= data.on && data.on <= period.to)
      .reverse()
      .sort((a, b) => byMoment(b, a));
    const who = c.req.query('who');
    const isChecked = c.req.query('check') !== undefined;
    const audit = isChecked ? await auditOf(counter, all, scope.communityId) : undefined;
    const people = user.person.role === 'subdistrict' ? await peopleLog(counter.records) : undefined;
    const communities = await communitiesFor(c);
    return page(c, (view) => ({
      title: view.say.auditTitle,
      body: (
        <AuditPage
          view={view}
          communities={communities}
          communityId={scope.communityId}
          {...period}
          who={who !== undefined && events.some((event) => enteredBy(event) === who) ? who : undefined}
          events={events}
          audit={audit}
          isKept={c.req.query('kept') !== undefined}
          people={people}
          clock={clockIn(counter.timeZone, view.locale)}
        />
      ),
    }));
  })
  .post('/audit/keep', staff, async (c) => {
    const user = signedIn(c.get('user'));
    const { community } = await valuesOf(c);
    const scope = scopeOf(user, community);
    if (scope === undefined) return forbidden(c);
    await keepEnd(c.get('counter'), scope.communityId, user.name);
    const { communityId } = scope;
    const asked = new URLSearchParams({
      ...(communityId === undefined ? {} : { community: communityId }),
      check: '1',
      kept: '',
    });
    return c.redirect(`/audit?${asked}`, 303);
  });

/** When an event came in, as far as that is known; its day otherwise. */
function momentOf({ data, metadata }: BankEvent): string {
  return typeof metadata?.receivedAt === 'string' ? metadata.receivedAt : data.on;
}

function byMoment(a: BankEvent, b: BankEvent): number {
  const [one, other] = [momentOf(a), momentOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}
