import type { FC } from 'hono/jsx';
import type { View } from '../web/view.js';
import { ErrorSummary, type FormState, TextField, Token } from './fields.js';

type Props = {
  readonly view: View;
  readonly state: FormState;
  readonly back: string;
  readonly oidc: boolean;
};

export const SignInPage: FC<Props> = ({ view, state, back, oidc }) => {
  const { say } = view;
  return (
    <div class="narrow-page">
      <h1>{say.signInTitle}</h1>
      <ErrorSummary view={view} state={state} />
      <form method="post" action="/sign-in" class="card">
        <Token view={view} />
        <input type="hidden" name="back" value={back} />
        <TextField
          view={view}
          state={state}
          name="name"
          label={say.userName}
          autocomplete="username"
          required
        />
        <TextField
          view={view}
          state={state}
          name="password"
          label={say.password}
          type="password"
          autocomplete="current-password"
          required
        />
        <button type="submit" class="main">
          {say.signInTitle}
        </button>
        <p class="hint">{say.signInHint}</p>
      </form>
      {oidc && (
        <p>
          <a class="button" href={`/sign-in/oidc?back=${encodeURIComponent(back)}`}>
            {say.oidcSignIn}
          </a>
        </p>
      )}
    </div>
  );
};
