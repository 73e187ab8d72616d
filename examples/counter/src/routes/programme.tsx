import { Hono } from 'hono';
import { programmeOn } from 'points-bank';
import { fieldOfProgrammePath, programmeOf } from '../forms/programme-of.js';
import { messagesIn } from '../language/messages.js';
import { EMPTY, type FormState } from '../pages/fields.js';
import { ProgrammePage } from '../pages/programme.js';
import { accountOf } from '../web/account-of.js';
import type { Env, Web } from '../web/env.js';
import { only, signedIn, staff } from '../web/guards.js';
import { page } from '../web/page.js';
import { forbidden } from '../web/refused-pages.js';
import { valuesOf } from '../web/values-of.js';
import { problemErrors } from './problem-errors.js';

async function show(c: Web, state: FormState, status: 200 | 422 = 200): Promise<Response> {
  const { person } = signedIn(c.get('user'));
  if (person.role !== 'community') return forbidden(c);
  const { programmes, today } = c.get('counter');
  const editions = await programmes.editions(person.communityId);
  return page(
    c,
    (view) => ({
      title: view.say.programmeTitle,
      body: (
        <ProgrammePage
          view={view}
          state={state}
          programme={programmeOn(editions, today())}
          latest={editions[0]}
          done={editions.find(({ version }) => version === c.req.query('done'))?.version}
        />
      ),
    }),
    status,
  );
}

export const programmeRoutes = new Hono<Env>()
  .get('/programme', only('community'), (c) => show(c, EMPTY))
  .post('/programme', only('community'), async (c) => {
    const { person } = signedIn(c.get('user'));
    if (person.role !== 'community') return forbidden(c);
    const values = await valuesOf(c);
    const published = await c.get('counter').programmes.publish(programmeOf(values, person.communityId));
    if (published === 'taken') {
      const errors = [{ field: 'version', text: messagesIn(c.get('locale')).versionTaken }];
      return show(c, { values, errors }, 422);
    }
    if (published.ok) {
      const { version } = published.value;
      return c.redirect(`/programme?${new URLSearchParams({ done: version })}`, 303);
    }
    const errors = problemErrors(c, published.problems, (path) => fieldOfProgrammePath(values, path));
    return show(c, { values, errors }, 422);
  })
  .get('/accounts/:id/programmes.json', staff, async (c) => {
    const seen = await accountOf(c);
    if (seen === undefined) return c.json([], 404);
    return c.json(await c.get('counter').programmes.editions(seen.account.communityId));
  });
