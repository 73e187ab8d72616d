import './without-eval.js';
import { openFragment } from './actions/draft.js';
import { loadInForce } from './actions/in-force.js';
import { load, loadFromAddress } from './actions/ledger.js';
import { h } from './h.js';
import { change, current, listen, type State } from './state.js';
import type { View } from './view.js';
import { deviationsView } from './views/deviations.js';
import { fieldsView } from './views/fields.js';
import { header } from './views/header.js';
import { jsonTextView } from './views/json-text.js';
import { ledgerView } from './views/ledger.js';
import { readingsView } from './views/readings.js';
import { simulationView } from './views/simulation.js';
import { currentLocale, setLocale, t, words } from './words.js';

let views: readonly View[] = [];

/** Builds the page anew: in another language, or for another base. */
function build(): void {
  const state = current();
  const language = currentLocale();
  document.documentElement.lang = language;
  document.title = t(words.title);
  const top = header(switchLanguage, ownAddress('home'));
  const rules = [readingsView(state), fieldsView(state), jsonTextView()];
  const results = [deviationsView(), ledgerView(), simulationView()];
  views = [top, ...rules, ...results];
  document.body.replaceChildren(
    top.element,
    h(
      'main',
      {},
      h(
        'div',
        { class: 'rules' },
        h('h2', {}, t(words.rules)),
        rules.map(({ element }) => element),
      ),
      h(
        'div',
        { class: 'results', id: 'results', tabindex: -1 },
        h('h2', {}, t(words.results)),
        results.map(({ element }) => element),
      ),
    ),
  );
  show(state);
}

function show(state: State, before?: State): void {
  for (const { update } of views) update(state, before);
}

function switchLanguage(): void {
  const to = currentLocale() === 'en' ? 'zh-CN' : 'en';
  setLocale(to);
  const address = new URL(location.href);
  address.searchParams.set('lang', to);
  history.replaceState(null, '', address);
  change({ notice: '' });
  build();
  document.querySelector<HTMLElement>('.title button')?.focus();
}

const given = new URLSearchParams(location.search);

/** An address that the page's own address names, if it is one of the page's site. */
function ownAddress(name: string): string | undefined {
  const named = given.get(name);
  if (named === null || !URL.canParse(named, location.href)) return undefined;
  const address = new URL(named, location.href);
  return address.origin === location.origin ? address.href : undefined;
}

const asked = given.get('lang') ?? (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');
setLocale(asked.startsWith('en') ? 'en' : 'zh-CN');
build();
listen((state, before) => {
  if (state.base !== before.base) build();
  else show(state, before);
});
// The address is written to as soon as a base is taken.
const linked = location.hash;
const areRead = await loadInForce({ rules: ownAddress('rules'), handbook: ownAddress('handbook') });
await openFragment(linked);
if (!areRead) change({ notice: t(words.notInForce) });
const ledger = given.get('ledger');
if (ledger === null) void load({ kind: 'sample', ruleSet: current().base });
else loadFromAddress(ledger);
addEventListener('hashchange', () => void openFragment(location.hash));
