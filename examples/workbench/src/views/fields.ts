import { explain } from 'points-bank/words';
import { edit } from '../actions/draft.js';
import { h } from '../h.js';
import { fieldGroups } from '../rules/fields.js';
import { at, type JsonObject } from '../rules/json.js';
import { problemsOf, type State } from '../state.js';
import type { View } from '../view.js';
import { pack, t, words } from '../words.js';
import { fieldView } from './field.js';

/** The parts of the rules that can be changed, by heading. */
export function fieldsView({ base }: State): View {
  const groups = fieldGroups(base).map(({ title, fields }) => {
    const views = fields.map(fieldView);
    const element = h(
      'details',
      { class: 'group' },
      h('summary', {}, t(title), ' ', h('span', { class: 'mark', 'aria-hidden': 'true' })),
      views.map(({ element: of }) => of),
    );
    return { element, views };
  });
  const names = nameFields();
  const element = h(
    'section',
    { 'aria-labelledby': 'fields-title' },
    h('h3', { id: 'fields-title' }, t(words.points)),
    groups.map(({ element: of }) => of),
    names.element,
  );
  return {
    element,
    update(state) {
      names.update(state);
      for (const { element: of, views } of groups) {
        for (const { update } of views) update(state);
        of.classList.toggle('changed', of.querySelector('.field.changed') !== null);
      }
    },
  };
}

/** What the rule set is called. */
function nameFields(): View {
  const fields = [
    { path: ['id'], title: words.id },
    { path: ['version'], title: words.version },
    { path: ['title', 'zh-CN'], title: words.titleZh },
    { path: ['title', 'en'], title: words.titleEn },
  ].map(({ path, title }) => {
    const id = `field-${path.join('.')}`;
    const input = h('input', {
      id,
      autocomplete: 'off',
      class: 'long',
      'aria-describedby': `${id}-wrong`,
      oninput: () => edit(path, input.value),
    });
    const wrong = h('p', { class: 'wrong', id: `${id}-wrong` });
    return {
      path,
      input,
      wrong,
      element: h('div', { class: 'field' }, h('label', { for: id }, t(title)), input, wrong),
    };
  });
  return {
    element: h(
      'details',
      { class: 'group' },
      h('summary', {}, t(words.identity)),
      fields.map(({ element }) => element),
    ),
    update(state) {
      for (const { path, input, wrong, element } of fields) {
        const value = String(at(state.draft, path) ?? '');
        if (input.value !== value) input.value = value;
        const problems = problemsOf(state).filter((problem) => problem.path === path.join('.'));
        wrong.textContent = problems.map((problem) => explain(problem, pack())).join(t(words.separator));
        input.setAttribute('aria-invalid', String(problems.length > 0));
        const before = at(state.base as unknown as JsonObject, path);
        element.classList.toggle('changed', value !== String(before ?? ''));
      }
    },
  };
}
