import type { FC } from 'hono/jsx';
import type { View } from '../web/view.js';
import { ErrorSummary, type FormState, TextField, Token } from './fields.js';

/** Name, organisation and phone, on the form of a person and on that of an opening. */
export const PersonFields: FC<{
  readonly view: View;
  readonly state: FormState;
  readonly required: boolean;
}> = ({ view, state, required }) => {
  const { say } = view;
  return (
    <>
      <TextField
        view={view}
        state={state}
        name="personName"
        label={say.personName}
        hint={say.personHint}
        maxlength={100}
        required={required}
      />
      <TextField view={view} state={state} name="organisation" label={say.organisation} maxlength={200} />
      <TextField view={view} state={state} name="phone" label={say.phone} maxlength={40} />
    </>
  );
};

type Props = {
  readonly view: View;
  readonly state: FormState;
  readonly accountId: string;
  readonly path: string;
  readonly isKnown: boolean;
};

export const PersonPage: FC<Props> = ({ view, state, accountId, path, isKnown }) => {
  const { say } = view;
  return (
    <>
      <h1>{say.personTitle(accountId)}</h1>
      <ErrorSummary view={view} state={state} />
      <form method="post" action={`${path}/person`} class="card" novalidate>
        <Token view={view} />
        <PersonFields view={view} state={state} required />
        <div class="actions">
          <button type="submit" class="main">
            {say.savePerson}
          </button>
          <a href={path}>{say.back}</a>
        </div>
      </form>
      {isKnown && (
        <details class="card">
          <summary>{say.deletePerson}</summary>
          <form method="post" action={`${path}/person/delete`}>
            <Token view={view} />
            <p class="hint">{say.personDeleteHint}</p>
            <button type="submit">{say.confirmDeletePerson}</button>
          </form>
        </details>
      )}
    </>
  );
};
