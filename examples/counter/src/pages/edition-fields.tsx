import type { FC } from 'hono/jsx';
import type { View } from '../web/view.js';
import { type FormState, TextField } from './fields.js';

type Props = {
  readonly view: View;
  readonly state: FormState;
  /** The version of an edition that is changed, and keeps it. */
  readonly fixed?: string | undefined;
};

/** What every edition says, of a handbook or a programme: its version, and the day it is published. */
export const EditionFields: FC<Props> = ({ view, state, fixed }) => {
  const { say, today } = view;
  return (
    <div class="inline">
      {fixed === undefined ? (
        <TextField view={view} state={state} name="version" label={say.version} maxlength={60} required />
      ) : (
        <input type="hidden" name="version" value={fixed} />
      )}
      <TextField
        view={view}
        state={state}
        name="published"
        label={say.published}
        type="date"
        value={today}
        required
      />
    </div>
  );
};
