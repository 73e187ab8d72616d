import type { FC } from 'hono/jsx';
import type { Community } from '../people/communities.js';
import type { Person, User } from '../people/user.js';
import type { View } from '../web/view.js';
import { ErrorSummary, type FormState, type Option, SelectField, TextField, Token } from './fields.js';
import { listed, Table } from './parts.js';

/** A password that was just made: it is nowhere else. */
export type Made = { readonly title: string; readonly password?: string };

type Props = {
  readonly view: View;
  readonly state: FormState;
  readonly users: readonly User[];
  readonly communities: readonly Community[];
  readonly done: Made | undefined;
};

/** Who may sign in, as far as the reader keeps the list. */
export const UsersPage: FC<Props> = ({ view, state, users, communities, done }) => {
  const { say } = view;
  const { rows, note } = listed(view, users);
  return (
    <>
      <h1>{say.usersTitle}</h1>
      <p class="lead">{say.usersLead}</p>
      <ErrorSummary view={view} state={state} />
      <Done view={view} done={done} />
      {users.length > 0 && (
        <Table label={say.usersTitle}>
          <thead>
            <tr>
              <th scope="col">{say.nameOfUser}</th>
              <th scope="col">{say.userRole}</th>
              <th scope="col">{say.userPlace}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((user) => (
              <tr>
                <th scope="row">
                  <a href={userPath(user.name)}>{user.name}</a>
                </th>
                <td>{personTitle(view, user.person)}</td>
                <td>{placeOf(view, user.person, communities)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {note !== '' && <p class="hint">{note}</p>}
      {view.user?.person.role === 'subdistrict' && (
        <p>
          <a href="/keys">{say.keysTitle}</a>
        </p>
      )}
      <NewPerson
        view={view}
        state={state}
        communities={communities}
        action="/users"
        field="userName"
        label={say.nameOfUser}
        title={say.addUser}
      />
    </>
  );
};

type NewPersonProps = {
  readonly view: View;
  readonly state: FormState;
  readonly communities: readonly Community[];
  readonly action: string;
  /** The field of the name, and what it is called. */
  readonly field: string;
  readonly label: string;
  readonly title: string;
};

/** The form by which somebody gets a name and a role: a user, or a program with a key. */
export const NewPerson: FC<NewPersonProps> = ({ view, state, communities, action, field, label, title }) => (
  <section class="card" aria-labelledby="new">
    <h2 id="new">{title}</h2>
    <form method="post" action={action} novalidate>
      <Token view={view} />
      <TextField
        view={view}
        state={state}
        name={field}
        label={label}
        hint={view.say.userNameHint}
        maxlength={64}
        required
      />
      <PersonOfUser view={view} state={state} communities={communities} person={undefined} />
      <div class="actions">
        <button type="submit" class="main">
          {title}
        </button>
      </div>
    </form>
  </section>
);

export const userPath = (name: string): string => `/users/${encodeURIComponent(name)}`;

type UserProps = {
  readonly view: View;
  readonly state: FormState;
  readonly user: User;
  readonly communities: readonly Community[];
  readonly done: Made | undefined;
  /** Whether there is a provider of sign-ins. */
  readonly oidc: boolean;
};

/** One user: another role, a new password, or none any more. */
export const UserPage: FC<UserProps> = ({ view, state, user, communities, done, oidc }) => {
  const { say } = view;
  const path = userPath(user.name);
  return (
    <>
      <h1>{say.userTitle(user.name)}</h1>
      <p class="lead">
        {personTitle(view, user.person)} {placeOf(view, user.person, communities)}
      </p>
      <ErrorSummary view={view} state={state} />
      <Done view={view} done={done} />
      <section class="card" aria-labelledby="role">
        <h2 id="role">{say.changeUser}</h2>
        <form method="post" action={`${path}/role`} novalidate>
          <Token view={view} />
          <PersonOfUser view={view} state={state} communities={communities} person={user.person} />
          <button type="submit">{say.changeUser}</button>
        </form>
      </section>
      <section class="card" aria-labelledby="password">
        <h2 id="password">{say.newPassword}</h2>
        <form method="post" action={`${path}/password`}>
          <Token view={view} />
          <p class="hint">{say.newPasswordHint}</p>
          <button type="submit">{say.newPassword}</button>
        </form>
      </section>
      {oidc && (
        <section class="card" aria-labelledby="link">
          <h2 id="link">{say.linkTitle}</h2>
          <form method="post" action={`${path}/link`} novalidate>
            <Token view={view} />
            {user.link?.bound !== undefined && <p>{say.linkBound}</p>}
            <TextField
              view={view}
              state={state}
              name="known"
              label={say.linkKnown}
              hint={say.linkHint}
              value={user.link?.known ?? ''}
              maxlength={320}
            />
            <button type="submit">{say.linkSave}</button>
          </form>
        </section>
      )}
      <section class="card" aria-labelledby="remove">
        <h2 id="remove">{say.removeUser}</h2>
        <form method="post" action={`${path}/remove`}>
          <Token view={view} />
          <p class="hint">{say.removeUserHint}</p>
          <button type="submit">{say.removeUser}</button>
        </form>
      </section>
      <p>
        <a href="/users">{say.usersTitle}</a>
      </p>
    </>
  );
};

const Done: FC<{ readonly view: View; readonly done: Made | undefined }> = ({ view, done }) =>
  done === undefined ? null : (
    <div class="done" role="status" tabindex={-1} autofocus>
      <h2>{done.title}</h2>
      {done.password !== undefined && (
        <p>
          {view.say.passwordOnce} <code>{done.password}</code>
        </p>
      )}
    </div>
  );

type PersonProps = {
  readonly view: View;
  readonly state: FormState;
  readonly communities: readonly Community[];
  readonly person: Person | undefined;
};

/** Who a user is: the Party affairs office gives every role, a community that of its volunteers. */
export const PersonOfUser: FC<PersonProps> = ({ view, state, communities, person }) => {
  const { say, locale } = view;
  const supervises = view.user?.person.role === 'subdistrict';
  const roles: readonly Option[] = supervises
    ? (['community', 'party-organisation', 'subdistrict', 'volunteer'] as const).map((role) => ({
        value: role,
        title: roleOf(view, role),
      }))
    : [{ value: 'volunteer', title: say.roleVolunteer }];
  return (
    <>
      <SelectField
        view={view}
        state={state}
        name="role"
        label={say.userRole}
        options={roles}
        value={person?.role ?? (supervises ? '' : 'volunteer')}
        {...(supervises ? { none: say.choose } : {})}
        required
      />
      {supervises && (
        <SelectField
          view={view}
          state={state}
          name="communityId"
          label={say.userCommunity}
          hint={say.userCommunityHint}
          options={communities.map(({ id, title }) => ({ value: id, title: title[locale] }))}
          value={person !== undefined && 'communityId' in person ? person.communityId : ''}
          none={say.choose}
        />
      )}
      <TextField
        view={view}
        state={state}
        name="accountId"
        label={say.userAccount}
        {...(supervises ? { hint: say.userAccountHint } : {})}
        value={person?.role === 'volunteer' ? person.accountId : ''}
        maxlength={200}
        required={!supervises}
      />
    </>
  );
};

function roleOf({ say }: View, role: Person['role']): string {
  return {
    community: say.roleStaff,
    'party-organisation': say.rolePartyOrganisation,
    subdistrict: say.roleSubdistrict,
    volunteer: say.roleVolunteer,
  }[role];
}

export const personTitle = (view: View, { role }: Person): string => roleOf(view, role);

export function placeOf({ locale }: View, person: Person, communities: readonly Community[]): string {
  if (person.role === 'volunteer') return person.accountId;
  if (person.role === 'subdistrict') return '';
  return communities.find(({ id }) => id === person.communityId)?.title[locale] ?? person.communityId;
}
