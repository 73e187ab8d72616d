import type { FC } from 'hono/jsx';
import type { ApiKey } from '../people/api-keys.js';
import type { Community } from '../people/communities.js';
import type { View } from '../web/view.js';
import { ErrorSummary, type FormState, Token } from './fields.js';
import { listed, Table } from './parts.js';
import { NewPerson, personTitle, placeOf } from './users.js';

/** What was done, and the key that was just made: it is nowhere else. */
export type KeyDone = { readonly title: string; readonly key?: string };

type Props = {
  readonly view: View;
  readonly state: FormState;
  readonly keys: readonly ApiKey[];
  readonly communities: readonly Community[];
  readonly done: KeyDone | undefined;
  readonly clock: (moment: string) => string;
};

/** The keys of programs. */
export const KeysPage: FC<Props> = ({ view, state, keys, communities, done, clock }) => {
  const { say } = view;
  const { rows, note } = listed(view, keys);
  return (
    <>
      <h1>{say.keysTitle}</h1>
      <p class="lead">{say.keysLead}</p>
      <ErrorSummary view={view} state={state} />
      {done !== undefined && (
        <div class="done" role="status" tabindex={-1} autofocus>
          <h2>{done.title}</h2>
          {done.key !== undefined && (
            <p>
              {say.keyOnce} <code class="long">{done.key}</code>
            </p>
          )}
        </div>
      )}
      {keys.length > 0 && (
        <Table label={say.keysTitle}>
          <thead>
            <tr>
              <th scope="col">{say.keyName}</th>
              <th scope="col">{say.userRole}</th>
              <th scope="col">{say.userPlace}</th>
              <th scope="col">{say.keyMadeAt}</th>
              <th scope="col">{say.keyRevoke}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, person, at }) => (
              <tr>
                <th scope="row">{name}</th>
                <td>{personTitle(view, person)}</td>
                <td>{placeOf(view, person, communities)}</td>
                <td data-label={say.keyMadeAt}>{clock(at)}</td>
                <td>
                  <form method="post" action="/keys/revoke">
                    <Token view={view} />
                    <input type="hidden" name="keyName" value={name} />
                    <button type="submit" aria-label={say.keyRevokeOf(name)}>
                      {say.keyRevoke}
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {note !== '' && <p class="hint">{note}</p>}
      <NewPerson
        view={view}
        state={state}
        communities={communities}
        action="/keys"
        field="keyName"
        label={say.keyName}
        title={say.keyMake}
      />
      <p>
        <a href="/users">{say.usersTitle}</a>
      </p>
    </>
  );
};
