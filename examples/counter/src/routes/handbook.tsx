import { Hono } from 'hono';
import { explain } from 'points-bank/words';
import { z } from 'zod';
import { editionsLeft } from '../bank/enter.js';
import { fieldOfHandbookPath, handbookOf } from '../forms/handbook-of.js';
import { messagesIn } from '../language/messages.js';
import { WORDS } from '../language/words.js';
import { EMPTY, type FormState } from '../pages/fields.js';
import { HandbookPage } from '../pages/handbook.js';
import { scopeOf } from '../security/access.js';
import type { Env, Web } from '../web/env.js';
import { only, signedIn, staff } from '../web/guards.js';
import { page } from '../web/page.js';
import { day as dayOf } from '../web/query.js';
import { badPeriod, forbidden, notFound } from '../web/refused-pages.js';
import { valuesOf } from '../web/values-of.js';
import { communitiesFor } from './scope.js';

async function show(c: Web, state: FormState, status: 200 | 422 = 200): Promise<Response> {
  const scope = scopeOf(signedIn(c.get('user')), c.req.query('community'));
  if (scope === undefined) return forbidden(c);
  const counter = c.get('counter');
  const choices = await communitiesFor(c);
  const ids = scope.communityId === undefined ? choices.map(({ id }) => id) : [scope.communityId];
  const shown = await Promise.all(
    ids.map(async (id) => ({
      community: await counter.communities.named(id),
      editions: await counter.handbooks.editions(id),
      left: await editionsLeft(counter, id),
    })),
  );
  return page(
    c,
    (view) => ({
      title: view.say.handbookTitle,
      body: (
        <HandbookPage
          view={view}
          shown={shown}
          communities={choices}
          communityId={scope.communityId}
          state={state}
        />
      ),
    }),
    status,
  );
}

const filedForm = z.object({ community: z.string().min(1), version: z.string().min(1) });

export const handbookRoutes = new Hono<Env>()
  .get('/handbook', staff, (c) => show(c, EMPTY))
  .post('/handbook', only('community'), async (c) => {
    const { person } = signedIn(c.get('user'));
    if (person.role !== 'community') return forbidden(c);
    const values = await valuesOf(c);
    const published = await c.get('counter').handbooks.publish(handbookOf(values, person.communityId));
    const locale = c.get('locale');
    if (published === 'taken') {
      const errors = [{ field: 'version', text: messagesIn(locale).versionTaken }];
      return show(c, { values, errors }, 422);
    }
    if (published.ok) return c.redirect('/handbook', 303);
    const errors = published.problems.map((problem) => ({
      field: fieldOfHandbookPath(values, problem.path),
      text: explain(problem, WORDS[locale]),
    }));
    return show(c, { values, errors }, 422);
  })
  .post('/handbook/withdrawn', only('community'), async (c) => {
    const { person } = signedIn(c.get('user'));
    if (person.role !== 'community') return forbidden(c);
    const { version = '' } = await valuesOf(c);
    const isWithdrawn = await c.get('counter').handbooks.withdraw(person.communityId, version);
    return isWithdrawn ? c.redirect('/handbook', 303) : notFound(c);
  })
  .post('/handbook/filed', only('subdistrict'), async (c) => {
    const body = await c.req.parseBody();
    const parsed = filedForm.safeParse(body);
    if (!parsed.success) return notFound(c);
    const { community, version } = parsed.data;
    const day = dayOf.safeParse(body[`filed-${community}-${version}`]);
    if (!day.success || day.data > c.get('counter').today()) return badPeriod(c);
    const filed = await c.get('counter').handbooks.file(community, version, day.data);
    if (filed === undefined) return notFound(c);
    return filed.ok ? c.redirect(`/handbook?community=${encodeURIComponent(community)}`, 303) : badPeriod(c);
  });
