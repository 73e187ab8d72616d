import { openRules, pickBase, reset } from '../actions/draft.js';
import { h } from '../h.js';
import { difference, type JsonObject } from '../rules/json.js';
import { choices, IN_FORCE, nameOf } from '../rules/rule-sets.js';
import { save } from '../save.js';
import { change, current, type State, validRules } from '../state.js';
import type { View } from '../view.js';
import { filled, t, words } from '../words.js';

/**
 * What is started from, and what can be done with the rules as a whole.
 *
 * @param home - where the reader came from, on the page's own site
 */
export function header(switchLanguage: () => void, home: string | undefined): View {
  const base = h(
    'select',
    { id: 'base', onchange: () => pickBase(base.value) },
    choices().map(({ name, ruleSet: { title } }) =>
      h('option', { value: name }, name === IN_FORCE ? filled(words.inForce, { title: t(title) }) : t(title)),
    ),
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
      home !== undefined && h('a', { href: home, class: 'home' }, t(words.home)),
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
      base.value = nameOf(state.base);
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
  const missing = nameMissing(state);
  if (missing !== undefined) {
    change({ notice: t(words.sameVersion) });
    const field = document.getElementById(`field-${missing}`);
    field?.closest('details')?.setAttribute('open', '');
    field?.focus();
    return;
  }
  save(`${rules.id}-${rules.version}.json`, 'application/json', `${JSON.stringify(rules, null, 2)}\n`);
}

/** The field in which changed rules still go by the name of those that they were made from. */
function nameMissing({ base, draft }: State): string | undefined {
  const changes = Object.keys(difference(base as unknown as JsonObject, draft));
  if (changes.length === 0) return undefined;
  if (!changes.includes('id') && !changes.includes('version')) return 'version';
  return changes.includes('title') ? undefined : 'title.zh-CN';
}
