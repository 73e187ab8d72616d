import { Hono } from 'hono';
import { differencesOf } from '../bank/rule-filings.js';
import { messagesIn } from '../language/messages.js';
import { EMPTY, type FormState } from '../pages/fields.js';
import { RulesPage } from '../pages/rules.js';
import type { Env, Web } from '../web/env.js';
import { only, signedIn, staff } from '../web/guards.js';
import { page } from '../web/page.js';
import { day } from '../web/query.js';
import { valuesOf } from '../web/values-of.js';

async function show(c: Web, state: FormState, status: 200 | 422 = 200): Promise<Response> {
  const { ruleSet, ruleFilings } = c.get('counter');
  const filings = await ruleFilings.all();
  return page(
    c,
    (view) => ({
      title: view.say.rulesTitle,
      body: <RulesPage view={view} state={state} {...differencesOf(ruleSet)} filings={filings} />,
    }),
    status,
  );
}

export const ruleRoutes = new Hono<Env>()
  .get('/rules', staff, (c) => show(c, EMPTY))
  .post('/rules/filed', only('subdistrict'), async (c) => {
    const { ruleSet, ruleFilings, today, now } = c.get('counter');
    const say = messagesIn(c.get('locale'));
    const values = await valuesOf(c);
    const wrong = (text: string): Promise<Response> =>
      show(c, { values, errors: [{ field: 'filedOn', text }] }, 422);
    const filedOn = day.safeParse(values.filedOn);
    if (!filedOn.success || filedOn.data > today()) return wrong(say.rulesFiledWrongDay(today()));
    const by = signedIn(c.get('user')).name;
    const isNew = await ruleFilings.file(ruleSet, { filedOn: filedOn.data, by, at: now() });
    return isNew ? c.redirect('/rules#filed', 303) : wrong(say.rulesFiledAlready);
  })
  .get('/rules.json', staff, (c) => c.json(c.get('counter').ruleSet));
