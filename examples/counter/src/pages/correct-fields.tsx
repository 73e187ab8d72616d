import type { FC } from 'hono/jsx';
import { wordsIn } from 'points-bank/words';
import { matters } from '../bank/standing.js';
import { DayField } from './entry-fields.js';
import type { FormProps } from './entry-forms.js';
import { SelectField, TextField } from './fields.js';

export const CorrectFields: FC<FormProps & { readonly correctionId: string }> = ({
  view,
  state,
  events,
  correctionId,
}) => {
  const { say, locale } = view;
  const options = matters(events).map(({ item, id, on, event }) => ({
    value: `${item} ${id}`,
    title: [on, id, wordsIn(event.data.title, locale), event.data.points].join(' · '),
  }));
  return (
    <>
      <input type="hidden" name="correctionId" value={state.values.correctionId ?? correctionId} />
      <SelectField
        view={view}
        state={state}
        name="matter"
        label={say.matterCorrected}
        options={options}
        none={say.noneInParticular}
      />
      <TextField
        view={view}
        state={state}
        name="points"
        label={say.correctPoints}
        hint={say.correctPointsHint}
        maxlength={8}
        required
      />
      <TextField view={view} state={state} name="reason" label={say.reason} maxlength={500} required />
      <DayField view={view} state={state} />
    </>
  );
};
