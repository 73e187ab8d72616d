import type { Child, FC } from 'hono/jsx';
import type { FormValues } from '../forms/command-of.js';
import type { View } from '../web/view.js';

/** What is wrong with a form; `field` names the field to go to, where it is about one. */
export type FormError = {
  readonly field?: string | undefined;
  /** Said at the field. */
  readonly text: string;
  /** Said away from the field, where the text alone does not tell which it is. */
  readonly summary?: string;
};

/** A form as it comes back to whoever filled it in. */
export type FormState = { readonly values: FormValues; readonly errors: readonly FormError[] };

export const EMPTY: FormState = { values: {}, errors: [] };

type Common = {
  readonly view: View;
  readonly state: FormState;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** A choice that may be left alone, without saying so. */
  readonly plain?: boolean;
};

const idOf = (name: string) => `field-${name.replace(/[^A-Za-z0-9_-]/g, '_')}`;
const errorOf = ({ errors }: FormState, name: string) => errors.find(({ field }) => field === name)?.text;

/** What ties an input to its label, hint and error. */
function tied({ state, name, hint, required }: Common) {
  const id = idOf(name);
  const error = errorOf(state, name);
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`];
  return {
    id,
    name,
    required: required === true,
    'aria-invalid': error === undefined ? undefined : ('true' as const),
    'aria-describedby': described.filter((part) => part !== '').join(' ') || undefined,
  };
}

const Around: FC<Common & { readonly children?: Child }> = ({
  view,
  state,
  name,
  label,
  plain,
  hint,
  required,
  children,
}) => {
  const id = idOf(name);
  const error = errorOf(state, name);
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <label for={id}>
        {label}
        {required !== true && plain !== true && <small>{view.say.optional}</small>}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
};

type Input = Common & {
  readonly type?: 'text' | 'date' | 'password' | 'file';
  readonly value?: string;
  readonly max?: string;
  readonly maxlength?: number;
  readonly inputmode?: 'numeric' | 'text';
  readonly autocomplete?: string;
  readonly accept?: string;
  readonly list?: readonly string[];
  readonly autofocus?: boolean;
};

export const TextField: FC<Input> = (props) => {
  const {
    state,
    name,
    type = 'text',
    value,
    max,
    maxlength,
    inputmode,
    autocomplete = 'off',
    accept,
    list,
  } = props;
  const listId = list === undefined || list.length === 0 ? undefined : `${idOf(name)}-list`;
  return (
    <Around {...props}>
      <input
        {...tied(props)}
        type={type}
        value={type === 'password' || type === 'file' ? undefined : (state.values[name] ?? value ?? '')}
        max={max}
        maxlength={maxlength}
        inputmode={inputmode}
        autocomplete={type === 'file' ? undefined : autocomplete}
        accept={accept}
        list={listId}
        autofocus={props.autofocus}
      />
      {listId !== undefined && (
        <datalist id={listId}>
          {list?.map((known) => (
            <option value={known}></option>
          ))}
        </datalist>
      )}
    </Around>
  );
};

export const TextArea: FC<Common & { readonly rows: number }> = (props) => {
  const { state, name, rows } = props;
  return (
    <Around {...props}>
      <textarea {...tied(props)} rows={rows} autocomplete="off" spellcheck={false}>
        {state.values[name] ?? ''}
      </textarea>
    </Around>
  );
};

export type Option = { readonly value: string; readonly title: string };
export type OptionGroup = { readonly title: string; readonly options: readonly Option[] };

type SelectProps = Common & {
  readonly options: readonly (Option | OptionGroup)[];
  readonly value?: string;
  /** What the empty choice says; without it there is none. */
  readonly none?: string;
};

export const SelectField: FC<SelectProps> = (props) => {
  const { state, name, options, value, none } = props;
  const chosen = state.values[name] ?? value;
  const Choice: FC<{ readonly option: Option }> = ({ option }) => (
    <option value={option.value} selected={option.value === chosen}>
      {option.title}
    </option>
  );
  return (
    <Around {...props}>
      <select {...tied(props)}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) =>
          'options' in option ? (
            <optgroup label={option.title}>
              {option.options.map((inner) => (
                <Choice option={inner} />
              ))}
            </optgroup>
          ) : (
            <Choice option={option} />
          ),
        )}
      </select>
    </Around>
  );
};

type RadioProps = Common & { readonly options: readonly Option[]; readonly value?: string };

export const RadioField: FC<RadioProps> = ({ view, state, name, label, options, value, required }) => {
  const id = idOf(name);
  const error = errorOf(state, name);
  const chosen = state.values[name] ?? value;
  return (
    <fieldset class={error === undefined ? 'field' : 'field wrong'} aria-describedby={error && `${id}-error`}>
      <legend>
        {label}
        {required !== true && <small>{view.say.optional}</small>}
      </legend>
      {error !== undefined && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div class="choices">
        {options.map((option, place) => (
          <label class="choice" for={place === 0 ? id : `${id}-${place}`}>
            <input
              type="radio"
              id={place === 0 ? id : `${id}-${place}`}
              name={name}
              value={option.value}
              checked={option.value === chosen}
              required={required === true}
            />
            {option.title}
          </label>
        ))}
      </div>
    </fieldset>
  );
};

export const CheckField: FC<Common> = (props) => {
  const { state, name, label } = props;
  const error = errorOf(state, name);
  const id = idOf(name);
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      {error !== undefined && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <label class="choice" for={id}>
        <input {...tied(props)} type="checkbox" value="yes" checked={state.values[name] === 'yes'} />
        {label}
      </label>
    </div>
  );
};

/** Everything that is wrong, first thing on the page, each with a link to its field. */
export const ErrorSummary: FC<{ readonly view: View; readonly state: FormState }> = ({ view, state }) =>
  state.errors.length === 0 ? null : (
    <div class="summary" role="alert" tabindex={-1} autofocus>
      <h2>{view.say.errorTitle}</h2>
      <ul>
        {state.errors.map(({ field, text, summary = text }) => (
          <li>{field === undefined ? summary : <a href={`#${idOf(field)}`}>{summary}</a>}</li>
        ))}
      </ul>
    </div>
  );

export const Token: FC<{ readonly view: View }> = ({ view }) => (
  <input type="hidden" name="token" value={view.token} />
);
