import type { FC } from 'hono/jsx';
import type { View } from '../web/view.js';
import { ErrorSummary, type FormState, TextArea, Token } from './fields.js';

type Props = {
  readonly view: View;
  readonly state: FormState;
  /** How many were saved, and the lines that were not. */
  readonly saved?: { readonly many: number; readonly wrong: readonly string[] } | undefined;
};

/** Names for many accounts at once. */
export const DirectoryPage: FC<Props> = ({ view, state, saved }) => {
  const { say } = view;
  return (
    <>
      <h1>{say.directoryTitle}</h1>
      <p class="lead">{say.directoryLead}</p>
      <p class="hint">{say.personHint}</p>
      <ErrorSummary view={view} state={state} />
      {saved !== undefined && (
        <div class="done" role="status" tabindex={-1} autofocus>
          <h2>{say.directorySaved(saved.many)}</h2>
          {saved.wrong.length > 0 && (
            <>
              <p>{say.directoryWrong}</p>
              <ul class="wrong-lines">
                {saved.wrong.map((line) => (
                  <li>{line.slice(0, 200)}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      <form method="post" action="/directory" class="card" novalidate>
        <Token view={view} />
        <TextArea view={view} state={state} name="lines" label={say.directoryLines} rows={12} required />
        <div class="actions">
          <button type="submit" class="main">
            {say.savePerson}
          </button>
          <a href="/">{say.back}</a>
        </div>
      </form>
    </>
  );
};
