import type { FC } from 'hono/jsx';
import type { View } from '../web/view.js';
import { type FormState, TextField } from './fields.js';

/** What every edition says, of a handbook or a programme: its version, and the day it is published. */
export const EditionFields: FC<{ readonly view: View; readonly state: FormState }> = ({ view, state }) => {
  const { say, today } = view;
  return (
    <div class="inline">
      <TextField view={view} state={state} name="version" label={say.version} maxlength={60} required />
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
