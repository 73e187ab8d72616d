import type { FC } from 'hono/jsx';
import { SHORTEST_PASSWORD } from '../people/user.js';
import type { View } from '../web/view.js';
import { ErrorSummary, type FormState, TextField, Token } from './fields.js';

/** One's own password. */
export const PasswordPage: FC<{
  readonly view: View;
  readonly state: FormState;
  readonly isSaved: boolean;
}> = ({ view, state, isSaved }) => {
  const { say } = view;
  const fields = [
    ['passwordNow', say.passwordNow, 'current-password'],
    ['passwordNew', say.passwordNew, 'new-password'],
    ['passwordAgain', say.passwordAgain, 'new-password'],
  ] as const;
  return (
    <div class="narrow-page">
      <h1>{say.passwordTitle}</h1>
      <p class="lead">{say.passwordLead(SHORTEST_PASSWORD)}</p>
      <ErrorSummary view={view} state={state} />
      {isSaved && (
        <div class="done" role="status" tabindex={-1} autofocus>
          <h2>{say.passwordSaved}</h2>
        </div>
      )}
      <form method="post" action="/password" class="card" novalidate>
        <Token view={view} />
        {fields.map(([name, label, autocomplete]) => (
          <TextField
            view={view}
            state={state}
            name={name}
            type="password"
            label={label}
            autocomplete={autocomplete}
            required
          />
        ))}
        <div class="actions">
          <button type="submit" class="main">
            {say.passwordSave}
          </button>
          <a href="/">{say.back}</a>
        </div>
      </form>
    </div>
  );
};
