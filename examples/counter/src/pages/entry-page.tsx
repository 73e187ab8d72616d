import type { Child, FC } from 'hono/jsx';
import type { EntryKind, Place } from '../forms/command-of.js';
import type { View } from '../web/view.js';
import { ApprovalFields } from './approval-fields.js';
import { ErrorSummary, type FormState, Token } from './fields.js';

type Props = {
  readonly view: View;
  readonly kind: EntryKind;
  readonly action: string;
  readonly title: string;
  /** Whose account it is, where the directory knows. */
  readonly name?: string | undefined;
  readonly submit: string;
  readonly state: FormState;
  readonly place: Place;
  /** Where the browser gets the account and the handbook that it decides the preview on. */
  readonly snapshot?: string;
  readonly handbook?: string | undefined;
  readonly programme?: string | undefined;
  readonly back: string;
  readonly aside?: Child;
  readonly children?: Child;
};

/** A form with its preview: what it would yield is decided in the browser, by the same library, before it is sent. */
export const EntryPage: FC<Props> = (props) => {
  const {
    view,
    kind,
    action,
    title,
    name,
    submit,
    state,
    place,
    snapshot,
    handbook,
    programme,
    back,
    aside,
    children,
  } = props;
  const { say } = view;
  return (
    <>
      <h1>
        {title} {name}
      </h1>
      <ErrorSummary view={view} state={state} />
      {aside}
      <form
        method="post"
        action={action}
        class="entry"
        data-preview={kind}
        data-place={JSON.stringify(place)}
        data-snapshot={snapshot}
        data-handbook={handbook}
        data-programme={programme}
        data-today={view.today}
        novalidate
      >
        <Token view={view} />
        <div class="card">
          {children}
          {place.approval === true && <ApprovalFields view={view} state={state} />}
        </div>
        <section class="card preview" aria-labelledby="preview-title">
          <h2 id="preview-title">{say.preview}</h2>
          <div id="preview" aria-live="polite">
            <p class="hint">{say.previewWaiting}</p>
          </div>
          <noscript>
            <p>{say.previewNoScript}</p>
          </noscript>
        </section>
        <div class="actions">
          <button type="submit" class="main">
            {submit}
          </button>
          <a href={back}>{say.back}</a>
        </div>
      </form>
    </>
  );
};
