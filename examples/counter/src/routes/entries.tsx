import { Hono } from 'hono';
import type { EntryKind } from '../forms/command-of.js';
import { EntryPage } from '../pages/entry-page.js';
import { EMPTY, type FormState } from '../pages/fields.js';
import { mayDo } from '../security/access.js';
import { accountOf, type Seen } from '../web/account-of.js';
import { accountPath } from '../web/account-path.js';
import type { Env, Web } from '../web/env.js';
import { signedIn, staff } from '../web/guards.js';
import { namesOf } from '../web/names.js';
import { page } from '../web/page.js';
import { forbidden, notFound } from '../web/refused-pages.js';
import { valuesOf } from '../web/values-of.js';
import { drawing, TITLES } from './drawing.js';
import { type Placed, placeAt } from './place.js';
import { sent } from './sent.js';

const KINDS = Object.keys(TITLES) as (keyof typeof TITLES)[];

/** What is decided by the community's programme. */
const PROGRAMMED: readonly EntryKind[] = ['claim', 'credit', 'release'];

export const entryRoutes = new Hono<Env>();

async function entryPage(
  c: Web,
  kind: keyof typeof TITLES,
  seen: Seen,
  placed: Placed,
  state: FormState,
  status: 200 | 422 = 200,
): Promise<Response> {
  const counter = c.get('counter');
  const own = accountPath(seen.account.accountId);
  const { search } = new URL(c.req.url);
  const names = await namesOf(counter, [seen.account.accountId]);
  return page(
    c,
    async (view) => {
      const [titled, submit] = TITLES[kind];
      const title = view.say[titled](seen.account.accountId);
      const { fields, aside } = await drawing(counter, view, kind, seen, placed, state);
      const body = (
        <EntryPage
          view={view}
          kind={kind}
          action={`${own}/${kind}${search}`}
          title={title}
          name={names.get(seen.account.accountId)}
          submit={view.say[submit]}
          state={state}
          place={placed.place}
          snapshot={`${own}/snapshot.json`}
          handbook={kind === 'redeem' ? `${own}/handbooks.json` : undefined}
          programme={PROGRAMMED.includes(kind) ? `${own}/programmes.json` : undefined}
          back={own}
          aside={aside}
        >
          {fields}
        </EntryPage>
      );
      return { title, body };
    },
    status,
  );
}

for (const kind of KINDS) {
  const path = `/accounts/:id/${kind}`;
  entryRoutes.get(path, staff, async (c) => {
    if (!mayDo(c.get('counter').ruleSet, signedIn(c.get('user')), kind)) return forbidden(c);
    const seen = await accountOf(c);
    const placed = seen && (await placeAt(c, kind, seen));
    return seen === undefined || placed === undefined ? notFound(c) : entryPage(c, kind, seen, placed, EMPTY);
  });
  entryRoutes.post(path, staff, async (c) => {
    if (!mayDo(c.get('counter').ruleSet, signedIn(c.get('user')), kind)) return forbidden(c);
    const seen = await accountOf(c);
    const placed = seen && (await placeAt(c, kind, seen));
    if (seen === undefined || placed === undefined) return notFound(c);
    const values = await valuesOf(c);
    const result = await sent(c, kind, values, placed.place);
    return typeof result === 'string'
      ? c.redirect(result, 303)
      : entryPage(c, kind, seen, placed, { values, errors: result }, 422);
  });
}
