import { explain } from 'points-bank/words';
import { edit } from '../actions/draft.js';
import { h } from '../h.js';
import type { Choice } from '../rules/choices.js';
import type { Field } from '../rules/fields.js';
import { at, type JsonObject, type Part, same } from '../rules/json.js';
import { problemsOf } from '../state.js';
import type { View } from '../view.js';
import { clauseNamed, filled, pack, t, words } from '../words.js';

/** One part of the rules: its control, its clause, what it was, and what is wrong with it. */
export function fieldView(field: Field): View {
  const { path, clause, title } = field;
  const name = path.join('.');
  const id = `field-${name}`;
  const control = field.choices === undefined ? numberControl(field, id) : choiceControl(field, id);
  const cited = h('span', { class: 'clause', id: `${id}-clause` });
  const wrong = h('p', { class: 'wrong', id: `${id}-wrong` });
  const was = h('span', {});
  const restored = filled(words.restoreField, { title: t(title) });
  const back = h(
    'button',
    { type: 'button', class: 'plain', 'aria-label': restored, onclick: () => restore(path) },
    t(words.restore),
  );
  const before = h('p', { class: 'was', hidden: true }, was, ' ', back);
  control.element.setAttribute('aria-describedby', `${id}-clause ${wrong.id}`);
  let base: JsonObject = {};
  const restore = (of: readonly string[]): void => {
    edit(of, at(base, of));
    control.element.focus();
  };
  const element = h(
    'div',
    { class: 'field' },
    h('label', { for: id }, t(title)),
    cited,
    h(
      'span',
      { class: 'control' },
      control.element,
      field.unit !== undefined && h('span', {}, t(field.unit)),
    ),
    before,
    wrong,
  );
  return {
    element,
    update(state) {
      base = state.base as unknown as JsonObject;
      const value = at(state.draft, path);
      cited.textContent = clauseNamed(state.base, clause);
      control.show(value);
      const changed = !same(value, at(base, path));
      element.classList.toggle('changed', changed);
      before.hidden = !changed;
      was.textContent = filled(words.was, { was: inWords(field, at(base, path)) });
      const problems = problemsOf(state).filter(({ path: of }) => of === name || of.startsWith(`${name}.`));
      wrong.textContent = problems.map((problem) => explain(problem, pack())).join(t(words.separator));
      control.element.setAttribute('aria-invalid', String(problems.length > 0));
    },
  };
}

type Control = {
  readonly element: HTMLInputElement | HTMLSelectElement;
  readonly show: (part: Part) => void;
};

/** A number that is typed. What is not one is kept as it is, for the library to say what is wrong. */
function numberControl({ path, absent }: Field, id: string): Control {
  const element = h('input', {
    id,
    inputmode: 'decimal',
    autocomplete: 'off',
    size: 6,
    placeholder: absent === undefined ? undefined : t(absent),
    oninput: () => edit(path, numberOf(element.value)),
  });
  return {
    element,
    show(part) {
      // What is being typed is left alone, unless it says something else.
      if (document.activeElement === element && same(numberOf(element.value), part)) return;
      element.value = part === undefined ? '' : String(part);
    },
  };
}

function numberOf(typed: string): Part {
  const written = typed.trim().replace('−', '-');
  if (written === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : written;
}

/** A choice. What stands and is none of the choices is one more. */
function choiceControl({ path, choices = [] }: Field, id: string): Control {
  let other: Part;
  const element = h(
    'select',
    {
      id,
      onchange: () => edit(path, element.value === OTHER ? other : choices[Number(element.value)]?.value),
    },
    choices.map(({ title }, i) => h('option', { value: i }, t(title))),
  );
  const otherOption = h('option', { value: OTHER });
  return {
    element,
    show(part) {
      const found = indexOf(choices, part);
      if (found < 0) {
        other = part;
        otherOption.textContent = filled(words.asItStands, { value: JSON.stringify(part) ?? '' });
        element.append(otherOption);
      } else otherOption.remove();
      element.value = found < 0 ? OTHER : String(found);
    },
  };
}

const OTHER = 'other';

function indexOf(choices: readonly Choice[], part: Part): number {
  return choices.findIndex(({ value }) => same(value as Part, part));
}

/** A part in words: the title of its choice, else as it is written. */
export function inWords({ choices = [], absent }: Field, part: Part): string {
  const found = choices[indexOf(choices, part)];
  if (found !== undefined) return t(found.title);
  if (part === undefined) return t(absent ?? words.none);
  return typeof part === 'string' || typeof part === 'number' ? String(part) : JSON.stringify(part);
}
