import { Hono } from 'hono';
import type { OpenedAccount } from 'points-bank';
import { numbersOf } from '../bank/account-numbers.js';
import type { FormValues } from '../forms/command-of.js';
import { messagesIn } from '../language/messages.js';
import { DirectoryPage } from '../pages/directory.js';
import { EMPTY, type FormError, type FormState } from '../pages/fields.js';
import { PersonPage } from '../pages/person.js';
import { type DirectoryEntry, personSchema } from '../people/directory.js';
import { accountOf, type Seen } from '../web/account-of.js';
import { accountPath } from '../web/account-path.js';
import type { Env, Web } from '../web/env.js';
import { only, signedIn } from '../web/guards.js';
import { page } from '../web/page.js';
import { forbidden, notFound } from '../web/refused-pages.js';
import { valuesOf } from '../web/values-of.js';

/** The entry of the directory that a form stands for, or what is wrong with it; nothing where it names nobody. */
export function personOf(
  c: Web,
  values: FormValues,
  { accountId, communityId }: Pick<OpenedAccount, 'accountId' | 'communityId'>,
): DirectoryEntry | FormError[] {
  const { personName: name = '', organisation, phone } = values;
  const parsed = personSchema.safeParse({ accountId, communityId, name, organisation, phone });
  if (parsed.success) return parsed.data;
  const say = messagesIn(c.get('locale'));
  return parsed.error.issues.map(({ path: [field] }) => {
    if (field === 'name') return { field: 'personName', text: say.nameMissing };
    const title = field === 'phone' ? say.phone : say.organisation;
    return {
      field: String(field),
      text: say.personTooLong,
      summary: say.fieldWrong(title, say.personTooLong),
    };
  });
}

function show(c: Web, { account }: Seen, state: FormState, isKnown: boolean, status: 200 | 422 = 200) {
  const { accountId } = account;
  return page(
    c,
    (view) => ({
      title: view.say.personTitle(accountId),
      body: (
        <PersonPage
          view={view}
          state={state}
          accountId={accountId}
          path={accountPath(accountId)}
          isKnown={isKnown}
        />
      ),
    }),
    status,
  );
}

async function known(c: Web, { account }: Seen): Promise<DirectoryEntry | undefined> {
  return (await c.get('counter').store.directory.of([account.accountId])).get(account.accountId);
}

export const peopleRoutes = new Hono<Env>()
  .get('/accounts/:id/person', only('community'), async (c) => {
    const seen = await accountOf(c);
    if (seen === undefined) return notFound(c);
    const entry = await known(c, seen);
    if (entry === undefined) return show(c, seen, EMPTY, false);
    const { name: personName, organisation, phone } = entry;
    return show(c, seen, { values: { personName, organisation, phone }, errors: [] }, true);
  })
  .post('/accounts/:id/person', only('community'), async (c) => {
    const seen = await accountOf(c);
    if (seen === undefined) return notFound(c);
    const values = await valuesOf(c);
    const person = personOf(c, values, seen.account);
    if (Array.isArray(person))
      return show(c, seen, { values, errors: person }, (await known(c, seen)) !== undefined, 422);
    await c.get('counter').store.directory.put(person);
    return c.redirect(`${accountPath(seen.account.accountId)}?person=saved`, 303);
  })
  .post('/accounts/:id/person/delete', only('community'), async (c) => {
    const seen = await accountOf(c);
    if (seen === undefined) return notFound(c);
    await c.get('counter').store.directory.remove(seen.account.accountId);
    return c.redirect(`${accountPath(seen.account.accountId)}?person=deleted`, 303);
  })
  .get('/directory', only('community'), (c) =>
    page(c, (view) => ({
      title: view.say.directoryTitle,
      body: <DirectoryPage view={view} state={EMPTY} />,
    })),
  )
  .post('/directory', only('community'), async (c) => {
    const { person } = signedIn(c.get('user'));
    if (person.role !== 'community') return forbidden(c);
    const { communityId } = person;
    const { store } = c.get('counter');
    const { lines: given = '' } = await valuesOf(c);
    const wrong: string[] = [];
    let many = 0;
    const lines = given.split(/[\r\n]+/).filter((one) => one.trim() !== '');
    const rows = lines.map((line) => ({ line, cells: line.split(/[\t,，]/).map((cell) => cell.trim()) }));
    const written = rows.map(({ cells: [id = ''] }) => id);
    const { whole } = await numbersOf(c.get('counter'), communityId, written);
    const communities = await store.projections.communitiesOf(written.map(whole));
    for (const { line, cells } of rows) {
      const [number = '', name, organisation, phone] = cells;
      const accountId = whole(number);
      const entry = personSchema.safeParse({ accountId, communityId, name, organisation, phone });
      if (entry.success && communities.get(accountId) === communityId) {
        await store.directory.put(entry.data);
        many += 1;
      } else wrong.push(line);
    }
    return page(c, (view) => ({
      title: view.say.directoryTitle,
      body: (
        <DirectoryPage
          view={view}
          state={{ values: { lines: wrong.join('\n') }, errors: [] }}
          saved={{ many, wrong }}
        />
      ),
    }));
  });
