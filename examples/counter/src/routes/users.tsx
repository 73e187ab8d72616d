import { Hono } from 'hono';
import { numbersOf } from '../bank/account-numbers.js';
import type { FormValues } from '../forms/command-of.js';
import { messagesIn } from '../language/messages.js';
import { EMPTY, type FormError, type FormState } from '../pages/fields.js';
import { type Made, UserPage, UsersPage, userPath } from '../pages/users.js';
import type { Community } from '../people/communities.js';
import { randomPassword } from '../people/passwords.js';
import { logPeople, type PeopleLine } from '../people/people-log.js';
import { knownAt, type Person, personSchema, type User, userName } from '../people/user.js';
import type { Env, Web } from '../web/env.js';
import { only, signedIn } from '../web/guards.js';
import { page } from '../web/page.js';
import { notFound } from '../web/refused-pages.js';
import { valuesOf } from '../web/values-of.js';
import { communitiesFor } from './scope.js';

/** The Party affairs office keeps the list of users; a community that of its own volunteers. */
const keepers = only('subdistrict', 'community');

/** Whether it is for the reader to say who this is. */
async function keeps(c: Web, person: Person): Promise<boolean> {
  const own = signedIn(c.get('user')).person;
  if (own.role === 'subdistrict') return true;
  if (own.role !== 'community' || person.role !== 'volunteer') return false;
  const { accountId } = person;
  const communities = await c.get('counter').store.projections.communitiesOf([accountId]);
  return communities.get(accountId) === own.communityId;
}

async function listOf(c: Web): Promise<readonly User[]> {
  const users = await c.get('counter').users.list();
  const kept = await Promise.all(users.map(({ person }) => keeps(c, person)));
  return users.filter((_, place) => kept[place]);
}

async function showAll(c: Web, state: FormState, done?: Made, status: 200 | 422 = 200): Promise<Response> {
  const users = await listOf(c);
  const communities = await communitiesFor(c);
  return page(
    c,
    (view) => ({
      title: view.say.usersTitle,
      body: <UsersPage view={view} state={state} users={users} communities={communities} done={done} />,
    }),
    status,
  );
}

async function showOne(
  c: Web,
  user: User,
  state: FormState,
  done?: Made,
  status: 200 | 422 = 200,
): Promise<Response> {
  const communities = await communitiesFor(c);
  const oidc = c.get('counter').oidc !== undefined;
  return page(
    c,
    (view) => ({
      title: view.say.userTitle(user.name),
      body: (
        <UserPage view={view} state={state} user={user} communities={communities} done={done} oidc={oidc} />
      ),
    }),
    status,
  );
}

/** Who a form says that a user is, or what is wrong with it. */
export async function personIn(
  c: Web,
  values: FormValues,
  communities: readonly Community[],
): Promise<Person | FormError> {
  const say = messagesIn(c.get('locale'));
  const { role, communityId, accountId: written = '' } = values;
  if (role === 'volunteer') {
    if (written.trim() === '') return { field: 'accountId', text: say.fieldMissing(say.userAccount) };
    const own = signedIn(c.get('user')).person;
    const numbers =
      own.role === 'community' && (await numbersOf(c.get('counter'), own.communityId, [written]));
    const accountId = numbers ? numbers.whole(written) : written;
    const person = personSchema.safeParse({ role, accountId }).data;
    const ids = person?.role === 'volunteer' ? [person.accountId] : [];
    const isThere = (await c.get('counter').store.projections.communitiesOf(ids)).size === 1;
    return isThere && person !== undefined && (await keeps(c, person))
      ? person
      : { field: 'accountId', text: say.userAccountWrong };
  }
  const person = personSchema.safeParse({ role, communityId }).data;
  if (role === 'community' || role === 'party-organisation') {
    if (!communities.some(({ id }) => id === communityId) || person === undefined)
      return { field: 'communityId', text: say.userCommunityWrong };
  }
  return person !== undefined && (await keeps(c, person))
    ? person
    : { field: 'role', text: say.userRoleWrong };
}

/** The user whom an address names, where the reader keeps it. */
async function userOf(c: Web): Promise<User | undefined> {
  const user = await c.get('counter').users.named(c.req.param('name') ?? '');
  return user !== undefined && (await keeps(c, user.person)) ? user : undefined;
}

