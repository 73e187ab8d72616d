import { Hono } from 'hono';
import { numbersOf } from '../bank/account-numbers.js';
import type { Counter } from '../counter.js';
import type { FormValues, Place } from '../forms/command-of.js';
import { messagesIn } from '../language/messages.js';
import { OpenFields } from '../pages/entry-forms.js';
import { EntryPage } from '../pages/entry-page.js';
import { EMPTY, type FormState } from '../pages/fields.js';
import { mayDo } from '../security/access.js';
import type { Env, Web } from '../web/env.js';
import { only, signedIn } from '../web/guards.js';
import { page } from '../web/page.js';
import { forbidden } from '../web/refused-pages.js';
import { valuesOf } from '../web/values-of.js';
import { nextAccountId } from './next-account-id.js';
import { personOf } from './people.js';
import { placeOfOpening } from './place.js';
import { sent } from './sent.js';

export const openingRoutes = new Hono<Env>();

async function openPage(c: Web, state: FormState, status: 200 | 422 = 200): Promise<Response> {
  const place = await placeOfOpening(c);
  if (place === undefined) return forbidden(c);
  const { search } = new URL(c.req.url);
  const next = await nextAccountId(c.get('counter'), place.communityId);
  return page(
    c,
    (view) => ({
      title: view.say.openTitle,
      body: (
        <EntryPage
          view={view}
          kind="open"
          action={`/accounts/new${search}`}
          title={view.say.openTitle}
          submit={view.say.submitOpen}
          state={state}
          place={place}
          back="/accounts"
        >
          <OpenFields view={view} state={state} next={next} place={place} />
        </EntryPage>
      ),
    }),
    status,
  );
}

/** As many of a person's accounts are named as an event could bear. */
const MOST_OTHERS = 100;

/** The open accounts of the person whom the form names, at whatever community: the event says which there were. */
export async function otherAccountsOf(
  counter: Counter,
  { memberId = '', accountId = '' }: { readonly memberId?: string; readonly accountId?: string },
): Promise<Pick<Place, 'otherAccounts'>> {
  const member = memberId.trim();
  if (member === '') return {};
  const { projections } = counter.store;
  const open = await projections.accounts({ memberId: member, state: 'open' }, { limit: MOST_OTHERS });
  const others = open
    .filter((other) => other.accountId !== accountId.trim())
    .map((other) => ({ accountId: other.accountId, communityId: other.communityId }));
  return others.length === 0 ? {} : { otherAccounts: others };
}

const mayOpen = (c: Web) => mayDo(c.get('counter').ruleSet, signedIn(c.get('user')), 'open');

openingRoutes.get('/accounts/new', only('community'), (c) =>
  mayOpen(c) ? openPage(c, EMPTY) : forbidden(c),
);
openingRoutes.post('/accounts/new', only('community'), async (c) => {
  const place = mayOpen(c) ? await placeOfOpening(c) : undefined;
  if (place === undefined) return forbidden(c);
  const { communityId } = place;
  const given = await valuesOf(c);
  const written = given.accountId?.trim() ?? '';
  const numbers = await numbersOf(c.get('counter'), communityId, [written]);
  const accountId = numbers.whole(written);
  const values: FormValues = { ...given, accountId };
  const isNamed = (values.personName ?? '').trim() !== '';
  const person = personOf(c, values, { accountId, communityId });
  if (isNamed && Array.isArray(person)) {
    const errors = person.filter(({ field }) => field !== 'accountId');
    if (errors.length > 0) return openPage(c, { values, errors }, 422);
  }
  if (numbers.isAnothers(accountId)) {
    const text = messagesIn(c.get('locale')).accountIdTaken(accountId);
    return openPage(c, { values, errors: [{ field: 'accountId', text }] }, 422);
  }
  const others = await otherAccountsOf(c.get('counter'), values);
  const result = await sent(c, 'open', values, { ...place, ...others });
  if (typeof result !== 'string') return openPage(c, { values, errors: result }, 422);
  if (isNamed && !Array.isArray(person)) await c.get('counter').store.directory.put(person);
  return c.redirect(result, 303);
});
