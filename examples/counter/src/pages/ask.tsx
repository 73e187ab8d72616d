import type { FC } from 'hono/jsx';
import type { BankEvent } from 'points-bank';
import type { Wish } from '../bank/entry-requests.js';
import { accountPath } from '../web/account-path.js';
import type { View } from '../web/view.js';
import { ErrorSummary, type FormState, TextField, Token } from './fields.js';
import { ComesBack, EntryInWords, type Given, reasonsFor } from './undo-fields.js';

type Props = {
  readonly view: View;
  readonly state: FormState;
  readonly accountId: string;
  /** Whose account it is, where the directory knows. */
  readonly name: string | undefined;
  /** The part of the address that says which entry it is. */
  readonly search: string;
  readonly wish: Wish;
  readonly event: BankEvent;
  readonly given: Given;
  /** The offices that may grant it, by their titles. */
  readonly offices: readonly string[];
  readonly answeredBefore: number;
};

/** Asks an office that may for what the reader's own may not. */
export const AskPage: FC<Props> = (props) => {
  const { view, state, accountId, name, search, wish, event, given, offices, answeredBefore } = props;
  const { say, locale } = view;
  const own = accountPath(accountId);
  const title = wish === 'undo' ? say.requestUndoOf : say.requestCorrectOf;
  return (
    <>
      <h1>
        {title(accountId)} {name}
      </h1>
      <p class="lead">{say.askLead(offices.join(locale === 'en' ? ' or ' : '或'))}</p>
      <ErrorSummary view={view} state={state} />
      <EntryInWords view={view} event={event} />
      <form method="post" action={`${own}/ask${search}`} class="card" novalidate>
        <Token view={view} />
        <input type="hidden" name="answeredBefore" value={String(answeredBefore)} />
        {wish === 'undo' ? (
          <ComesBack view={view} state={state} event={event} given={given} />
        ) : (
          <TextField
            view={view}
            state={state}
            name="points"
            label={say.correctPoints}
            hint={say.correctPointsHint}
            maxlength={8}
            required
          />
        )}
        <TextField
          view={view}
          state={state}
          name="reason"
          label={say.requestReason}
          list={wish === 'undo' ? reasonsFor(view, event) : []}
          maxlength={500}
          required
        />
        <div class="actions">
          <button type="submit" class="main">
            {say.submitRequest}
          </button>
          <a href={`${own}/statement`}>{say.back}</a>
        </div>
      </form>
    </>
  );
};