function log(c: Web, line: Pick<PeopleLine, 'what' | 'name' | 'person'>): Promise<void> {
  const { records, now } = c.get('counter');
  return logPeople(records, { at: now(), by: signedIn(c.get('user')).name, ...line });
}

const isOneself = (c: Web, user: User): boolean => user.name === signedIn(c.get('user')).name;

function notOneself(c: Web, user: User): Promise<Response> {
  const errors = [{ text: messagesIn(c.get('locale')).notOneself }];
  return showOne(c, user, { values: {}, errors }, undefined, 422);
}

export const userRoutes = new Hono<Env>()
  .get('/users', keepers, (c) => {
    const removed = c.req.query('removed');
    const done =
      removed === undefined ? undefined : { title: messagesIn(c.get('locale')).userRemoved(removed) };
    return showAll(c, EMPTY, done);
  })
  .post('/users', keepers, async (c) => {
    const say = messagesIn(c.get('locale'));
    const values = await valuesOf(c);
    const name = userName.safeParse(values.userName);
    const person = await personIn(c, values, await communitiesFor(c));
    const errors = [
      ...(name.success ? [] : [{ field: 'userName', text: say.userNameWrong }]),
      ...('text' in person ? [person] : []),
    ];
    if (!name.success || 'text' in person) return showAll(c, { values, errors }, undefined, 422);
    const password = randomPassword();
    if (!(await c.get('counter').users.add(name.data, person, password)))
      return showAll(c, { values, errors: [{ field: 'userName', text: say.userTaken }] }, undefined, 422);
    await log(c, { what: 'added', name: name.data, person });
    return showAll(c, EMPTY, { title: say.userAdded(name.data), password });
  })
  .get('/users/:name', keepers, async (c) => {
    const user = await userOf(c);
    if (user === undefined) return notFound(c);
    const say = messagesIn(c.get('locale'));
    const title =
      c.req.query('linked') !== undefined
        ? say.linkSaved(user.name)
        : c.req.query('changed') !== undefined
          ? say.userChanged(user.name)
          : undefined;
    return showOne(c, user, EMPTY, title === undefined ? undefined : { title });
  })
  .post('/users/:name/role', keepers, async (c) => {
    const user = await userOf(c);
    if (user === undefined) return notFound(c);
    if (isOneself(c, user)) return notOneself(c, user);
    const values = await valuesOf(c);
    const person = await personIn(c, values, await communitiesFor(c));
    if ('text' in person) return showOne(c, user, { values, errors: [person] }, undefined, 422);
    await c.get('counter').users.setPerson(user.name, person);
    await log(c, { what: 'role', name: user.name, person });
    return c.redirect(`${userPath(user.name)}?changed`, 303);
  })
  .post('/users/:name/password', keepers, async (c) => {
    const user = await userOf(c);
    if (user === undefined) return notFound(c);
    if (isOneself(c, user)) return c.redirect('/password', 303);
    const password = randomPassword();
    await c.get('counter').users.setPassword(user.name, password);
    await log(c, { what: 'password', name: user.name });
    const title = messagesIn(c.get('locale')).userPassword(user.name);
    return showOne(c, user, EMPTY, { title, password });
  })
  .post('/users/:name/link', keepers, async (c) => {
    const user = await userOf(c);
    const { oidc, users } = c.get('counter');
    if (user === undefined || oidc === undefined) return notFound(c);
    if (isOneself(c, user)) return notOneself(c, user);
    const values = await valuesOf(c);
    const isEmpty = (values.known ?? '').trim() === '';
    const known = isEmpty ? undefined : knownAt.safeParse(values.known).data;
    if ((!isEmpty && known === undefined) || !(await users.setLink(user.name, known))) {
      const errors = [{ field: 'known', text: messagesIn(c.get('locale')).linkTaken }];
      return showOne(c, user, { values, errors }, undefined, 422);
    }
    await log(c, { what: 'link', name: user.name });
    return c.redirect(`${userPath(user.name)}?linked`, 303);
  })
  .post('/users/:name/remove', keepers, async (c) => {
    const user = await userOf(c);
    if (user === undefined) return notFound(c);
    if (isOneself(c, user)) return notOneself(c, user);
    await c.get('counter').users.remove(user.name);
    await log(c, { what: 'removed', name: user.name });
    return c.redirect(`/users?removed=${encodeURIComponent(user.name)}`, 303);
  });
