import { openRules, pickBase, reset } from '../actions/draft.js';
import { h } from '../h.js';
import { difference, type JsonObject } from '../rules/json.js';
import { RULE_SETS } from '../rules/rule-sets.js';
import { change, current, type State, validRules } from '../state.js';
import type { View } from '../view.js';
import { t, words } from '../words.js';

/** What is started from, and what can be done with the rules as a whole. */
export function header(switchLanguage: () => void): View {
  const base = h(
    'select',
    { id: 'base', onchange: () => pickBase(base.value) },
    RULE_SETS.map(({ id, title }) => h('option', { value: id }, t(title))),
  );
  const file = h('input', {
    type: 'file',
    id: 'rules-file',
    accept: '.json,application/json',
    class: 'hidden-file',
    onchange: () => {
      const [chosen] = file.files ?? [];
      if (chosen !== undefined) void openRules(chosen);
      file.value = '';
    },
  });
  const notice = h('p', { role: 'status', class: 'notice' });
  const restore = h('button', { type: 'button', onclick: reset }, t(words.reset));
  const element = h(
    'header',
    { class: 'top' },
    h('a', { href: '#results', class: 'skip', onclick: toResults }, t(words.skip)),
    h(
      'div',
      { class: 'title' },
      h('h1', {}, t(words.title)),
      h(
        'button',
        { type: 'button', class: 'plain', lang: otherLanguage(), onclick: switchLanguage },
        t(words.language),
      ),
    ),
    h('p', { class: 'lead' }, t(words.lead)),
    h(
      'div',
      { class: 'bar' },
      h('label', { for: 'base' }, t(words.from)),
      base,
      restore,
      h('label', { class: 'button', for: 'rules-file' }, t(words.open)),
      file,
      h('button', { type: 'button', onclick: exportRules }, t(words.save)),
      h('button', { type: 'button', onclick: copyLink }, t(words.link)),
    ),
    notice,
  );
  return {
    element,
    update(state) {
      base.value = state.base.id;
      restore.disabled = state.draft === (state.base as unknown as JsonObject);
      if (notice.textContent !== state.notice) notice.textContent = state.notice;
    },
  };
}

/** The language that the button leads to. */
function otherLanguage(): string {
  return t(words.language) === 'English' ? 'en' : 'zh-CN';
}

/** The fragment of the address is the rules; a jump must not take its place. */
function toResults(event: Event): void {
  event.preventDefault();
  document.getElementById('results')?.focus();
}

async function copyLink(): Promise<void> {
  const link = new URL(location.href);
  // Whoever gets the link may not have the ledger.
  link.searchParams.delete('ledger');
  try {
    await navigator.clipboard.writeText(link.href);
    change({ notice: t(words.copied) });
  } catch {
    change({ notice: t(words.notCopied) });
  }
}

function exportRules(): void {
  const state = current();
  const rules = validRules(state);
  if (rules === undefined) {
    change({ notice: t(words.cannotSave) });
    return;
  }
  const written = JSON.stringify(rules, null, 2);
  const address = URL.createObjectURL(new Blob([`${written}\n`], { type: 'application/json' }));
  h('a', { href: address, download: `${rules.id}-${rules.version}.json` }).click();
  URL.revokeObjectURL(address);
  if (sameName(state)) change({ notice: t(words.sameVersion) });
}

/** Whether changed rules go by the name of those that they were made from. */
function sameName({ base, draft }: State): boolean {
  const changes = Object.keys(difference(base as unknown as JsonObject, draft));
  return changes.length > 0 && !changes.some((key) => key === 'id' || key === 'version');
}
