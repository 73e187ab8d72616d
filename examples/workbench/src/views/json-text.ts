import { replaceDraft } from '../actions/draft.js';
import { h } from '../h.js';
import { isObject } from '../rules/json.js';
import type { View } from '../view.js';
import { filled, t, words } from '../words.js';

/** All of the rules as they are written in a file, for what has no field of its own. */
export function jsonTextView(): View {
  const text = h('textarea', {
    id: 'json-text',
    rows: 18,
    spellcheck: 'false',
    autocomplete: 'off',
    'aria-describedby': 'json-wrong',
  });
  const wrong = h('p', { class: 'wrong', id: 'json-wrong', role: 'status' });
  const apply = (): void => {
    try {
      const read: unknown = JSON.parse(text.value);
      if (!isObject(read)) throw new TypeError('{ … }');
      wrong.textContent = '';
      replaceDraft(read);
    } catch (thrown) {
      wrong.textContent = filled(words.notJson, { why: (thrown as Error).message });
    }
  };
  const element = h(
    'details',
    { class: 'group' },
    h('summary', {}, t(words.asJson)),
    h('p', { class: 'lead' }, t(words.asJsonLead)),
    h('label', { for: text.id }, t(words.jsonText)),
    text,
    wrong,
    h('button', { type: 'button', onclick: apply }, t(words.apply)),
  );
  return {
    element,
    update({ draft }, before) {
      if (draft === before?.draft) return;
      text.value = JSON.stringify(draft, null, 2);
      wrong.textContent = '';
    },
  };
}
