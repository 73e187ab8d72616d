import type { FC } from 'hono/jsx';
import type { View } from '../web/view.js';
import type { FormState } from './fields.js';

export type QuantityLine = {
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  readonly value: string;
  readonly max?: number | undefined;
};

type Props = {
  readonly view: View;
  readonly state: FormState;
  readonly legend: string;
  readonly note?: string;
  readonly lines: readonly QuantityLine[];
};

/** The first of them is where a link in the error summary leads. */
const inputId = (place: number) => (place === 0 ? 'field-rewards' : `field-rewards-${place}`);

/** How many of each reward. */
export const QuantityFields: FC<Props> = ({ view, state, legend, note, lines }) => {
  const error = state.errors.find(({ field }) => field === 'rewards')?.text;
  return (
    <fieldset class={error === undefined ? 'field' : 'field wrong'}>
      <legend>
        {legend} {note !== undefined && <small>{note}</small>}
      </legend>
      {error !== undefined && <p class="error">{error}</p>}
      <ul class="rewards">
        {lines.map(({ name, title, hint, value, max }, place) => (
          <li>
            <label for={inputId(place)}>
              <b>{title}</b>
              <span class="hint">{hint}</span>
            </label>
            <input
              id={inputId(place)}
              name={name}
              type="number"
              min={0}
              max={max}
              step={1}
              inputmode="numeric"
              aria-label={view.say.howManyOf(title)}
              value={state.values[name] ?? value}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
};
