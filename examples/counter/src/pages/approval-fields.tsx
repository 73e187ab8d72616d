import type { FC } from 'hono/jsx';
import type { View } from '../web/view.js';
import { type FormState, TextField } from './fields.js';

/** The second person, where the rules ask for one: a colleague at the same desk, who gives the own password. */
export const ApprovalFields: FC<{ readonly view: View; readonly state: FormState }> = ({ view, state }) => {
  const { say } = view;
  return (
    <fieldset class="field approval">
      <legend>{say.approval}</legend>
      <TextField
        view={view}
        state={state}
        name="approver"
        label={say.approver}
        hint={say.approverHint}
        maxlength={64}
        required
      />
      <TextField
        view={view}
        state={state}
        name="approverPassword"
        type="password"
        label={say.approverPassword}
        autocomplete="new-password"
        required
      />
    </fieldset>
  );
};
